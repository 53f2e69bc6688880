"""What came of the commitments of one dialogue, counted: how many are kept, where the others stand, which is the next due."""

from __future__ import annotations

from datetime import date
from typing import Iterable, Mapping, NamedTuple

from generator.consequences.commitment_standing import COMMITMENTS, CommitmentState
from generator.consequences.progress import Share
from generator.consequences.views import CommitmentView
from generator.keeping.observed_day import AnyDay

KEPT = (CommitmentState.KEPT, CommitmentState.KEPT_LATE)


class PromiseCount(NamedTuple):
    """``kept`` of all, late or not; the ``others`` by state, which add up with them to all; ``next_due`` of those that are open
    and not overdue, if any."""

    kept: Share
    others: Mapping[CommitmentState, int]
    next_due: date | None


def promise_count(views: Iterable[CommitmentView], today: AnyDay) -> PromiseCount:
    views = tuple(views)
    states = [view.standing.state for view in views]
    dues = [view.commitment.due for view in views if view.is_open and view.commitment.due]
    return PromiseCount(
        Share(sum(map(states.count, KEPT)), len(views)),
        {state: states.count(state) for state in COMMITMENTS if state not in KEPT},
        min((due for due in dues if due >= today), default=None),
    )
