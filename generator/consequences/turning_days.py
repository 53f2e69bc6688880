"""The days on which what is shown of a dialogue turns into something else, though its record stays as it is."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.consequences.clocks import running_until
from generator.consequences.commitment_standing import has_ended
from generator.consequences.fact_days import newest_fact_day
from generator.consequences.last_days import over_from, soon_from
from generator.consequences.states import STATUSES
from generator.consequences.status import last_announced, status_of, when_of, year_of
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Register


def changed_on(register: Register, dialogue: Dialogue, today: ObservedDay) -> date | None:
    """The newest day up to ``today`` (Asia/Ho_Chi_Minh) of a fact or of a turn; None where nothing dated is known.

    A state turns; the days left or passed, which are others every day, do not count.
    """
    turned = [day for day in _turning_days(register, dialogue, today) if today >= day]
    return max(filter(None, (newest_fact_day(dialogue), *turned)), default=None)


def may_turn(register: Register, dialogue: Dialogue, today: ObservedDay) -> bool:
    """Whether a later day turns anything."""
    return any(today < day for day in _turning_days(register, dialogue, today))


def _turning_days(register: Register, dialogue: Dialogue, today: ObservedDay) -> Iterator[date]:
    if dialogue.held:
        yield from _of_duties(register, dialogue)
        return
    row = STATUSES[status_of(dialogue, today)]
    when, registration, participation = when_of(dialogue), dialogue.registration, dialogue.participation
    if not row.may_come and row.undoes_day:
        when = last_announced(dialogue)
    if when:
        yield over_from(when.day)
    elif registration and not row.undoes_day:
        yield over_from(registration.period.last_day)
    if row.may_come:
        for last in filter(None, (participation.opinions_until, participation.attend_until)):
            yield over_from(last)


def _of_duties(register: Register, dialogue: Dialogue) -> Iterator[date]:
    """When those not yet done become urgent, and late."""
    yield from map(over_from, running_until(register, dialogue))
    rules = register.rules.get(year_of(dialogue))
    for commitment in dialogue.commitments:
        if commitment.due and not has_ended(commitment):
            yield over_from(commitment.due)
            if rules:
                yield soon_from(commitment.due, rules)
