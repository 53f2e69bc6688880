"""Two reforms of the units: who owes a dialogue is a function of the day, and nothing passes to a successor in silence."""

from __future__ import annotations

import csv
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.checks.unit_rules import (
    code_names_one_unit_at_a_time,
    name_is_unique_in_its_district,
    predecessors_and_successors_are_known,
)
from generator.consequences.ledger import LedgerEntry, ledger
from generator.consequences.progress import progress
from generator.consequences.standings import Standing
from generator.keeping.observed_day import ObservedDay
from generator.model import Commune, Level, Post, Register, Unit, UnitFile
from generator.publications import feeds, units
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.text.vietnamese import slug
from tests.builders import a_commune, a_district, a_held_dialogue, a_register, a_site, some_rules
from tests.page_text import section
from tests.places import GOLDEN, REFORM_CASES, REFORMS, ROOT, TEMPLATES
from tests.read_register import read_register

LISTS = (
    (None, ROOT / "seed" / "units-2023.csv"),
    (date(2025, 1, 1), REFORMS / "units-2025-01.csv"),
    (date(2025, 7, 1), REFORMS / "units-2025-07.csv"),
)
LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT = date(2025, 6, 30), date(2025, 7, 1)


def units_through_the_reforms() -> tuple[Unit, ...]:
    """A unit lives on from one list to the next while its code, its name and its district stay the same."""
    lives: dict[tuple[str, ...], list[date | None]] = {}
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for number, (first_day, path) in enumerate(LISTS):
        last_day = LISTS[number + 1][0] - timedelta(days=1) if number + 1 < len(LISTS) else None
        with path.open(encoding="utf-8", newline="") as file:
            listed = list(csv.DictReader(file))
        names = {row["code"]: row["name"] for row in listed}
        for row in listed:
            key = (row["code"], row["name"], names.get(row["parent_code"], ""))
            lives.setdefault(key, [first_day, None])[1] = last_day
            rows[key] = row
    return tuple(_unit(key, rows[key], *life) for key, life in lives.items())


def _unit(key: tuple[str, ...], row: dict[str, str], exists_from: date | None, exists_until: date | None) -> Unit:
    code, name, district = key
    facts = {"code": code, "name": name, "type": row["type"], "exists_from": exists_from, "exists_until": exists_until}
    own_id = f"{slug(name)}-{code}"
    if not district:
        return Unit(own_id, Level(row["level"]), None, UnitFile(id=own_id, level=row["level"], **facts))
    parent_id = f"{slug(district)}-{row['parent_code']}"
    return Unit(f"{parent_id}/{own_id}", Level.COMMUNE, parent_id, Commune(id=own_id, **facts))


@pytest.fixture(scope="module")
def city() -> Register:
    return a_register(units=units_through_the_reforms(), rules=[some_rules(year) for year in (2023, 2024, 2025)])


def entries_of(register: Register, year: int, day: date, **facts: str) -> list[LedgerEntry]:
    return [
        entry for entry in ledger(register, year, day)
        if all(getattr(entry.unit.facts, name) == value for name, value in facts.items())
    ]


@pytest.mark.parametrize(
    ("day", "posts"),
    [
        (date(2023, 9, 15), 464), (date(2024, 12, 31), 464), (date(2025, 1, 1), 364), (LAST_DAY_OF_DISTRICTS, 364),
        (FIRST_DAY_WITHOUT, 228), (date(2025, 12, 31), 228),
    ],
)
def test_the_posts_that_owe_are_those_of_the_units_that_exist_on_the_day(city, day, posts):
    assert progress(city, day.year, day).total.owed == posts


def test_without_districts_nothing_is_owed_at_their_level(city):
    figures = progress(city, 2025, FIRST_DAY_WITHOUT)
    assert (figures.by_level[Level.DISTRICT].owed, figures.by_level[Level.DISTRICT].percent) == (0, None)


def test_the_posts_of_the_districts_and_of_their_communes_add_up_on_each_side_of_a_reform(city):
    for day in (date(2024, 12, 31), date(2025, 1, 1), LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT):
        figures = progress(city, day.year, day)
        assert sum(found.total.owed for found in figures.districts) == figures.total.owed


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2024, 12, 31), "11377"), (date(2025, 1, 1), "11401"), (LAST_DAY_OF_DISTRICTS, "11401"), (FIRST_DAY_WITHOUT, "11581")],
)
def test_one_name_is_one_unit_on_any_day_under_whichever_code_it_then_has(city, day, code):
    assert [unit.facts.code for unit in city.units_counted_on(day) if unit.name == "Phường An Dương"] == [code]


def test_a_code_given_again_is_another_unit(city):
    names = [unit.name for unit in city.units.values() if unit.facts.code == "11401"]
    assert names == ["Phường Nghĩa Xá", "Phường An Dương"]


@pytest.mark.parametrize("rule", [code_names_one_unit_at_a_time, name_is_unique_in_its_district])
def test_codes_and_names_given_again_after_a_reform_are_in_order(city, rule):
    assert list(rule(city, FIRST_DAY_WITHOUT)) == []


def with_dialogue(city: Register, name: str, code: str, day: str, **fields: object) -> Register:
    [unit] = [unit for unit in city.units.values() if unit.facts.code == code and unit.name == name]
    dialogue = a_held_dialogue("cuoc-doi-thoai", day, unit=unit.id, year=int(day[:4]), **fields)
    return a_register(dialogue, units=city.units.values(), rules=city.rules.values())


def test_a_dialogue_of_a_unit_is_not_credited_to_the_next_unit_of_its_code_or_of_its_name(city):
    register = with_dialogue(city, "Phường An Dương", "11377", "2024-10-01")
    credited = [entry.unit.facts.code for entry in ledger(register, 2024, date(2024, 12, 31)) if entry.credited]
    assert credited == ["11377", "11377"]
    for day in (LAST_DAY_OF_DISTRICTS, FIRST_DAY_WITHOUT):
        assert progress(register, 2025, day).total.done == 0


def test_a_dialogue_before_a_reform_counts_while_its_unit_exists_and_passes_to_no_successor(city):
    register = with_dialogue(city, "Phường Lê Lợi", "11581", "2025-03-10")
    assert progress(register, 2025, LAST_DAY_OF_DISTRICTS).total.done == 2
    assert progress(register, 2025, FIRST_DAY_WITHOUT).total.done == 0
    heirs = entries_of(register, 2025, FIRST_DAY_WITHOUT, code="11581", name="Phường An Dương")
    assert {entry.standing for entry in heirs} == {Standing.NOT_REGISTERED}


def test_the_ledger_keeps_a_closed_unit_with_the_dialogue_it_held(city):
    register = with_dialogue(city, "Phường Lê Lợi", "11581", "2025-03-10")
    closed = entries_of(register, 2025, FIRST_DAY_WITHOUT, code="11581", name="Phường Lê Lợi")
    assert [(entry.post, entry.standing, entry.owed, entry.credited) for entry in closed] == [
        (post, Standing.NOT_EXISTING, False, False) for post in Post
    ]
    assert {dialogue.id for entry in closed for dialogue in entry.dialogues} == {"cuoc-doi-thoai"}


@pytest.fixture(scope="module")
def after_the_reform() -> Site:
    """A district and a ward that are closed, and the ward's successor, on a day after the second reform."""
    successor = Unit("phuong-hong-bang", Level.COMMUNE, None, UnitFile(
        id="phuong-hong-bang", level="commune", name="Phường Hồng Bàng", type="phường", exists_from="2025-07-01",
        predecessors=["hong-bang/so-dau"],
    ))
    return a_site(
        a_held_dialogue(day="2025-03-10", year=2025), today=date(2025, 9, 15), rules=[some_rules(2025)],
        units=[
            a_district(exists_until="2025-06-30", successors=["phuong-hong-bang"]),
            a_commune(exists_until="2025-06-30", successors=["phuong-hong-bang"]), successor,
        ],
    )


def page_of(site: Site, address: str) -> PublishedPage:
    [page] = [page for page in units.publish(site) if page.address == address]
    return page


def test_a_closed_unit_keeps_its_page_which_says_so_and_leads_to_its_successor(after_the_reform):
    page = page_of(after_the_reform, "quan-huyen/hong-bang/so-dau/")
    assert "Đơn vị không còn từ sau ngày 30/6/2025" in page.body
    assert 'href="../../../xa-phuong/phuong-hong-bang/"' in page.body


def test_a_closed_units_page_still_shows_the_dialogue_it_held(after_the_reform):
    page = page_of(after_the_reform, "quan-huyen/hong-bang/so-dau/")
    assert "doi-thoai/2025/so-dau-dinh-ky/" in page.body


@pytest.mark.parametrize(
    "address",
    ["lich/hong-bang.ics", "lich/hong-bang/cap-huyen.ics", "lich/hong-bang/so-dau.ics", "lich/xa-phuong/phuong-hong-bang.ics"],
)
def test_a_closed_unit_keeps_its_feeds_beside_its_successors(after_the_reform, address):
    assert address in {file.address for file in feeds.publish(after_the_reform)}


def test_a_successors_page_does_not_show_a_predecessors_dialogue_as_its_own(after_the_reform):
    page = page_of(after_the_reform, "xa-phuong/phuong-hong-bang/")
    assert "doi-thoai/2025/so-dau-dinh-ky/" not in page.body


def with_a_neighbour(tmp_path, **written: str) -> Register:
    """The golden register with the case of a city of Hải Dương, whose successor is a ward of this city."""
    content = tmp_path / "content"
    shutil.copytree(GOLDEN, content)
    units = content / "units"
    shutil.copy(REFORM_CASES / "tp-hai-duong.yml", units)
    ward = "name: Phường Thành Đông\ntype: phường\nlevel: commune\nexists_from: 2025-07-01\n"
    (units / "thanh-dong.yml").write_text(f"{ward}predecessors: [tp-hai-duong, tp-hai-duong/cam-thuong]\n", encoding="utf-8")
    return read_register(content)


def test_units_of_another_province_are_named_and_never_counted(tmp_path):
    register = with_a_neighbour(tmp_path)
    before = read_register(GOLDEN)
    for day in (date(2023, 9, 15), LAST_DAY_OF_DISTRICTS):
        assert len(register.units_counted_on(day)) == len(before.units_counted_on(day))
    assert not [id for id in register.units if id.startswith("tp-hai-duong")]


def test_a_predecessor_of_another_province_is_named_without_a_page(tmp_path):
    site = Site(with_a_neighbour(tmp_path), ObservedDay(date(2025, 9, 15)), TEMPLATES)
    pages = {page.address: page for page in units.publish(site)}
    named = section(pages["xa-phuong/thanh-dong/"], "don-vi-cu")
    assert "Thành phố Hải Dương, Tỉnh Hải Dương (đến ngày 30/6/2025)" in named and "Phường Cẩm Thượng, thành phố Hải Dương" in named
    assert not [address for address in pages if "tp-hai-duong" in address]


def test_a_predecessor_of_another_province_must_be_known(tmp_path):
    register = with_a_neighbour(tmp_path)
    assert list(predecessors_and_successors_are_known(register, FIRST_DAY_WITHOUT)) == []
    unknown = replace(register, elsewhere={})
    assert len(list(predecessors_and_successors_are_known(unknown, FIRST_DAY_WITHOUT))) == 2


def test_a_unit_of_another_province_is_known_by_the_reform_too(tmp_path):
    """Its own record and its heir's name nothing."""
    content = tmp_path / "content"
    shutil.copytree(GOLDEN, content)
    neighbour = (REFORM_CASES / "tp-hai-duong.yml").read_text("utf-8")
    (content / "units/tp-hai-duong.yml").write_text(re.sub(r"(?m)^ *successors: .*\n", "", neighbour), "utf-8")
    (content / "units/thanh-dong.yml").write_text("name: Phường Thành Đông\ntype: phường\nlevel: commune\nexists_from: 2025-07-01\n", "utf-8")
    (content / "reforms").mkdir()
    (content / "reforms/2025-07-01.yml").write_text("changes: [{old: tp-hai-duong/cam-thuong, new: thanh-dong}]\n", "utf-8")
    register = read_register(content)
    assert not [id for id in register.units if id.startswith("tp-hai-duong")]
    assert register.units["thanh-dong"].predecessors == ("tp-hai-duong/cam-thuong",)
