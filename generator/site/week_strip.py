"""A year as a strip of weeks: how many dialogues each had or is to have."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Iterable, Mapping

from generator.consequences.occurrence import Occurrence, occurrence_of
from generator.consequences.views import DialogueView
from generator.site.stacked_bars import StackedBars, stacked_bars

_DRAWN = (Occurrence.HELD, Occurrence.AWAITING, Occurrence.COMING)
"""Those that have a day."""


def strip_of_year(year: int, views: Iterable[DialogueView], today: date) -> StackedBars | None:
    """Of the dialogues that have a day in the year."""
    days: dict[str, list[date]] = {drawn.value: [] for drawn in _DRAWN}
    for view in views:
        if view.when and (occurrence := occurrence_of(view)) in _DRAWN:
            days[occurrence.value].append(view.day)
    return week_strip(year, days, today)


def week_strip(year: int, days: Mapping[str, Iterable[date]], today: date) -> StackedBars | None:
    """``days`` are those of the dialogues by a name for what became of them; None where none is in the year. A week begins on
    Monday (ISO 8601); the year's first and last are cut off at its ends."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    start = first - timedelta(first.weekday())
    counted = {name: Counter((day - start).days // 7 for day in own if first <= day <= last) for name, own in days.items()}
    weeks = range((last - start).days // 7 + 1)
    return stacked_bars(
        [{name: own[week] for name, own in counted.items()} for week in weeks],
        [((date(year, month, 15) - start).days / 7, str(month)) for month in range(1, 13)],
        (today - start).days / 7 if first <= today <= last else None,
    )
