"""Personal data that was published by mistake is taken out by a command that says where and why, and never what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.run_command import run_on

RECORD, ID = "dialogues/2023/hong-bang-dinh-ky-1.yml", "hong-bang-dinh-ky-1"
SUMMARY = "Đề nghị di dời trạm trung chuyển rác"


def redact(content: Path, *arguments: str) -> Result:
    return run_on(content, "redact", ID, *arguments, "--reason", "Có nơi ở của một người dân")


def test_the_text_is_replaced_and_an_entry_says_where_and_why(content):
    before = (content / RECORD).read_text("utf-8")
    redact(content, "--field", "opinions[2].summary", "--now", "Đề nghị di dời [đã gỡ]")
    added = (
        "redactions:\n  - redacted_on: 2023-09-15\n    field: opinions[2].summary\n"
        "    reason: Có nơi ở của một người dân\n"
    )
    assert (content / RECORD).read_text("utf-8") == before.replace(SUMMARY, "Đề nghị di dời [đã gỡ]") + added


def test_a_text_that_the_rules_have_come_to_refuse_can_be_taken_out(content):
    written = (content / RECORD).read_text("utf-8").replace(SUMMARY, "Gọi 0912 345 678 để biết")
    (content / RECORD).write_text(written, "utf-8")
    result = redact(content, "--field", "opinions[2].summary", "--now", "Gọi [đã gỡ] để biết")
    assert (result.exit_code, "0912" in (content / RECORD).read_text("utf-8")) == (0, False)


def test_several_texts_are_taken_out_at_once(content):
    redact(content, "--field", "topic", "--now", "[đã gỡ]", "--field", "note", "--now", "Bản ghi [đã gỡ].")
    assert (content / RECORD).read_text("utf-8").count("redacted_on") == 2


@pytest.mark.parametrize("field, now, said", [
    ("opinions[2].summary", "Đề nghị di dời", "phải có [đã gỡ]"), ("opinions[9].summary", "[đã gỡ]", "không ghi gì ở trường"),
    ("chủ đề", "[đã gỡ]", "không ghi gì ở trường"), ("held.speakers", "[đã gỡ]", "phải là số nguyên"),
])
def test_nothing_is_written_where_it_cannot_be(content, field, now, said):
    before = (content / RECORD).read_bytes()
    result = redact(content, "--field", field, "--now", now)
    assert (result.exit_code, said in result.output, (content / RECORD).read_bytes()) == (1, True, before)
