"""The progress page of each year: the figures, the pace, the districts and the ledger of every post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator, Sequence

from generator.consequences.last_days import last_day_before
from generator.consequences.ledger import LedgerEntry
from generator.consequences.progress import DistrictProgress, Progress, Share
from generator.consequences.punctuality import report_standings
from generator.keeping.observed_day import ObservedDay
from generator.model import Rules, Unit
from generator.model.addresses import API, CITY_DEADLINES, PROGRESS, progress_page
from generator.publications.calendar import newest_day
from generator.publications.subscribe import city_feeds
from generator.site.charts import pace_chart, progress_bar
from generator.site.published import PublishedPage
from generator.site.site import Site


@dataclass(frozen=True)
class Gate:
    """A deadline of the guidance; ``days_left`` is 0 on the last good day and None once it has passed."""

    name: str
    before: date
    days_left: int | None

    @property
    def last_day(self) -> date:
        """The last good one."""
        return last_day_before(self.before)


@dataclass(frozen=True)
class FiguresAtCutoff:
    """``figures`` count what was held by then, by the records as they are now; None until the day is over."""

    name: str
    day: date
    figures: Progress | None


@dataclass(frozen=True)
class DistrictRow:
    """``communes`` is how many there are on the day: none is not the same as none that owe."""

    progress: DistrictProgress
    communes: int


@dataclass(frozen=True)
class LedgerGroup:
    """A district with its communes, each with one entry a post in the order of the rules, and whether they are alike.

    ``district`` is None for communes of no district.
    """

    district: Unit | None
    units: tuple[tuple[Unit, tuple[LedgerEntry, ...], bool], ...]


@dataclass(frozen=True)
class YearCompared:
    """The posts of a year that have done what they owe, true for ``day``; ``address`` is of the year's page."""

    year: int
    address: str
    day: date
    share: Share


def publish_present(site: Site) -> Iterator[PublishedPage]:
    """The present year's page, which sets all years beside each other, at the short address and at its own."""
    figures = site.of_each_year(_figures)
    compared = [YearCompared(year, progress_page(year), *known) for year, known in figures.items() if known]
    present = site.of_shown_year(site.year, site.today)
    for address in (progress_page(site.year), PROGRESS):
        yield _page(present, site.year, address, compared)


def publish_year(site: Site) -> Iterator[PublishedPage]:
    """A past year's page."""
    year = site.shown_year
    if year and year != site.year and year in site.register.rules:
        yield _page(site, year, progress_page(year), ())


def _figures(site: Site) -> tuple[date, Share] | tuple[()]:
    """Empty for a year without rules, in which nothing is owed."""
    year = site.shown_year
    if year is None or year not in site.register.rules:
        return ()
    progress = site.progress(year)
    return progress.day, progress.total


def _page(site: Site, year: int, address: str, compared: Sequence[YearCompared]) -> PublishedPage:
    rules = site.register.rules[year]
    progress, pace = site.progress(year), site.pace(year)
    gates = _gates(rules, site.today)
    named, levels = site.words.pages.progress, site.levels_of_year(year)
    return PublishedPage(
        address,
        named.title.format(year=year),
        named.description.format(place=site.register.facts.place, year=year, parts=levels.said.parts),
        site.render(
            "pages/progress.html", address,
            year=year,
            rules=rules,
            levels=levels,
            progress=progress,
            parts=progress_bar(progress),
            cutoffs=_cutoffs(site, rules),
            pace=pace,
            gates=gates,
            reports=list(report_standings(site.register, year)) if year in site.register.submissions else [],
            chart=pace_chart(pace, date(year, 1, 1), rules.cutoffs.year_end, [gate.before for gate in gates]),
            districts=_districts(progress),
            ledger=_ledger(progress),
            files=(f"{API}ledger-{year}.csv", f"{API}progress-{year}.json"),
            deadlines=CITY_DEADLINES,
            compared=compared,
            years=[(other, progress_page(other)) for other in site.by_shown_year if other in site.register.rules],
        ),
        updated=_updated(site, year, gates),
        feeds=city_feeds(site),
        canonical=None if address == progress_page(year) else progress_page(year),
    )


def _updated(site: Site, year: int, gates: Sequence[Gate]) -> date | None:
    """By the year's dialogues, or by a gate that has passed since."""
    passed = [gate.before for gate in gates if gate.days_left is None]
    return max(filter(None, (newest_day(site.views.by_year[year]), *passed)), default=None)


def _gates(rules: Rules, today: ObservedDay) -> list[Gate]:
    """The guidance says "before" each day: the day before is the last good one."""
    deadlines = rules.deadlines
    days = [("registration", deadlines.registration_before)]
    days += [("quarterly", day) for day in deadlines.quarterly_before]
    days += [("annual", deadlines.annual_before), ("summary", deadlines.summary_before)]
    known = sorted((day, name) for name, day in days if day)
    return [Gate(name, day, left if (left := (day - today).days - 1) >= 0 else None) for day, name in known]


def _cutoffs(site: Site, rules: Rules) -> list[FiguresAtCutoff]:
    days = {"annual_report": rules.cutoffs.annual_report, "year_end": rules.cutoffs.year_end}
    return [
        FiguresAtCutoff(name, day, site.progress(rules.year, day) if site.today > day else None)
        for name, day in days.items()
    ]


def _districts(progress: Progress) -> list[DistrictRow]:
    """Those that exist on the day of the figures, in administrative order."""
    communes: dict[str, set[str]] = {}
    for entry in progress.entries:
        if entry.unit.parent_id and entry.unit.exists_on(progress.day):
            communes.setdefault(entry.unit.top_id, set()).add(entry.unit.id)
    return [
        DistrictRow(district, len(communes.get(district.district.id, ())))
        for district in progress.districts
        if district.district.level.gathers and district.district.exists_on(progress.day)
    ]


def _ledger(progress: Progress) -> list[LedgerGroup]:
    by_unit: dict[str, list[LedgerEntry]] = {}
    for entry in progress.entries:
        by_unit.setdefault(entry.unit.id, []).append(entry)
    groups: dict[str, list[tuple[Unit, tuple[LedgerEntry, ...], bool]]] = {}
    for entries in by_unit.values():
        unit = entries[0].unit
        top = unit.top_id if unit.parent_id or unit.level.gathers else ""
        groups.setdefault(top, []).append((unit, tuple(entries), _are_alike(entries)))
    return [LedgerGroup(units[0][0] if top else None, tuple(units)) for top, units in groups.items()]


def _are_alike(entries: list[LedgerEntry]) -> bool:
    """Whether several posts stand alike, by the same dialogues."""
    first = entries[0]
    return len(entries) > 1 and all(
        (entry.standing, entry.dialogues) == (first.standing, first.dialogues) for entry in entries
    )
