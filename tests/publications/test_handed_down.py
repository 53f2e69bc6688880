"""What is owed outlives its unit: it stands on the pages of those after it, under the name of the old one, and in no figure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.building.parts import parts_of
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Level, Unit, UnitFile
from generator.publications import commitments, conclusions, deadlines, dialogues, quiet_years, units
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, published_by, rules_of_2025, some_rules
from tests.page_text import links, section, shown
from tests.record_parts import a_commitment, a_conclusion, an_update

TODAY = date(2025, 9, 15)
TAKEN = {"unit": "phuong-hong-bang", "taken_over_on": "2025-07-15"}
HEIR, OTHER_HEIR, STRANGER = (f"xa-phuong/{id}/" for id in ("phuong-hong-bang", "phuong-hong-an", "phuong-le-chan"))


def a_ward(id: str, name: str, **facts: Any) -> Unit:
    return Unit(id, Level.COMMUNE, None, UnitFile(
        id=id, level="commune", name=name, type="phường", exists_from="2025-07-01", **facts,
    ))


def three_eras() -> list[Unit]:
    """A ward that two reforms closed: the second left two units after it, and one that has nothing to do with it."""
    after = ["phuong-hong-bang", "phuong-hong-an"]
    return [
        a_district(exists_until="2025-06-30", successors=after),
        a_commune("hong-bang/ha-ly", "Phường Hạ Lý", exists_until="2024-12-31", successors=["hong-bang/so-dau"]),
        a_commune(exists_until="2025-06-30", successors=after),
        a_ward("phuong-hong-bang", "Phường Hồng Bàng"), a_ward("phuong-hong-an", "Phường Hồng An"),
        a_ward("phuong-le-chan", "Phường Lê Chân"),
    ]


def promised(*updates: Any, unit: str = "hong-bang/so-dau", day: str = "2025-03-10", **fields: Any) -> Dialogue:
    return a_held_dialogue("loi-hua", day, unit=unit, year=int(day[:4]), commitments=[a_commitment(*updates, **fields)])


def site_of(*held: Dialogue, **more: Any) -> Site:
    rules = [some_rules(2024), rules_of_2025()]
    return a_site(*held, **{"units": three_eras(), "rules": rules, "today": TODAY, **more})


def pages_of(site: Site, *modules: Any) -> dict[str, PublishedPage]:
    published = (page for module in modules for page in published_by(module, site))
    return {page.address: page for page in published if isinstance(page, PublishedPage)}


@pytest.mark.parametrize("heir", [HEIR, OTHER_HEIR])
@pytest.mark.parametrize("unit", ["hong-bang/so-dau", "hong-bang"])
def test_an_open_commitment_stands_on_the_page_of_each_unit_after_its_own(heir, unit):
    page = pages_of(site_of(promised(unit=unit)), units)[heir]
    told = section(page, "cam-ket-don-vi-cu")
    assert "Sửa đường ngõ 12" in told and "Chưa có đơn vị nhận tiếp" in told
    assert "../../doi-thoai/2025/loi-hua/#cam-ket-1" in links(page)


def test_it_goes_down_through_every_reform():
    page = pages_of(site_of(promised(unit="hong-bang/ha-ly", day="2024-03-10")), units)[HEIR]
    assert "Phường Hạ Lý" in section(page, "cam-ket-don-vi-cu")


def test_who_took_it_over_and_when_is_told_to_all_after_it():
    site = site_of(promised(taken_over_by=[TAKEN]))
    for heir in (HEIR, OTHER_HEIR):
        assert "Từ ngày 15/7/2025: Phường Hồng Bàng" in section(pages_of(site, units)[heir], "cam-ket-don-vi-cu")


def test_a_unit_that_comes_after_another_one_and_took_it_over_shows_it_with_its_reason():
    taken = {**TAKEN, "unit": "phuong-le-chan", "reason": "Theo phân công của thành phố"}
    told = section(pages_of(site_of(promised(taken_over_by=[taken])), units)[STRANGER], "cam-ket-don-vi-cu")
    assert "Từ ngày 15/7/2025: Phường Lê Chân (Theo phân công của thành phố)" in told


def test_what_a_unit_took_over_itself_stands_before_what_nobody_did_and_that_before_what_others_did():
    others = {**TAKEN, "unit": "phuong-hong-an"}
    own = [
        a_commitment(id=str(number), text=text, due=f"2025-05-0{number}", taken_over_by=taken)
        for number, (text, taken) in enumerate([("Của nơi khác", [others]), ("Chưa ai nhận", []), ("Đã nhận", [TAKEN])], start=1)
    ]
    held = a_held_dialogue("loi-hua", "2025-03-10", unit="hong-bang/so-dau", year=2025, commitments=own)
    told = section(pages_of(site_of(held), units)[HEIR], "cam-ket-don-vi-cu")
    assert told.startswith(
        "3 cam kết: 1 do phường Hồng Bàng nhận tiếp; 1 chưa có đơn vị nhận tiếp; 1 do đơn vị khác nhận tiếp. "
        "Không tính vào số liệu của phường Hồng Bàng."
    )
    places = [told.index(text) for text in ("Đã nhận", "Chưa ai nhận", "1 cam kết tiếp theo của đơn vị cũ", "Của nơi khác")]
    assert places == sorted(places)


def test_a_unit_that_has_nothing_to_do_with_it_shows_nothing():
    assert "đơn vị cũ" not in shown(pages_of(site_of(promised()), units)[STRANGER].body).lower()


def test_before_the_reform_it_is_its_own_units_alone():
    site = site_of(promised(), today=date(2025, 6, 30))
    assert section(pages_of(site, units)[HEIR], "cam-ket-don-vi-cu") == ""


def test_one_that_was_kept_before_the_reform_is_handed_to_nobody():
    pages = pages_of(site_of(promised(an_update("2025-06-20", "kept"))), units, quiet_years)
    assert section(pages[HEIR], "cam-ket-don-vi-cu") == "" and "cam-ket/xa-phuong/phuong-hong-bang/" not in pages


def test_one_that_was_kept_after_it_stands_in_the_list_and_no_more_among_what_is_open():
    pages = pages_of(site_of(promised(an_update("2025-08-20", "kept"))), units, quiet_years)
    assert section(pages[HEIR], "cam-ket-don-vi-cu") == ""
    assert "1 cam kết khác của đơn vị cũ nay đã có kết quả xử lý" in section(pages[HEIR], "cam-ket")
    assert "../../cam-ket/xa-phuong/phuong-hong-bang/#don-vi-cu" in links(pages[HEIR])
    assert "Sửa đường ngõ 12" in section(pages["cam-ket/xa-phuong/phuong-hong-bang/"], "don-vi-cu")


def test_the_list_of_a_unit_with_promises_of_its_own_counts_those_of_old_units_apart():
    own = a_held_dialogue("cua-minh", "2025-08-10", unit="phuong-hong-bang", year=2025, commitments=[a_commitment(text="Lát vỉa hè")])
    page = pages_of(site_of(promised(), own), commitments)["cam-ket/xa-phuong/phuong-hong-bang/"]
    assert "1 cam kết: " in shown(page.body) and "Sửa đường ngõ 12" in section(page, "don-vi-cu")


@pytest.mark.parametrize("taken", [[], [TAKEN]])
def test_its_own_page_and_its_units_say_who_took_it_over_or_that_nobody_did(taken):
    pages = pages_of(site_of(promised(taken_over_by=taken)), units, dialogues)
    told = "Từ ngày 15/7/2025: Phường Hồng Bàng" if taken else "Chưa có đơn vị nhận tiếp"
    assert told in shown(pages["doi-thoai/2025/loi-hua/"].body) and told in section(pages["quan-huyen/hong-bang/so-dau/"], "cam-ket")


def test_a_conclusion_that_was_not_sent_when_its_unit_was_no_more_stands_on_the_pages_of_those_after_it():
    held = a_held_dialogue("hoi-nghi", "2025-06-25", unit="hong-bang", year=2025)
    pages = pages_of(site_of(held), units, quiet_years)
    assert "quận Hồng Bàng" in section(pages[HEIR], "ket-luan-don-vi-cu")
    assert "Chưa có Thông báo kết luận" in section(pages["ket-luan/xa-phuong/phuong-hong-bang/"], "don-vi-cu")


def test_once_it_is_sent_it_is_owed_no_more_and_keeps_its_place_in_the_list():
    held = a_held_dialogue("hoi-nghi", "2025-06-25", unit="hong-bang", year=2025, conclusion=a_conclusion(sent_on="2025-07-20"))
    pages = pages_of(site_of(held), units, quiet_years, conclusions)
    assert section(pages[HEIR], "ket-luan-don-vi-cu") == ""
    assert "15-TB/QU" in section(pages["ket-luan/xa-phuong/phuong-hong-bang/"], "don-vi-cu")


def test_one_that_was_sent_in_time_is_handed_to_nobody():
    held = a_held_dialogue("hoi-nghi", "2025-06-01", unit="hong-bang", year=2025, conclusion=a_conclusion(sent_on="2025-06-05"))
    assert "ket-luan/xa-phuong/phuong-hong-bang/" not in pages_of(site_of(held), quiet_years)


@pytest.mark.parametrize(("taken", "calendars"), [
    ([], {"phuong-hong-bang", "phuong-hong-an"}), ([TAKEN], {"phuong-hong-bang"}),
])
def test_its_day_stands_in_the_staff_calendar_of_whoever_answers_for_it(taken, calendars):
    files = {file.address: file.content.decode() for file in published_by(deadlines, site_of(promised(taken_over_by=taken)))}
    named = {address for address, text in files.items() if "thoi-han/loi-hua/keep-commitment/1@" in text.replace("\r\n ", "")}
    assert {address.rpartition("/")[2] for address in named} == {"thoi-han.ics", *(f"{id}.ics" for id in calendars)}


@pytest.mark.parametrize(("feed", "is_told"), [
    ("thay-doi/thanh-pho.atom", True), ("thay-doi/hong-bang.atom", True), ("thay-doi/xa-phuong/phuong-hong-bang.atom", True),
    ("thay-doi/xa-phuong/phuong-le-chan.atom", False),
])
def test_a_take_over_is_news_of_the_city_of_the_old_unit_and_of_the_one_that_takes_over(feed, is_told):
    site = site_of(promised(taken_over_by=[TAKEN]), today=date(2025, 7, 20))
    made = (one for part in parts_of(site) for one in part.publish(ObservedDay(date(2025, 7, 20))))
    [told] = [file.content.decode() for file in made if file.address == feed]
    news = "Cam kết của đơn vị cũ có đơn vị nhận tiếp: Sửa đường ngõ 12"
    assert (news in told, "Đơn vị nhận tiếp từ ngày 15/7/2025: Phường Hồng Bàng" in told) == (is_told, is_told)


@pytest.mark.parametrize(("today", "is_told"), [(TODAY, False), (date(2025, 6, 30), True)])
def test_that_one_person_holds_both_posts_is_said_of_no_unit_that_is_no_more(today, is_told):
    closed = a_district(exists_until="2025-06-30", one_person_in_both_posts=[{"one_person_from": "2024-01-01"}])
    page = pages_of(site_of(promised(unit="hong-bang"), units=[closed, *three_eras()[1:]], today=today), units)
    assert ("Một người đang giữ cả hai chức danh" in page["quan-huyen/hong-bang/"].body) == is_told


@pytest.mark.parametrize("address", ["ket-luan/", "cam-ket/"])
def test_in_a_year_of_two_eras_districts_stand_first_and_are_said_to_hold_their_communes(address):
    after = a_held_dialogue("sau", "2025-08-10", unit="phuong-hong-an", year=2025, commitments=[a_commitment()])
    page = pages_of(site_of(promised(), after), conclusions, commitments)[address].body
    table = page.partition("xếp theo vần; trước đó là cấp huyện, gồm cả cấp xã</caption>")[2]
    assert 0 < table.index("Quận Hồng Bàng") < table.index("Phường Hồng An")


def test_a_closed_unit_says_since_when_and_nothing_of_rules_to_come():
    page = pages_of(site_of(promised()), units)["quan-huyen/hong-bang/so-dau/"].body
    assert "Đơn vị không còn từ sau ngày 30/6/2025</strong>, không có cuộc" in page
    assert 'id="quy-dinh"' not in page and "Sao chép mã nhúng" not in page
