"""Writes ``submissions/<year>.yml``: most districts in time, of each report one late and one missing."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, Iterator, Mapping, Sequence

import yaml

from seed.calendar_days import working_day, working_day_after
from seed.register_files import rules_file
from seed.units import District
from seed.yaml_writer import write_yaml

COMMENT = """\
Kế hoạch và báo cáo các {senders} đã gửi trong năm {year}: mỗi lần gửi một mục, ghi thêm ở cuối.
Gửi đúng ngày ghi ở deadlines trong rules/{year}.yml là muộn, vì hướng dẫn ghi "trước ngày". Ở đây là dữ liệu mẫu."""
NOTE = "Gửi muộn do phải bổ sung số liệu cấp xã"
ONE_IN = 15
"""Of so many units one is late with a report, and one never sends it."""


def submissions_files(
    year: int, units: Sequence[District], seed: int, as_of: date, deadlines: Mapping[str, date] | None = None,
    senders: str = "quận, huyện", note: str = NOTE,
) -> Iterator[tuple[str, str]]:
    """The path below the content folder, and the text; nothing is sent after ``as_of``, and no file is for nothing.

    ``deadlines`` are those of the year's rules unless given: the day before which each report is sent.
    """
    random = Random(f"{seed} submissions {year}")
    sent = [
        submission
        for report, before in (deadlines or guidance_deadlines(year)).items()
        for submission in _of_report(report, before, units, random, note)
        if submission["sent_on"] <= as_of
    ]
    if sent:
        yield f"submissions/{year}.yml", write_yaml({"submissions": sent}, COMMENT.format(year=year, senders=senders))


def guidance_deadlines(year: int) -> dict[str, date]:
    """The day before which each report is sent under the guidance of 2023, on the year's own days."""
    deadlines = yaml.load(rules_file(year)[1], yaml.BaseLoader)["deadlines"]
    quarters = {f"q{quarter}": day for quarter, day in enumerate(deadlines["quarterly_before"], 1)}
    days = {"registration": deadlines["registration_before"], **quarters, "annual": deadlines["annual_before"]}
    return {report: date.fromisoformat(day) for report, day in days.items()}


def _of_report(
    report: str, before: date, units: Sequence[District], random: Random, note: str
) -> list[dict[str, Any]]:
    few = max(len(units) // ONE_IN, 1)
    chosen = random.sample(units, 2 * few)
    late, missing = chosen[:few], chosen[few:]
    submissions = []
    for unit in units:
        in_time = working_day(before - timedelta(days=random.randint(1, 8)))
        if unit in late:
            sent_on = working_day_after(before, random.randint(0, 5))
            submissions.append({"unit": unit.id, "report": report, "sent_on": sent_on, "note": note})
        elif unit not in missing or report == "registration":
            submissions.append({"unit": unit.id, "report": report, "sent_on": in_time})
    return sorted(submissions, key=lambda submission: submission["sent_on"])
