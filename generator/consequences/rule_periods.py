"""The parts of a year with rules of their own: one, or as many as its rules have changed from a day on."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from generator.consequences.last_days import last_day_before
from generator.consequences.status import last_announced, when_of
from generator.keeping.memo import once
from generator.keeping.observed_day import AnyDay
from generator.model import QUARTERLY, Deadlines, Dialogue, Register, Report, Rules, RulesChange, Unit


class RulesPeriod(NamedTuple):
    """``rules`` as they hold on the days from ``first_day`` to ``last_day``, both included.

    Posts owe in each period by its own rules, and a meeting is judged by those of its day. ``is_whole_year``: there is no
    other in the year.
    """

    first_day: date
    last_day: date
    rules: Rules
    is_whole_year: bool

    @property
    def year(self) -> int:
        return self.rules.year


@once
def periods_of(rules: Rules) -> tuple[RulesPeriod, ...]:
    """The earliest first; they follow each other from 1 January to the last cut-off of the year."""
    first_days = [date(rules.year, 1, 1), *(change.first_day for change in rules.periods)]
    last_days = [after - timedelta(days=1) for _, after in pairwise(first_days)] + [rules.cutoffs.year_end]
    holding, found = rules.model_copy(update={"periods": ()}), []
    for first_day, last_day, change in zip(first_days, last_days, (None, *rules.periods), strict=True):
        if change:
            holding = holding.model_copy(update=_changed(change))
        found.append((first_day, last_day, holding))
    if len(found) == 1:
        return (RulesPeriod(*found[0], is_whole_year=True),)
    return tuple(
        RulesPeriod(first, last, held.model_copy(update={"deadlines": _between(held.deadlines, first, last)}), False)
        for first, last, held in found
    )


def period_on(rules: Rules, day: AnyDay) -> RulesPeriod:
    """The newest that has begun by ``day``, or the year's first."""
    first, *later = periods_of(rules)
    return next((period for period in reversed(later) if day >= period.first_day), first) if later else first


def rules_on(register: Register, day: date) -> Rules | None:
    """None for a day of a year without rules."""
    rules = register.rules.get(day.year)
    return period_on(rules, day).rules if rules else None


def period_of(rules: Rules, unit: Unit, dialogue: Dialogue) -> RulesPeriod:
    """The one that the dialogue counts in, among those of its year: by its day held, else announced, else planned.

    What a unit had planned for a day on which it is no more stays with the last period in which it was.
    """
    when, registration, until = when_of(dialogue) or last_announced(dialogue), dialogue.registration, unit.facts.exists_until
    day = when.day if when else registration.period.first_day if registration else date(rules.year, 1, 1)
    return period_on(rules, min(day, until) if until else day)


def report_days(deadlines: Deadlines) -> dict[Report, date]:
    """The day before which each report is sent, of those that are asked for."""
    days = {Report.REGISTRATION: deadlines.registration_before, Report.ANNUAL: deadlines.annual_before}
    days |= dict(zip(QUARTERLY, deadlines.quarterly_before, strict=False)) | deadlines.of_reports
    return {report: day for report in Report if (day := days.get(report))}


class CutoffKind(StrEnum):
    ANNUAL_REPORT = "annual-report"
    NAMED = "named"
    PERIOD_END = "period-end"
    YEAR_END = "year-end"


class Cutoff(NamedTuple):
    """``day`` is the last one counted; ``name`` is that of a cut-off that the rules name themselves."""

    kind: CutoffKind
    day: date
    name: str | None = None


def cutoffs_of(period: RulesPeriod) -> tuple[Cutoff, ...]:
    """In the order of their days; the last is the end of the period."""
    named, end = period.rules.cutoffs, period.last_day
    found = [Cutoff(CutoffKind.NAMED, cutoff.day, cutoff.name) for cutoff in named.others]
    if named.annual_report:
        found.append(Cutoff(CutoffKind.ANNUAL_REPORT, named.annual_report))
    within = sorted((cutoff for cutoff in found if period.first_day <= cutoff.day <= end), key=lambda cutoff: cutoff.day)
    return (*within, Cutoff(CutoffKind.YEAR_END if end == named.year_end else CutoffKind.PERIOD_END, end))


def _changed(change: RulesChange) -> dict[str, Any]:
    """What the change says; what it does not mention stays as it was."""
    return {name: value for name, value in change if name != "first_day" and value is not None}


def _between(deadlines: Deadlines, first: date, last: date) -> Deadlines:
    """Those of the days of one period: what was due before it is asked by the rules that held then."""
    days = {report: day for report, day in report_days(deadlines).items() if first <= last_day_before(day) <= last}
    summary = deadlines.summary_before
    return Deadlines(
        registration_before=days.pop(Report.REGISTRATION, None), annual_before=days.pop(Report.ANNUAL, None), of_reports=days,
        summary_before=summary if summary and first < summary <= last + timedelta(days=1) else None, basis=deadlines.basis,
    )
