"""A district's list for a quarter: what stands in it, and from where it is found."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model import Dialogue
from generator.publications import quarter_lists
from generator.site.published import PublishedPage
from tests.builders import a_dialogue, a_district, a_held_dialogue, a_site, some_rules
from tests.page_text import shown
from tests.record_parts import a_registration, an_announcement, postponed


def lists_of(*dialogues: Dialogue, **register: object) -> dict[str, PublishedPage]:
    return {page.address: page for page in quarter_lists.publish_present(a_site(*dialogues, **register))}


def quarters_with(dialogue: Dialogue) -> list[str]:
    return [address.split("/")[-2] for address, page in lists_of(dialogue).items() if f"/{dialogue.id}/" in page.body]


@pytest.mark.parametrize("dialogue, quarters", [
    (a_held_dialogue("x", "2023-06-30"), ["quy-2-2023"]),
    (a_dialogue("x", an_announcement("2023-10-01")), ["quy-4-2023"]),
    (a_dialogue("x", an_announcement("2023-09-20"), postponed()), ["quy-3-2023"]),
    (a_dialogue("x", registration=a_registration("2023-10")), ["quy-4-2023"]),
    (a_dialogue("x", registration=a_registration("2023-Q2")), ["quy-2-2023"]),
    (a_dialogue("x", an_announcement("2023-09-20"), registration=a_registration("2023-Q2")), ["quy-3-2023"]),
    (a_dialogue("x", an_announcement("2023-09-20"), unit="hong-bang"), ["quy-3-2023"]),
    (a_dialogue("x", held={}), []),
])
def test_a_dialogue_stands_in_the_quarter_of_its_day_or_of_its_plan(dialogue, quarters):
    assert quarters_with(dialogue) == quarters


def test_only_districts_have_lists_and_only_for_years_with_rules():
    assert list(lists_of(rules=[some_rules(2023), some_rules(2025)])) == [
        f"quan-huyen/hong-bang/quy-{quarter}-{year}/" for year in (2023, 2025) for quarter in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize("last_day, last_list", [("2023-06-30", "quy-4-2023"), ("2023-12-31", "quy-4-2024")])
def test_a_district_that_is_closed_keeps_what_had_been_published_and_has_no_later_lists(last_day, last_list):
    years = [some_rules(year) for year in (2023, 2024, 2025)]
    before, after = (lists_of(units=[a_district(exists_until=day)], rules=years[:2]) for day in (None, last_day))
    assert before.keys() >= after.keys() and list(after)[-1].endswith(f"{last_list}/")
    assert list(lists_of(units=[a_district(exists_until=last_day)], rules=years)) == list(after)


def test_a_district_has_no_lists_of_quarters_before_it_was_there():
    assert [address[-11:-1] for address in lists_of(units=[a_district(exists_from="2023-07-01")])] == ["quy-3-2023", "quy-4-2023"]


@pytest.mark.parametrize("number, last", [(1, date(2023, 3, 31)), (2, date(2023, 6, 30)), (4, date(2023, 12, 31))])
def test_a_quarter_ends_with_its_third_month(number, last):
    assert quarter_lists.quarter_of(2023, number).last_day == last


def test_the_list_counts_what_it_lists_by_status():
    page = lists_of(a_held_dialogue("a", "2023-07-15"), a_dialogue("b", an_announcement()))["quan-huyen/hong-bang/quy-3-2023/"]
    assert "2 cuộc của quận Hồng Bàng và các phường trực thuộc: 1 đã tổ chức; 1 sắp tổ chức." in shown(page.body)


def test_an_empty_list_says_what_the_rule_asks():
    page = lists_of()["quan-huyen/hong-bang/quy-4-2023/"]
    assert "Chưa có cuộc đối thoại nào của quận Hồng Bàng" in shown(page.body) and "Hướng dẫn năm 2023" in page.body
