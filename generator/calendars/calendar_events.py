"""One dialogue as one calendar event (RFC 5545, RFC 7986), written once and the same in every feed that carries it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from generator.calendars.calendar_lines import Property, calendar_lines, calendar_text, calendar_time, utc_time
from generator.calendars.event_words import event_description, event_title
from generator.consequences.event_history import created_on, event_states, midnight, revised_at, sequence_of
from generator.consequences.status import When, venue_of
from generator.keeping.observed_day import ZONE
from generator.model import Dialogue, Kind, Mode, RegisterFacts
from generator.model.addresses import dialogue_page
from generator.site.contacts import contact_text
from generator.site.site import Site
from generator.text.vietnamese import sort_key

_IN_ZONE = f"TZID={ZONE.key}"


@dataclass(frozen=True)
class CalendarEvent:
    """``day`` is the event's first day in Asia/Ho_Chi_Minh, the last of the period where only that is known
    (``period_only``). What no feed asks for, since it keeps few of many events, is not worked out.
    """

    site: Site = field(repr=False)
    dialogue: Dialogue
    day: date
    period_only: bool

    @property
    def id(self) -> str:
        """The dialogue's, as ``kind`` and ``unit``."""
        return self.dialogue.id

    @property
    def kind(self) -> Kind:
        return self.dialogue.kind

    @property
    def unit(self) -> str:
        return self.dialogue.unit

    @cached_property
    def title(self) -> str:
        """The dialogue's, without the marks of a summary."""
        return self.site.title_of(self.dialogue)

    @cached_property
    def revised(self) -> datetime:
        """In UTC."""
        return revised_at(self.dialogue, self.site.register.facts.feeds_changed_on)

    @cached_property
    def content(self) -> bytes:
        """The VEVENT with its line ends."""
        return self.site.written_events.get(self.id) or _content(self.site, self)


def calendar_event(site: Site, dialogue: Dialogue) -> CalendarEvent | None:
    """None for a dialogue without a day or a period. Nothing in it depends on today, so that DTSTAMP is true; nor on
    what else a part of the site sees, so that all feeds carry the same bytes."""
    if dialogue.id not in site.events:
        site.events[dialogue.id] = _event(site.whole or site, dialogue)
    event: CalendarEvent | None = site.events[dialogue.id]
    return event


def uid_of(dialogue: Dialogue, facts: RegisterFacts) -> str:
    return f"{dialogue.id}@{facts.uid_domain}"


def _event(site: Site, dialogue: Dialogue) -> CalendarEvent | None:
    states = event_states(dialogue)
    if not states:
        return None
    return CalendarEvent(site, dialogue, states[-1].when.day, states[-1].period is not None)


def _content(site: Site, event: CalendarEvent) -> bytes:
    """Its properties stand in the order into which the library icalendar puts them."""
    dialogue, facts, stamp = event.dialogue, site.register.facts, utc_time(event.revised)
    state = event_states(dialogue)[-1]
    page = facts.address + dialogue_page(dialogue) + ("#ket-luan" if dialogue.conclusion else "")
    created = created_on(dialogue)
    return calendar_lines([
        ("BEGIN", "VEVENT"),
        ("SUMMARY", calendar_text(event_title(site, dialogue, state, event.title))),
        *_times(state.when),
        ("DTSTAMP", stamp),
        ("UID", calendar_text(uid_of(dialogue, facts))),
        ("SEQUENCE", str(sequence_of(dialogue))),
        ("CATEGORIES", _categories(site, dialogue)),
        ("CLASS", "PUBLIC"),
        ("CONTACT", _contact(dialogue)),
        ("CREATED", utc_time(midnight(created)) if created else None),
        ("DESCRIPTION", calendar_text(event_description(site, dialogue, state, page))),
        ("GEO", _position(dialogue)),
        ("LAST-MODIFIED", stamp),
        ("LOCATION", _location(site, dialogue)),
        ("STATUS", state.status.value),
        ("TRANSP", "TRANSPARENT"),
        ("URL", page),
        ("END", "VEVENT"),
    ])


def _times(when: When) -> tuple[Property, ...]:
    """A time zone with a name, never an offset; without an hour a whole day, whose end is the day after."""
    if when.start is None:
        return (
            ("DTSTART;VALUE=DATE", calendar_time(when.day)), ("DTEND;VALUE=DATE", calendar_time(when.day + timedelta(days=1))),
        )
    end = calendar_time(datetime.combine(when.day, when.end)) if when.end else None
    return (f"DTSTART;{_IN_ZONE}", calendar_time(datetime.combine(when.day, when.start))), (f"DTEND;{_IN_ZONE}", end)


def _contact(dialogue: Dialogue) -> str | None:
    contact = dialogue.participation.contact
    return calendar_text(contact_text(contact)) if contact else None


def _location(site: Site, dialogue: Dialogue) -> str | None:
    if venue := venue_of(dialogue):
        return calendar_text(", ".join(filter(None, (venue.name, venue.address))))
    return calendar_text(site.words.mode[dialogue.mode]) if dialogue.mode == Mode.ONLINE else None


def _position(dialogue: Dialogue) -> str | None:
    venue = venue_of(dialogue)
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return f"{venue.latitude};{venue.longitude}"


def _categories(site: Site, dialogue: Dialogue) -> str:
    audiences = [site.register.facts.audiences[audience] for audience in dialogue.audiences]
    kind = site.words.feeds["category"].format(kind=site.words.kind[dialogue.kind])
    return ",".join(calendar_text(category) for category in sorted({kind, *audiences}, key=sort_key))
