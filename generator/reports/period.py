"""The time that a report covers: a year up to one of its cut-offs, or a quarter between two deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.consequences.last_days import last_day_before
from generator.consequences.punctuality import report_deadlines
from generator.consequences.rule_periods import period_on
from generator.model import QUARTERLY, Register, Rules


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
    """``written`` is "2023", "2023-Q3", or "2025-06-30": the year up to that day. Raises NoReport.

    Where a year's rules change within it, its figures are those of the part that the last day is in.

    A quarterly report is sent in the middle of its quarter's last month (the guidance of 2023). So a quarter's figures
    run from the deadline before it to the day before its own, and what is held between two reports stands in just one.
    This is also how Decree 09/2019/NĐ-CP, Art. 12, closes a quarter. Without deadlines it is the calendar's quarter.
    """
    form = re.fullmatch(r"(\d{4})(?:-Q([1-4])|-(\d{2}-\d{2}))?", written, re.ASCII)
    if form is None:
        raise NoReport(f"--period: phải là một năm hoặc một quý, ví dụ 2023 hoặc 2023-Q3; đang ghi '{written}'")
    year, quarter = int(form[1]), int(form[2]) if form[2] else None
    if form[3]:
        return _up_to(register, _day(written))
    if year not in register.rules:
        raise NoReport(f"--period: năm {year} chưa có tệp quy định rules/{year}.yml")
    rules = register.rules[year]
    if quarter is None:
        annual = rules.cutoffs.annual_report or rules.cutoffs.year_end
        last_day = rules.cutoffs.year_end if cutoff == ReportCutoff.YEAR_END else annual
        return _up_to(register, last_day)
    return ReportPeriod(year, quarter, *_quarter(rules, quarter))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NoReport(f"--period: phải là một ngày có trong lịch; đang ghi '{written}'") from None


def _up_to(register: Register, day: date) -> ReportPeriod:
    if day.year not in register.rules:
        raise NoReport(f"--period: năm {day.year} chưa có tệp quy định rules/{day.year}.yml")
    return ReportPeriod(day.year, None, period_on(register.rules[day.year], day).first_day, day)


def calendar_quarter(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of the quarter, for plans, which name months and quarters of the calendar."""
    after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return date(year, quarter * 3 - 2, 1), after - timedelta(days=1)


def _quarter(rules: Rules, quarter: int) -> tuple[date, date]:
    days, (first, last) = dict(report_deadlines(rules)), calendar_quarter(rules.year, quarter)
    if before := days.get(QUARTERLY[quarter - 1]):
        first = days.get(QUARTERLY[quarter - 2], first) if quarter > 1 else first
        last = last_day_before(before)
    return first, last
