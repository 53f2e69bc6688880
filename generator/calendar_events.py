"""One dialogue as one calendar event (RFC 5545, RFC 7986), written once and the same in every feed that carries it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from icalendar import Event, vText, vUri

from generator.addresses import dialogue_page
from generator.calendar_lines import calendar_lines
from generator.event_history import (
    EventState, EventStatus, created_on, event_states, midnight, revised_at, sequence_of,
)
from generator.model import Dialogue, Mode
from generator.rich_text import rich_text, without_unseen
from generator.site import Site
from generator.status import ZONE, When, last_announced, moves, presiders_of, venue_of, when_of
from generator.vietnamese import sort_key

CONCLUSION_LENGTH = 500
"""As much of a conclusion as is read for its first lines, in characters; the template cuts further."""


@dataclass(frozen=True)
class CalendarEvent:
    """``day`` is the event's first day in Asia/Ho_Chi_Minh, of the period where only that is known (``period_only``).

    ``revised`` is in UTC; ``content`` is the VEVENT with its line ends, written when it is first asked for.
    """

    site: Site = field(repr=False)
    dialogue: Dialogue
    day: date
    period_only: bool
    revised: datetime

    @cached_property
    def content(self) -> bytes:
        return _content(self.site, self.dialogue, self.revised)


def calendar_event(site: Site, dialogue: Dialogue) -> CalendarEvent | None:
    """None for a dialogue without a day, month or quarter. Nothing in it depends on today, so that DTSTAMP is true."""
    states = event_states(dialogue)
    if not states:
        return None
    revised = revised_at(dialogue, site.register.facts.feeds_changed_on)
    return CalendarEvent(site, dialogue, states[-1].when.day, states[-1].period is not None, revised)


def _content(site: Site, dialogue: Dialogue, revised: datetime) -> bytes:
    state, facts = event_states(dialogue)[-1], site.register.facts
    page = facts.address + dialogue_page(dialogue) + ("#ket-luan" if dialogue.conclusion else "")
    event = Event()
    event.add("uid", vText(f"{dialogue.id}@{facts.uid_domain}"))
    event.add("dtstamp", revised)
    event.add("last-modified", revised)
    if created := created_on(dialogue):
        event.add("created", midnight(created))
    event.add("sequence", sequence_of(dialogue))
    _add_times(event, state.when)
    event.add("status", state.status.value)
    event.add("summary", calendar_text(_summary(site, dialogue, state)))
    event.add("description", calendar_text(_description(site, dialogue, state, page)))
    event.add("url", vUri(page))
    _add_place(event, site, dialogue)
    event.add("categories", _categories(site, dialogue))
    if contact := dialogue.participation.contact:
        event.add("contact", calendar_text(", ".join(filter(None, (contact.office, contact.phone, contact.email)))))
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    return calendar_lines(event)


def calendar_text(text: str) -> vText:
    """Composed letters, and none of the characters that readers of RFC 5545 refuse."""
    return vText(unicodedata.normalize("NFC", without_unseen(text)))


def _add_times(event: Event, when: When) -> None:
    """A time zone with a name, never an offset; without an hour a whole day, whose end is the day after."""
    if when.start is None:
        event.add("dtstart", when.day)
        event.add("dtend", when.day + timedelta(days=1))
        return
    event.add("dtstart", datetime.combine(when.day, when.start, ZONE))
    if when.end:
        event.add("dtend", datetime.combine(when.day, when.end, ZONE))


def _add_place(event: Event, site: Site, dialogue: Dialogue) -> None:
    venue = venue_of(dialogue)
    if venue:
        event.add("location", calendar_text(", ".join(filter(None, (venue.name, venue.address)))))
    elif dialogue.mode == Mode.ONLINE:
        event.add("location", calendar_text(site.words.mode[dialogue.mode]))
    if venue and venue.latitude is not None and venue.longitude is not None:
        event.add("geo", (venue.latitude, venue.longitude))


def _categories(site: Site, dialogue: Dialogue) -> list[vText]:
    audiences = [site.register.facts.audiences[audience] for audience in dialogue.audiences]
    kind = site.words.feeds["category"].format(kind=site.words.kind[dialogue.kind])
    return [calendar_text(category) for category in sorted({kind, *audiences}, key=sort_key)]


def _summary(site: Site, dialogue: Dialogue, state: EventState) -> str:
    unit = site.register.unit_of(dialogue)
    district = site.register.units[unit.parent_id] if unit.parent_id else None
    text = site.render(
        "feeds/summary.txt", dialogue=dialogue, district=district, period=state.period,
        marks=[site.words.feeds[mark] for mark in _marks(site, dialogue, state)],
    )
    return " ".join(str(text).split())


def _marks(site: Site, dialogue: Dialogue, state: EventState) -> list[str]:
    """Names of the words that open the title: many calendars show nothing else, and some hide a cancelled event."""
    marks = ["sample"] if site.register.facts.sample else []
    if state.status == EventStatus.CANCELLED:
        marks.append(dialogue.schedule[-1].state.value)
    elif dialogue.held:
        marks += ["concluded"] if dialogue.conclusion else []
    else:
        marks += ["moved"] if moves(dialogue) else []
        marks += ["no_hour"] if state.status == EventStatus.TENTATIVE and state.period is None else []
    return marks


def _description(site: Site, dialogue: Dialogue, state: EventState, page: str) -> str:
    conclusion = dialogue.conclusion
    concluded = conclusion.text[:CONCLUSION_LENGTH] if conclusion and conclusion.text else None
    moved = moves(dialogue)
    text = site.render(
        "feeds/description.txt", dialogue=dialogue, unit=site.register.unit_of(dialogue), link=page,
        cancelled=state.status == EventStatus.CANCELLED, last=dialogue.schedule[-1] if dialogue.schedule else None,
        old=last_announced(dialogue), move=moved[-1] if moved else None, held_when=when_of(dialogue),
        period=state.period, venue=venue_of(dialogue), presiders=presiders_of(dialogue),
        conclusion_text=rich_text(concluded).striptags() if concluded else None,
    )
    return "\n".join(filter(None, (" ".join(line.split()) for line in str(text).splitlines())))
