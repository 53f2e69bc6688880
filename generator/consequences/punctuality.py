"""Which plans and reports of a year were sent in time, late, or not yet, by each unit that owes them."""

from __future__ import annotations

from datetime import date
from typing import Iterator, NamedTuple

from generator.consequences.last_days import last_day_before
from generator.consequences.rule_periods import periods_of, report_days
from generator.model import Register, Report, Rules, Submission, Unit


class ReportStanding(NamedTuple):
    """``due`` is the last day in time; the three lists together are the units that owe the report, in their order."""

    year: int
    report: Report
    due: date
    in_time: tuple[Unit, ...]
    late: tuple[tuple[Unit, date], ...]
    missing: tuple[Unit, ...]

    @property
    def owing(self) -> int:
        return len(self.in_time) + len(self.late) + len(self.missing)


def report_standings(register: Register, year: int) -> Iterator[ReportStanding]:
    """In the order of their deadlines; owed by the units that answer to the city on the deadline's day.

    Source: the guidance of 2023, which says "before" a day, so that a report sent on the day itself is late.
    """
    sent = {(submission.unit, submission.report): submission for submission in register.submissions.get(year, ())}
    for report, before in report_deadlines(register.rules[year]):
        yield _standing(register, year, report, last_day_before(before), sent)


def report_deadlines(rules: Rules) -> list[tuple[Report, date]]:
    """Each report of a year, or of a period of it, with the day before which it is sent, soonest first."""
    days = [deadline for period in periods_of(rules) for deadline in report_days(period.rules.deadlines).items()]
    return sorted(days, key=lambda deadline: deadline[1])


def _standing(
    register: Register, year: int, report: Report, due: date, sent: dict[tuple[str, Report], Submission]
) -> ReportStanding:
    units = register.senders_on(due)
    days = {unit.id: sent[unit.id, report].sent_on for unit in units if (unit.id, report) in sent}
    return ReportStanding(
        year, report, due,
        tuple(unit for unit in units if unit.id in days and days[unit.id] <= due),
        tuple((unit, days[unit.id]) for unit in units if unit.id in days and days[unit.id] > due),
        tuple(unit for unit in units if unit.id not in days),
    )
