"""The days on which something became a fact, as a dialogue's record names them: all of them, the oldest and the newest."""

from __future__ import annotations

from datetime import date

from generator.consequences.status import held_day, known_day
from generator.keeping.memo import once
from generator.model import Dialogue


@once
def fact_days(dialogue: Dialogue) -> tuple[date, ...]:
    """The known days of every dated entry of the record, in the record's order."""
    days: list[date | None] = [dialogue.notified_on]
    if demand := dialogue.demand:
        days += [demand.asked_on, demand.answered_on]
    if dialogue.registration:
        days.append(known_day(dialogue.registration.registered_on))
    days += [known_day(entry.announced_on) for entry in dialogue.schedule]
    if dialogue.held:
        days += [held_day(dialogue), dialogue.held.reported_on]
    if conclusion := dialogue.conclusion:
        days += [conclusion.issued_on, conclusion.sent_on, conclusion.published_on]
    days += [opinion.answer.answered_on for opinion in dialogue.opinions if opinion.answer]
    days += [update.updated_on for commitment in dialogue.commitments for update in commitment.updates]
    days += [taken.taken_over_on for commitment in dialogue.commitments for taken in commitment.taken_over_by]
    days += [correction.corrected_on for correction in dialogue.corrections]
    days += [redaction.redacted_on for redaction in dialogue.redactions]
    return tuple(day for day in days if day)


def oldest_fact_day(dialogue: Dialogue) -> date | None:
    return min(fact_days(dialogue), default=None)


@once
def newest_fact_day(dialogue: Dialogue) -> date | None:
    return max(fact_days(dialogue), default=None)
