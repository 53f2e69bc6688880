"""The time that a report covers: a year up to one of its cut-offs, or a quarter between two deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.consequences.last_days import last_day_before
from generator.model import Register, Rules


class NoReport(Exception):
    """There is no such report to make; ``str()`` says why, in the clerk's words."""


class ReportCutoff(StrEnum):
    """The two last days whose dialogues a year's figures include."""

    ANNUAL_REPORT = "annual_report"
    YEAR_END = "year_end"


@dataclass(frozen=True)
class ReportPeriod:
    """Both days are included. ``quarter`` is 1 to 4, or None for the whole year."""

    year: int
    quarter: int | None
    first_day: date
    last_day: date

    @property
    def text(self) -> str:
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)


def report_period(register: Register, written: str, cutoff: ReportCutoff) -> ReportPeriod:
    """``written`` is "2023" or "2023-Q3". Raises NoReport.

    A quarterly report is sent in the middle of its quarter's last month (the guidance of 2023), so a quarter's figures
    run from the deadline before it to the day before its own: what is held between two reports stands in one of them.
    This is also how Decree 09/2019/NĐ-CP, Art. 12, closes a quarter. Without deadlines it is the calendar's quarter.
    """
    form = re.fullmatch(r"(\d{4})(?:-Q([1-4]))?", written, re.ASCII)
    if form is None:
        raise NoReport(f"--period: phải là một năm hoặc một quý, ví dụ 2023 hoặc 2023-Q3; đang ghi '{written}'")
    year, quarter = int(form[1]), int(form[2]) if form[2] else None
    if year not in register.rules:
        raise NoReport(f"--period: năm {year} chưa có tệp quy định rules/{year}.yml")
    rules = register.rules[year]
    if quarter is None:
        annual = rules.cutoffs.annual_report or rules.cutoffs.year_end
        last_day = rules.cutoffs.year_end if cutoff == ReportCutoff.YEAR_END else annual
        return ReportPeriod(year, None, date(year, 1, 1), last_day)
    return ReportPeriod(year, quarter, *_quarter(rules, quarter))


def calendar_quarter(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of the quarter, for plans, which name months and quarters of the calendar."""
    after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return date(year, quarter * 3 - 2, 1), after - timedelta(days=1)


def _quarter(rules: Rules, quarter: int) -> tuple[date, date]:
    deadlines = rules.deadlines.quarterly_before
    if len(deadlines) < quarter:
        return calendar_quarter(rules.year, quarter)
    first = deadlines[quarter - 2] if quarter > 1 else date(rules.year, 1, 1)
    return first, last_day_before(deadlines[quarter - 1])
