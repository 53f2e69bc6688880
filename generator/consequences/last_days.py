"""How a day stands to the last day on which something is in time, and the days on which that turns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generator.keeping.observed_day import AnyDay, ObservedDay
from generator.model import Rules


class Remaining(NamedTuple):
    """``is_soon``: the last day is near, as the year's rules have it."""

    is_over: bool
    is_soon: bool


def remaining(last_day: date, rules: Rules | None, today: AnyDay) -> Remaining:
    """Days of Asia/Ho_Chi_Minh; without rules nothing is soon."""
    is_over = today > last_day
    return Remaining(is_over, rules is not None and not is_over and today >= soon_from(last_day, rules))


def days_between(last_day: date, today: AnyDay) -> int:
    """Left, or past the last one where it is over: another number on each day."""
    return today.days_from(last_day) if isinstance(today, ObservedDay) else abs((last_day - today).days)


def soon_from(last_day: date, rules: Rules) -> date:
    return last_day - timedelta(days=rules.due_soon_days)


def over_from(last_day: date) -> date:
    return last_day + timedelta(days=1)


def last_day_before(day: date) -> date:
    """Of what is to be done *before* a day, as the guidance of 2023 says of reports: on the day itself it is late."""
    return day - timedelta(days=1)
