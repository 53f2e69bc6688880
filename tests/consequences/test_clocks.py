"""The clocks after a dialogue: on its conclusion notice and on each commitment."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.clocks import Clock, ClockState, NoDuty, Step, conclusion_clock, running_until, timeliness
from generator.consequences.commitment_standing import CommitmentStanding, CommitmentState, commitment_standing
from generator.consequences.progress import Share
from tests.builders import TODAY, a_dialogue, a_held_dialogue, a_register, some_rules
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update


def clock_of(dialogue, step=Step.SEND, today=TODAY, **register):
    return conclusion_clock(a_register(dialogue, **register), dialogue, step, today)


def held_on(day: str, **conclusion):
    return a_held_dialogue(day=day, unit="hong-bang", conclusion=a_conclusion(**conclusion) if conclusion else None)


def test_a_conclusion_is_due_ten_days_after_the_meeting():
    assert clock_of(held_on("2023-09-10")) == Clock(ClockState.NOT_DUE, date(2023, 9, 20), None, 5)


@pytest.mark.parametrize("conclusion", [{}, {"sent_on": "2023-09-12"}, {"sent_on": "2023-09-12", "published_on": "2023-09-13"}])
@pytest.mark.parametrize("unit", ["hong-bang", "hong-bang/so-dau"])
def test_the_clocks_that_run_are_those_that_wait_for_a_day(unit: str, conclusion: dict[str, str]):
    held = a_held_dialogue(day="2023-09-10", unit=unit, conclusion=a_conclusion(**conclusion) if conclusion else None)
    rules = [some_rules(conclusion={
        level: {"send_within_days": 10, "publish_within_days": 15, "basis": "guidance"} for level in ("district", "commune")
    })]
    register = a_register(held, rules=rules)
    clocks = [conclusion_clock(register, held, step, TODAY) for step in Step]
    assert list(running_until(register, held)) == [clock.due for clock in clocks if clock.runs]


def test_no_clock_runs_of_what_was_not_held():
    assert list(running_until(a_register(planned := a_dialogue()), planned)) == []


def test_a_conclusion_is_not_overdue_on_its_last_day():
    assert clock_of(held_on("2023-09-05")) == Clock(ClockState.NOT_DUE, date(2023, 9, 15), None, 0)


def test_a_conclusion_is_overdue_by_the_days_after_its_last_day():
    clock = clock_of(held_on("2023-09-02"))
    assert (clock, clock.days_on(TODAY)) == (Clock(ClockState.OVERDUE, date(2023, 9, 12)), 3)


NEXT_WORKING_DAY = {"rules": [some_rules(day_off="next-working-day", holidays=["2023-09-01", "2023-09-04"])]}


@pytest.mark.parametrize(("held", "due", "day_off"), [
    ("2023-08-15", date(2023, 8, 25), None),
    ("2023-08-10", date(2023, 8, 21), date(2023, 8, 20)),
    ("2023-08-22", date(2023, 9, 5), date(2023, 9, 1)),
])
def test_a_term_that_ends_on_a_day_off_ends_with_the_next_working_day(held, due, day_off):
    clock = clock_of(held_on(held), **NEXT_WORKING_DAY)
    assert (clock.due, clock.day_off) == (due, day_off)


def test_a_conclusion_sent_on_the_working_day_after_its_term_is_in_time():
    assert clock_of(held_on("2023-08-10", sent_on="2023-08-21"), **NEXT_WORKING_DAY).state == ClockState.IN_TIME
    assert clock_of(held_on("2023-08-10", sent_on="2023-08-21")).state == ClockState.LATE


def test_a_term_of_a_year_that_says_nothing_of_days_off_ends_on_its_day():
    assert clock_of(held_on("2023-08-10")).due == date(2023, 8, 20)


def test_a_conclusion_sent_on_the_tenth_day_is_in_time():
    assert clock_of(held_on("2023-08-15", sent_on="2023-08-25")) == Clock(
        ClockState.IN_TIME, date(2023, 8, 25), date(2023, 8, 25)
    )


def test_a_conclusion_sent_after_the_tenth_day_is_late_by_the_days_between():
    assert clock_of(held_on("2023-08-15", sent_on="2023-08-29")) == Clock(
        ClockState.LATE, date(2023, 8, 25), date(2023, 8, 29), 4
    )


def test_a_conclusion_that_was_issued_and_not_sent_is_overdue():
    assert clock_of(held_on("2023-08-15", issued_on="2023-08-18")).state == ClockState.OVERDUE


@pytest.mark.parametrize(("dialogue", "why"), [
    (a_dialogue("a", an_announcement("2023-09-20"), unit="hong-bang"), NoDuty.NOT_HELD),
    (a_dialogue("a", unit="hong-bang", held={"day_note": "Nguồn không ghi ngày"}), NoDuty.UNKNOWN_DAY),
    (a_held_dialogue(unit="hong-bang/so-dau"), NoDuty.NO_RULE),
])
def test_where_there_is_no_duty_the_clock_says_why(dialogue, why):
    assert clock_of(dialogue) == Clock(ClockState.NO_DUTY, why=why)


def test_sending_and_publishing_are_two_clocks():
    rules = some_rules(conclusion={"district": {"send_within_days": 10, "publish_within_days": 5}})
    dialogue = held_on("2023-08-15", sent_on="2023-08-20", published_on="2023-08-22")
    assert [clock_of(dialogue, step, rules=[rules]).state for step in Step] == [ClockState.IN_TIME, ClockState.LATE]


def test_publishing_has_no_duty_where_the_rules_name_no_limit_but_its_day_is_kept():
    dialogue = held_on("2023-08-15", sent_on="2023-08-20", published_on="2023-08-22")
    assert clock_of(dialogue, Step.PUBLISH) == Clock(ClockState.NO_DUTY, None, date(2023, 8, 22), None, NoDuty.NO_RULE)


def test_the_rule_is_of_the_year_in_which_the_dialogue_was_held():
    lenient = some_rules(2024, conclusion={"district": {"send_within_days": 30}})
    dialogue = held_on("2024-01-10")
    assert clock_of(dialogue, today=date(2024, 2, 1), rules=[some_rules(), lenient]).due == date(2024, 2, 9)


def test_the_rate_is_in_time_of_closed_and_overdue():
    states = [ClockState.IN_TIME, ClockState.LATE, ClockState.OVERDUE, ClockState.NOT_DUE, ClockState.NO_DUTY]
    assert timeliness(Clock(state) for state in states) == Share(1, 3)


def test_the_rate_of_nothing_due_is_none():
    assert timeliness([Clock(ClockState.NOT_DUE), Clock(ClockState.NO_DUTY)]).percent is None


@pytest.mark.parametrize(("commitment", "standing"), [
    (a_commitment(due=None), CommitmentStanding(CommitmentState.UNREPORTED, None, False)),
    (a_commitment(due="2023-09-30"), CommitmentStanding(CommitmentState.UNREPORTED, 15, False)),
    (a_commitment(due="2023-09-29"), CommitmentStanding(CommitmentState.DUE_SOON, 14, False)),
    (a_commitment(due="2023-09-15"), CommitmentStanding(CommitmentState.DUE_SOON, 0, False)),
    (a_commitment(due="2023-09-14"), CommitmentStanding(CommitmentState.OVERDUE, None, False, date(2023, 9, 15))),
    (a_commitment(an_update("2023-09-10"), due=None), CommitmentStanding(CommitmentState.OPEN)),
    (a_commitment(an_update("2023-09-10"), due="2023-09-30"), CommitmentStanding(CommitmentState.OPEN, 15)),
    (a_commitment(an_update("2023-09-10"), due="2023-09-12"), CommitmentStanding(
        CommitmentState.OVERDUE, late_from=date(2023, 9, 13),
    )),
    (a_commitment(an_update("2023-09-10", "kept"), due="2023-09-10"), CommitmentStanding(CommitmentState.KEPT)),
    (a_commitment(an_update("2023-09-12", "kept"), due="2023-09-10"), CommitmentStanding(CommitmentState.KEPT_LATE, 2)),
    (a_commitment(an_update("2023-09-12", "kept"), due=None), CommitmentStanding(CommitmentState.KEPT)),
    (a_commitment(an_update("2023-09-01", "not-kept"), due="2023-08-30"), CommitmentStanding(CommitmentState.NOT_KEPT)),
    (a_commitment(an_update("2023-09-01", "passed-up"), due="2023-08-30"), CommitmentStanding(CommitmentState.PASSED_UP)),
])
def test_a_commitment_stands_as_its_newest_update_and_its_due_day_say(commitment, standing):
    assert commitment_standing(commitment, some_rules(), TODAY) == standing


@pytest.mark.parametrize(("due", "days"), [("2023-09-14", 1), ("2023-09-12", 3), ("2023-09-15", 0), ("2023-09-29", 14), (None, None)])
def test_the_days_of_a_commitment_are_those_left_or_those_after_its_last_day(due, days):
    assert commitment_standing(a_commitment(due=due), some_rules(), TODAY).days_on(TODAY) == days


def test_the_newest_update_decides():
    commitment = a_commitment(an_update("2023-08-01", "kept"), an_update("2023-09-01", "in-progress"), due="2023-12-31")
    assert commitment_standing(commitment, some_rules(), TODAY).state == CommitmentState.OPEN


def test_how_soon_is_soon_is_a_rule():
    soon = some_rules(commitment_due_soon_days=30)
    assert commitment_standing(a_commitment(due="2023-10-10"), soon, TODAY).state == CommitmentState.DUE_SOON
