"""Titles and other phrases stand in ``titles.yml``: none is missing, none is left over, and none stands beside code."""

import ast
import re
import unicodedata
from pathlib import Path
from typing import Iterator, get_type_hints

import pytest

from generator.keeping.fingerprints import GENERATOR
from generator.site.titles import Titles
from generator.site.words import Words
from generator.tables import TABLES
from tests.places import TEMPLATES

SECTIONS = {name: kind for name, kind in get_type_hints(Words).items() if isinstance(kind, type) and issubclass(kind, Titles)}


def read_changed(folder: Path, old: str, new: str) -> Words:
    text = (TEMPLATES / "titles.yml").read_text("utf-8")
    assert text.count(old) == 1
    (folder / "titles.yml").write_text(text.replace(old, new), "utf-8")
    (folder / "words.yml").write_bytes((TEMPLATES / "words.yml").read_bytes())
    return Words.read(folder / "words.yml")


@pytest.mark.parametrize(("old", "new", "named"), [
    ("  home: Trang chủ\n", "", "labels.home"),
    ("  search:\n    title: Tìm kiếm\n", "  search:\n", "pages.search.title"),
    ("  home: Trang chủ\n", "  home: Trang chủ\n  contact: Liên hệ\n", "labels.contact"),
    ("    title: Tìm kiếm\n", "    title: Tìm kiếm\n    heading: Tìm kiếm\n", "pages.search.heading"),
])
def test_titles_with_one_too_few_or_too_many_cannot_be_read(tmp_path, old, new, named):
    with pytest.raises(TypeError, match=re.escape(named)):
        read_changed(tmp_path, old, new)


@pytest.mark.parametrize(("old", "new"), [("labels:\n", "labelled:\n"), ("labels:\n", "status:\n")])
def test_a_section_that_nobody_knows_or_that_stands_in_both_files_cannot_be_read(tmp_path, old, new):
    with pytest.raises(TypeError):
        read_changed(tmp_path, old, new)


def test_a_title_that_has_changed_is_read_and_so_is_the_one_before_it(tmp_path):
    words = read_changed(tmp_path, "  home: Trang chủ\n", "  home: Đầu trang\n")
    assert (words.labels.home, Words.read(TEMPLATES / "words.yml").labels.home) == ("Đầu trang", "Trang chủ")
    assert words._replace(labels=None) == Words.read(TEMPLATES / "words.yml")._replace(labels=None)


def test_each_table_has_its_name():
    assert SECTIONS["tables"].model_fields.keys() == {table.name for table in TABLES}


def asked_for(path: Path) -> Iterator[str]:
    """What a module asks the vocabulary for, as ``labels.home``: of ``words``, or of what a name there was given of it."""
    known = {kind.__name__: f"words.{name}" for name, kind in SECTIONS.items()} | {"Words": "words"}
    names: dict[str, str] = {}

    def whole(node: ast.AST) -> str:
        if isinstance(node, ast.Attribute):
            return f"{whole(node.value)}.{node.attr}"
        return names.get(node.id, node.id) if isinstance(node, ast.Name) else ""

    for part in ast.parse(path.read_text("utf-8")).body:
        names.clear()
        for node in ast.walk(part):
            if isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name) and node.annotation.id in known:
                names[node.arg] = known[node.annotation.id]
        for node in ast.walk(part):
            if isinstance(node, ast.Assign):
                target, value = node.targets[0], node.value
                both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                pairs = zip(target.elts, value.elts, strict=True) if both else [(target, value)]
                names |= {name.id: whole(said) for name, said in pairs if isinstance(name, ast.Name) and ".words" in whole(said)}
        yield from (whole(node).rpartition("words.")[2] for node in ast.walk(part) if isinstance(node, ast.Attribute))


def test_each_title_is_asked_for():
    asked = {name for path in GENERATOR.rglob("*.py") for name in asked_for(path)}
    entries = {f"{section}.{entry}" for section, kind in SECTIONS.items() if section != "tables" for entry in kind.model_fields}
    assert entries - asked == set()


ROOMS = ("publications", "site", "calendars", "tables")
EXEMPT = {
    "site/formatting.py": "how days, hours and periods are written, which is grammar",
    "publications/notice_texts.py": "how days and hours are said aloud, and the letters that a telephone lacks",
    "publications/record_form_fields.py": "what a field's description is cut at",
    "publications/search_index.py": "the word by which a day is known within a text",
    "tables/columns.py": "the description of a column whose codes are said in words",
    "tables/follow_up.py": "the description of several fields",
}


def is_vietnamese(text: str) -> bool:
    return any(letter in "đĐ" or (letter.isalpha() and len(unicodedata.normalize("NFD", letter)) > 1) for letter in text)


def phrases(path: Path) -> list[str]:
    """The texts in Vietnamese of a module, without documentation and the descriptions of fields."""
    tree = ast.parse(path.read_text("utf-8"))
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {
        id(node) for call in ast.walk(tree) if isinstance(call, ast.keyword) and call.arg == "description"
        for node in ast.walk(call.value)
    }
    return [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out and is_vietnamese(node.value)
    ]


@pytest.mark.parametrize(
    "path", [path for room in ROOMS for path in sorted((GENERATOR / room).rglob("*.py"))],
    ids=lambda path: path.relative_to(GENERATOR).as_posix(),
)
def test_what_people_read_stands_beside_no_code(path):
    found = phrases(path)
    if path.relative_to(GENERATOR).as_posix() in EXEMPT:
        assert found, "needs no exception any more"
    else:
        assert found == [], "say it in site_templates/titles.yml"
