"""A refusal names the command that does what was meant; typed as it stands, that command does it, and the public is told."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import Result

from tests.folders import replace_in
from tests.places import GOLDEN
from tests.run_command import run_on


def typed(content: Path, message: str) -> Result:
    """The command that the message names, run as a shell would run it, with a value where it is left to the clerk."""
    (line,) = re.findall(r"dialogues (correct .*? \"Vì sao sửa\")", message)
    return run_on(content, *shlex.split(line.replace("…", "Bão")))


def told(content: Path) -> Result:
    return run_on(content, "diff", GOLDEN, content, "--as-of", "2023-09-15")


@pytest.mark.parametrize("command, was, now", [
    pytest.param(("hold", "bach-long-vi-dinh-ky", "--day", "2023-07-06"), "5/7", "06/7", id="a recorded day"),
    pytest.param(("hold", "hong-bang-doanh-nhan", "--day", "2023-08-31"), "30/8", "31/8", id="a day that is as announced"),
    pytest.param(("hold", "hong-bang-doanh-nhan", "--attendance", "130"), "120", "130", id="how many came"),
    pytest.param(("conclude", "hong-bang-doanh-nhan", "--number", "42/TB-UBND"), "41/TB-UBND", "Bão", id="a number of a notice"),
])
def test_what_was_recorded_wrongly_is_corrected_by_the_command_that_is_named(content, command, was, now):
    refused = run_on(content, *command)
    assert (refused.exit_code, typed(content, refused.stderr).exit_code) == (1, 0), refused.stderr
    found = told(content)
    assert found.exit_code == 0 and re.search(f"Đính chính: .*{was}.*{now}", found.output), found.output


def test_a_second_postponement_names_the_reason_as_what_may_be_wrong(content):
    assert run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Mưa").exit_code == 0
    refused = run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Bão")
    assert typed(content, refused.stderr).exit_code == 0
    assert "reason: Bão" in (content / "dialogues/2023/so-dau-dinh-ky.yml").read_text("utf-8")


def test_a_day_that_was_written_over_is_told_once_its_command_has_run(content):
    replace_in(content / "dialogues/2023/so-dau-dinh-ky.yml", "day: 2023-09-22,", "day: 2023-09-25,")
    refused = told(content)
    assert (refused.exit_code, typed(content, refused.output).exit_code, told(content).exit_code) == (1, 0, 0), refused.output


def test_a_meeting_that_is_recorded_is_not_said_to_be_recorded_again(content):
    again = run_on(content, "hold", "hong-bang-doanh-nhan")
    assert (again.exit_code, "đã ghi là đã tổ chức" in again.stderr) == (1, True)


def test_a_day_that_is_past_is_asked_about_where_it_was_typed(content):
    refused = run_on(content, "announce", "so-dau-dinh-ky", "--day", "2023-08-01", "--reason", "Bão")
    assert refused.stderr.startswith("--day: ngày đối thoại 2023-08-01 trước ngày thông báo 2023-09-15. ")
    assert "dialogues hold so-dau-dinh-ky --day 2023-08-01" in refused.stderr


def test_no_line_is_named_of_a_text_that_was_not_written(content):
    refused = run_on(content, "announce", "so-dau-dinh-ky", "--day", "2023-09-30")
    named = content / "dialogues/2023/so-dau-dinh-ky.yml"
    assert refused.stderr.splitlines()[:2] == [
        f"Chưa ghi gì vào {named}, vì nếu ghi thì sẽ có lỗi:",
        "schedule[2].reason: phải có lý do của thay đổi",
    ]
