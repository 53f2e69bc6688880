"""2025 over the real lists: 364 posts owed under the guidance to 30 June, 228 under Law 72 from 1 July."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.progress import Share, progress
from generator.model import Register
from generator.publications import progress_pages
from generator.site.site import Site
from tests.builders import a_held_dialogue, a_register, a_site, published_at, rules_of_2025, some_rules
from tests.building.test_reforms import units_through_the_reforms
from tests.page_text import shown

FIRST_HALF, SECOND_HALF, TODAY = date(2025, 6, 30), date(2025, 12, 31), date(2026, 11, 28)
HELD_IN_FIRST, HELD_IN_SECOND = 72, 30


@pytest.fixture(scope="module")
def city() -> Site:
    units = units_through_the_reforms()
    of_first = [unit.id for unit in units if unit.level.owes and unit.exists_on(FIRST_HALF)][:HELD_IN_FIRST]
    of_second = [unit.id for unit in units if unit.level.owes and unit.exists_on(SECOND_HALF)][:HELD_IN_SECOND]
    return a_site(
        *(a_held_dialogue(f"mot-{number}", "2025-04-10", unit=id, year=2025) for number, id in enumerate(of_first)),
        *(a_held_dialogue(f"hai-{number}", "2025-09-10", unit=id, year=2025) for number, id in enumerate(of_second)),
        units=units, rules=[some_rules(2023), some_rules(2024), rules_of_2025(), some_rules(2026, target={
            "posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "guidance",
        })],
        today=TODAY,
    )


@pytest.mark.parametrize(
    ("day", "posts"),
    [
        (date(2023, 9, 15), 464), (date(2024, 12, 31), 464), (date(2025, 1, 1), 364), (FIRST_HALF, 364),
        (date(2025, 7, 1), 228), (TODAY, 228),
    ],
)
def test_the_six_denominators(city, day, posts):
    assert progress(city.register, day.year, day).total.owed == posts


def test_each_half_has_its_own_figure(city):
    assert [figures.total for figures in city.progress_of_periods(2025)] == [Share(144, 364), Share(60, 228)]


def test_what_a_predecessor_held_is_credited_to_no_successor(city):
    without = {id: dialogue for id, dialogue in city.register.dialogues.items() if id.startswith("mot-")}
    second = progress(city.register.of_dialogues(without), 2025, SECOND_HALF)
    assert second.total == Share(0, 228)


def test_the_pace_of_the_first_half_ends_with_all_that_was_held_in_it(city):
    first, second = (city.pace(figures) for figures in city.progress_of_periods(2025))
    assert (first.points[-1].held, {point.owed for point in first.points}) == (144, {364})
    assert (second.points[-1].held, {point.owed for point in second.points}) == (60, {228})


def test_the_progress_page_has_a_block_for_each_half(city):
    page = published_at("tien-do/2025/", progress_pages, city)
    text = shown(page.body)
    assert "Tính đến hết ngày 30/6/2025, 144 trên 364 chức danh" in text
    assert "Tính đến hết ngày 31/12/2025, 60 trên 228 chức danh" in text
    assert text.index("60 trên 228") < text.index("144 trên 364")


def test_no_place_on_the_page_of_two_halves_stands_twice(city):
    page = published_at("tien-do/2025/", progress_pages, city)
    places = [part.partition('"')[0] for part in page.body.split(' id="')[1:]]
    assert len(places) == len(set(places))


def test_a_register_that_has_not_been_told_of_the_law_counts_as_before():
    told_nothing: Register = a_register(units=units_through_the_reforms(), rules=[some_rules(2025)])
    assert progress(told_nothing, 2025, SECOND_HALF).total.owed == 228
