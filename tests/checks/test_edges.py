"""What rules say on the very day or hour on which they turn, and of names that look like days."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.result_rules import fact_is_not_in_the_future
from generator.checks.review_rules import file_name_holds_no_day
from generator.checks.schedule_rules import hours_are_in_order
from generator.checks.submission_rules import quarters_are_in_order
from generator.consequences.all_views import Views
from generator.consequences.inheritance import conclusion_outlives_its_unit, outlives_its_unit
from generator.consequences.promises import promise_count
from generator.keeping.observed_day import ObservedDay
from tests.builders import (
    TODAY,
    a_commitment,
    a_commune,
    a_conclusion,
    a_dialogue,
    a_district,
    a_held_dialogue,
    a_register,
    an_announcement,
    an_update,
    some_rules,
)


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


@pytest.mark.parametrize("done_on, outlives", [("2023-08-31", False), ("2023-09-01", True)])
def test_what_is_done_on_a_units_last_day_does_not_outlive_it(done_on, outlives):
    dialogue = a_held_dialogue(
        unit="hong-bang", conclusion=a_conclusion(sent_on=done_on), commitments=[a_commitment(an_update(done_on, "kept"))],
    )
    register = a_register(dialogue, units=[a_district(exists_until=date(2023, 8, 31))])
    assert conclusion_outlives_its_unit(register, dialogue) is outlives
    assert outlives_its_unit(register, dialogue, dialogue.commitments[0]) is outlives


@pytest.mark.parametrize("id, asks", [
    ("dai-thang-1", False), ("tien-lang-dai-thang-12", False), ("dai-thang-thang-8", True), ("doi-thoai-thang-8", True),
])
def test_a_units_name_is_no_month(id, asks):
    dialogue = a_dialogue(id, unit="tien-lang/dai-thang")
    register = a_register(dialogue, units=[a_district("tien-lang", "Huyện Tiên Lãng"), a_commune("tien-lang/dai-thang", "Xã Đại Thắng")])
    assert bool(list(file_name_holds_no_day(register, TODAY))) is asks


def test_what_is_due_today_is_the_next_to_be_due():
    register, today = a_register(a_held_dialogue(commitments=[a_commitment(due="2023-09-15")])), ObservedDay(TODAY)
    views = Views(register, today)
    count = promise_count([one for view in views.dialogues.values() for one in views.commitments_of(view)], today)
    assert count.next_due == TODAY
