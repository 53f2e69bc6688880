"""The clocks that run after a dialogue: on sending its conclusion notice, and on publishing it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Iterable, Iterator, NamedTuple

from generator.consequences.commitment_standing import has_ended
from generator.consequences.last_days import days_between, remaining
from generator.consequences.progress import Share
from generator.consequences.rule_periods import rules_on
from generator.consequences.status import held_day
from generator.consequences.terms import end_of_term
from generator.keeping.observed_day import AnyDay
from generator.model import Dialogue, Register, Rules, Unit
from generator.model.rows import row_for_each


class Step(StrEnum):
    """Sending the conclusion notice to the commission and publishing it are two duties with two days."""

    SEND = "send"
    PUBLISH = "publish"


_STEPS = _SEND, _ = tuple(Step)
"""To go through the members of a class, or to name one, takes as long as all else that is asked of most dialogues."""


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


class Clock(NamedTuple):
    """``days``: calendar days left when not due, late when late; else None.

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
        """Whether it waits for something that is not done."""
        return CLOCKS[self.state].runs

    @property
    def has_rule(self) -> bool:
        """Whether somebody has to take the step, or might have to: it is not held yet, or nobody knows its day."""
        return self.why is not NoDuty.NO_RULE

    @property
    def is_overdue(self) -> bool:
        return self.runs and CLOCKS[self.state].is_judged

    def days_on(self, today: AnyDay) -> int | None:
        """``days``, and how many it is overdue, which are others every day."""
        return days_between(self.due, today) if self.is_overdue and self.due else self.days


class ClockStateRow(NamedTuple):
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


def conclusion_clock(register: Register, dialogue: Dialogue, step: Step, today: AnyDay) -> Clock:
    """In calendar days after the meeting, by the rules of its day; the 2023 guidance: sent to the commission within 10 days,
    district level; Law 72/2025/QH15, Art. 43: results published within 10 days, commune level."""
    if not dialogue.held:
        return Clock(ClockState.NO_DUTY, why=NoDuty.NOT_HELD)
    held_on = held_day(dialogue)
    if held_on is None:
        return Clock(ClockState.NO_DUTY, why=NoDuty.UNKNOWN_DAY)
    rules = rules_on(register, held_on)
    limit, done_on = _limit(rules, register.unit_of(dialogue), step), _done_on(dialogue, step)
    if rules is None or limit is None:
        return Clock(ClockState.NO_DUTY, done_on=done_on, why=NoDuty.NO_RULE)
    end = end_of_term(held_on, limit, rules)
    if done_on:
        late = (done_on - end.day).days
        done, by = (ClockState.LATE, late) if late > 0 else (ClockState.IN_TIME, None)
        return Clock(done, end.day, done_on, by, day_off=end.day_off)
    left = remaining(end.day, rules, today)
    state, days = (ClockState.OVERDUE, None) if left.is_over else (ClockState.NOT_DUE, days_between(end.day, today))
    return Clock(state, end.day, None, days, day_off=end.day_off)


def _limit(rules: Rules | None, unit: Unit, step: Step) -> int | None:
    """In days."""
    rule = rules.conclusion.get(unit.level) if rules else None
    return None if rule is None else rule.send_within_days if step is _SEND else rule.publish_within_days


def _done_on(dialogue: Dialogue, step: Step) -> date | None:
    conclusion = dialogue.conclusion
    return None if conclusion is None else conclusion.sent_on if step is _SEND else conclusion.published_on


def awaited_steps(register: Register, dialogue: Dialogue) -> Iterator[tuple[Step, date]]:
    """Those whose clock runs, whatever day it is, with their last day in time; soon told of one that was followed up."""
    if not dialogue.held:
        return
    awaited = [step for step in _STEPS if not _done_on(dialogue, step)] if dialogue.conclusion else _STEPS
    held_on = held_day(dialogue) if awaited else None
    rules = rules_on(register, held_on) if held_on else None
    if held_on and rules:
        limits = ((step, _limit(rules, register.unit_of(dialogue), step)) for step in awaited)
        yield from ((step, end_of_term(held_on, limit, rules).day) for step, limit in limits if limit is not None)


def running_until(register: Register, dialogue: Dialogue) -> Iterator[date]:
    """The last days in time alone."""
    return (day for _, day in awaited_steps(register, dialogue))


def is_settled(register: Register, dialogue: Dialogue) -> bool:
    """Whether it was held and no clock runs any more, on whatever day."""
    promises_ended = dialogue.held is not None and all(map(has_ended, dialogue.commitments))
    return promises_ended and not any(running_until(register, dialogue))


def timeliness(clocks: Iterable[Clock]) -> Share:
    """In time of (closed + overdue): a list of overdue ones can never stand beside 100%."""
    judged = [clock.state for clock in clocks if CLOCKS[clock.state].is_judged]
    return Share(judged.count(ClockState.IN_TIME), len(judged))
