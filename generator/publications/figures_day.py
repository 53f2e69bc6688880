"""The day that figures of some dialogues are told with: the one that they are true for, or the last that changed them."""

from __future__ import annotations

from datetime import date
from typing import Iterable, NamedTuple

from generator.consequences.turning_days import may_turn
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.publications.calendar import newest_day


class FiguresDay(NamedTuple):
    """``stands``: nothing that is recorded to be of a day after ``day`` changes the figures, nor will any day that comes. A
    fact that is recorded late counts by its own day, here as in all figures. Else ``day`` is today."""

    day: date
    stands: bool


def figures_day(views: Iterable[DialogueView], today: ObservedDay, over_from: date) -> FiguresDay:
    """Of what lists these dialogues and, until the day ``over_from``, others that may be added without being late."""
    views = tuple(views)
    if today < over_from or any(may_turn(view.register, view.dialogue, today) for view in views):
        return FiguresDay(today.as_date(), False)
    return FiguresDay(max(over_from, newest_day(views) or over_from), True)


def figures_day_of_year(views: Iterable[DialogueView], today: ObservedDay, year: int) -> FiguresDay:
    """Of what lists dialogues of a year: until that is over, its figures are of today."""
    return figures_day(views, today, date(year + 1, 1, 1))
