"""What the progress page shows of one period of a year's rules: its figures, its pace, its deadlines and its ledger."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.consequences.last_days import last_day_before
from generator.consequences.ledger import LedgerEntry
from generator.consequences.progress import DistrictProgress, Pace, Progress, Share, share
from generator.consequences.punctuality import ReportStanding, report_deadlines, report_standings
from generator.consequences.rule_periods import Cutoff, RulesPeriod, cutoffs_of
from generator.keeping.observed_day import ObservedDay
from generator.model import Report, Rules, Unit
from generator.model.groups import grouped
from generator.site.charts import Bar, PaceChart, pace_chart, progress_bar
from generator.site.level_words import LevelWords
from generator.site.site import Site
from generator.text.vietnamese import unit_sort_key

UnitEntries = tuple[Unit, tuple[LedgerEntry, ...], bool]


class Gate(NamedTuple):
    """A deadline of the guidance; ``days_left`` is 0 on the last good day and None once it has passed. ``report`` is None for
    what the commission itself sends."""

    report: Report | None
    before: date
    days_left: int | None

    @property
    def last_day(self) -> date:
        """The last good one."""
        return last_day_before(self.before)


class FiguresAtCutoff(NamedTuple):
    """``figures`` count what was held by then, by the records as they are now; None until the day is over."""

    cutoff: Cutoff
    figures: Progress | None


class DistrictRow(NamedTuple):
    """``communes`` is how many there are on the day: none is not the same as none that owe."""

    progress: DistrictProgress
    communes: int


class LedgerGroup(NamedTuple):
    """A district with its communes, each with one entry a post in the order of the rules, and whether they are alike.

    ``district`` is None for communes of no district, which stand last, by their areas where there are any; ``id`` is its
    anchor's.
    """

    id: str
    district: Unit | None
    area: str | None
    units: tuple[UnitEntries, ...]

    @property
    def share(self) -> Share:
        return share(entry for _, entries, _ in self.units for entry in entries)


class ProgressBlock(NamedTuple):
    """What is shown of one period of the year's rules; ``at`` sets the places on the page of an older one apart from those of
    the newest."""

    at: str
    levels: LevelWords
    progress: Progress
    bar: Bar
    cutoffs: tuple[FiguresAtCutoff, ...]
    pace: Pace
    has_begun: bool
    """Some post was planned for on one of the days of ``pace``."""
    chart: PaceChart | None
    gates: tuple[Gate, ...]
    reports: tuple[ReportStanding, ...]
    districts: list[DistrictRow]
    ledger: list[LedgerGroup]


def progress_block(site: Site, progress: Progress) -> ProgressBlock:
    period, pace = progress.period, site.pace(progress)
    gates, has_begun = _gates(period.rules, site.today), any(point.registered for point in pace.points)
    known = report_standings(site.register, period.year) if period.year in site.register.submissions else ()
    return ProgressBlock(
        at="" if period == site.periods(period.year)[-1] else f"-den-{period.last_day}",
        levels=site.levels_until(period.last_day),
        progress=progress,
        bar=progress_bar(progress),
        cutoffs=_cutoffs(site, period),
        pace=pace,
        has_begun=has_begun,
        chart=pace_chart(pace, period.first_day, period.last_day, [gate.before for gate in gates]) if has_begun else None,
        gates=gates,
        reports=tuple(standing for standing in known if period.first_day <= standing.due <= period.last_day),
        districts=district_rows(progress),
        ledger=_ledger(site, progress),
    )


def _gates(rules: Rules, today: ObservedDay) -> tuple[Gate, ...]:
    """The guidance says "before" each day: the day before is the last good one."""
    days: list[tuple[Report | None, date]] = [*report_deadlines(rules)]
    days += [(None, rules.deadlines.summary_before)] if rules.deadlines.summary_before else []
    return tuple(
        Gate(report, day, (day - today).days - 1 if today < day else None)
        for report, day in sorted(days, key=lambda deadline: deadline[1])
    )


def _cutoffs(site: Site, period: RulesPeriod) -> tuple[FiguresAtCutoff, ...]:
    return tuple(
        FiguresAtCutoff(cutoff, site.progress(period.year, cutoff.day) if site.today > cutoff.day else None)
        for cutoff in cutoffs_of(period)
    )


def district_rows(progress: Progress) -> list[DistrictRow]:
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


def _ledger(site: Site, progress: Progress) -> list[LedgerGroup]:
    by_unit = grouped((entry.unit.id, entry) for entry in progress.entries)
    areas_there = enumerate(site.register.facts.areas, 1)
    area_of = {id: (f"khu-vuc-{number}", area.name) for number, area in areas_there for id in area.units}
    groups: dict[str, list[UnitEntries]] = {}
    areas: dict[str, str | None] = {}
    for entries in by_unit.values():
        unit = entries[0].unit
        is_districts = bool(unit.parent_id) or unit.level.gathers
        id, area = (unit.top_id, None) if is_districts else area_of.get(unit.id, ("cap-xa", None))
        areas[id] = area
        groups.setdefault(id, []).append((unit, tuple(entries), _are_alike(entries)))
    in_order = {area.name: place for place, area in enumerate(site.register.facts.areas)}
    found = [
        LedgerGroup(id, _district_of(site, units[0][0], progress.day), areas[id], _as_looked_for(units))
        for id, units in groups.items()
    ]
    return sorted(found, key=lambda group: (group.district is None, in_order.get(group.area or "", len(in_order))))


def _as_looked_for(units: list[UnitEntries]) -> tuple[UnitEntries, ...]:
    """Those of a district in its order, the others by name."""
    if units[0][0].is_of_a_district:
        return tuple(units)
    return tuple(sorted(units, key=lambda of_unit: unit_sort_key(of_unit[0].name)))


def _district_of(site: Site, unit: Unit, day: date) -> Unit | None:
    """Also one that is gone while its communes still stand."""
    if not unit.is_of_a_district:
        return None
    return site.register.called_on(site.register.units[unit.top_id], day)


def _are_alike(entries: list[LedgerEntry]) -> bool:
    """Whether several posts stand alike, by the same dialogues."""
    first = entries[0]
    return len(entries) > 1 and all(
        (entry.standing, entry.dialogues) == (first.standing, first.dialogues) for entry in entries
    )
