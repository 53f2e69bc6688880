"""What outlives its unit: only what was not done by the end of that unit's last day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.inheritance import conclusion_outlives_its_unit, followed_since, outlives_its_unit
from tests.builders import a_district, a_held_dialogue, a_register, a_site
from tests.record_parts import a_commitment, a_conclusion, an_update

CLOSED = {"units": [
    a_district(exists_until=date(2023, 8, 31), successors=("le-chan",)), a_district("le-chan", "Quận Lê Chân"),
]}


@pytest.mark.parametrize("done_on, outlives", [("2023-08-31", False), ("2023-09-01", True)])
def test_what_is_done_on_a_units_last_day_does_not_outlive_it(done_on, outlives):
    dialogue = a_held_dialogue(
        unit="hong-bang", conclusion=a_conclusion(sent_on=done_on), commitments=[a_commitment(an_update(done_on, "kept"))],
    )
    register = a_register(dialogue, **CLOSED)
    assert conclusion_outlives_its_unit(register, dialogue) is outlives
    assert outlives_its_unit(register, dialogue, dialogue.commitments[0]) is outlives


@pytest.mark.parametrize("sent_on, handed_down", [("2023-08-20", set()), ("2023-09-01", {"so-dau-dinh-ky"})])
def test_a_conclusion_that_was_sent_in_time_is_not_handed_down_with_a_commitment_that_is_open(sent_on, handed_down):
    conclusion = a_conclusion(sent_on=sent_on)
    dialogue = a_held_dialogue(unit="hong-bang", conclusion=conclusion, commitments=[a_commitment()])
    site = a_site(dialogue, **CLOSED)
    assert site.handed_down["le-chan"].keys() == {"so-dau-dinh-ky"}
    assert site.outliving_conclusions == handed_down


def test_a_conclusion_that_was_never_sent_is_handed_down():
    assert a_site(a_held_dialogue(unit="hong-bang"), **CLOSED).outliving_conclusions == {"so-dau-dinh-ky"}


@pytest.mark.parametrize("today, followed", [("2023-09-30", ["le-chan", "hai-an"]), ("2023-10-01", ["hai-an", "kien-an"])])
def test_all_units_next_after_one_are_followed_until_one_of_them_is_no_more_either(today, followed):
    units = [
        a_district(exists_until="2023-08-31", successors=["le-chan", "hai-an"]),
        a_district("le-chan", "Quận Lê Chân", exists_until="2023-09-30", successors=["kien-an"]),
        a_district("hai-an", "Quận Hải An"), a_district("kien-an", "Quận Kiến An"),
    ]
    register = a_register(units=units)
    assert [unit.id for unit in followed_since(register, register.units["hong-bang"], date.fromisoformat(today))] == followed
