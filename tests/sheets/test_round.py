"""A clerk's round of the year, with no step by hand: from thirty sheets of plans to the closed year, every figure the same."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.model import Register
from tests.places import CONTENT
from tests.read_register import read_register
from tests.run_command import run_on
from tests.sheets.year import Meeting, meetings, plan_sheets, result_sheets

pytestmark = pytest.mark.slow
ARCHIVE = "so-doi-thoai-2023.zip"
NOT_OF_A_NEW_YEAR = ("dialogues", "documents", "submissions", "pages")
CUTOFFS = {"annual_report": date(2023, 11, 14), "year_end": date(2023, 12, 31)}


@dataclass
class City:
    """A folder of records and whoever works on it; ``said`` is what each step said."""

    folder: Path
    register: Register
    year: list[Meeting]
    said: dict[str, str] = field(default_factory=dict)
    cancelled: Meeting | None = None
    late: Meeting | None = None

    @property
    def districts(self) -> list[str]:
        return [district.id for district in self.register.districts()]

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def run(self, step: str, day: str, command: str, *arguments: Any) -> None:
        result = run_on(self.content, command, *arguments, "--as-of", day)
        assert result.exit_code == 0, f"{step}\n{result.output}"
        self.said[step] = result.output

    def id_of(self, meeting: Meeting) -> str:
        """Of its plan in the register."""
        planned = [
            dialogue for dialogue in read_register(self.content).dialogues.values()
            if dialogue.unit == meeting.unit.id and (dialogue.kind == "thematic") == bool(meeting.topic)
            and tuple(presider.post for presider in dialogue.presided_by) == meeting.posts
        ]
        assert len(planned) == 1
        return planned[0].id

    def report(self, day: str, *forms: str, period: str = "2023", cutoff: str = "annual_report") -> None:
        for form in forms:
            self.run(f"{form} {period} {cutoff}", day, "report", form, "--period", period, "--cutoff", cutoff, "--out", self.folder / "out")

    def day_of(self, meeting: Meeting) -> date:
        return date(2023, 12, 5) if meeting is self.late else meeting.day

    def expected(self, last: date) -> dict[str, int]:
        """The figures of all that was held until a day, from what the districts meant to say."""
        done = [meeting for meeting in self.year if meeting is not self.cancelled and self.day_of(meeting) <= last]
        credited = {
            (meeting.unit.id, post) for meeting in done if not meeting.topic
            for post in meeting.posts if not meeting.unit.is_vacant_on(post, self.day_of(meeting))
        }
        opinions = sum(sum(meeting.opinions) for meeting in done)
        return {"held": len(done), "done": len(credited), "people": sum(meeting.attendance for meeting in done),
                "opinions_total": opinions, "answered_at_meeting": opinions}


@pytest.fixture(scope="module")
def city(tmp_path_factory) -> City:
    """After the year."""
    folder = tmp_path_factory.mktemp("round")
    shutil.copytree(CONTENT, folder / "content", ignore=shutil.ignore_patterns(*NOT_OF_A_NEW_YEAR))
    register = read_register(folder / "content")
    city = City(folder, register, list(meetings(register)))
    plan(city)
    spring(city)
    autumn(city)
    close(city)
    return city


def plan(city: City) -> None:
    sheets = plan_sheets(city.folder, city.register, city.year)
    city.run("plans", "2023-02-24", "import", *sheets, "--apply")
    city.run("plans again", "2023-02-24", "import", *sheets)
    city.run("plans received", "2023-02-24", "receive", "registration", *city.districts)


def spring(city: City) -> None:
    """One is announced, moved, held, concluded and promises something; all others are reported by their districts."""
    own = next(meeting for meeting in city.year if meeting.unit.parent_id is None and not meeting.topic and meeting.month == 5)
    id, (before, at_meeting) = city.id_of(own), own.opinions
    city.run("q1 received", "2023-03-14", "receive", "q1", *city.districts)
    city.run("announced", "2023-04-03", "announce", id, "--day", "2023-05-25", "--start", "08:00")
    city.run("moved", "2023-04-20", "announce", id, "--day", own.day, "--start", "08:00", "--reason", "Trùng lịch họp")
    city.run(
        "held", own.day, "hold", id, "--attendance", own.attendance, "--speakers", 5, "--opinions", before + at_meeting,
        "--before", before, "--at-meeting", at_meeting, "--answered-at-meeting", before + at_meeting,
    )
    city.run("concluded", "2023-05-20", "conclude", id, "--number", "1-TB/QU", "--issued-on", own.day, "--sent-on", own.day)
    city.run("promised", "2023-05-20", "commit", id, "--text", "Lắp đèn", "--agency", "Phòng Quản lý đô thị", "--due", "2023-08-01")
    report_results(city, "Q2", "2023-06-14", date(2023, 3, 15), date(2023, 6, 14), but=own)
    city.run("q2 received", "2023-06-14", "receive", "q2", *city.districts[1:])
    city.run("due", "2023-06-15", "due")
    city.run("q2 received late", "2023-06-20", "receive", "q2", city.districts[0])
    city.run("kept", "2023-08-01", "update", id, 1, "--outcome", "kept", "--text", "Đã lắp 14 bóng")


def autumn(city: City) -> None:
    """One is cancelled, one postponed from October to December."""
    city.cancelled = next(meeting for meeting in city.year if meeting.topic and meeting.month == 8)
    city.late = next(meeting for meeting in city.year if meeting.unit.parent_id and len(meeting.posts) == 2 and meeting.month == 10)
    city.run("cancelled", "2023-08-01", "cancel", city.id_of(city.cancelled), "--reason", "Lồng ghép vào hội nghị khác")
    report_results(city, "Q3", "2023-09-14", date(2023, 6, 15), date(2023, 9, 14))
    city.run("q3 received", "2023-09-14", "receive", "q3", *city.districts)
    id, (before, at_meeting) = city.id_of(city.late), city.late.opinions
    city.run("late announced", "2023-09-20", "announce", id, "--day", city.late.day)
    city.run("postponed", "2023-10-02", "postpone", id, "--reason", "Ảnh hưởng của bão")
    report_results(city, "annual", "2023-11-14", date(2023, 9, 15), date(2023, 11, 14))
    city.run("annual received", "2023-11-14", "receive", "annual", *city.districts)
    city.report("2023-11-14", "BC01", "BC02", "BC03")
    city.run("revived", "2023-11-20", "announce", id, "--day", city.day_of(city.late), "--reason", "Đã khắc phục xong")
    city.run(
        "late held", "2023-12-06", "hold", id, "--attendance", city.late.attendance, "--speakers", 5, "--opinions",
        before + at_meeting, "--before", before, "--at-meeting", at_meeting, "--answered-at-meeting", before + at_meeting,
    )


def report_results(city: City, name: str, day: str, first: date, last: date, but: Meeting | None = None) -> None:
    held = [meeting for meeting in city.year if first <= meeting.day <= last and meeting not in (but, city.cancelled, city.late)]
    city.run(name, day, "import", *result_sheets(city.folder, city.register, held, name), "--apply")


def close(city: City) -> None:
    city.run("q4 received", "2023-12-14", "receive", "q4", *city.districts)
    city.report("2024-01-10", "BC01", "BC02", "BC03", cutoff="year_end")
    for quarter in ("Q1", "Q2", "Q3", "Q4"):
        city.report("2024-01-10", "BC01", "BC02", period=f"2023-{quarter}")
    city.run("closed", "2024-01-10", "close-year", "2023", "--out", city.folder)
    city.run("opened", "2024-01-10", "open-year", "2024")


def archived(city: City, address: str) -> str:
    """A file of the site as it stands in the archive of the year."""
    with zipfile.ZipFile(city.folder / ARCHIVE) as archive:
        return archive.read(f"trang/{address}").decode()


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheet_total(city: City, name: str) -> dict[str, Any]:
    """The line of totals of a report, by the form's headings as the CSV has them."""
    rows = list(openpyxl.load_workbook(city.folder / "out" / f"{name}.xlsx").active.iter_rows(values_only=True))
    (last,) = [row for row in rows if "Tổng cộng" in row]
    headings = next(csv.reader(io.StringIO((city.folder / "out" / f"{name}.csv").read_text("utf-8-sig"))))
    return dict(zip(headings, last, strict=False))  # the CSV has more columns, at its end


def column_sum(city: City, name: str, heading: str) -> int:
    rows = csv_rows((city.folder / "out" / f"{name}.csv").read_text("utf-8"))
    return sum(int(row[heading]) for row in rows if row[heading])


def test_thirty_sheets_are_the_plans_of_464_posts(city):
    assert sum(len(meeting.posts) for meeting in city.year if not meeting.topic) == 464
    assert f"{len(city.year)} mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu." in city.said["plans"]


def test_the_same_sheets_once_more_change_nothing(city):
    assert f"0 mới, 0 thay đổi, {len(city.year)} không đổi" in city.said["plans again"]


def test_no_result_makes_a_second_dialogue_of_a_plan(city):
    assert len(read_register(city.content).dialogues) == len(city.year)
    assert all(" 0 chỗ chưa hiểu." in city.said[name] and "0 mới," in city.said[name] for name in ("Q2", "Q3", "annual"))


def test_what_is_owed_is_the_one_report_that_was_not_sent(city):
    owed = [line for line in city.said["due"].splitlines() if "báo cáo quý II (" in line]
    assert [line.split(": ")[0].split("  ")[-1] for line in owed] == [city.register.units[city.districts[0]].name]


@pytest.mark.parametrize("cutoff", CUTOFFS)
def test_posts_are_the_same_on_sheet_csv_json_and_page(city, cutoff):
    name, done = f"BC03-all-2023-den-{CUTOFFS[cutoff]}", city.expected(CUTOFFS[cutoff])["done"]
    (json_row,) = [
        row for row in json.loads(archived(city, "api/v1/progress-2023.json"))["rows"]
        if (row["cutoff"], row["district"], row["level"], row["post"]) == (cutoff.replace("_", "-"), None, None, None)
    ]
    (csv_row,) = [
        row for row in csv_rows(archived(city, "api/v1/progress-2023.csv"))
        if (row["cutoff"], row["district"], row["level"], row["post"]) == (cutoff.replace("_", "-"), "", "", "")
    ]
    total = sheet_total(city, name)
    heading = "Số người đứng đầu: Đã đối thoại"
    assert (json_row["done"], int(csv_row["done"]), total[heading], column_sum(city, name, heading)) == (done,) * 4
    assert (json_row["owed"], int(csv_row["owed"]), total["Số người đứng đầu: Phải đối thoại"]) == (464,) * 3
    assert f"{done} trên 464" in archived(city, "tien-do/2023/index.html")


@pytest.mark.parametrize("cutoff", CUTOFFS)
def test_dialogues_people_and_opinions_are_the_same_everywhere(city, cutoff):
    last = CUTOFFS[cutoff]
    expected = {name: value for name, value in city.expected(last).items() if name != "done"}
    held = [row for row in json.loads(archived(city, "api/v1/dialogues-2023.json"))["rows"] if row["status"] == "held" and row["day"] <= f"{last}"]
    listed = [row for row in csv_rows(archived(city, "api/v1/dialogues-2023.csv")) if row["status"] == "held" and row["day"] <= f"{last}"]
    figures = [name for name in expected if name != "held"]
    assert {"held": len(held)} | {name: sum(row[name] for row in held) for name in figures} == expected
    assert {"held": len(listed)} | {name: sum(int(row[name]) for row in listed) for name in figures} == expected
    year, list_ = sheet_total(city, f"BC03-all-2023-den-{last}"), sheet_total(city, f"BC01-all-2023-den-{last}")
    kinds = ("Định kỳ", "Chuyên đề", "Đột xuất")
    assert (sum(year[f"Số cuộc đã tổ chức: {kind}"] for kind in kinds), year["Lượt người dự"]) == (expected["held"], expected["people"])
    assert (year["Lượt ý kiến: Tổng"], list_["Số ý kiến: Tổng"]) == (expected["opinions_total"],) * 2
    assert (year["Lượt ý kiến: Trả lời tại hội nghị"], list_["Giải quyết: Trả lời tại hội nghị"]) == (expected["answered_at_meeting"],) * 2


def test_the_quarters_add_up_to_the_year(city):
    quarters = [f"BC01-all-2023-Q{number}" for number in (1, 2, 3, 4)]
    year = f"BC01-all-2023-den-{CUTOFFS['year_end']}"
    rows = lambda name: csv_rows((city.folder / "out" / f"{name}.csv").read_text("utf-8"))  # noqa: E731
    assert sum(len(rows(name)) for name in quarters) == len(rows(year)) == city.expected(CUTOFFS["year_end"])["held"]
    assert sum(column_sum(city, name, "Số ý kiến: Tổng") for name in quarters) == column_sum(city, year, "Số ý kiến: Tổng")


def test_opinions_and_commitments_are_those_of_the_site(city):
    """BC02 holds each opinion, and after it what was promised."""
    rows = csv_rows((city.folder / "out" / f"BC02-all-2023-den-{CUTOFFS['year_end']}.csv").read_text("utf-8"))
    said = json.loads(archived(city, "api/v1/dialogues-2023.json"))["rows"]
    promised = json.loads(archived(city, "api/v1/commitments-2023.json"))["rows"]
    assert len(rows) == sum(len(row["opinions"]) for row in said) + len(promised)
    assert {row["state"] for row in promised} == {"kept"}


def test_the_year_closes_with_nothing_open_and_the_next_is_opened(city):
    assert "Còn bỏ ngỏ: 0\n" in city.said["closed"]
    assert 2024 in read_register(city.content).rules
