"""Communes of a city without districts stand by areas where the register names some: to be found, and for nothing else."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.checks.register_rules import area_holds_units_at_the_top
from generator.model import Dialogue, Level, Unit, UnitFile
from generator.publications import calendar, home, progress_pages, subscribe, unit_list
from generator.site.site import Site
from tests.builders import a_dialogue, a_held_dialogue, a_site, published_at, some_rules
from tests.page_text import section
from tests.record_parts import an_announcement

TODAY = date(2026, 9, 15)
AREAS = [{"name": "Khu vực Lê Chân", "units": ["an-bien", "le-chan"]}, {"name": "Khu vực Hồng Bàng", "units": ["hong-an"]}]
NAMES = {"an-bien": "Phường An Biên", "hong-an": "Phường Hồng An", "le-chan": "Phường Lê Chân", "kien-hai": "Xã Kiến Hải"}


def a_city(*dialogues: Dialogue, **facts: object) -> Site:
    units = [
        Unit(id, Level.COMMUNE, None, UnitFile(id=id, level="commune", name=name, type=name.split()[0].lower()))
        for id, name in NAMES.items()
    ]
    target = {"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "guidance"}
    cutoffs = {"annual_report": "2026-12-31", "year_end": "2026-12-31"}
    return a_site(*dialogues, units=units, rules=[some_rules(2026, target=target, cutoffs=cutoffs)], today=TODAY, **facts)


def test_the_list_of_units_has_them_by_area_in_the_order_of_the_register_and_the_others_last():
    [page] = unit_list.publish(a_city(areas=AREAS, old_commune_addresses=False))
    listed = section(page, "khu-vuc")
    order = [listed.index(name) for name in ("Khu vực Lê Chân", "Khu vực Hồng Bàng", "Các đơn vị khác")]
    assert order == sorted(order) and "Xã, phường theo vần (4)" in page.body


def test_the_calendar_is_filtered_by_units_within_their_areas():
    [page] = calendar.publish(a_city(a_dialogue("x", an_announcement("2026-10-20"), unit="hong-an"), areas=AREAS))
    assert page.body.count("<optgroup") == 3 and '<optgroup label="Khu vực Hồng Bàng">\n<option value="hong-an">' in page.body


def test_the_ledger_of_posts_has_a_fold_for_each_area():
    page = published_at("tien-do/2026/", progress_pages, a_city(areas=AREAS))
    folds = re.findall(r"<summary><span>(.*?)</span>", page.body)
    assert folds == ["Khu vực Lê Chân", "Khu vực Hồng Bàng", "Các đơn vị khác"]


def test_each_area_of_the_ledger_says_how_many_of_its_posts_have_held_theirs():
    held = a_held_dialogue("x", "2026-08-15", unit="an-bien", year=2026, presided_by=["party"])
    page = published_at("tien-do/2026/", progress_pages, a_city(held, areas=AREAS))
    assert re.findall(r"<small[^>]*>(.*?)</small></summary>", page.body) == ["1 trên 4 chức danh", "0 trên 2 chức danh", "0 trên 2 chức danh"]


def test_the_figures_of_one_level_are_told_once_and_cut_offs_of_one_day_together():
    page = published_at("tien-do/2026/", progress_pages, a_city())
    assert section(page, "theo-cap").count("trên 8") == 1 and "Theo chức danh" in page.body
    assert re.findall(r'<th scope="row">(Chốt.*?)</th>', page.body) == ["Chốt số liệu báo cáo năm<br>Hết năm"]


def test_the_finder_of_the_home_page_finds_a_unit_by_its_area_too():
    [page] = home.publish(a_city(areas=AREAS))
    assert re.search(r"Phường Hồng An</a> \(Khu vực Hồng Bàng\)</li>", page.body)
    assert re.search(r"Xã Kiến Hải</a></li>", page.body)


def test_the_subscribe_page_has_calendars_by_area_and_the_others_last():
    [page] = subscribe.publish(a_city(areas=AREAS))
    assert re.findall(r"<h4[^>]*>(.*?)</h4>", page.body) == ["Khu vực Lê Chân", "Khu vực Hồng Bàng", "Các đơn vị khác"]
    assert "Phường Hồng An</a> (Khu vực Hồng Bàng)" in page.body


def test_without_areas_nothing_speaks_of_them():
    pages = [page.body for publish in (unit_list.publish, calendar.publish) for page in publish(a_city())]
    assert not [page for page in pages if "khu-vuc" in page or "<optgroup" in page]


@pytest.mark.parametrize("units", [["hong-bang/so-dau"], ["an-bien", "an-bien"]], ids=["in another unit", "twice"])
def test_an_area_names_units_at_the_top_once(units):
    site = a_city(areas=[{"name": "Khu vực", "units": units}])
    assert len(list(area_holds_units_at_the_top(site.register, TODAY))) == 1
