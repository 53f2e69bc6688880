"""What the Atom feed of the city's changes no longer holds: a document for each month that is over (RFC 5005, 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterator, Sequence
from xml.etree.ElementTree import SubElement

from generator.consequences.dated_changes import changes_of, newest_first
from generator.model import addresses
from generator.model.groups import grouped
from generator.publications.change_entries import MEDIA_TYPE, DatedEntry, atom_document, dated_entries, feed_head, stamp
from generator.publications.change_feeds import archived_years, city_changes
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.site.told_corrections import other_corrections

_HISTORY = "http://purl.org/syndication/history/1.0"


def publish_year(site: Site, year: int, is_first: bool) -> Iterator[PublishedFile]:
    """The months of a year; ``is_first`` is the year that the archives begin with. ``site`` holds what ``changed_in`` the year.

    A document is there for a month without any change too, so that none ever goes away; it stays as it is from day to day,
    but for what is recorded late with an earlier day and, once the month after it is over, a link to that one.
    """
    months = _months_over(site, year)
    dialogues = site.register.dialogues.values() if months else ()
    until = (change for dialogue in dialogues for change in changes_of(dialogue, date(year, 12, 31)))
    changes = grouped((change.day.month, change) for change in until if change.day.year == year)
    whole = site.whole or site
    of_all = replace(whole, today=site.today, whole=whole)  # with its words, which are slow to read
    others = [one for one in other_corrections(of_all) if one.day.year == year]
    for month in months:
        entries = dated_entries(site, newest_first(changes.get(month, [])), [one for one in others if one.day.month == month])
        yield _of_month(site, date(year, month, 1), entries, is_first and month == 1)


def archive_addresses(site: Site) -> Iterator[str]:
    for year in archived_years(site):
        yield from (addresses.city_changes_of(year, month) for month in _months_over(site, year))


def _months_over(site: Site, year: int) -> list[int]:
    return [month for month in range(1, 13) if _after(year, month) <= site.today]


def _of_month(site: Site, first_day: date, newest: Sequence[DatedEntry], is_first: bool) -> PublishedFile:
    link, address = city_changes(site), addresses.city_changes_of(first_day.year, first_day.month)
    before, after = date.fromordinal(first_day.toordinal() - 1), _after(first_day.year, first_day.month)
    relations = [("current", MEDIA_TYPE, link.address)]
    if not is_first:
        relations.append(("prev-archive", MEDIA_TYPE, addresses.city_changes_of(before.year, before.month)))
    if _after(after.year, after.month) <= site.today:
        relations.append(("next-archive", MEDIA_TYPE, addresses.city_changes_of(after.year, after.month)))
    updated = newest[0].updated if newest else stamp(first_day)
    head = feed_head(site, link, updated, address, relations)
    SubElement(head, "archive", {"xmlns": _HISTORY})
    return PublishedFile(address, atom_document(head, [one.content for one in newest]))


def _after(year: int, month: int) -> date:
    """The first day after a month."""
    return date(year + month // 12, month % 12 + 1, 1)
