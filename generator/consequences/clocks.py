"""The clocks that run after a dialogue: on its conclusion notice, and on each commitment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Iterable, assert_never

from generator.consequences.last_days import remaining
from generator.consequences.progress import Share
from generator.consequences.rule_periods import rules_on
from generator.consequences.status import held_day
from generator.consequences.terms import end_of_term
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Dialogue, Outcome, Register, Rules
from generator.model.rows import row_for_each


class Step(StrEnum):
    """Sending the conclusion notice to the commission and publishing it are two duties with two days."""

    SEND = "send"
    PUBLISH = "publish"


class ClockState(StrEnum):
    NOT_DUE = "not-due"
    IN_TIME = "in-time"
    LATE = "late"
    OVERDUE = "overdue"
    NO_DUTY = "no-duty"


class NoDuty(StrEnum):
    NOT_HELD = "not-held"
    NO_RULE = "no-rule"
    UNKNOWN_DAY = "unknown-day"


@dataclass(frozen=True)
class Clock:
    """``days``: calendar days left when not due, late when late, overdue when overdue; else None.

    ``day_off``: the day off that the term came to, where it ends later for that.
    """

    state: ClockState
    due: date | None = None
    done_on: date | None = None
    days: int | None = None
    why: NoDuty | None = None
    day_off: date | None = None

    @property
    def runs(self) -> bool:
        """Whether another day is another state or another number of days."""
        return CLOCKS[self.state].runs

    @property
    def is_overdue(self) -> bool:
        return self.runs and CLOCKS[self.state].is_judged


@dataclass(frozen=True)
class ClockStateRow:
    """``runs``: what it waits for is not done. ``is_judged``: it is known whether that is in time."""

    runs: bool
    is_judged: bool


CLOCKS = row_for_each(ClockState, {
    ClockState.NOT_DUE: ClockStateRow(runs=True, is_judged=False),
    ClockState.IN_TIME: ClockStateRow(runs=False, is_judged=True),
    ClockState.LATE: ClockStateRow(runs=False, is_judged=True),
    ClockState.OVERDUE: ClockStateRow(runs=True, is_judged=True),
    ClockState.NO_DUTY: ClockStateRow(runs=False, is_judged=False),
})


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


@dataclass(frozen=True)
class CommitmentStateRow:
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


@dataclass(frozen=True)
class CommitmentStanding:
    """``days``: left when open or due soon (None without a due day), late when kept late, overdue when overdue.

    ``reported``: whether there is any update; what is overdue or due soon may be silent too.
    """

    state: CommitmentState
    days: int | None = None
    reported: bool = True


def conclusion_clock(register: Register, dialogue: Dialogue, step: Step, today: AnyDay) -> Clock:
    """In calendar days after the meeting, by the rules of its day; the 2023 guidance: sent to the commission within 10 days,
    district level; Law 72/2025/QH15, Art. 43: results published within 10 days, commune level."""
    if not dialogue.held:
        return Clock(ClockState.NO_DUTY, why=NoDuty.NOT_HELD)
    held_on = held_day(dialogue)
    if held_on is None:
        return Clock(ClockState.NO_DUTY, why=NoDuty.UNKNOWN_DAY)
    rules = rules_on(register, held_on)
    rule = rules.conclusion.get(register.unit_of(dialogue).level) if rules else None
    limit = None if rule is None else rule.send_within_days if step == Step.SEND else rule.publish_within_days
    conclusion = dialogue.conclusion
    done_on = None if conclusion is None else conclusion.sent_on if step == Step.SEND else conclusion.published_on
    if rules is None or limit is None:
        return Clock(ClockState.NO_DUTY, done_on=done_on, why=NoDuty.NO_RULE)
    end = end_of_term(held_on, limit, rules)
    if done_on:
        late = (done_on - end.day).days
        state, days = (ClockState.LATE, late) if late > 0 else (ClockState.IN_TIME, None)
        return Clock(state, end.day, done_on, days, day_off=end.day_off)
    left = remaining(end.day, rules, today)
    return Clock(ClockState.OVERDUE if left.is_over else ClockState.NOT_DUE, end.day, None, left.days, day_off=end.day_off)


def is_settled(register: Register, dialogue: Dialogue) -> bool:
    """Whether it was held and no clock runs any more, on whatever day."""
    return dialogue.held is not None and all(map(has_ended, dialogue.commitments)) and not any(
        conclusion_clock(register, dialogue, step, date.max).runs for step in Step
    )


def has_ended(commitment: Commitment) -> bool:
    """Whether it is kept, given up or passed up, on whatever day."""
    return bool(commitment.updates) and commitment.updates[-1].outcome != Outcome.IN_PROGRESS


def timeliness(clocks: Iterable[Clock]) -> Share:
    """In time of (closed + overdue): a list of overdue ones can never stand beside 100%."""
    judged = [clock.state for clock in clocks if CLOCKS[clock.state].is_judged]
    return Share(judged.count(ClockState.IN_TIME), len(judged))


def commitment_standing(commitment: Commitment, rules: Rules | None, today: AnyDay) -> CommitmentStanding:
    """The newest update decides; overdue is worked out, and late is not broken."""
    if not commitment.updates:
        return _open_standing(commitment, rules, today)
    last = commitment.updates[-1]
    match last.outcome:
        case Outcome.KEPT:
            late = (last.updated_on - commitment.due).days if commitment.due else 0
            if late > 0:
                return CommitmentStanding(CommitmentState.KEPT_LATE, late)
            return CommitmentStanding(CommitmentState.KEPT)
        case Outcome.NOT_KEPT:
            return CommitmentStanding(CommitmentState.NOT_KEPT)
        case Outcome.PASSED_UP:
            return CommitmentStanding(CommitmentState.PASSED_UP)
        case Outcome.IN_PROGRESS:
            return _open_standing(commitment, rules, today)
        case unknown:
            assert_never(unknown)


def _open_standing(commitment: Commitment, rules: Rules | None, today: AnyDay) -> CommitmentStanding:
    """Nobody says that a matter is being worked on before somebody has reported it."""
    reported = bool(commitment.updates)
    waits = CommitmentState.OPEN if reported else CommitmentState.UNREPORTED
    if commitment.due is None:
        return CommitmentStanding(waits, None, reported)
    left = remaining(commitment.due, rules, today)
    state = CommitmentState.OVERDUE if left.is_over else CommitmentState.DUE_SOON if left.is_soon else waits
    return CommitmentStanding(state, left.days, reported)
