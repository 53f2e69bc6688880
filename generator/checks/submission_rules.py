"""Rules on what the districts sent, and on the days before which they send it."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.model import QUARTERLY, Deadlines, Register, Report, Submission
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import nearest


def submission_year_has_rules(register: Register, today: date) -> Iterator[Finding]:
    """What is sent is sent by the deadlines of a year whose rules the register holds."""
    for year in register.submissions:
        if year not in register.rules:
            yield Finding(f"submissions/{year}", (), f"năm {year} phải có tệp quy định rules/{year}.yml")


def sender_is_under_the_city(register: Register, today: date) -> Iterator[Finding]:
    """Districts send for their communes too (the guidance, 2023); a commune of no district sends for itself."""
    senders = {unit.id: unit.name for unit in register.districts() if unit.level.owes}
    by_name = {name: id for id, name in senders.items()}
    for record, path, submission in _submissions(register):
        if submission.unit not in senders:
            near = nearest(submission.unit, tuple(senders))
            near = near or by_name.get(nearest(submission.unit, tuple(by_name)) or "")
            must = "phải là mã một đơn vị trực thuộc tỉnh, thành phố, là tên một tệp trong units/"
            yield Finding(record, (*path, "unit"), must, submission.unit, suggestion=near)


def report_is_sent_once(register: Register, today: date) -> Iterator[Finding]:
    """The first day counts; what was sent again to complete it is told in its note."""
    seen: set[tuple[str, str, Report]] = set()
    for record, path, submission in _submissions(register):
        key = record, submission.unit, submission.report
        if key in seen:
            must = f"{submission.unit} đã ghi '{submission.report.value}' ở trên; gửi bổ sung thì ghi ở note của lần đầu"
            yield Finding(record, (*path, "report"), must)
        seen.add(key)


def submission_is_not_in_the_future(register: Register, today: date) -> Iterator[Finding]:
    """What is recorded as sent has been sent."""
    for record, path, submission in _submissions(register):
        if submission.sent_on > today:
            yield Finding(record, (*path, "sent_on"), f"không được sau ngày {today}", submission.sent_on.isoformat())


def report_is_sent_in_its_time(register: Register, today: date) -> Iterator[Finding]:
    """A plan may be sent late in the year before; what reports on a year is not sent before that year begins."""
    for year, submissions in register.submissions.items():
        for position, submission in enumerate(submissions):
            first = date(year - (submission.report == Report.REGISTRATION), 1, 1)
            if submission.sent_on < first:
                yield Finding(
                    f"submissions/{year}", ("submissions", position, "sent_on"), f"không được trước ngày {first}",
                    submission.sent_on.isoformat(),
                )


def quarters_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """The days before which quarterly reports are sent stand for quarters I to IV, in this order."""
    for year, rules in register.rules.items():
        written: list[tuple[FieldPath, Deadlines]] = [(("deadlines",), rules.deadlines)]
        written += [
            (("periods", number, "deadlines"), change.deadlines)
            for number, change in enumerate(rules.periods) if change.deadlines
        ]
        for place, days, position, day in [
            (place, deadlines.quarterly_before, position, day)
            for place, deadlines in written for position, day in enumerate(deadlines.quarterly_before)
        ]:
            path = (*place, "quarterly_before", position)
            if position >= len(QUARTERLY):
                yield Finding(f"rules/{year}", path, "một năm chỉ có bốn quý", day.isoformat())
            elif position and day <= days[position - 1]:
                must = f"phải sau ngày {days[position - 1]}: ghi từ quý I đến quý IV"
                yield Finding(f"rules/{year}", path, must, day.isoformat())


def each_quarter_has_its_day(register: Register, today: date) -> Iterator[Finding]:
    """Days for some quarters are those of the first ones: the others are not asked for, which is more often one left out."""
    for year, rules in register.rules.items():
        days = rules.deadlines.quarterly_before
        if 0 < len(days) < len(QUARTERLY) and not any(report in rules.deadlines.of_reports for report in QUARTERLY[len(days):]):
            must = f"mới có {len(days)} ngày, của {len(days)} quý đầu năm; đủ bốn quý thì ghi bốn ngày"
            yield Finding(f"rules/{year}", ("deadlines", "quarterly_before"), must)


def _submissions(register: Register) -> Iterator[tuple[str, FieldPath, Submission]]:
    for year, submissions in register.submissions.items():
        for position, submission in enumerate(submissions):
            yield f"submissions/{year}", ("submissions", position), submission


CHECKS: tuple[Check, ...] = (
    submission_year_has_rules, sender_is_under_the_city, report_is_sent_once, submission_is_not_in_the_future,
    report_is_sent_in_its_time, quarters_are_in_order,
)
REVIEWS: tuple[Check, ...] = (each_quarter_has_its_day,)
