"""Addresses of communes that lie in no district, and of what years and reforms leave behind: none dies."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.building.made import Published
from generator.building.parts import parts_of
from generator.model import Level, Unit, UnitFile
from generator.model.addresses import relative
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, some_rules
from tests.page_text import links
from tests.record_parts import a_commitment, a_conclusion


def a_ward(id: str = "phuong-hong-bang", name: str = "Phường Hồng Bàng", **facts: object) -> Unit:
    return Unit(id, Level.COMMUNE, None, UnitFile(id=id, level="commune", name=name, type=name.split()[0].lower(), **facts))


def published(site: Site) -> dict[str, Published]:
    return {one.address: one for part in parts_of(site) for one in part.publish(site.today)}


@pytest.fixture(scope="module")
def ward_alone() -> dict[str, Published]:
    dialogue = a_held_dialogue(
        "a", "2025-08-15", unit="phuong-hong-bang", year=2025, commitments=[a_commitment()], conclusion=a_conclusion(),
    )
    return published(a_site(dialogue, units=[a_ward()], rules=[some_rules(2025)], today=date(2025, 9, 15)))


PLACES = [
    ("xa-phuong/phuong-hong-bang/", "quan-huyen/phuong-hong-bang/"),
    ("lich/xa-phuong/phuong-hong-bang.ics", "lich/phuong-hong-bang.ics"),
    ("lich/xa-phuong/phuong-hong-bang-du-kien.ics", "lich/phuong-hong-bang-du-kien.ics"),
    ("lich/thoi-han/xa-phuong/phuong-hong-bang.ics", "lich/thoi-han/phuong-hong-bang.ics"),
    ("thay-doi/xa-phuong/phuong-hong-bang.atom", "thay-doi/phuong-hong-bang.atom"),
    ("nhung/xa-phuong/phuong-hong-bang.json", "nhung/phuong-hong-bang.json"),
    ("nhung/xa-phuong/phuong-hong-bang/index.html", "nhung/phuong-hong-bang/index.html"),
    ("ket-luan/xa-phuong/phuong-hong-bang/", "ket-luan/phuong-hong-bang/"),
    ("cam-ket/xa-phuong/phuong-hong-bang/", "cam-ket/phuong-hong-bang/"),
]


@pytest.mark.parametrize(("new", "old"), PLACES)
def test_what_a_commune_had_among_the_districts_is_answered_there_and_stands_in_its_own_folder(ward_alone, new, old):
    assert new in ward_alone and old in ward_alone


@pytest.mark.parametrize(("new", "old"), [places for places in PLACES if places[0].endswith((".ics", ".atom", ".json"))])
def test_a_file_is_the_same_at_its_old_address(ward_alone, new, old):
    now, then = ward_alone[new], ward_alone[old]
    assert isinstance(now, PublishedFile) and isinstance(then, PublishedFile) and now.content == then.content


@pytest.mark.parametrize(("new", "old"), [places for places in PLACES if places[0].endswith("/")])
def test_a_page_leads_on_from_its_old_address(ward_alone, new, old):
    page = ward_alone[old]
    assert isinstance(page, PublishedPage) and page.leads_to == page.canonical_address == new
    assert links(page) == [relative(old, new)]


def test_a_frame_leads_on_from_its_old_address(ward_alone):
    assert b'url=../xa-phuong/phuong-hong-bang/"' in ward_alone["nhung/phuong-hong-bang/index.html"].content


def test_a_register_begun_since_has_no_old_addresses():
    site = a_site(
        units=[a_ward()], rules=[some_rules(2025)], today=date(2025, 9, 15), old_commune_addresses=False,
    )
    assert not [address for address in published(site) if address.startswith("quan-huyen/p") or address == "lich/phuong-hong-bang.ics"]


INDEX = re.compile(r"tim-kiem/[^/]+\.json")
"""Parts of the search page's index, which nothing but the page of the same build asks for."""
DAYS = [date(year, month, day) for year in (2023, 2024, 2025, 2026) for month, day in ((1, 1), (7, 1), (12, 31))]


def test_no_address_ever_dies_through_four_years_and_a_reform():
    last, first = "2025-06-30", "2025-07-01"
    units = [
        a_district(exists_until=last, successors=["phuong-hong-bang"]),
        a_commune(exists_until=last, successors=["phuong-hong-bang"]),
        a_ward(exists_from=first, predecessors=["hong-bang", "hong-bang/so-dau"]),
    ]
    told = {"commitments": [a_commitment()], "conclusion": a_conclusion()}
    dialogues = [
        a_held_dialogue("a", "2023-03-15", unit="hong-bang", **told), a_held_dialogue("b", "2024-08-15", year=2024, **told),
        a_held_dialogue("c", "2025-08-15", unit="phuong-hong-bang", year=2025, **told),
    ]
    lost: dict[date, set[str]] = {}
    ever: set[str] = set()
    for today in DAYS:
        known = [dialogue for dialogue in dialogues if dialogue.held and dialogue.schedule[-1].day <= today]
        years = [some_rules(year) for year in range(2023, today.year + 1)]
        addresses = set(published(a_site(*known, units=units, rules=years, today=today)))
        addresses -= {address for address in addresses if INDEX.fullmatch(address)}
        lost[today] = ever - addresses
        ever |= addresses
    assert not any(lost.values()) and "ket-luan/hong-bang/" in ever
