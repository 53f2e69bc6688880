"""The progress page of each year: for each period of its rules the figures, the pace, the districts and the ledger of every
post."""

from __future__ import annotations

from datetime import date
from typing import Iterator, NamedTuple, Sequence

from generator.consequences.progress import Share
from generator.consequences.rule_periods import periods_of
from generator.model.addresses import API, CITY_DEADLINES, PROGRESS, progress_page
from generator.publications.calendar import newest_day
from generator.publications.progress_blocks import Gate, ProgressBlock, progress_block
from generator.publications.subscribe import city_feeds
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.stacked_bars import StackedBars, stacked_bars
from generator.site.told_corrections import newest_last, of_rules, of_submissions


class YearCompared(NamedTuple):
    """The posts of a year, or of a period of its rules, that have done what they owe, true for ``day``; ``address`` is of the
    year's page."""

    year: int
    address: str
    day: date
    share: Share


def publish_present(site: Site) -> Iterator[PublishedPage]:
    """The present year's page, which sets all years beside each other, at the short address and at its own."""
    figures = site.kept_by_year("shares", _figures)
    compared = [YearCompared(year, progress_page(year), *known) for year, of in figures.items() for known in of]
    present = site.of_shown_year(site.year, site.today)
    blocks = _blocks(present, site.year)
    for address in (progress_page(site.year), PROGRESS):
        yield _page(present, site.year, address, blocks, compared)


def publish_year(site: Site) -> Iterator[PublishedPage]:
    """A past year's page."""
    year = site.shown_year
    if year and year != site.year and year in site.register.rules:
        yield _page(site, year, progress_page(year), _blocks(site, year), ())


def _figures(site: Site) -> tuple[tuple[date, Share], ...]:
    """Of each period; empty for a year without rules, in which nothing is owed."""
    year = site.shown_year
    if year is None or year not in site.register.rules:
        return ()
    return tuple((progress.day, progress.total) for progress in site.progress_of_periods(year))


def _blocks(site: Site, year: int) -> list[ProgressBlock]:
    return [progress_block(site, progress) for progress in reversed(site.progress_of_periods(year))]


def _page(
    site: Site, year: int, address: str, blocks: Sequence[ProgressBlock], compared: Sequence[YearCompared]
) -> PublishedPage:
    named, levels = site.words.pages.progress, site.levels_of_year(year)
    return PublishedPage(
        address,
        *named.filled(place=site.register.facts.place, year=year, parts=levels.said.parts),
        site.render(
            "pages/progress.html", address,
            year=year,
            closing=site.register.rules[year].closing,
            blocks=blocks,
            coming=periods_of(site.register.rules[year])[len(blocks):],
            files=(f"{API}ledger-{year}.csv", f"{API}progress-{year}.json"),
            deadlines=CITY_DEADLINES,
            compared=compared,
            compared_chart=_compared_chart(compared),
            corrections=newest_last([*of_rules(site, year), *of_submissions(site, year)]),
            years=[(other, progress_page(other)) for other in site.by_shown_year if other in site.register.rules],
        ),
        updated=_updated(site, year, [gate for block in blocks for gate in block.gates]),
        feeds=city_feeds(site),
        canonical=None if address == progress_page(year) else progress_page(year),
    )


def _compared_chart(compared: Sequence[YearCompared]) -> StackedBars | None:
    """None where there is but one to draw."""
    bars = [{"done": of.share.done, "remaining": of.share.remaining} for of in compared]
    return stacked_bars(bars, [(place + 0.5, str(of.year)) for place, of in enumerate(compared)]) if len(bars) > 1 else None


def _updated(site: Site, year: int, gates: Sequence[Gate]) -> date | None:
    """By the year's dialogues, or by a gate that has passed since."""
    passed = [gate.before for gate in gates if gate.days_left is None]
    return max(filter(None, (newest_day(site.views.by_year[year]), *passed)), default=None)
