"""Which events a feed of many dialogues keeps: none long past and, where there are too many for readers, the nearest."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile
from typing import Iterable, NamedTuple, Sequence

from generator.calendars.calendar_events import CalendarEvent
from generator.consequences.clocks import running_until
from generator.consequences.event_history import EventStatus, event_states
from generator.keeping.memo import once
from generator.model import Kind
from generator.site.site import Site

LARGEST_FEED_EVENTS = 1000
LARGEST_FEED_BYTES = 950_000
"""Of the events; Google Calendar takes no feed over 1 MB and shows about 1,000 events of one."""
KEPT_DAYS = 120
"""After its day: a quarter, and the weeks until that quarter has been reported (the reports are due each quarter by the 2023
guidance). Its own feed keeps an event for ever."""
CANCELLED_KEPT_DAYS = 90
"""After the day it was meant for: who had noted it must find it struck out, not gone (RFC 5545, 3.8.1.11, CANCELLED)."""


class WrittenEvent(NamedTuple):
    """What feeds of many dialogues ask of an event, as an earlier build has found it; see ``CalendarEvent``."""

    id: str
    kind: Kind
    unit: str
    day: date
    period_only: bool
    last_day: date
    content: bytes

    @classmethod
    def of(cls, event: CalendarEvent) -> WrittenEvent:
        return cls(event.id, event.kind, event.unit, event.day, event.period_only, last_day_kept(event), event.content)


FeedEvent = CalendarEvent | WrittenEvent


class KeptEvents(NamedTuple):
    """Both in the order of their days; ``left_out`` were too many or too large for one feed, and are not long past."""

    events: Sequence[FeedEvent]
    left_out: Sequence[FeedEvent]


def kept_events(site: Site, events: Iterable[FeedEvent]) -> KeptEvents:
    """Up to the limits of readers: what is to come, the nearest first, then what is past, the newest first."""
    longest_first = sorted(events, key=last_day_kept, reverse=True)  # so that few of many are asked how they stand to the day
    lasting = takewhile(lambda event: last_day_kept(event) >= site.today, longest_first)
    recent = sorted(lasting, key=lambda event: (event.day, event.id))
    if len(recent) <= LARGEST_FEED_EVENTS and sum(len(event.content) for event in recent) <= LARGEST_FEED_BYTES:
        return KeptEvents(recent, ())  # without asking the day more than it must be, so that the feed holds for longer
    past = [event for event in recent if event.day < site.today]
    nearest = [*recent[len(past):], *reversed(past)]
    count = _count_that_fits(nearest)
    kept = {event.id for event in nearest[:count]}
    return KeptEvents(
        [event for event in recent if event.id in kept], [event for event in recent if event.id not in kept]
    )


def last_day_kept(event: FeedEvent) -> date:
    """The last "as of" day on which a feed of many dialogues holds it; ``date.max`` while its conclusion is awaited."""
    return event.last_day if isinstance(event, WrittenEvent) else _last_day_kept(event)


@once  # since the city's feeds, its kind's and its units' all ask for each event
def _last_day_kept(event: CalendarEvent) -> date:
    if event_states(event.dialogue)[-1].status == EventStatus.CANCELLED:
        return event.day + timedelta(days=CANCELLED_KEPT_DAYS)
    if not event.dialogue.conclusion and any(running_until(event.site.register, event.dialogue)):
        return date.max
    return event.day + timedelta(days=KEPT_DAYS)


def _count_that_fits(events: Sequence[FeedEvent]) -> int:
    size = 0
    for count, event in enumerate(events[:LARGEST_FEED_EVENTS]):
        size += len(event.content)
        if size > LARGEST_FEED_BYTES:
            return count
    return min(len(events), LARGEST_FEED_EVENTS)
