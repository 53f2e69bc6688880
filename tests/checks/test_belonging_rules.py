"""What the rules on years say where no case can show it, since the golden register stands in one year."""

from datetime import date

from generator.checks.belonging_rules import year_has_rules
from tests.builders import a_held_dialogue, a_register, an_announcement, some_rules

JANUARY = a_held_dialogue(schedule=[an_announcement("2024-01-10", "2023-12-20")])


def test_a_meeting_that_moved_into_a_year_without_rules_would_be_counted_by_none():
    [finding] = year_has_rules(a_register(JANUARY), date(2024, 2, 1))
    assert (finding.path, finding.must) == (("held",), "năm 2024 phải có tệp quy định rules/2024.yml")


def test_a_meeting_that_moved_into_a_year_with_rules_is_in_order():
    register = a_register(JANUARY, rules=[some_rules(), some_rules(2024)])
    assert list(year_has_rules(register, date(2024, 2, 1))) == []
