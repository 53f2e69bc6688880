"""What the districts sent is read from a file a year, and the progress page says who sent it in time."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.keeping.observed_day import ObservedDay
from generator.model import Report, Submission
from generator.publications import progress_pages
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_register, published_at
from tests.places import GOLDEN, TEMPLATES
from tests.read_register import read_register


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


def progress_text(*sent: tuple[str, str, str], today: date = date(2023, 9, 15), kept: bool = True) -> str:
    """The text of the progress page of three districts."""
    units = [a_district(), a_district("le-chan", "Quận Lê Chân"), a_district("an-lao", "Huyện An Lão")]
    submissions = tuple(Submission(unit=unit, report=report, sent_on=day) for unit, report, day in sent)
    register = replace(a_register(units=units), submissions={2023: submissions} if kept else {})
    page = published_at("tien-do/2023/", progress_pages, Site(register, ObservedDay(today), TEMPLATES))
    return " ".join(re.sub(r"<[^>]+>", " ", page.body).split())


def test_the_progress_page_says_who_sent_in_time_late_and_not_at_all():
    text = progress_text(("hong-bang", "q1", "2023-03-10"), ("le-chan", "q1", "2023-03-15"))
    assert "Báo cáo quý I (BC01, BC02) 14/3/2023 1 trên 3 Quận Lê Chân (15/3/2023) Huyện An Lão" in text


def test_nobody_is_named_before_a_report_is_due():
    text = progress_text(("hong-bang", "annual", "2023-09-10"))
    assert "Báo cáo năm (BC01, BC02, BC03) 14/11/2023 1 trên 3 không có chưa đến hạn" in text


def test_nobody_is_blamed_where_no_account_is_kept():
    assert "Kế hoạch và báo cáo của các quận, huyện" not in progress_text(kept=False)
