"""When what is shown of a dialogue last became another: by a new fact, or by a day that came."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.consequences.turning_days import changed_on, may_turn
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue
from tests.builders import a_dialogue, a_held_dialogue, a_register, some_rules
from tests.record_parts import a_commitment, a_registration, an_announcement, cancelled, postponed

ANNOUNCED = an_announcement("2023-09-20", "2023-08-01")
REPORTED = {"held": {"reported_on": "2023-08-16"}}
OF_A_DISTRICT = a_held_dialogue(day="2023-08-15", unit="hong-bang", **REPORTED)
PROMISED = a_held_dialogue(day="2023-08-15", commitments=[a_commitment(due="2023-10-31")], **REPORTED)
ASKED = a_dialogue("a", ANNOUNCED, participation={"opinions_until": "2023-09-10", "attend_until": "2023-09-18"})


def changed(dialogue: Dialogue, today: str) -> str:
    register = a_register(dialogue, rules=[some_rules(commitment_due_soon_days=10)])
    return str(changed_on(register, dialogue, ObservedDay(date.fromisoformat(today))))


@pytest.mark.parametrize("dialogue, today, day", [
    pytest.param(a_dialogue("a", ANNOUNCED), "2023-09-20", "2023-08-01", id="on the day it is as it was announced"),
    pytest.param(a_dialogue("a", ANNOUNCED), "2023-10-20", "2023-09-21", id="the next day it is past"),
    pytest.param(a_dialogue("a", registration=a_registration("2023-09")), "2023-09-30", "2023-02-20", id="a plan in its month"),
    pytest.param(a_dialogue("a", registration=a_registration("2023-09")), "2023-10-20", "2023-10-01", id="a plan after it"),
    pytest.param(a_dialogue("a", ANNOUNCED, postponed()), "2023-10-20", "2023-09-01", id="a day taken back passes unseen"),
    pytest.param(a_dialogue("a", ANNOUNCED, cancelled()), "2023-10-20", "2023-09-21", id="a cancelled one's notice ends"),
    pytest.param(ASKED, "2023-09-12", "2023-09-11", id="opinions are closed"),
    pytest.param(ASKED, "2023-09-19", "2023-09-19", id="registering is closed"),
    pytest.param(OF_A_DISTRICT, "2023-08-25", "2023-08-16", id="a notice on its last day"),
    pytest.param(OF_A_DISTRICT, "2023-10-20", "2023-08-26", id="a notice overdue"),
    pytest.param(PROMISED, "2023-10-20", "2023-08-16", id="a commitment in time"),
    pytest.param(PROMISED, "2023-10-25", "2023-10-21", id="a commitment due soon"),
    pytest.param(PROMISED, "2023-12-25", "2023-11-01", id="a commitment overdue"),
])
def test_a_day_that_turns_a_state_is_a_change(dialogue: Dialogue, today: str, day: str) -> None:
    assert changed(dialogue, today) == day


@pytest.mark.parametrize("dialogue, last", [
    pytest.param(a_dialogue("a", ANNOUNCED), "2023-09-20", id="its day"),
    pytest.param(OF_A_DISTRICT, "2023-08-25", id="the term of its notice"),
    pytest.param(PROMISED, "2023-10-31", id="the due day of a commitment"),
    pytest.param(ASKED, "2023-09-20", id="the last of several"),
])
def test_after_the_last_day_that_turns_it_it_stands_for_ever(dialogue: Dialogue, last: str) -> None:
    day, register = date.fromisoformat(last), a_register(dialogue, rules=[some_rules(commitment_due_soon_days=10)])
    after = ObservedDay(day + timedelta(1))
    assert (may_turn(register, dialogue, ObservedDay(day)), may_turn(register, dialogue, after)) == (True, False)
    assert after.same.without_end


def test_no_later_day_changes_what_is_settled() -> None:
    today = ObservedDay(date(2023, 10, 20))
    dialogue = a_held_dialogue(day="2023-08-15", **REPORTED)
    assert changed_on(a_register(dialogue), dialogue, today) == date(2023, 8, 16)
    assert today.same.without_end
