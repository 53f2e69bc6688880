"""Which events a feed of many dialogues keeps: none long past and, where there are too many for readers, the nearest."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile
from typing import Iterable, NamedTuple, Sequence

from generator.calendars.calendar_events import CalendarEvent
from generator.consequences.clocks import running_until
from generator.consequences.event_history import EventStatus, event_states
from generator.keeping.memo import once
from generator.site.site import Site

LARGEST_FEED_EVENTS = 1000
LARGEST_FEED_BYTES = 950_000
"""Of the events; Google Calendar takes no feed over 1 MB and shows about 1,000 events of one."""
KEPT_DAYS = 120
"""After its day: a quarter, and the weeks until that quarter has been reported (the reports are due each quarter by the 2023
guidance). Its own feed keeps an event for ever."""
CANCELLED_KEPT_DAYS = 90
"""After the day it was meant for: who had noted it must find it struck out, not gone (RFC 5545, 3.8.1.11, CANCELLED)."""


class KeptEvents(NamedTuple):
    """Both in the order of their days; ``left_out`` were too many or too large for one feed, and are not long past."""

    events: Sequence[CalendarEvent]
    left_out: Sequence[CalendarEvent]


def kept_events(site: Site, events: Iterable[CalendarEvent]) -> KeptEvents:
    """Up to the limits of readers: what is to come, the nearest first, then what is past, the newest first."""
    longest_first = sorted(events, key=last_day_kept, reverse=True)  # so that few of many are asked how they stand to the day
    lasting = takewhile(lambda event: last_day_kept(event) >= site.today, longest_first)
    recent = sorted(lasting, key=lambda event: (event.day, event.dialogue.id))
    if len(recent) <= LARGEST_FEED_EVENTS and sum(len(event.content) for event in recent) <= LARGEST_FEED_BYTES:
        return KeptEvents(recent, ())  # without asking the day more than it must be, so that the feed holds for longer
    past = [event for event in recent if event.day < site.today]
    nearest = [*recent[len(past):], *reversed(past)]
    count = _count_that_fits(nearest)
    kept = {event.dialogue.id for event in nearest[:count]}
    return KeptEvents(
        [event for event in recent if event.dialogue.id in kept], [event for event in recent if event.dialogue.id not in kept]
    )


@once  # since the city's feeds, its kind's and its units' all ask for each event
def last_day_kept(event: CalendarEvent) -> date:
    """The last "as of" day on which a feed of many dialogues holds it; ``date.max`` while its conclusion is awaited."""
    if event_states(event.dialogue)[-1].status == EventStatus.CANCELLED:
        return event.day + timedelta(days=CANCELLED_KEPT_DAYS)
    if not event.dialogue.conclusion and any(running_until(event.site.register, event.dialogue)):
        return date.max
    return event.day + timedelta(days=KEPT_DAYS)


def _count_that_fits(events: Sequence[CalendarEvent]) -> int:
    size = 0
    for count, event in enumerate(events[:LARGEST_FEED_EVENTS]):
        size += len(event.content)
        if size > LARGEST_FEED_BYTES:
            return count
    return min(len(events), LARGEST_FEED_EVENTS)
