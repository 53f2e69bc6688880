"""When a term that is counted in days ends: its last day, or the next working day where that is a day off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generator.model import Rules
from generator.model.rules import DayOff

_SATURDAY = 5


class TermEnd(NamedTuple):
    """``day`` is the last day in time; ``day_off`` the one that the count came to, None where it is ``day`` itself."""

    day: date
    day_off: date | None = None


def end_of_term(begins_after: date, days: int, rules: Rules) -> TermEnd:
    """Of a term of so many calendar days, which begins on the next day.

    Source: Civil Code 2015, art. 148(5): a term whose last day is a day at the weekend or a holiday ends with the next
    working day; for the years whose rules say so. A report to be sent *before* a day has no such term.
    """
    counted = begins_after + timedelta(days=days)
    if rules.day_off == DayOff.SAME_DAY:
        return TermEnd(counted)
    day = counted
    while day.weekday() >= _SATURDAY or day in rules.holidays:
        day += timedelta(days=1)
    return TermEnd(day, counted if day != counted else None)
