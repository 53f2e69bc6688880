"""What the Atom feed of the city's changes no longer holds: a document for each month that is over (RFC 5005, 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Iterator, Sequence
from xml.etree.ElementTree import SubElement

from generator.consequences.dated_changes import newest_first
from generator.model import addresses
from generator.publications.change_entries import MEDIA_TYPE, DatedEntry, atom_document, dated_entries, feed_head, stamp
from generator.publications.change_feeds import archived_years, city_changes, month_after
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.site.told_corrections import other_corrections

_HISTORY = "http://purl.org/syndication/history/1.0"


def publish_month(site: Site, first_day: date, is_first: bool) -> Iterator[PublishedFile]:
    """The month that begins on a day; ``is_first``: the archives begin with it. ``site`` holds what ``changed_in`` it.

    A document is there for a month without any change too, so that none ever goes away; it stays as it is from day to day,
    but for what is recorded late with an earlier day and, once the month after it is over, a link to that one.
    """
    after = month_after(first_day)
    if site.today < after:
        return
    changes = chain.from_iterable(map(site.changes_of, site.register.dialogues.values()))
    whole = site.whole or site
    of_all = replace(whole, today=site.today, whole=whole)  # with its words, which are slow to read
    entries = dated_entries(
        site, newest_first(change for change in changes if first_day <= change.day < after),
        [one for one in other_corrections(of_all) if first_day <= one.day < after],
    )
    yield _of_month(site, first_day, entries, is_first)


def archive_addresses(site: Site) -> Iterator[str]:
    over = (first_day for first_day in archived_months(site) if month_after(first_day) <= site.today)
    return (addresses.city_changes_of(first_day.year, first_day.month) for first_day in over)


def archived_months(site: Site) -> Iterator[date]:
    """The first days of all months of the archived years, also of those that are still to come."""
    return (date(year, month, 1) for year in archived_years(site) for month in range(1, 13))


def _of_month(site: Site, first_day: date, newest: Sequence[DatedEntry], is_first: bool) -> PublishedFile:
    link, address = city_changes(site), addresses.city_changes_of(first_day.year, first_day.month)
    before, after = date.fromordinal(first_day.toordinal() - 1), month_after(first_day)
    relations = [("current", MEDIA_TYPE, link.address)]
    if not is_first:
        relations.append(("prev-archive", MEDIA_TYPE, addresses.city_changes_of(before.year, before.month)))
    if month_after(after) <= site.today:
        relations.append(("next-archive", MEDIA_TYPE, addresses.city_changes_of(after.year, after.month)))
    updated = newest[0].updated if newest else stamp(first_day)
    head = feed_head(site, link, updated, address, relations)
    SubElement(head, "archive", {"xmlns": _HISTORY})
    return PublishedFile(address, atom_document(head, [one.content for one in newest]))
