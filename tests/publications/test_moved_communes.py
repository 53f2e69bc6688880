"""A commune that goes to another district keeps its address, and what is told of a day is told in the district of that day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from generator.building.parts import parts_of
from generator.checks.belonging_rules import unit_is_known
from generator.checks.unit_rules import name_is_unique_in_its_district
from generator.consequences.duties import duties
from generator.consequences.duty import DutyKind
from generator.consequences.progress import progress
from generator.keeping.observed_day import ObservedDay
from generator.tables.units import UNITS
from tests.builders import a_commune, a_district, a_held_dialogue, a_register, a_site, some_rules
from tests.record_parts import a_commitment

EARLIER = [{"until": "2023-12-31", "parent": "hong-bang", "name": "Xã Đại Bản", "type": "xã"}]
UNITS_THERE = (
    a_district(), a_commune(), a_commune("hong-bang/dai-ban", "Phường Đại Bản", parent="an-duong", earlier=EARLIER),
    a_district("an-duong", "Huyện An Dương"), a_commune("an-duong/le-loi", "Phường Lê Lợi"),
)
MOVED = "hong-bang/dai-ban"
THEN = a_held_dialogue("khi-truoc", "2023-12-15", unit=MOVED, commitments=[a_commitment()])
NOW = a_held_dialogue("bay-gio", "2024-01-15", unit=MOVED, year=2024)
REGISTER = {"units": UNITS_THERE, "rules": (some_rules(), some_rules(2024))}
TODAY = date(2024, 2, 15)


@pytest.fixture(scope="module")
def site():
    return a_site(THEN, NOW, today=TODAY, **REGISTER)


@pytest.fixture(scope="module")
def published(site) -> dict[str, str]:
    """As a build makes it: each part by itself."""
    made = [one for part in parts_of(site) for one in part.publish(ObservedDay(TODAY))]
    often = Counter(one.address for one in made)
    assert not [address for address, times in often.items() if times > 1]
    return {one.address: one.body if hasattr(one, "body") else one.content for one in made}


def test_its_page_stays_where_it_was_and_lists_what_it_held_in_both(published):
    page = published["quan-huyen/hong-bang/dai-ban/"]
    assert "doi-thoai/2023/khi-truoc" in page and "doi-thoai/2024/bay-gio" in page
    assert "<h1>Phường Đại Bản, huyện An Dương</h1>" in page
    assert "Trước đây: Xã Đại Bản, quận Hồng Bàng (đến hết ngày 31/12/2023)." in page


def test_what_it_held_is_told_in_the_district_of_the_day(published):
    assert "Xã Đại Bản, quận Hồng Bàng" in published["doi-thoai/2023/khi-truoc/"]
    assert "Phường Đại Bản, huyện An Dương" in published["doi-thoai/2024/bay-gio/"]


@pytest.mark.parametrize(("district", "held", "not_held"), [
    ("hong-bang", "khi-truoc", "bay-gio"), ("an-duong", "bay-gio", "khi-truoc"),
])
def test_the_feed_of_a_district_has_what_was_held_in_it(published, district, held, not_held):
    feed = published[f"lich/{district}.ics"].decode()
    assert held in feed and not_held not in feed


def test_its_own_feed_has_all_that_it_held(published):
    feed = published["lich/hong-bang/dai-ban.ics"].decode()
    assert "khi-truoc" in feed and "bay-gio" in feed


@pytest.mark.parametrize(("day", "counted"), [
    (date(2023, 12, 31), {"hong-bang": 6, "an-duong": 4}), (TODAY, {"hong-bang": 4, "an-duong": 6}),
])
def test_it_is_counted_with_the_district_of_the_day(site, day, counted):
    figures = progress(site.register, day.year, day)
    assert {found.district.id: found.total.owed for found in figures.districts} == counted


def test_the_progress_of_a_year_lists_it_in_the_district_of_that_year(published):
    for year, district in ((2023, "hong-bang"), (2024, "an-duong")):
        page = published[f"tien-do/{year}/" if year == 2023 else "tien-do/"]
        names = {2023: "Xã Đại Bản", 2024: "Phường Đại Bản"}
        [group] = re.findall(rf'id="so-{district}">.*?</details>', page, re.DOTALL)
        assert names[year] in group


def test_the_page_of_its_district_lists_it_today(published):
    assert "Phường Đại Bản" in published["quan-huyen/an-duong/"]
    assert "Đại Bản" not in published["quan-huyen/hong-bang/"]


def test_what_it_still_owes_is_asked_of_it_in_its_district_of_today(site):
    owed = {
        district: [duty.kind for duty in duties(site, site.register.units[district]) if duty.commitment]
        for district in ("hong-bang", "an-duong")
    }
    assert owed == {"hong-bang": [], "an-duong": [DutyKind.KEEP_COMMITMENT]}


def test_a_district_may_serve_it_on_days_on_which_it_lay_in_it():
    served = {
        year: a_held_dialogue(f"cuoc-{year}", f"{year}-08-15", unit="hong-bang", year=year, serves=[MOVED]) for year in (2023, 2024)
    }
    found = list(unit_is_known(a_register(*served.values(), **REGISTER), TODAY))
    assert [finding.record for finding in found] == ["dialogues/cuoc-2024"]


def test_its_name_may_be_taken_again_where_it_was():
    again = a_commune("hong-bang/dai-ban-moi", "Phường Đại Bản")
    assert list(name_is_unique_in_its_district(a_register(units=(*UNITS_THERE, again)), TODAY)) == []


def test_the_open_data_tell_what_it_was_before(site):
    [(_, rows)] = UNITS.rows(site)
    [row] = [row for row in rows if row.unit == MOVED]
    assert (row.district, row.earlier) == ("an-duong", [
        "2023-12-31 unit_name=Xã Đại Bản", "2023-12-31 type=xã", "2023-12-31 district=hong-bang",
    ])
