"""Atom feeds of what changed, for the city and for each district with its communes, dated by the change (RFC 4287)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Iterable, Iterator

from generator.consequences.change import Change
from generator.consequences.dated_changes import changes_of, newest_first, recent_changes
from generator.consequences.outlines import dialogues_by_district
from generator.keeping.observed_day import ObservedDay
from generator.model import TakeOver, Unit, addresses
from generator.publications.change_entries import MEDIA_TYPE, atom_document, dated_entries, feed_head, stamp
from generator.site.formatting import unit_in_sentence
from generator.site.published import FeedLink, PublishedFile
from generator.site.site import Site
from generator.site.told_corrections import ToldCorrection, other_corrections

KEPT_DAYS = 45
"""Longer than a month, so that the city's feed and the archives of the months that are over hold everything between them
(RFC 5005, 4), and that who reads a feed once a month misses nothing."""
LEAST_ENTRIES = 100
"""The newest, however old: in the feed of a district or of a commune these go back a year or more."""


def publish(site: Site) -> Iterator[PublishedFile]:
    """A feed is there from the first day on, with or without entries."""
    yield from publish_city(site)
    yield from publish_districts(site)


def publish_city(site: Site) -> Iterator[PublishedFile]:
    newest = recent_changes_of_all(site, KEPT_DAYS, LEAST_ENTRIES)
    yield _feed(site, city_changes(site), addresses.HOME, newest, _newest_archive(site))


def publish_districts(site: Site) -> Iterator[PublishedFile]:
    for district in site.districts:
        link, page = district_changes(site, district), addresses.unit_page(district)
        own = dialogues_by_district(site.register).get(district.id, {}).values()
        newest = recent_changes(own, site.today, _since(site, KEPT_DAYS), LEAST_ENTRIES)
        yield _feed(site, link, page, newest, district=district, taken_over=_taken_over(site, district))


def archived_years(site: Site) -> range:
    """From the first year that has rules, or in which something changed, to that of the "as of" day."""
    today = site.today.year
    changed = (first_day.year for first_day in site.changed_in_months)
    return range(min((*site.register.rules, *changed, today)), today + 1)


def _newest_archive(site: Site) -> str | None:
    """Of the month before that of the "as of" day; None where the archives begin later."""
    last_day = site.today.first_of_month - timedelta(days=1)
    years = archived_years(site)
    return addresses.city_changes_of(last_day.year, last_day.month) if last_day.year in years else None


def city_changes(site: Site) -> FeedLink:
    name = site.words.feeds["changes"].format(place=site.register.facts.place)
    return FeedLink(addresses.CITY_CHANGES, name, MEDIA_TYPE)


def district_changes(site: Site, district: Unit) -> FeedLink:
    """Of a unit at the top: a district with its communes, or since 01/7/2025 a commune of no district."""
    words, name = site.words.feeds, unit_in_sentence(district)
    if district.level.gathers:
        return FeedLink(addresses.changes_feed(district), words["changes_district"].format(unit=name), MEDIA_TYPE)
    return FeedLink(addresses.changes_feed(district), words["changes"].format(place=name), MEDIA_TYPE)


def _feed(
    site: Site, link: FeedLink, page: str, newest: list[Change], older: str | None = None, district: Unit | None = None,
    taken_over: Iterable[Change] = (),
) -> PublishedFile:
    since = _since(site, KEPT_DAYS)
    first_day = newest[-1].day if len(newest) >= LEAST_ENTRIES else date.min
    others = [one for one in _others(site, district) if one.day >= first_day or one.day >= since]
    newest = newest_first([*newest, *(one for one in taken_over if one.day >= first_day or one.day >= since)])
    entries = dated_entries(site, newest, others)
    updated = entries[0].updated if entries else stamp(site.register.facts.feeds_changed_on)
    relations = [("alternate", "text/html", page), *([("prev-archive", MEDIA_TYPE, older)] if older else [])]
    head = feed_head(site, link, updated, link.address, relations)
    return PublishedFile(link.address, atom_document(head, [one.content for one in entries]))


def recent_changes_of_all(site: Site, days: int, least: int) -> list[Change]:
    """See ``recent_changes``; of all that the site holds, of which most was changed in no month since then."""
    since = _since(site, days)
    touched = {
        id: site.register.dialogues[id] for first_day, changed in site.changed_in_months.items()
        if month_after(first_day) > since for id in changed if id in site.register.dialogues
    }
    found = recent_changes(touched.values(), site.today, since, least=0)
    return found if len(found) >= least else recent_changes(site.register.dialogues.values(), site.today, since, least)


def _since(site: Site, days: int) -> ObservedDay:
    since: ObservedDay = site.today - timedelta(days=days)
    return since


def month_after(first_day: date) -> date:
    """The first day after the month that begins on this one."""
    return date(first_day.year + first_day.month // 12, first_day.month % 12 + 1, 1)


def _taken_over(site: Site, district: Unit) -> list[Change]:
    """What units that are no more had promised and units of the district took over."""
    others = (
        one for one in site.handed_down.get(district.id, {}).values()
        if any(_took(site, district, commitment.taken_over_by) for commitment in one.commitments)
        and site.register.unit_of(one).top_id != district.id
    )
    return [
        change for dialogue in others for change in changes_of(dialogue, site.today)
        if change.taken_over and _took(site, district, [change.taken_over])
    ]


def _took(site: Site, district: Unit, taken_over: Iterable[TakeOver]) -> bool:
    takers = (site.register.unit_with_id(taken.unit) for taken in taken_over)
    return any(taker and taker.top_id == district.id for taker in takers)


def _others(site: Site, district: Unit | None) -> list[ToldCorrection]:
    """Corrections of what is no dialogue: of a district's units, or of all."""
    return [one for one in other_corrections(site) if district is None or one.top_id == district.id]
