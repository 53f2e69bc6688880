"""The clocks that run after a dialogue: on its conclusion notice, and on each commitment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Iterable

from generator.consequences.progress import Share
from generator.consequences.status import held_day
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Dialogue, Outcome, Register, Rules


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
    """``days``: calendar days left when not due, late when late, overdue when overdue; else None."""

    state: ClockState
    due: date | None = None
    done_on: date | None = None
    days: int | None = None
    why: NoDuty | None = None

    @property
    def runs(self) -> bool:
        """Whether another day is another state or another number of days."""
        return self.state in (ClockState.NOT_DUE, ClockState.OVERDUE)


_ENDS = (Outcome.KEPT, Outcome.NOT_KEPT, Outcome.PASSED_UP)


class CommitmentState(StrEnum):
    OPEN = "open"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    NOT_KEPT = "not-kept"
    PASSED_UP = "passed-up"


@dataclass(frozen=True)
class CommitmentStanding:
    """``days``: left when open or due soon (None without a due day), late when kept late, overdue when overdue."""

    state: CommitmentState
    days: int | None = None


def conclusion_clock(register: Register, dialogue: Dialogue, step: Step, today: AnyDay) -> Clock:
    """In calendar days after the meeting; the 2023 guidance: sent to the commission within 10 days, district level."""
    if not dialogue.held:
        return Clock(ClockState.NO_DUTY, why=NoDuty.NOT_HELD)
    held_on = held_day(dialogue)
    if held_on is None:
        return Clock(ClockState.NO_DUTY, why=NoDuty.UNKNOWN_DAY)
    rules = register.rules.get(held_on.year)
    rule = rules.conclusion.get(register.unit_of(dialogue).level) if rules else None
    limit = None if rule is None else rule.send_within_days if step == Step.SEND else rule.publish_within_days
    conclusion = dialogue.conclusion
    done_on = None if conclusion is None else conclusion.sent_on if step == Step.SEND else conclusion.published_on
    if limit is None:
        return Clock(ClockState.NO_DUTY, done_on=done_on, why=NoDuty.NO_RULE)
    due = held_on + timedelta(days=limit)
    if done_on:
        late = (done_on - due).days
        return Clock(ClockState.LATE if late > 0 else ClockState.IN_TIME, due, done_on, late if late > 0 else None)
    left = (due - today).days
    return Clock(ClockState.NOT_DUE if left >= 0 else ClockState.OVERDUE, due, None, abs(left))


def is_settled(register: Register, dialogue: Dialogue) -> bool:
    """Whether it was held and no clock runs any more, on whatever day."""
    return dialogue.held is not None and all(map(has_ended, dialogue.commitments)) and not any(
        conclusion_clock(register, dialogue, step, date.max).runs for step in Step
    )


def has_ended(commitment: Commitment) -> bool:
    """Whether it is kept, given up or passed up, on whatever day."""
    return bool(commitment.updates) and commitment.updates[-1].outcome in _ENDS


def timeliness(clocks: Iterable[Clock]) -> Share:
    """In time of (closed + overdue): a list of overdue ones can never stand beside 100%."""
    states = [clock.state for clock in clocks]
    judged = [state for state in states if state in (ClockState.IN_TIME, ClockState.LATE, ClockState.OVERDUE)]
    return Share(judged.count(ClockState.IN_TIME), len(judged))


def commitment_standing(commitment: Commitment, rules: Rules | None, today: AnyDay) -> CommitmentStanding:
    """The newest update decides; overdue is worked out, and late is not broken."""
    last = commitment.updates[-1] if commitment.updates else None
    if last and last.outcome == Outcome.KEPT:
        late = (last.updated_on - commitment.due).days if commitment.due else 0
        return CommitmentStanding(CommitmentState.KEPT_LATE, late) if late > 0 else CommitmentStanding(CommitmentState.KEPT)
    if last and last.outcome == Outcome.NOT_KEPT:
        return CommitmentStanding(CommitmentState.NOT_KEPT)
    if last and last.outcome == Outcome.PASSED_UP:
        return CommitmentStanding(CommitmentState.PASSED_UP)
    if commitment.due is None:
        return CommitmentStanding(CommitmentState.OPEN)
    left = (commitment.due - today).days
    if left < 0:
        return CommitmentStanding(CommitmentState.OVERDUE, -left)
    soon = rules is not None and left <= rules.due_soon_days
    return CommitmentStanding(CommitmentState.DUE_SOON if soon else CommitmentState.OPEN, left)
