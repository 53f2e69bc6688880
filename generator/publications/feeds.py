"""The calendar feeds: the city's, each unit's, each kind's and each dialogue's, joined from events written once."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Iterable, Iterator, Mapping

from generator.calendars.calendar_events import CalendarEvent, calendar_event
from generator.calendars.calendar_file import Feed, calendar_file, opening
from generator.consequences.event_history import midnight
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Kind, Unit, addresses
from generator.site.formatting import dialogue_title, unit_in_sentence
from generator.site.published import PublishedFile
from generator.site.site import Site

LARGEST_FEED_EVENTS = 1000
LARGEST_FEED_BYTES = 950_000
"""Of the events; Google Calendar takes no feed over 1 MB."""
KEPT_FOR = timedelta(days=400)
"""How long after its day an event stays in the feeds of many dialogues; its own feed keeps it for ever."""


def publish(site: Site) -> Iterator[PublishedFile]:
    yield from publish_city(site)
    yield from publish_units(site)
    yield from publish_dialogues(site)


def publish_city(site: Site) -> Iterator[PublishedFile]:
    head = opening(site)
    for feed in _of_city(site):
        yield PublishedFile(feed.address, calendar_file(site, feed, head))


def publish_units(site: Site) -> Iterator[PublishedFile]:
    """A feed is there for every unit that ever was, with or without events: readers drop a feed that goes away."""
    head = opening(site)
    for feed in _of_units(site):
        yield PublishedFile(feed.address, calendar_file(site, feed, head))


def publish_dialogues(site: Site) -> Iterator[PublishedFile]:
    head = opening(site)
    for dialogue in site.register.dialogues.values():
        feed = _of_dialogue(site, dialogue, calendar_event(site, dialogue))
        yield PublishedFile(feed.address, calendar_file(site, feed, head))


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
    below: dict[str, list[CalendarEvent]] = defaultdict(list)
    for event in events:
        own[event.dialogue.unit].append(event)
        unit = site.register.unit_of(event.dialogue)
        if unit.parent_id:
            below[unit.top_id].append(event)
    for unit in site.units:
        yield from _of_unit(site, unit, own, below[unit.id])


def _of_unit(
    site: Site, unit: Unit, own: Mapping[str, list[CalendarEvent]], below: list[CalendarEvent]
) -> Iterator[Feed]:
    """``own`` holds each unit's own events, ``below`` those of this unit's communes."""
    words, page, name = site.words.feeds, addresses.unit_page(unit), unit_in_sentence(unit)
    if district := site.register.district_of(unit):
        name = words["commune"].format(unit=name, district=unit_in_sentence(district))
        yield _area(site, [*own[unit.id], *own[district.id]], page, addresses.unit_feed(unit), name)
        return
    yield from _both(
        site, [*own[unit.id], *below], page,
        addresses.unit_feed(unit), words["district" if unit.level.gathers else "unit"].format(unit=name),
        addresses.tentative_feed(unit), words["tentative"].format(unit=name),
    )
    if unit.level.gathers:
        name = words["district_own"].format(unit=name)
        yield _area(site, own[unit.id], page, addresses.district_own_feed(unit), name)


def _of_dialogue(site: Site, dialogue: Dialogue, event: CalendarEvent | None) -> Feed:
    """There from the first registration on, so that who follows it then is told the day; it is never cut."""
    address, page = addresses.dialogue_feed(dialogue), addresses.dialogue_page(dialogue)
    if event:
        return Feed(address, event.title, page, event.revised, (event.content,))
    title = dialogue_title(dialogue, site.register, site.words)
    return Feed(address, title, page, midnight(site.register.facts.feeds_changed_on), ())


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


def _kept(events: Iterable[CalendarEvent], today: ObservedDay) -> list[bytes]:
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
