"""Problems as the hosts of a repository show them: no text of a record has a meaning there."""

from __future__ import annotations

import json

from generator.reading.problem_formats import github, gitlab, markdown
from generator.reading.problems import Problem

PROBLEM = Problem("a,b.yml", 3, 5, "topic", "a-rule", "phải 100%", "<b>@ai|\n")


def test_a_problem_is_told_on_short_lines_whatever_stands_in_the_record():
    hostile = "a\n::error::\u202e b" + "x" * 5000
    told = Problem("a.yml", 1, 1, hostile, "a-rule", "phải", hostile, hostile, hostile).sentence.splitlines()
    assert [line[:12] for line in told] == ["a ::error:: ", "    ví dụ: a"]
    assert max(map(len, told)) < 1000 and "\u202e" not in "".join(told)


class TestFormats:
    def test_no_text_of_a_record_ends_or_begins_a_command_of_github(self):
        assert github([PROBLEM], "content") == (
            "::error file=content/a%2Cb.yml,line=3,col=5,title=a-rule::topic: phải 100%25; đang ghi '<b>@ai|'\n"
        )

    def test_no_text_of_a_record_is_a_tag_or_a_column_of_the_summary(self):
        assert "| 3 | topic: phải 100%; đang ghi '&lt;b&gt;@&#8203;ai\\|' |" in markdown([PROBLEM], "content")

    def test_a_problem_keeps_its_fingerprint_when_lines_are_added_above(self):
        moved = Problem("a,b.yml", 30, 5, "topic", "a-rule", "phải 100%", "<b>@ai|\n")
        assert json.loads(gitlab([PROBLEM], "c"))[0]["fingerprint"] == json.loads(gitlab([moved], "c"))[0]["fingerprint"]

    def test_the_summary_names_the_rule_to_look_up(self):
        assert "| a-rule |\n\nCách sửa theo tên quy tắc: sổ tay" in markdown([PROBLEM], "content")

    def test_a_summary_that_nobody_would_read_is_cut_and_counted(self):
        assert markdown([PROBLEM] * 130, "content").count("\n… và 30 lỗi nữa.\n") == 1
