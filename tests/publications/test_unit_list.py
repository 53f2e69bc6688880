"""The list of all units, in the order of a Vietnamese dictionary."""

from __future__ import annotations

from functools import cache

from generator.site.published import PublishedPage
from generator.text.vietnamese import unit_sort_key
from tests.builders import a_commune, a_district, a_site
from tests.page_text import links, section
from tests.publications.unit_register import merged_units, old_namesakes, pages_of


def many_units() -> list:
    return [
        a_district(), a_district("an-duong", "Huyện An Dương"), a_district("le-chan", "Quận Lê Chân"),
        a_commune("hong-bang/phuong-10", "Phường 10"), a_commune("hong-bang/phuong-2", "Phường 2"),
        a_commune("le-chan/du-hang", "Phường Dư Hàng"), a_commune("an-duong/dang-cuong", "Xã Đặng Cương"),
        a_commune("le-chan/an-bien", "Phường An Biên"), a_commune("an-duong/an-duong", "Thị trấn An Dương"),
        a_commune("an-duong/an-hoa", "Xã Ân Hòa"), a_commune("le-chan/an-duong", "Phường An Dương"),
    ]


@cache
def list_page() -> PublishedPage:
    return pages_of(a_site(units=many_units()))["quan-huyen/"]


def test_the_list_holds_every_unit():
    linked = {link for link in links(list_page()) if not link.startswith(("#", ".."))}
    assert linked == {f"{unit.id}/" for unit in many_units()}


def test_the_list_runs_as_a_vietnamese_dictionary_without_the_units_types():
    assert section(list_page(), "xa-phuong") == (
        "Đến vần: 0–9 A Â D Đ 0–9 Phường 2, quận Hồng Bàng Phường 10, quận Hồng Bàng "
        "A Phường An Biên, quận Lê Chân Thị trấn An Dương, huyện An Dương Phường An Dương, quận Lê Chân "
        "Â Xã Ân Hòa, huyện An Dương D Phường Dư Hàng, quận Lê Chân Đ Xã Đặng Cương, huyện An Dương"
    )


def test_districts_run_in_the_same_order():
    text = section(list_page(), "quan-huyen")
    names = ["Huyện An Dương", "Quận Hồng Bàng", "Quận Lê Chân"]
    assert sorted(names, key=unit_sort_key) == sorted(names, key=text.index) == names


def test_a_closed_unit_stays_in_the_list():
    page = pages_of(a_site(units=merged_units()))["quan-huyen/"]
    assert section(page, "khong-con") == "Phường Sở Dầu, quận Hồng Bàng"


def test_many_closed_units_stand_behind_a_fold_at_the_address_of_their_heading():
    old = [a_commune(f"hong-bang/phuong-{number}", f"Phường {number}", exists_until="2023-03-31") for number in range(1, 22)]
    page = pages_of(a_site(units=[*many_units(), *old]))["quan-huyen/"]
    assert '<summary><h2 id="khong-con">Đơn vị cũ, nay không còn (21)</h2></summary>' in page.body


def test_two_old_units_of_one_name_are_told_apart_by_their_last_days():
    page = pages_of(a_site(units=old_namesakes()))["quan-huyen/"]
    assert section(page, "khong-con") == (
        "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/3/2023) Phường Sở Dầu, quận Hồng Bàng (đến ngày 30/6/2023)"
    )
