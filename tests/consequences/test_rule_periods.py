"""A year whose rules change within it: posts owe in each part by its own rules, a meeting is judged by those of its day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.clocks import ClockState, Step, conclusion_clock
from generator.consequences.duties import duties
from generator.consequences.duty import DutyKind
from generator.consequences.ledger import ledger
from generator.consequences.progress import Share, progress
from generator.consequences.punctuality import report_deadlines
from generator.consequences.rule_periods import CutoffKind, cutoffs_of, period_of, periods_of
from generator.consequences.standings import Standing
from generator.model import Level, Post, Report
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_register, a_site, rules_of_2025, some_rules
from tests.record_parts import a_conclusion, a_registration, an_announcement, cancelled

LAST_OF_FIRST, FIRST_OF_SECOND, YEAR_END = date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)
STAYS = [a_district(), a_commune()]


def of_2025(*dialogues, **fields):
    return a_register(*dialogues, rules=[rules_of_2025()], **fields)


def test_a_year_without_periods_is_one_whole():
    [whole] = periods_of(some_rules())
    assert (whole.first_day, whole.last_day, whole.is_whole_year) == (date(2023, 1, 1), date(2023, 12, 31), True)
    assert whole.rules == some_rules()


def test_periods_follow_each_other_through_the_year():
    spans = [(period.first_day, period.last_day) for period in periods_of(rules_of_2025())]
    assert spans == [(date(2025, 1, 1), LAST_OF_FIRST), (FIRST_OF_SECOND, YEAR_END)]


def test_what_a_change_does_not_mention_stays_as_it_was():
    change = {"first_day": "2025-07-01", "notice_days": {"commune": 7}}
    first, second = periods_of(some_rules(2025, periods=[change]))
    assert (first.rules.notice_days, second.rules.notice_days) == ({}, {Level.COMMUNE: 7})
    assert first.rules.target == second.rules.target


@pytest.mark.parametrize(("day", "owed"), [(LAST_OF_FIRST, 4), (FIRST_OF_SECOND, 2)])
def test_posts_owe_by_the_rules_of_the_day(day, owed):
    assert progress(of_2025(), 2025, day).total.owed == owed


def test_a_meeting_counts_in_the_period_of_its_day_and_in_no_other():
    register = of_2025(a_held_dialogue(day="2025-03-10", year=2025), units=STAYS)
    assert progress(register, 2025, LAST_OF_FIRST).total == Share(2, 4)
    assert progress(register, 2025, YEAR_END).total == Share(0, 2)


def test_a_period_that_is_over_stands_still():
    late = a_held_dialogue(day="2025-08-10", year=2025)
    assert progress(of_2025(late), 2025, LAST_OF_FIRST).total == Share(0, 4)
    assert a_site(late, rules=[rules_of_2025()], today=date(2026, 3, 1)).progress_of_periods(2025)[0].day == LAST_OF_FIRST


def test_a_plan_that_a_reform_cancelled_is_told_in_the_last_period_of_its_unit():
    closed = [a_district(exists_until="2025-06-30"), a_commune(exists_until="2025-06-30")]
    dropped = a_dialogue(
        "a", an_announcement("2025-08-15", "2025-05-20"), cancelled("2025-06-25"), year=2025,
        registration=a_registration("2025-Q3", "2025-02-10"),
    )
    entries = ledger(of_2025(dropped, units=closed), 2025, LAST_OF_FIRST)
    assert {entry.standing for entry in entries if entry.unit.id == "hong-bang/so-dau"} == {Standing.CANCELLED}


def test_a_plan_without_a_day_stands_in_the_period_that_it_is_for():
    planned = a_dialogue("a", year=2025, registration=a_registration("2025-Q3", "2025-02-10"))
    assert period_of(rules_of_2025(), a_commune(), planned).first_day == FIRST_OF_SECOND


@pytest.mark.parametrize(("day", "state"), [("2025-06-20", ClockState.NO_DUTY), ("2025-07-20", ClockState.OVERDUE)])
def test_results_are_published_within_ten_days_where_the_law_of_the_meetings_day_asks_so(day, state):
    held = a_held_dialogue(day=day, year=2025, conclusion=a_conclusion())
    assert conclusion_clock(of_2025(held), held, Step.PUBLISH, date(2025, 9, 1)).state == state


def test_each_report_is_due_by_the_rules_of_its_day():
    assert report_deadlines(rules_of_2025()) == [
        (Report.REGISTRATION, date(2025, 3, 1)), (Report.Q1, date(2025, 3, 15)), (Report.Q2, date(2025, 6, 15)),
        (Report.Q3, date(2025, 9, 15)), (Report.ANNUAL, date(2025, 11, 15)), (Report.Q4, date(2025, 12, 15)),
    ]


def test_named_cut_offs_stand_in_the_order_of_their_days_each_in_its_period():
    cutoffs = {"year_end": "2025-12-31", "others": [{"name": "Chín tháng", "day": "2025-09-30"}, {"name": "Quý I", "day": "2025-03-31"}]}
    first, second = map(cutoffs_of, periods_of(rules_of_2025(cutoffs=cutoffs)))
    assert [(cutoff.kind, cutoff.name) for cutoff in first] == [(CutoffKind.NAMED, "Quý I"), (CutoffKind.PERIOD_END, None)]
    assert [(cutoff.kind, cutoff.name) for cutoff in second] == [(CutoffKind.NAMED, "Chín tháng"), (CutoffKind.YEAR_END, None)]


def test_the_pace_of_a_period_runs_through_its_own_days():
    site = a_site(rules=[rules_of_2025()], today=date(2025, 8, 10))
    first, second = (site.pace(figures) for figures in site.progress_of_periods(2025))
    assert [point.day.month for point in first.points] == [1, 2, 3, 4, 5, 6]
    assert [point.day for point in second.points] == [date(2025, 7, 31), date(2025, 8, 10)]
    assert (first.time_used, second.time_used) == (Share(181, 181), Share(41, 184))


def test_what_is_asked_for_is_what_the_period_of_the_day_asks_by_its_end():
    def posts_asked_by(day: date) -> set[tuple[str, date | None]]:
        asked = duties(a_site(rules=[rules_of_2025()], today=day))
        return {(duty.unit.id, duty.due) for duty in asked if duty.kind == DutyKind.REGISTER_POSTS}

    assert posts_asked_by(date(2025, 2, 1)) == {("hong-bang", date(2025, 2, 28)), ("hong-bang/so-dau", date(2025, 2, 28))}
    assert posts_asked_by(date(2025, 8, 1)) == {("hong-bang/so-dau", None)}


def test_posts_of_a_period_are_those_of_its_rules():
    law = {"posts": ["government"], "minimum": {"commune": 1}, "basis": "law-72"}
    rules = rules_of_2025(periods=[{"first_day": "2025-07-01", "target": law}])
    register = a_register(rules=[rules])
    assert [entry.post for entry in ledger(register, 2025, FIRST_OF_SECOND) if entry.owed] == [Post.GOVERNMENT]
