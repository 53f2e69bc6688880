"""What MkDocs has made is kept, and is byte for byte what it would make: whatever that is made of changes, MkDocs makes it anew."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from generator.building import delivery
from generator.keeping import processes
from generator.keeping.store import Store
from generator.site.plain_templates import PlainEnvironment
from tests.building.happenings import (
    a_day_passes,
    a_page_written_by_hand_changes,
    a_record_is_added,
    a_topic_is_rewritten,
    the_register_has_another_name,
    the_theme_changes,
    what_is_kept_is_damaged,
)
from tests.building.workshop import Workshop
from tests.folders import files_of
from tests.places import ROOT

pytestmark = pytest.mark.slow


def a_title_of_the_menu_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/navigation.yml", "Lịch đối thoại", "Lịch họp")


def the_menu_leads_to_one_page_less(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/navigation.yml", "Có gì mới: co-gi-moi/\n", "")


def an_option_of_the_theme_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("mkdocs.yml", "Chuyển sang nền tối", "Nền tối")


def a_page_is_written_by_hand(workshop: Workshop, chance: random.Random) -> None:
    (workshop.content / "pages/rieng-tu.md").write_text("# Quyền riêng tư\n\n[Đơn vị](quan-huyen/index.md)\n", "utf-8")


def a_picture_lies_beside_the_pages(workshop: Workshop, chance: random.Random) -> None:
    (workshop.content / "pages/anh.png").write_bytes(b"\x89PNG\r\n\x1a\n")


def the_register_is_no_sample(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/register.yml", "(?m)^sample:.*\n", "")


def the_day_is_fixed_no_more(workshop: Workshop, chance: random.Random) -> None:
    """And is the same, as read off a clock."""
    workshop.edit("content/register.yml", "(?m)^as_of:.*\n", "")
    workshop.build()
    workshop.as_of = None


def a_reform_renames_the_list_of_units(workshop: Workshop, chance: random.Random) -> None:
    coming = "code: 363\nname: Thành phố Thủy Nguyên\ntype: thành phố\nlevel: district\nexists_from: 2023-10-01\n"
    (workshop.content / "units/thuy-nguyen.yml").write_text(coming, "utf-8")
    workshop.build()
    workshop.as_of = date(2023, 10, 1)


def a_reform_ends_the_districts(workshop: Workshop, chance: random.Random) -> None:
    """The list of units has another address then, to which the page leads that is shown where there is none."""
    workshop.edit("site_templates/navigation.yml", '"{units}": "{units}"\n', "")  # so that the menu stays as it is
    for path in workshop.content.glob("units/*.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^( *)(type: .*\n)(?! *exists_until)", r"\1\2\1exists_until: 2023-12-31\n", text), "utf-8")
    ward = "code: 11407\nname: Phường Mới\ntype: phường\nlevel: commune\nexists_from: 2024-01-01\n"
    (workshop.content / "units/phuong-moi.yml").write_text(ward, "utf-8")
    workshop.build()
    workshop.as_of = date(2024, 1, 1)


@pytest.mark.parametrize("happening", [
    a_page_written_by_hand_changes, a_page_is_written_by_hand, a_picture_lies_beside_the_pages, a_title_of_the_menu_changes,
    the_menu_leads_to_one_page_less, an_option_of_the_theme_changes, the_theme_changes, the_register_has_another_name,
    the_register_is_no_sample, the_day_is_fixed_no_more, a_day_passes, what_is_kept_is_damaged,
    a_reform_renames_the_list_of_units, a_reform_ends_the_districts,
])
def test_whatever_changes_the_site_is_that_of_a_build_from_nothing(workshop: Workshop, happening):
    """And after one more change, with what is kept of the first."""
    happening(workshop, random.Random(1))
    workshop.build()
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def modules_of_a_build(workshop: Workshop) -> set[str]:
    """What a build in a process of its own imports."""
    program = f"""if True:
        import sys
        from generator.commands.cli import commands
        commands(["build", "--shell", "material", "--content", {str(workshop.content)!r}, "--as-of", {str(workshop.as_of)!r},
                  "--site", {str(workshop.site)!r}, "--mkdocs", {str(workshop.folder / "mkdocs.yml")!r},
                  "--cache", {str(workshop.kept)!r}], standalone_mode=False)
        print(*sys.modules)
    """
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(told.stdout.split())


@pytest.mark.parametrize("happening", [a_topic_is_rewritten, a_record_is_added, a_day_passes])
def test_mkdocs_is_not_imported_where_only_dialogues_or_the_day_have_changed(workshop: Workshop, happening):
    happening(workshop, random.Random(1))
    assert not modules_of_a_build(workshop) & {"mkdocs", "material", "mergedeep", "markdown"}
    assert files_of(workshop.site) == workshop.from_nothing()


def test_mkdocs_is_imported_where_a_page_has_changed(workshop: Workshop):
    a_page_written_by_hand_changes(workshop, random.Random(1))
    assert "mkdocs.commands.build" in modules_of_a_build(workshop)


def test_a_setting_out_of_the_environment_is_asked_in_each_build(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    workshop.edit("mkdocs.yml", "name: Chuyển sang nền tối", "name: !ENV [NAME_OF_DARK, Tối]")
    workshop.build()
    monkeypatch.setenv("NAME_OF_DARK", "Tối hơn")
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert "Tối hơn" in (workshop.site / "gioi-thieu/index.html").read_text("utf-8")


def test_a_page_whose_shell_is_not_kept_gets_the_one_that_mkdocs_makes(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    """As the first at its depth below a page of the menu."""
    monkeypatch.setattr(processes, "PROCESSES", 1)
    [path] = (workshop.kept / "mkdocs").iterdir()
    store, key = Store(workshop.kept).part("mkdocs"), bytes.fromhex(path.name)
    folders, shells, led_to, files = store.get(key)
    few = {address: shell for address, shell in shells.items() if address in led_to}
    assert few.keys() < shells.keys()
    store.put(key, (folders, few, led_to, files))
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()
    assert few.items() < store.get(key)[1].items() <= shells.items()


def test_a_shell_that_another_process_has_rendered_is_kept_too(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    [path] = (workshop.kept / "mkdocs").iterdir()
    store, key = Store(workshop.kept).part("mkdocs"), bytes.fromhex(path.name)
    folders, shells, led_to, files = store.get(key)
    store.put(key, (folders, {address: shell for address, shell in shells.items() if address in led_to}, led_to, files))

    def in_the_other(work, items, told):
        with processes.beside(lambda: list(map(work, items))) as made:
            return made()

    monkeypatch.setattr(delivery, "in_processes", in_the_other)
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert set(led_to) < store.get(key)[1].keys() <= shells.keys()
    a_topic_is_rewritten(workshop, random.Random(4))
    assert "mkdocs" not in modules_of_a_build(workshop)


def test_no_template_is_compiled_again_where_none_has_changed(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    compiled: list[str] = []

    def compiling(self: PlainEnvironment, source: str, *given: Any, **named: Any) -> Any:
        compiled.append(source)
        return Environment.compile(self, source, *given, **named)

    monkeypatch.setattr(processes, "PROCESSES", 1)
    monkeypatch.setattr(PlainEnvironment, "compile", compiling)
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert compiled == []


def test_a_page_written_by_hand_is_back_when_no_record_has_its_place_any_more(workshop: Workshop):
    page = workshop.content / "pages/doi-thoai/2023/ha-ly-moi/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Viết tay\n", "utf-8")
    record = workshop.content / "dialogues/2023/ha-ly-moi.yml"
    for text in (None, A_NEW_ONE, None):
        record.write_text(text, "utf-8") if text else record.unlink(missing_ok=True)
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()
        shown = (workshop.site / "doi-thoai/2023/ha-ly-moi/index.html").read_text("utf-8")
        assert ('<h1 id="viet-tay">' in shown) == (text is None)


A_NEW_ONE = """\
unit: hong-bang/ha-ly
kind: thematic
presided_by: [party]
topic: Rác thải
registration: {registered_on: 2023-02-20, period: 2023-11}
"""
