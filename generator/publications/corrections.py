"""Every correction and redaction that was published, the newest first, and a page of each year's."""

from __future__ import annotations

from typing import Iterator, Mapping, Sequence

from generator.model.addresses import CORRECTIONS, corrections_of
from generator.model.groups import grouped
from generator.publications.subscribe import city_feeds
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.told_corrections import ToldCorrection, all_corrections

NEWEST_SHOWN = 100
"""Of all years, which may be many; each year's page lists all of its own."""


def publish(site: Site) -> Iterator[PublishedPage]:
    found = all_corrections(site)
    by_year = grouped((one.day.year, one) for one in found)
    yield _page(site, CORRECTIONS, None, found[:NEWEST_SHOWN], by_year)
    for year, own in by_year.items():
        yield _page(site, corrections_of(year), year, own, by_year)


def _page(
    site: Site, address: str, year: int | None, shown: Sequence[ToldCorrection], by_year: Mapping[int, Sequence[ToldCorrection]]
) -> PublishedPage:
    named = site.words.pages.corrections_of_year if year else site.words.pages.corrections
    return PublishedPage(
        address, *named.filled(year=year, place=site.register.facts.place),
        site.render(
            "pages/corrections.html", address, year=year, corrections=shown,
            years=[(other, corrections_of(other), len(own)) for other, own in by_year.items()],
        ),
        updated=shown[0].day if shown else None, feeds=city_feeds(site),
    )
