"""What the rules on reforms ask of a unit that is no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.reform_rules import closed_unit_is_in_its_reform
from generator.model import ReformFile, Unit
from tests.builders import TODAY, a_district, a_register

DAY = date(2023, 7, 1)


def told_of(*units: Unit, **reform) -> list[str | None]:
    register = replace(a_register(units=units), reforms={DAY: ReformFile(day=DAY, **reform)})
    return [finding.example for finding in closed_unit_is_in_its_reform(register, TODAY)]


@pytest.mark.parametrize("facts, told", [
    ({"exists_until": "2023-06-30"}, ["- {old: hong-bang, new: …}"]),
    ({"exists_until": "2023-06-30", "successors": ["le-chan"]}, []),
    ({"exists_until": "2023-06-29"}, []),
])
def test_a_unit_that_closed_on_the_eve_of_a_reform_is_asked_for_unless_its_own_record_says_what_it_became(facts, told):
    assert told_of(a_district(**facts), a_district("le-chan", "Quận Lê Chân")) == told


def test_one_that_the_reform_names_is_not_asked_for_again():
    units = a_district(exists_until="2023-06-30"), a_district("le-chan", "Quận Lê Chân")
    assert told_of(*units, changes=[{"old": "hong-bang", "new": "le-chan"}]) == []
    assert told_of(*units, unfollowed=[{"reason": "Danh sách không nêu", "units": ["hong-bang"]}]) == []
