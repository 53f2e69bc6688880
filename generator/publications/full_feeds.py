"""What the calendar feeds of many dialogues have no room for, and which other feeds carry it."""

from __future__ import annotations

from datetime import date
from typing import Container, Iterator, Mapping, NamedTuple

from generator.calendars.kept_events import FeedEvent, kept_events
from generator.consequences.outlines import lying_as_then
from generator.model import addresses
from generator.publications.feeds import Area, areas
from generator.site.site import Site

LEAST_FULL_BYTES = 300_000
"""No smaller file of a feed can be full: 1,000 events or 950,000 bytes of them are more."""


class FullFeed(NamedTuple):
    """``number`` events, from the first day to the last, had no room in it. The units' feeds in ``carried_by`` hold them, but
    for as many as ``alone`` says: those stand in nothing but their own feeds."""

    address: str
    number: int
    first_day: date
    last_day: date
    carried_by: tuple[str, ...]
    alone: int


def full_feeds(site: Site, looked_at: Container[str]) -> Iterator[FullFeed]:
    """Of the feeds at the addresses ``looked_at``."""
    all_areas = {area.address: area for area in areas(site)}
    held: dict[str, frozenset[str]] = {}
    for area in all_areas.values():
        if area.address in looked_at and (left_out := kept_events(site, area.events).left_out):
            carriers = [address for event in left_out if (address := _carrier(site, event, all_areas, held))]
            yield FullFeed(
                area.address, len(left_out), left_out[0].day, left_out[-1].day, tuple(sorted({*carriers})),
                len(left_out) - len(carriers),
            )


def _carrier(
    site: Site, event: FeedEvent, all_areas: Mapping[str, Area], held: dict[str, frozenset[str]]
) -> str | None:
    """The feed of its district, else of its unit, that holds it; ``held`` notes what those that were asked hold."""
    unit = lying_as_then(site.register, event.id, event.unit)
    top = site.register.units[unit.top_id]
    with_a_day = addresses.unit_feed(top), addresses.district_own_feed(unit), addresses.unit_feed(unit)
    asked = (addresses.tentative_feed(top),) if event.period_only else with_a_day
    for address in (address for address in asked if address in all_areas):
        if address not in held:
            held[address] = frozenset(kept.id for kept in kept_events(site, all_areas[address].events).events)
        if event.id in held[address]:
            return address
    return None
