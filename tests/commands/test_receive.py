"""What districts have sent is written down by one command, checked, and never twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import commands
from tests.places import GOLDEN, TEMPLATES

YEAR = "submissions/2023.yml"


@pytest.fixture
def content(tmp_path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))


def receive(content: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["receive", *arguments, "--content", str(content), "--templates", str(TEMPLATES)])


def test_the_first_report_of_a_year_makes_its_file(content):
    receive(content, "registration", "hong-bang", "bach-long-vi", "--sent-on", "2023-02-24")
    assert (content / YEAR).read_text("utf-8").splitlines()[2:] == [
        "submissions:", "  - unit: hong-bang", "    report: registration", "    sent_on: 2023-02-24",
        "  - unit: bach-long-vi", "    report: registration", "    sent_on: 2023-02-24",
    ]


def test_a_later_one_is_added_at_the_end(content):
    receive(content, "registration", "hong-bang", "--sent-on", "2023-02-24")
    before = (content / YEAR).read_text("utf-8")
    receive(content, "q1", "hong-bang", "--sent-on", "2023-03-13", "--note", "Gửi thiếu biểu BC02")
    added = "  - unit: hong-bang\n    report: q1\n    sent_on: 2023-03-13\n    note: Gửi thiếu biểu BC02\n"
    assert (content / YEAR).read_text("utf-8") == before + added


def test_it_was_sent_on_the_day_it_is_written_down_unless_said_otherwise(content):
    receive(content, "q3", "hong-bang")
    assert "sent_on: 2023-09-15" in (content / YEAR).read_text("utf-8")


@pytest.mark.parametrize("arguments, said", [
    (("q1", "hong-bang", "hong-bang"), "report-is-sent-once"), (("q1", "hong-bang/so-dau"), "sender-is-under-the-city"),
    (("q1", "hong-bang", "--sent-on", "2023-12-01"), "submission-is-not-in-the-future"),
    (("q1", "hong-bang", "--year", "2019"), "submission-year-has-rules"),
    (("q1", "hong-bang", "--note", "Gọi 0912 345 678"), "text-holds-no-phone-or-identity-number"),
])
def test_what_check_would_refuse_is_not_written(content, arguments, said):
    result = receive(content, *arguments)
    assert (result.exit_code, said in result.stderr, (content / "submissions").exists()) == (1, True, False), result.output


@pytest.mark.parametrize("form, report", [("dk02", "registration"), ("BC03", "annual")])
def test_a_report_may_be_called_by_a_form_that_is_sent_with_it_alone(content, form, report):
    assert receive(content, form, "hong-bang").exit_code == 0
    assert f"report: {report}" in (content / YEAR).read_text("utf-8")


@pytest.mark.parametrize("form", ["BC01", "XY99"])
def test_a_form_of_every_quarter_or_of_none_is_asked_about(content, form):
    result = receive(content, form, "hong-bang")
    assert (result.exit_code, "hãy ghi một trong: registration, q1" in result.stderr) == (1, True)
