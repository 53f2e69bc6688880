"""The calendar feeds: the city's, each unit's, each kind's and each dialogue's, joined from events written once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Iterable, Iterator, Mapping, Sequence

from icalendar import Timezone, TimezoneStandard

from generator import addresses
from generator.calendar_events import CalendarEvent, calendar_event
from generator.calendar_lines import calendar_lines, calendar_text, utc_time
from generator.event_history import midnight
from generator.formatting import dialogue_title, unit_in_sentence
from generator.model import Dialogue, Kind, Level, Unit
from generator.site import PublishedFile, Site
from generator.status import ZONE

LARGEST_FEED_EVENTS = 1000
LARGEST_FEED_BYTES = 950_000
"""Of the events; Google Calendar takes no feed over 1 MB."""
KEPT_FOR = timedelta(days=400)
"""How long after its day an event stays in the feeds of many dialogues; its own feed keeps it for ever."""
REFRESH = "PT6H"
"""How often readers should look again, as a DURATION (RFC 5545, 3.3.6)."""


@dataclass(frozen=True)
class Feed:
    """``page`` is the address of the page that shows the same; ``revised`` is in UTC; ``events`` are whole VEVENTs."""

    address: str
    name: str
    page: str
    revised: datetime
    events: Sequence[bytes]


def publish(site: Site) -> Iterator[PublishedFile]:
    yield from publish_city(site)
    yield from publish_units(site)
    yield from publish_dialogues(site)


def publish_city(site: Site) -> Iterator[PublishedFile]:
    head = _shared_head(site)
    for feed in _of_city(site):
        yield PublishedFile(feed.address, _calendar(head, site, feed))


def publish_units(site: Site) -> Iterator[PublishedFile]:
    """A feed is there for every unit that ever was, with or without events: readers drop a feed that goes away."""
    head = _shared_head(site)
    for feed in _of_units(site):
        yield PublishedFile(feed.address, _calendar(head, site, feed))


def publish_dialogues(site: Site) -> Iterator[PublishedFile]:
    head = _shared_head(site)
    for dialogue in site.register.dialogues.values():
        feed = _of_dialogue(site, dialogue, calendar_event(site, dialogue))
        yield PublishedFile(feed.address, _calendar(head, site, feed))


def calendar_file(site: Site, feed: Feed) -> bytes:
    """A calendar of other events than those of the dialogues."""
    return _calendar(_shared_head(site), site, feed)


def _events(site: Site) -> list[CalendarEvent]:
    return [event for dialogue in site.register.dialogues.values() if (event := calendar_event(site, dialogue))]


def _of_city(site: Site) -> Iterator[Feed]:
    events = _events(site)
    place, words = site.register.facts.place, site.words.feeds
    yield from _both(
        site, events, addresses.CALENDAR, addresses.CITY_FEED, words["city"].format(place=place),
        addresses.CITY_TENTATIVE_FEED, words["city_tentative"].format(place=place),
    )
    for kind in Kind:
        of_kind = [event for event in events if event.dialogue.kind == kind]
        name = words["kind"].format(kind=site.words.kind[kind], place=place)
        yield _area(site, of_kind, addresses.CALENDAR, addresses.kind_feed(kind), name)


def _of_units(site: Site) -> Iterator[Feed]:
    events = _events(site)
    own: dict[str, list[CalendarEvent]] = {id: [] for id in site.register.units}
    below: dict[str | None, list[CalendarEvent]] = defaultdict(list)
    for event in events:
        own[event.dialogue.unit].append(event)
        below[site.register.unit_of(event.dialogue).parent_id].append(event)
    for unit in site.units:
        yield from _of_unit(site, unit, own, below[unit.id])


def _of_unit(
    site: Site, unit: Unit, own: Mapping[str, list[CalendarEvent]], below: list[CalendarEvent]
) -> Iterator[Feed]:
    """``own`` holds each unit's own events, ``below`` those of this unit's communes."""
    words, page, name = site.words.feeds, addresses.unit_page(unit), unit_in_sentence(unit)
    if unit.parent_id:
        name = words["commune"].format(unit=name, district=unit_in_sentence(site.register.units[unit.parent_id]))
        yield _area(site, [*own[unit.id], *own[unit.parent_id]], page, addresses.unit_feed(unit), name)
        return
    yield from _both(
        site, [*own[unit.id], *below], page,
        addresses.unit_feed(unit), words["unit" if unit.level == Level.COMMUNE else "district"].format(unit=name),
        addresses.tentative_feed(unit), words["tentative"].format(unit=name),
    )
    if unit.level == Level.DISTRICT:
        name = words["district_own"].format(unit=name)
        yield _area(site, own[unit.id], page, addresses.district_own_feed(unit), name)


def _of_dialogue(site: Site, dialogue: Dialogue, event: CalendarEvent | None) -> Feed:
    """There from the first registration on, so that who follows it then is told the day; it is never cut."""
    name = dialogue_title(dialogue, site.register, site.words)
    revised = event.revised if event else midnight(site.register.facts.feeds_changed_on)
    return Feed(
        addresses.dialogue_feed(dialogue), name, addresses.dialogue_page(dialogue), revised, (event.content,) if event else ()
    )


def _both(
    site: Site, events: list[CalendarEvent], page: str, address: str, name: str, tentative: str, tentative_name: str
) -> Iterator[Feed]:
    yield _area(site, events, page, address, name)
    yield _area(site, events, page, tentative, tentative_name, period_only=True)


def _area(
    site: Site, events: list[CalendarEvent], page: str, address: str, name: str, period_only: bool = False
) -> Feed:
    """Its revision counts the events that are kept elsewhere too, so that it never falls when one moves there."""
    revised = max([event.revised for event in events], default=midnight(site.register.facts.feeds_changed_on))
    shown = [event for event in events if event.period_only == period_only]
    return Feed(address, name, page, revised, _kept(shown, site.today))


def _kept(events: Iterable[CalendarEvent], today: date) -> list[bytes]:
    """The newest days first, up to the limits of readers; then in the order of their days."""
    kept: list[CalendarEvent] = []
    size = 0
    for event in sorted((event for event in events if event.day >= today - KEPT_FOR), key=_place, reverse=True):
        size += len(event.content)
        if len(kept) == LARGEST_FEED_EVENTS or size > LARGEST_FEED_BYTES:
            break
        kept.append(event)
    return [event.content for event in kept[::-1]]


def _place(event: CalendarEvent) -> tuple[date, str]:
    return event.day, event.dialogue.id


def _calendar(head: bytes, site: Site, feed: Feed) -> bytes:
    facts, words = site.register.facts, site.words.feeds
    mark = f"{words['sample']} " if facts.sample else ""
    name = calendar_text(mark + re.sub(r"[,;\\]", " ", feed.name))
    own = calendar_lines([
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("LAST-MODIFIED", utc_time(feed.revised)),
        ("SOURCE;VALUE=URI", facts.address + feed.address),
        ("UID", calendar_text(f"{feed.address}@{facts.uid_domain}")),
        ("URL", facts.address + feed.page),
    ])
    return b"".join([head, own, _TIME_ZONE, *feed.events, b"END:VCALENDAR\r\n"])


def _shared_head(site: Site) -> bytes:
    """What all feeds open with, RFC 7986 beside the older X- names. There is no METHOD, since PUBLISH demands an
    ORGANIZER, and since without it DTSTAMP says when an event was last revised (RFC 5545, 3.8.7.2)."""
    facts, words = site.register.facts, site.words.feeds
    description = words["description"].format(publisher=facts.publisher)
    described = calendar_text(f"{words['sample_description']} {description}" if facts.sample else description)
    return calendar_lines([
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//So dang ky doi thoai//Lich doi thoai//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("DESCRIPTION", described),
        ("X-WR-CALDESC", described),
        ("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
        ("X-PUBLISHED-TTL", REFRESH),
        ("X-WR-TIMEZONE", ZONE.key),
    ])


def _time_zone() -> bytes:
    """Viet Nam has had one offset since 1975; readers need a STANDARD block, and go wrong by a DAYLIGHT block alone."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(standard)
    return zone.to_ical()


_TIME_ZONE = _time_zone()
