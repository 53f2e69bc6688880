"""What the rules on years and on reforms say where no case can show it, since the golden register stands in one year."""

from datetime import date

import pytest

from generator.checks.belonging_rules import unit_exists_on_that_day, year_has_rules
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_register, some_rules
from tests.record_parts import an_announcement, cancelled, postponed

JANUARY = a_held_dialogue(schedule=[an_announcement("2024-01-10", "2023-12-20")])


def test_a_meeting_that_moved_into_a_year_without_rules_would_be_counted_by_none():
    [finding] = year_has_rules(a_register(JANUARY), date(2024, 2, 1))
    assert (finding.path, finding.must) == (("held",), "năm 2024 phải có tệp quy định rules/2024.yml")


def test_a_meeting_that_moved_into_a_year_with_rules_is_in_order():
    register = a_register(JANUARY, rules=[some_rules(), some_rules(2024)])
    assert list(year_has_rules(register, date(2024, 2, 1))) == []


WITHDRAWN = an_announcement("2025-08-15", "2025-05-20")
"""For a day on which the ward and its district are no more."""
CLOSED = [a_district(exists_until="2025-06-30"), a_commune(exists_until="2025-06-30")]


def judged_at_the_reform(*schedule, unit="hong-bang/so-dau"):
    register = a_register(a_dialogue("dinh-ky", *schedule, year=2025, unit=unit), units=CLOSED, rules=[some_rules(2025)])
    return [finding.path for finding in unit_exists_on_that_day(register, date(2025, 7, 2))]


@pytest.mark.parametrize("unit", ["hong-bang/so-dau", "hong-bang"])
@pytest.mark.parametrize(
    "then", [cancelled("2025-06-25"), postponed("2025-06-25"), an_announcement("2025-06-28", "2025-06-20", reason="Sắp xếp")],
    ids=["cancelled", "postponed", "moved to a day on which it still is"],
)
def test_a_day_withdrawn_because_of_a_reform_is_judged_no_more(unit, then):
    assert judged_at_the_reform(WITHDRAWN, then, unit=unit) == []


def test_a_day_still_announced_on_which_the_unit_is_no_more_is_refused():
    assert judged_at_the_reform(WITHDRAWN) == [("schedule", 0, "day")]
    assert judged_at_the_reform(an_announcement("2025-06-20", "2025-05-20"), WITHDRAWN) == [("schedule", 1, "day")]
