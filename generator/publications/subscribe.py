"""The page that lists every calendar feed and tells how to follow one on each device."""

from __future__ import annotations

from typing import Iterator, NamedTuple
from urllib.parse import quote

from generator.calendars.kept_events import CANCELLED_KEPT_DAYS, KEPT_DAYS, LARGEST_FEED_EVENTS
from generator.model import Kind, Unit, addresses
from generator.model.addresses import CITY_FEED, CITY_TENTATIVE_FEED, SUBSCRIBE
from generator.model.groups import grouped
from generator.publications.change_feeds import KEPT_DAYS as CHANGES_KEPT_DAYS
from generator.publications.change_feeds import city_changes, district_changes
from generator.publications.deadlines import deadline_feed, districts_with_deadlines
from generator.site.formatting import unit_in_sentence
from generator.site.published import FeedLink, PublishedPage
from generator.site.site import Site
from generator.site.units_not_there import units_not_there

OUTLOOK_HOSTS = ("outlook.live.com", "outlook.office.com")
"""Of personal accounts, and of those at work."""


class Subscription(NamedTuple):
    """One feed with the addresses by which programs follow it; Apple's open ``webcal``, and webcals is for none."""

    title: str
    https: str
    webcal: str
    outlook: tuple[str, ...]


class UnitSubscriptions(NamedTuple):
    """Every feed of a unit."""

    unit: Unit
    feeds: tuple[Subscription, ...]


class DistrictSubscriptions(NamedTuple):
    """What exists in one district, its own first; ``district`` is None for units of no district, and these are those of one
    ``area``, or of none."""

    district: Unit | None
    area: str | None
    units: tuple[UnitSubscriptions, ...]


def publish(site: Site) -> Iterator[PublishedPage]:
    feeds, named = city_feeds(site), site.words.pages.subscribe
    changes = [city_changes(site), *(district_changes(site, district) for district in site.register.tops_for_readers)]
    gone = [unit for unit in site.register.units.values() if not unit.exists_on(site.today)]
    yield PublishedPage(
        SUBSCRIBE,
        *named.filled(place=site.register.facts.place),
        site.render(
            "pages/subscribe.html", SUBSCRIBE,
            city=[subscription(site, feed.address, feed.title) for feed in feeds],
            kinds=[kind_subscription(site, kind) for kind in Kind],
            districts=_districts(site),
            told=units_not_there(site.register, site.today, site.words.found),
            changes=changes, changes_kept_days=CHANGES_KEPT_DAYS,
            kept_days=KEPT_DAYS, cancelled_kept_days=CANCELLED_KEPT_DAYS, largest=LARGEST_FEED_EVENTS,
            deadlines=[
                subscription(site, feed.address, feed.title)
                for feed in (deadline_feed(site, unit) for unit in (None, *districts_with_deadlines(site)))
            ],
            closed=[UnitSubscriptions(unit, unit_subscriptions(site, unit)) for unit in gone if unit.has_ended_by(site.today)],
            future=[
                UnitSubscriptions(unit, unit_subscriptions(site, unit)) for unit in gone if not unit.has_ended_by(site.today)
            ],
        ),
        feeds=(*feeds, changes[0]),
    )


def subscription(site: Site, address: str, title: str) -> Subscription:
    """For the feed at ``address`` on the site."""
    https = site.register.facts.address + address
    query = f"url={quote(https, safe='')}&name={quote(title, safe='')}"
    return Subscription(
        title, https, "webcal://" + https.partition("://")[2],
        tuple(f"https://{host}/calendar/0/addfromweb?{query}" for host in OUTLOOK_HOSTS),
    )


def city_feeds(site: Site) -> tuple[FeedLink, ...]:
    place, words = site.register.facts.place, site.words.feeds
    return (
        FeedLink(CITY_FEED, words["city"].format(place=place)),
        FeedLink(CITY_TENTATIVE_FEED, words["city_tentative"].format(place=place)),
    )


def kind_subscription(site: Site, kind: Kind) -> Subscription:
    """The feed of all dialogues of a kind, under the name it gives itself."""
    title = site.words.feeds["kind"].format(kind=site.words.kind[kind], place=site.register.facts.place)
    return subscription(site, addresses.kind_feed(kind), title)


def any_district_subscription(site: Site) -> Subscription:
    """That of a district with "*" for its id in the address and for its name in the title."""
    return subscription(site, addresses.ANY_UNIT_FEED, site.words.feeds["district"].format(unit="*"))


def unit_subscriptions(site: Site, unit: Unit) -> tuple[Subscription, ...]:
    """Every feed of a unit, under the names the feeds give themselves."""
    words, name, feed = site.words.feeds, unit_in_sentence(unit), addresses.unit_feed(unit)
    if district := site.register.district_of(unit):
        return (subscription(site, feed, words["commune"].format(unit=name, district=unit_in_sentence(district))),)
    tentative = subscription(site, addresses.tentative_feed(unit), words["tentative"].format(unit=name))
    if not unit.level.gathers:
        return subscription(site, feed, words["unit"].format(unit=name)), tentative
    own = subscription(site, addresses.district_own_feed(unit), words["district_own"].format(unit=name))
    return subscription(site, feed, words["district"].format(unit=name)), own, tentative


def _districts(site: Site) -> list[DistrictSubscriptions]:
    """Each district with its communes, in administrative order; then the communes of no district, by area and name."""
    there = [unit for unit in site.register.units.values() if unit.exists_on(site.today)]
    districts = grouped((unit.top_id, unit) for unit in there if unit.is_of_a_district)
    alone = (unit for unit in site.register.tops_for_readers if unit.exists_on(site.today) and not unit.is_of_a_district)
    areas = site.register.by_area(alone)
    groups = [*((site.register.units[id], None, units) for id, units in districts.items()),
              *((None, area, units) for area, units in areas.items())]
    return [
        DistrictSubscriptions(
            district, area, tuple(UnitSubscriptions(unit, unit_subscriptions(site, unit)) for unit in units),
        )
        for district, area, units in groups
    ]
