"""The calendar page: each dialogue stands where its state puts it, in the order of time."""

from __future__ import annotations

import re

import pytest

from generator.publications import calendar
from generator.site.published import PublishedPage
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.page_text import section
from tests.record_parts import a_registration, an_announcement, cancelled, postponed

SECTIONS = (
    "hom-nay", "thang-2023-9", "thang-2023-10", "tam-hoan", "da-dang-ky", "qua-du-kien", "cho-bao-cao", "da-huy",
)


def the_page(*dialogues, **register: object) -> PublishedPage:
    [page] = calendar.publish(a_site(*dialogues, **register))
    return page


@pytest.mark.parametrize("where, dialogue", [
    ("hom-nay", a_dialogue("x", an_announcement("2023-09-15"))),
    ("thang-2023-9", a_dialogue("x", an_announcement("2023-09-16"))),
    ("thang-2023-10", a_dialogue(
        "x", an_announcement("2023-09-20"), an_announcement("2023-10-02", "2023-09-01", reason="Bão"),
    )),
    ("thang-2023-10", a_dialogue("x", an_announcement("2023-10-02", start=None))),
    ("tam-hoan", a_dialogue("x", an_announcement("2023-09-20"), postponed())),
    ("da-dang-ky", a_dialogue("x", registration=a_registration("2023-10"))),
    ("da-dang-ky", a_dialogue("x", registration=a_registration("2023-Q3"))),
    ("qua-du-kien", a_dialogue("x", registration=a_registration("2023-08"))),
    ("cho-bao-cao", a_dialogue("x", an_announcement("2023-09-14"))),
    ("da-huy", a_dialogue("x", an_announcement("2023-09-20"), cancelled())),
])
def test_a_dialogue_stands_in_the_one_section_of_its_state(where, dialogue):
    page = the_page(dialogue)
    assert [id for id in SECTIONS if "Đối thoại định kỳ của" in section(page, id)] == [where]


@pytest.mark.parametrize("dialogue", [
    a_held_dialogue("x", "2023-09-01"),
    a_dialogue("x", an_announcement("2023-06-16"), cancelled("2023-06-01")),
    a_dialogue("x", an_announcement("2021-09-14")),
])
def test_what_is_over_or_long_past_is_not_listed(dialogue):
    assert "/x/" not in the_page(dialogue).body


def test_what_has_waited_for_its_report_since_last_year_is_listed_still():
    page = the_page(a_dialogue("x", an_announcement("2022-11-14", "2022-10-01"), year=2022))
    assert "Đối thoại định kỳ của" in section(page, "cho-bao-cao")


def test_a_cancelled_dialogue_stays_for_ninety_days():
    page = the_page(a_dialogue("x", an_announcement("2023-06-17"), cancelled("2023-06-01")))
    assert "17/6/2023" in section(page, "da-huy")


def test_a_postponed_dialogue_shows_its_old_day():
    page = the_page(a_dialogue("x", an_announcement("2023-09-20"), postponed()))
    assert "Chưa có ngày mới (lịch cũ: thứ Tư, ngày 20/9/2023" in section(page, "tam-hoan")


def test_earlier_days_come_first():
    page = the_page(
        a_dialogue("a", an_announcement("2023-09-28")), a_dialogue("b", an_announcement("2023-09-21", start="14:00")),
        a_dialogue("c", an_announcement("2023-09-21", start="08:00")),
    )
    assert re.findall(r"doi-thoai/2023/(\w)/", page.body) == ["c", "b", "a"]


def test_a_row_carries_what_the_filters_choose_by():
    page = the_page(a_dialogue("x", an_announcement(), kind="thematic", audiences=["thanh-nien", "phu-nu"]))
    assert 'data-district="hong-bang" data-kind="thematic" data-audience="thanh-nien phu-nu"' in page.body


def test_the_filters_offer_districts_that_exist():
    units = [a_district(), a_district("cu", "Quận Cũ", exists_until="2023-06-30"), a_commune()]
    page = the_page(a_dialogue("x", an_announcement()), units=units)
    assert re.findall(r'<option value="(hong-bang|cu)">', page.body) == ["hong-bang"]


def test_nothing_is_offered_to_choose_by_where_nothing_is_listed():
    assert ["data-filter" in page.body for page in (the_page(), the_page(a_dialogue("x", an_announcement())))] == [False, True]


def test_nothing_to_come_says_what_the_rule_asks_and_by_when():
    assert "Hạn đăng ký kế hoạch: trước ngày 01/3/2023" in section(the_page(a_held_dialogue()), "sap-to-chuc")


def test_the_feed_is_offered_under_its_own_address():
    assert "https://doithoai.example/lich/thanh-pho.ics" in section(the_page(), "theo-doi")


def test_a_dialogue_of_a_year_without_rules_yet_is_listed():
    page = the_page(a_dialogue("x", an_announcement("2024-01-10", "2023-09-01")))
    assert "10/01/2024" in section(page, "thang-2024-1")


def test_hostile_text_stays_text():
    assert "<b>x</b>" not in the_page(a_dialogue("x", an_announcement(venue={"name": "<b>x</b>"}))).body
