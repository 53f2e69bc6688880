"""Writes ``submissions/<year>.yml``: most districts in time, of each report one late and one missing."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, Iterator

import yaml

from seed.calendar_days import working_day, working_day_after
from seed.register_files import rules_file
from seed.units import District
from seed.yaml_writer import write_yaml

COMMENT = """\
Kế hoạch và báo cáo các quận, huyện đã gửi trong năm {year}: mỗi lần gửi một mục, ghi thêm ở cuối.
Gửi đúng ngày ghi ở deadlines trong rules/{year}.yml là muộn, vì hướng dẫn ghi "trước ngày". Ở đây là dữ liệu mẫu."""
NOTE = "Gửi muộn do phải bổ sung số liệu cấp xã"


def submissions_files(year: int, districts: list[District], seed: int, as_of: date) -> Iterator[tuple[str, str]]:
    """The path below the content folder, and the text; nothing is sent after ``as_of``, and no file is for nothing."""
    random = Random(f"{seed} submissions {year}")
    sent = [
        submission
        for report, before in _deadlines(year) for submission in _of_report(report, before, districts, random)
        if submission["sent_on"] <= as_of
    ]
    if sent:
        yield f"submissions/{year}.yml", write_yaml({"submissions": sent}, COMMENT.format(year=year))


def _deadlines(year: int) -> Iterator[tuple[str, date]]:
    deadlines = yaml.load(rules_file(year)[1], yaml.BaseLoader)["deadlines"]
    yield "registration", date.fromisoformat(deadlines["registration_before"])
    for quarter, day in enumerate(deadlines["quarterly_before"], 1):
        yield f"q{quarter}", date.fromisoformat(day)
    yield "annual", date.fromisoformat(deadlines["annual_before"])


def _of_report(report: str, before: date, districts: list[District], random: Random) -> list[dict[str, Any]]:
    late, missing = random.sample(districts, 2)
    submissions = []
    for district in districts:
        in_time = working_day(before - timedelta(days=random.randint(1, 8)))
        if district == late:
            sent_on = working_day_after(before, random.randint(0, 5))
            submissions.append({"unit": district.id, "report": report, "sent_on": sent_on, "note": NOTE})
        elif district != missing or report == "registration":
            submissions.append({"unit": district.id, "report": report, "sent_on": in_time})
    return sorted(submissions, key=lambda submission: submission["sent_on"])
