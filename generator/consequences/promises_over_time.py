"""How a year's promises stood at each month's end, by what was recorded up to then."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import Iterable, Mapping, NamedTuple

from generator.consequences.commitment_standing import COMMITMENTS, CommitmentState, standing_then
from generator.consequences.status import year_of
from generator.consequences.views import CommitmentView


class PromisesOnDay(NamedTuple):
    """True for the end of ``day``; a state without any is 0."""

    day: date
    counts: Mapping[CommitmentState, int]


def promises_over_time(views: Iterable[CommitmentView], year: int, today: date) -> tuple[PromisesOnDay, ...]:
    """At the end of each month of the year that is over, and today, which has them all. A promise is there from the day of its
    dialogue; of one whose day nobody knows it is there today. Months before the first are left out."""
    views = tuple(views)
    ends = [date(year, month, monthrange(year, month)[1]) for month in range(1, 13)]
    points = [*(end for end in ends if end < today), today]
    made = [_on(views, point, today) for point in points]
    return tuple(point for point in made if any(point.counts.values()))


def _on(views: Iterable[CommitmentView], day: date, today: date) -> PromisesOnDay:
    counted = Counter(
        view.standing.state if day == today else _state_on(view, day) for view in views if _made_on(view, today) <= day
    )
    return PromisesOnDay(day, {state: counted[state] for state in COMMITMENTS})


def _made_on(view: CommitmentView, today: date) -> date:
    return view.dialogue.when.day if view.dialogue.when else today


def _state_on(view: CommitmentView, day: date) -> CommitmentState:
    rules = view.dialogue.register.rules.get(year_of(view.dialogue.dialogue))
    return standing_then(view.commitment, rules, day).state
