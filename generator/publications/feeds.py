"""The calendar feeds: the city's, each unit's, each kind's and each dialogue's, joined from events written once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Callable, Iterable, Iterator, Mapping, NamedTuple, Sequence

from generator.calendars.calendar_events import CalendarEvent, calendar_event
from generator.calendars.calendar_file import Feed, calendar_file, opening
from generator.calendars.closed_units import closed_on, closed_revised, closed_text, closing_event
from generator.calendars.kept_events import FeedEvent, WrittenEvent, kept_events, last_day_kept
from generator.consequences.event_history import last_revised_at, midnight
from generator.consequences.outlines import lying_as_then
from generator.model import Dialogue, Kind, Unit, addresses
from generator.site.formatting import unit_in_sentence
from generator.site.published import PublishedFile
from generator.site.site import Site


class Area(NamedTuple):
    """A feed of many dialogues, with the events that belong to it, be they too many to be kept in it."""

    address: str
    name: str
    page: str
    events: Sequence[FeedEvent]
    also: Sequence[FeedEvent]
    """With those that are kept elsewhere, since when it was revised never falls as one moves there."""
    unit: Unit | None = None
    """Whose feed it is; None for one of the whole city."""
    kind: Kind | None = None
    """Of which dialogues it is; None for one of all."""


class EventsOfRun(NamedTuple):
    """Of some dialogues: those that were not long past when the month began, and when those of each kind were last revised, in
    UTC."""

    recent: list[WrittenEvent]
    revised: dict[Kind, datetime]


def publish(site: Site) -> Iterator[PublishedFile]:
    yield from publish_city(site)
    yield from publish_units(site)
    yield from publish_dialogues(site)


def publish_city(site: Site) -> Iterator[PublishedFile]:
    known = _events_of_runs(site)

    def revised(area: Area) -> datetime:
        days = [day for run in known for kind, day in run.revised.items() if area.kind in (None, kind)]
        return max(days, default=midnight(site.register.facts.feeds_changed_on))

    return _published(site, _of_city(site, _recent(site, known)), revised)


def publish_units(site: Site) -> Iterator[PublishedFile]:
    """A feed is there for every unit that ever was, with or without events: readers drop a feed that goes away."""
    def revised(area: Area) -> datetime:
        return last_revised_at((site.register.dialogues[event.id] for event in area.also), site.register.facts.feeds_changed_on)

    return _published(site, _of_units(site, _events(site)), revised)


def publish_dialogues(site: Site) -> Iterator[PublishedFile]:
    head = opening(site)
    for dialogue in site.register.dialogues.values():
        feed = _of_dialogue(site, dialogue, calendar_event(site, dialogue))
        yield PublishedFile(feed.address, calendar_file(site, feed, head))


def areas(site: Site) -> Iterator[Area]:
    """Every feed of many dialogues, with hardly an event that is long past."""
    recent = _recent(site, _events_of_runs(site))
    yield from _of_city(site, recent)
    yield from _of_units(site, recent)


def _published(site: Site, of_many: Iterable[Area], revised: Callable[[Area], datetime]) -> Iterator[PublishedFile]:
    head = opening(site)
    for area in of_many:
        events = [event.content for event in kept_events(site, area.events).events]
        feed = Feed(area.address, area.name, area.page, revised(area), events)
        if area.unit and (day := closed_on(site, area.unit)):
            events.append(closing_event(site, area.unit, day))
            feed = feed._replace(revised=max(feed.revised, closed_revised(site, area.unit)))
            yield PublishedFile(feed.address, calendar_file(site, feed, opening(site, closed_text(site, area.unit, day))))
        else:
            yield PublishedFile(feed.address, calendar_file(site, feed, head))


def _events(site: Site) -> list[CalendarEvent]:
    return [event for dialogue in site.register.dialogues.values() if (event := calendar_event(site, dialogue))]


def _events_of_runs(site: Site) -> list[EventsOfRun]:
    """Of the whole register, of which many dialogues are long past; an event is written once for the builds to come too."""
    def of_run(part: Site) -> EventsOfRun:
        events, changed_on = _events(part), part.register.facts.feeds_changed_on
        dialogues = {kind: [event.dialogue for event in events if event.dialogue.kind == kind] for kind in Kind}
        return EventsOfRun(
            [WrittenEvent.of(event) for event in events if last_day_kept(event) >= part.today.first_of_month],
            {kind: last_revised_at(own, changed_on) for kind, own in dialogues.items() if own},
        )

    return site.kept_by_run("events", of_run)


def _recent(site: Site, known: Iterable[EventsOfRun]) -> list[WrittenEvent]:
    recent = [event for run in known for event in run.recent]
    site.written_events.update((event.id, event.content) for event in recent)
    return recent


def _of_city(site: Site, events: Sequence[FeedEvent]) -> Iterator[Area]:
    place, words = site.register.facts.place, site.words.feeds
    yield from _both(
        events, addresses.CALENDAR, addresses.CITY_FEED, words["city"].format(place=place),
        addresses.CITY_TENTATIVE_FEED, words["city_tentative"].format(place=place),
    )
    for kind in Kind:
        of_kind = [event for event in events if event.kind == kind]
        name = words["kind"].format(kind=site.words.kind[kind], place=place)
        yield _area(of_kind, addresses.CALENDAR, addresses.kind_feed(kind), name)._replace(kind=kind)


def _of_units(site: Site, events: Sequence[FeedEvent]) -> Iterator[Area]:
    own: dict[str, list[FeedEvent]] = {id: [] for id in site.register.units}
    below: dict[str, list[FeedEvent]] = defaultdict(list)
    for event in events:
        own[event.unit].append(event)
        unit = lying_as_then(site.register, event.id, event.unit)
        if unit.parent_id:
            below[unit.top_id].append(event)
    for unit in site.units:
        yield from (area._replace(unit=unit) for area in _of_unit(site, unit, own, below[unit.id]))


def _of_unit(
    site: Site, unit: Unit, own: Mapping[str, list[FeedEvent]], below: list[FeedEvent]
) -> Iterator[Area]:
    """``own`` holds each unit's own events, ``below`` those of this unit's communes."""
    words, page, name = site.words.feeds, addresses.unit_page(unit), unit_in_sentence(unit)
    if district := site.register.district_of(unit):
        name = words["commune"].format(unit=name, district=unit_in_sentence(district))
        yield _area([*own[unit.id], *own[district.id]], page, addresses.unit_feed(unit), name)
        return
    yield from _both(
        [*own[unit.id], *below], page,
        addresses.unit_feed(unit), words["district" if unit.level.gathers else "unit"].format(unit=name),
        addresses.tentative_feed(unit), words["tentative"].format(unit=name),
    )
    if unit.level.gathers:
        name = words["district_own"].format(unit=name)
        yield _area(own[unit.id], page, addresses.district_own_feed(unit), name)


def _of_dialogue(site: Site, dialogue: Dialogue, event: CalendarEvent | None) -> Feed:
    """There from the first registration on, so that who follows it then is told the day; it is never cut."""
    address, page = addresses.dialogue_feed(dialogue), addresses.dialogue_page(dialogue)
    if event:
        return Feed(address, event.title, page, event.revised, (event.content,))
    title = site.title_of(dialogue)
    return Feed(address, title, page, midnight(site.register.facts.feeds_changed_on), ())


def _both(
    events: Sequence[FeedEvent], page: str, address: str, name: str, tentative: str, tentative_name: str
) -> Iterator[Area]:
    yield _area(events, page, address, name)
    yield _area(events, page, tentative, tentative_name, period_only=True)


def _area(events: Sequence[FeedEvent], page: str, address: str, name: str, period_only: bool = False) -> Area:
    return Area(address, name, page, [event for event in events if event.period_only == period_only], events)
