"""Rules at their boundaries: the very hour or day on which they turn, and names that only look like a day."""

from __future__ import annotations

import pytest

from generator.checks.result_rules import fact_is_not_in_the_future
from generator.checks.review_rules import file_name_holds_no_day
from generator.checks.schedule_rules import hours_are_in_order
from generator.checks.submission_rules import quarters_are_in_order
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_register, some_rules
from tests.record_parts import an_announcement


def test_a_meeting_does_not_end_as_it_starts():
    dialogue = a_dialogue("so-dau-dinh-ky", an_announcement(start="08:00", end="08:00"))
    assert [finding.path for finding in hours_are_in_order(a_register(dialogue), TODAY)] == [("schedule", 0, "end")]


def test_two_quarters_are_not_sent_before_one_day():
    deadlines = {"quarterly_before": ["2023-03-15", "2023-03-15"], "basis": "guidance"}
    found = quarters_are_in_order(a_register(rules=[some_rules(deadlines=deadlines)]), TODAY)
    assert [finding.path for finding in found] == [("deadlines", "quarterly_before", 1)]


def test_a_meeting_announced_for_next_year_was_not_held():
    dialogue = a_held_dialogue(day="2024-01-16")
    assert [finding.path for finding in fact_is_not_in_the_future(a_register(dialogue), TODAY)] == [("schedule", 0, "day")]


@pytest.mark.parametrize("id, asks", [
    ("dai-thang-1", False), ("tien-lang-dai-thang-12", False), ("dai-thang-thang-8", True), ("doi-thoai-thang-8", True),
])
def test_a_units_name_is_no_month(id, asks):
    dialogue = a_dialogue(id, unit="tien-lang/dai-thang")
    register = a_register(dialogue, units=[a_district("tien-lang", "Huyện Tiên Lãng"), a_commune("tien-lang/dai-thang", "Xã Đại Thắng")])
    assert bool(list(file_name_holds_no_day(register, TODAY))) is asks
