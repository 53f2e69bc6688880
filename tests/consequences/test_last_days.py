"""How a day stands to a last day, and the days on which that turns, which must agree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.consequences.last_days import Remaining, days_between, last_day_before, over_from, remaining, soon_from
from tests.builders import some_rules

LAST = date(2023, 10, 31)
RULES = some_rules(commitment_due_soon_days=10)


@pytest.mark.parametrize("today, days, stands", [
    (date(2023, 10, 20), 11, Remaining(is_over=False, is_soon=False)),
    (date(2023, 10, 21), 10, Remaining(is_over=False, is_soon=True)),
    (date(2023, 10, 31), 0, Remaining(is_over=False, is_soon=True)),
    (date(2023, 11, 1), 1, Remaining(is_over=True, is_soon=False)),
])
def test_the_last_day_is_in_time_and_those_before_it_are_near(today: date, days: int, stands: Remaining):
    assert (remaining(LAST, RULES, today), days_between(LAST, today)) == (stands, days)


def test_without_rules_nothing_is_soon():
    assert remaining(LAST, None, LAST) == Remaining(is_over=False, is_soon=False)


def test_it_turns_on_the_days_that_are_named_and_on_no_other():
    days = [LAST + timedelta(days=days) for days in range(-30, 30)]
    seen = [(stands.is_over, stands.is_soon) for stands in (remaining(LAST, RULES, day) for day in days)]
    assert [day for place, day in enumerate(days) if place and seen[place] != seen[place - 1]] == [
        soon_from(LAST, RULES), over_from(LAST),
    ]


def test_what_is_due_before_a_day_is_late_on_it():
    assert over_from(last_day_before(LAST)) == LAST
