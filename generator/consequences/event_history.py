"""What a dialogue's calendar event said at each entry of its record, and what follows: its sequence and its stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Iterable

from generator.consequences.fact_days import newest_fact_day
from generator.consequences.status import When, held_day, known_day, when_of
from generator.keeping.memo import once
from generator.keeping.observed_day import ZONE
from generator.model import Correction, Dialogue, Period, Venue
from generator.model.record import Record


class EventStatus(StrEnum):
    """RFC 5545, 3.8.1.11."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class EventState:
    """What the event said at one time; ``period`` where only a part of a year was known, ``when`` being its last day
    then: on its first it would be past while it is still expected."""

    when: When
    status: EventStatus
    period: Period | None = None
    venue: Venue | None = None

    def is_another(self, old: EventState) -> bool:
        """Whether who had written down the ``old`` one would come at another time, to another place or in vain. A day that was
        a period's mark is another when it is announced; a place that is named for the first time takes nothing back."""
        if old.venue and old.venue != self.venue:
            return True
        return (self.when.day, self.when.start, self.when.end, self.status, self.period) != (
            old.when.day, old.when.start, old.when.end, old.status, old.period,
        )


@once
def event_states(dialogue: Dialogue) -> tuple[EventState, ...]:
    """Oldest first, the last is what it says now; empty for a dialogue without a day or a period."""
    states: list[EventState] = []
    venue = dialogue.venue
    if dialogue.registration:
        period = dialogue.registration.period
        states.append(EventState(When(period.last_day), EventStatus.TENTATIVE, None if period.is_day else period, venue))
    for entry in dialogue.schedule:
        venue = entry.venue or venue
        if entry.day:
            status = EventStatus.CONFIRMED if entry.start else EventStatus.TENTATIVE
            states.append(EventState(When(entry.day, entry.start, entry.end), status, venue=venue))
        elif states:
            states.append(replace(states[-1], status=EventStatus.CANCELLED, venue=venue))
    if dialogue.held and (when := when_of(dialogue)):
        states.append(EventState(when, EventStatus.CONFIRMED, venue=dialogue.held.venue or venue))
    elif dialogue.held and states:
        states.append(replace(states[-1], status=EventStatus.CONFIRMED, venue=dialogue.held.venue or venue))
    return tuple(states)


def sequence_of(dialogue: Dialogue) -> int:
    """One more at each change of start, end, status or place, and never less (RFC 5545, 3.8.7.4).

    A correction is a change too, and so is a redaction. It counts twice, since an entry that is set right may come to say
    what those before and after it say, which makes two steps fewer.
    """
    steps = sum(new.is_another(old) for old, new in pairwise(event_states(dialogue)))
    redacted = sum(is_of_event(one.field) for one in dialogue.redactions)
    return steps + 2 * (len(corrections_of_event(dialogue)) + redacted)


_MOST_FACTS = timedelta(days=7)
"""A second for each."""
_TIME_STATUS_PLACE = re.compile(
    r"registration\.period|mode|further_sites|(?:schedule\[\d+\]\.|held\.)?venue\.\w+|schedule\[\d+\]\.(?:day|start|end|state)"
    r"|held\.(?:day|start|end)"
)
"""The mode too, which is all that is told of the place of an online dialogue."""


def is_of_event(field: str) -> bool:
    """Whether an event's time, status or place follows from the field, which is named as corrections name it."""
    return _TIME_STATUS_PLACE.fullmatch(field) is not None


def corrections_of_event(dialogue: Dialogue) -> tuple[Correction, ...]:
    return tuple(one for one in dialogue.corrections if one.field and is_of_event(one.field))


def created_on(dialogue: Dialogue) -> date | None:
    """Of the record's first entry, which never changes; None when that entry's day is not known."""
    if dialogue.registration:
        return known_day(dialogue.registration.registered_on)
    return known_day(dialogue.schedule[0].announced_on) if dialogue.schedule else held_day(dialogue)


def revised_at(dialogue: Dialogue, templates_changed_on: date) -> datetime:
    """The record's last revision in UTC: midnight of its newest day, and a second for each fact it holds.

    Records carry days only, and some facts carry none: so whatever is added raises it. So does a change of the
    templates, on the day of the newest fact too.
    """
    newest = newest_fact_day(dialogue) or date.min
    seconds = _facts_of(dialogue) + (templates_changed_on >= newest)
    return midnight(max(newest, templates_changed_on)) + timedelta(seconds=seconds)


def last_revised_at(dialogues: Iterable[Dialogue], templates_changed_on: date) -> datetime:
    """The last revision of any of them, or of the templates. Only of the newest are the facts counted: a record of a megabyte
    holds fewer than a week has seconds."""
    dated = [(max(newest_fact_day(dialogue) or date.min, templates_changed_on), dialogue) for dialogue in dialogues]
    last = max((day for day, _ in dated), default=templates_changed_on)
    newest = (revised_at(dialogue, templates_changed_on) for day, dialogue in dated if last - day < _MOST_FACTS)
    return max(newest, default=midnight(templates_changed_on))


@lru_cache(20_000)
def midnight(day: date) -> datetime:
    """The first moment of a day in Asia/Ho_Chi_Minh, in UTC."""
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


@once
def _facts_of(dialogue: Dialogue) -> int:
    """A record counts as one beside the facts it was given, each item of a list as one fact; most are text."""
    count, records = 0, list[Record]([dialogue])
    while records:
        record = records.pop()
        fields = vars(record)
        count += 1
        for name in record.model_fields_set:
            fact: object = fields[name]
            if isinstance(fact, str):
                count += 1
            elif isinstance(fact, tuple) and fact and isinstance(fact[0], Record):
                records += fact
            elif isinstance(fact, tuple):
                count += len(fact)
            elif isinstance(fact, Record):
                records.append(fact)
            elif fact is not None:
                count += 1
    return count

