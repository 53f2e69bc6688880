"""Days on which offices meet people: working days, now and then a Saturday, never a public holiday."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

HOLIDAYS = {(1, 1), (4, 29), (4, 30), (5, 1), (9, 1), (9, 2)}
SATURDAYS = 0.08


def meeting_day(random: Random, first: date, last: date, bend: float = 1) -> date:
    """A day from ``first`` to ``last``: evenly spread with a ``bend`` of 1, later on the whole below 1.

    ``first`` itself when no day between is fit for a meeting.
    """
    for _ in range(40):
        day = first + timedelta(days=round((last - first).days * random.random() ** bend))
        if _is_worked(day) or (day.weekday() == 5 and random.random() < SATURDAYS):
            return day
    return first


def working_day(day: date) -> date:
    """The day itself, or the working day before it."""
    while not _is_worked(day):
        day -= timedelta(days=1)
    return day


def working_day_after(day: date, days: int) -> date:
    """The first working day at least ``days`` days after ``day``."""
    day += timedelta(days=days)
    while not _is_worked(day):
        day += timedelta(days=1)
    return day


def month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _is_worked(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS
