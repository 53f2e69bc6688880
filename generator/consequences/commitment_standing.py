"""Where a commitment stands on a day: kept or not, in time or late, and whether anybody has said a word of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Sequence, assert_never

from generator.consequences.last_days import days_between, last_day_before, over_from, remaining
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, CommitmentUpdate, Outcome, Rules
from generator.model.rows import row_for_each


class CommitmentState(StrEnum):
    """``UNREPORTED`` is open without a word from anybody; the open data have a code for both, see ``CommitmentStateRow``."""

    UNREPORTED = "unreported"
    OPEN = "open"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    NOT_KEPT = "not-kept"
    PASSED_UP = "passed-up"


class CommitmentStateRow(NamedTuple):
    """``is_pressing``: somebody has to be asked about it. ``code``: what the open data call it, whose codes are a promise."""

    is_pressing: bool
    code: str


COMMITMENTS = row_for_each(CommitmentState, {
    CommitmentState.OVERDUE: CommitmentStateRow(is_pressing=True, code="overdue"),
    CommitmentState.DUE_SOON: CommitmentStateRow(is_pressing=True, code="due-soon"),
    CommitmentState.UNREPORTED: CommitmentStateRow(is_pressing=False, code="open"),
    CommitmentState.OPEN: CommitmentStateRow(is_pressing=False, code="open"),
    CommitmentState.NOT_KEPT: CommitmentStateRow(is_pressing=True, code="not-kept"),
    CommitmentState.PASSED_UP: CommitmentStateRow(is_pressing=False, code="passed-up"),
    CommitmentState.KEPT_LATE: CommitmentStateRow(is_pressing=False, code="kept-late"),
    CommitmentState.KEPT: CommitmentStateRow(is_pressing=False, code="kept"),
})
"""What asks for attention first comes first."""


class CommitmentStanding(NamedTuple):
    """``days``: left when open or due soon (None without a due day), late when kept late. ``late_from``: the first day on which
    it was overdue, when overdue.

    ``reported``: whether there is any update; what is overdue or due soon may be silent too.
    """

    state: CommitmentState
    days: int | None = None
    reported: bool = True
    late_from: date | None = None

    def days_on(self, today: AnyDay) -> int | None:
        """``days``, and how many it is overdue, which are others every day, as what it has been overdue from is not."""
        return days_between(last_day_before(self.late_from), today) if self.late_from else self.days


_KEPT, _NOT_KEPT, _PASSED_UP = map(
    CommitmentStanding, (CommitmentState.KEPT, CommitmentState.NOT_KEPT, CommitmentState.PASSED_UP)
)
_IN_PROGRESS = Outcome.IN_PROGRESS


def commitment_standing(commitment: Commitment, rules: Rules | None, today: AnyDay) -> CommitmentStanding:
    """The newest update decides; overdue is worked out, and late is not broken."""
    return _standing(commitment.updates, commitment.due, rules, today)


def standing_then(commitment: Commitment, rules: Rules | None, day: date) -> CommitmentStanding:
    """The same at the end of a day, by what was recorded up to then."""
    return _standing([update for update in commitment.updates if update.updated_on <= day], commitment.due, rules, day)


def _standing(
    updates: Sequence[CommitmentUpdate], due: date | None, rules: Rules | None, today: AnyDay
) -> CommitmentStanding:
    if not updates:
        return _open_standing(False, due, rules, today)
    last = updates[-1]
    match last.outcome:
        case Outcome.KEPT:
            late = (last.updated_on - due).days if due else 0
            if late > 0:
                return CommitmentStanding(CommitmentState.KEPT_LATE, late)
            return _KEPT
        case Outcome.NOT_KEPT:
            return _NOT_KEPT
        case Outcome.PASSED_UP:
            return _PASSED_UP
        case Outcome.IN_PROGRESS:
            return _open_standing(True, due, rules, today)
        case unknown:
            assert_never(unknown)


def has_ended(commitment: Commitment) -> bool:
    """Whether it is kept, given up or passed up, on whatever day."""
    return bool(commitment.updates) and commitment.updates[-1].outcome is not _IN_PROGRESS


def _open_standing(reported: bool, due: date | None, rules: Rules | None, today: AnyDay) -> CommitmentStanding:
    """Nobody says that a matter is being worked on before somebody has reported it."""
    waits = CommitmentState.OPEN if reported else CommitmentState.UNREPORTED
    if due is None:
        return CommitmentStanding(waits, None, reported)
    left = remaining(due, rules, today)
    if left.is_over:
        return CommitmentStanding(CommitmentState.OVERDUE, None, reported, over_from(due))
    return CommitmentStanding(CommitmentState.DUE_SOON if left.is_soon else waits, days_between(due, today), reported)
