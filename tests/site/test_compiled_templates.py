"""Compiled templates that are kept beside the templates show what the templates would, compiled anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.keeping.compiled_templates import CompiledTemplates
from generator.site.plain_templates import PlainEnvironment

NAME = "page.html"


class CompilingNothing(PlainEnvironment):
    def compile(self, *given: Any, **named: Any) -> Any:
        raise AssertionError(f"compiled: {given[1]}")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / NAME).write_text("{{ 1 + 1 }}")
    return folder


def shown(
    templates: Path, environment: type[PlainEnvironment] = PlainEnvironment, by: str = "pages", settings: bytes = b"", **filters: Any,
) -> str:
    """By a build of its own."""
    kept = CompiledTemplates.beside(templates, by, settings)
    opened = environment(loader=jinja2.FileSystemLoader(templates), autoescape=True, bytecode_cache=kept)
    opened.filters |= filters
    return opened.get_template(NAME).render()


def kept(templates: Path) -> list[Path]:
    return [path for path in (templates.parent / "__pycache__").rglob("*") if path.is_file()]


def test_they_are_compiled_once(templates: Path):
    assert [shown(templates), shown(templates, CompilingNothing)] == ["2", "2"]
    assert len(kept(templates)) == 1


def test_one_that_has_changed_is_compiled_again(templates: Path):
    before = shown(templates)
    (templates / NAME).write_text("{{ 1 + 2 }}")
    assert (before, shown(templates), shown(templates, CompilingNothing)) == ("2", "3", "3")


def test_what_is_damaged_is_compiled_again(templates: Path):
    shown(templates)
    file, = kept(templates)
    content = file.read_bytes()
    for place in range(0, len(content), 7):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
        with pytest.raises(AssertionError, match="compiled"):
            shown(templates, CompilingNothing)
    assert [shown(templates), shown(templates, CompilingNothing)] == ["2", "2"]


def test_what_another_program_has_compiled_is_compiled_again(templates: Path, monkeypatch: pytest.MonkeyPatch):
    shown(templates)
    (templates.parent / "jinja2-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(templates.parent)
    with pytest.raises(AssertionError, match="compiled"):
        shown(templates, CompilingNothing)
    assert shown(templates) == "2"


def test_what_was_compiled_by_other_settings_is_compiled_again(templates: Path):
    shown(templates, settings=b"of one theme")
    assert shown(templates, CompilingNothing, settings=b"of one theme") == "2"
    with pytest.raises(AssertionError, match="compiled"):
        shown(templates, CompilingNothing, settings=b"of another")


def test_nothing_is_kept_where_nothing_can_be_written(templates: Path):
    (templates.parent / "__pycache__").write_text("in the way")
    assert [shown(templates), shown(templates)] == ["2", "2"]
    assert (templates.parent / "__pycache__").read_text() == "in the way"


def test_what_a_filter_makes_of_a_constant_is_not_kept(templates: Path):
    (templates / NAME).write_text("{{ 'năm' | of_register }} {{ 'x' ~ ('y' | of_register) }}")
    said = [shown(templates, of_register=lambda text, name=name: f"{text} of {name}") for name in ("one", "other")]
    assert said == ["năm of one xy of one", "năm of other xy of other"]


def test_environments_of_other_names_keep_their_own(templates: Path):
    shown(templates, by="pages")
    with pytest.raises(AssertionError, match="compiled"):
        shown(templates, CompilingNothing, by="shell")
