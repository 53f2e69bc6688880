"""What changed of late, for people: the facts that the feeds of changes tell, by day and within a day by place."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from typing import Iterable, Iterator, Mapping, NamedTuple

from generator.consequences.change import Change
from generator.consequences.states import ChangeKind
from generator.keeping.memo import once
from generator.keeping.observed_day import ObservedDay
from generator.model import Unit, addresses
from generator.model.groups import grouped
from generator.publications.change_entries import fragment, title_and_text
from generator.publications.change_feeds import city_changes, district_changes, recent_changes_of_all
from generator.publications.subscribe import city_feeds
from generator.site.formatting import unit_place
from generator.site.published import FeedLink, PublishedPage
from generator.site.site import Site
from generator.site.told_corrections import ToldCorrection, other_corrections

SHOWN_DAYS = 30
MOST_OF_CITY, MOST_OF_DISTRICT, MOST_OF_UNIT = 60, 150, 5
"""The newest: no higher than a thumb is patient. The feeds and their archives hold the others."""
MOST_UNFOLDED = 20
"""Districts with news; more of them stand in a fold above the news."""

Told = Change | ToldCorrection


class News(NamedTuple):
    """``unit`` is None where it is of the whole city. ``page`` is where more is told."""

    day: date
    unit: Unit | None
    title: str
    page: str


def publish_city(site: Site) -> Iterator[PublishedPage]:
    """The newest, and how many there are of each district, whose own page has more of them."""
    found = _told(site, recent_changes_of_all(site, SHOWN_DAYS, least=0))
    tops = Counter(unit.top_id for one in found if (unit := _unit_of(site, one)))
    districts = [(unit, tops[unit.id]) for unit in site.register.tops_for_readers if tops[unit.id]]
    yield _page(site, None, found, MOST_OF_CITY, (*city_feeds(site), city_changes(site)), districts)


def publish_districts(site: Site) -> Iterator[PublishedPage]:
    """Of each unit at the top and of those in it: there from the first day on, with or without news."""
    recent = _told(site, _recent(site))
    for district in site.districts:
        found = [one for one in recent if (unit := _unit_of(site, one)) and unit.top_id == district.id]
        yield _page(site, district, found, MOST_OF_DISTRICT, (district_changes(site, district),))


def newest_of_unit(site: Site, unit: Unit) -> list[News]:
    """Of the unit's own dialogues, as few as its own page has room for."""
    return [_news(site, change) for change in _recent_of_units(site).get(unit.id, ())[:MOST_OF_UNIT]]


def _recent(site: Site) -> list[Change]:
    return recent_changes_of_all(site, SHOWN_DAYS, least=0)


@once  # since each unit of a part asks
def _recent_of_units(site: Site) -> Mapping[str, list[Change]]:
    return grouped((site.register.unit_of(change.dialogue).id, change) for change in _recent(site))


def _page(
    site: Site, district: Unit | None, found: list[Told], most: int, feeds: tuple[FeedLink, ...],
    districts: list[tuple[Unit, int]] | None = None,
) -> PublishedPage:
    news = [_news(site, one) for one in found[:most]]  # and of no more of them, since words take long
    places = {id: place for place, id in enumerate(site.register.units, start=1)}
    by_day = [
        (day, sorted(told, key=lambda one: places[one.unit.id] if one.unit else 0))
        for day, told in groupby(news, lambda one: one.day)
    ]
    named = site.words.pages.news_of_district if district else site.words.pages.news
    place = unit_place(district, site.register) if district else site.register.facts.place
    address = addresses.news_of(district) if district else addresses.NEWS
    title, description = named.filled(place=place)
    return PublishedPage(
        address, title, description,
        site.render(
            "pages/news.html", address, title=title, district=district,
            since=_since(site).as_date(), by_day=by_day, shown=len(news), total=len(found), districts=districts,
            are_folded=districts is not None and len(districts) > MOST_UNFOLDED, feed=feeds[-1],
        ),
        updated=news[0].day if news else None, feeds=feeds, picture=addresses.share_picture(district),
    )


def _since(site: Site) -> ObservedDay:
    since: ObservedDay = site.today - timedelta(days=SHOWN_DAYS)
    return since


def _told(site: Site, changes: Iterable[Change]) -> list[Told]:
    """With what changed beside dialogues in the last days up to and with the "as of" day, the newest first."""
    others = (told for told in other_corrections(site) if told.day >= _since(site))
    return sorted([*changes, *others], key=lambda one: one.day, reverse=True)


def _unit_of(site: Site, told: Told) -> Unit | None:
    if isinstance(told, ToldCorrection):
        return site.register.units[told.top_id] if told.top_id else None
    return site.register.unit_of(told.dialogue)


def _news(site: Site, told: Told) -> News:
    if isinstance(told, ToldCorrection):
        title, page = f"{site.words.change[ChangeKind.CORRECTED]}: {told.title}", told.page
    else:
        title, _ = title_and_text(site, told, is_marked=False)
        page = addresses.dialogue_page(told.dialogue) + fragment(told)
    return News(told.day, _unit_of(site, told), title, page)
