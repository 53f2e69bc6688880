"""What the districts sent is read from a file a year, and leaves the register otherwise as it was."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from generator.model import Report, Submission
from generator.records import read_register
from tests.builders import a_commune, a_district, a_register

GOLDEN = Path(__file__).parent / "golden" / "content"


def with_submissions(folder: Path, text: str) -> Path:
    content = Path(shutil.copytree(GOLDEN, folder / "content"))
    (content / "submissions").mkdir()
    (content / "submissions/2023.yml").write_text(text, "utf-8")
    return content


def test_a_submission_is_read_with_its_day(tmp_path):
    content = with_submissions(tmp_path, "submissions:\n  - unit: hong-bang\n    report: q1\n    sent_on: 2023-03-10\n")
    assert read_register(content).submissions == {
        2023: (Submission(unit="hong-bang", report=Report.Q1, sent_on=date(2023, 3, 10)),)
    }


def test_a_year_whose_file_is_still_empty_is_kept_track_of(tmp_path):
    content = with_submissions(tmp_path, "# chưa ai gửi\nsubmissions:\n")
    assert read_register(content).submissions == {2023: ()}


def test_a_register_without_submissions_keeps_track_of_no_year():
    assert read_register(GOLDEN).submissions == {}


def test_communes_of_a_district_do_not_send():
    assert [unit.id for unit in a_register().senders_on(date(2023, 3, 1))] == ["hong-bang"]


def test_a_unit_that_is_closed_sends_nothing_more():
    closed = a_district(exists_until="2023-02-28")
    assert a_register(units=[closed, a_commune()]).senders_on(date(2023, 3, 1)) == ()
