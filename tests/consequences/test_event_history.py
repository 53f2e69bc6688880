"""When what events say was last revised."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.event_history import last_revised_at, midnight, revised_at
from generator.model import Dialogue
from tests.builders import a_dialogue
from tests.record_parts import an_announcement

LATER = a_dialogue("later", an_announcement("2023-09-20", "2023-08-02"))
EARLIER = a_dialogue("earlier", an_announcement("2023-09-20", "2023-08-01"), subjects=["Đường"] * 10)
OF_MANY_FACTS = a_dialogue("of-many-facts", an_announcement("2023-09-20", "2023-08-01"), subjects=["Đường"] * 100_000)
OLD = a_dialogue("old", an_announcement("2023-02-20", "2023-02-01"))
WITHOUT_A_DAY = a_dialogue("without-a-day")


@pytest.mark.parametrize("dialogues", [
    pytest.param([OLD, EARLIER, LATER], id="the newest day"),
    pytest.param([EARLIER, WITHOUT_A_DAY], id="beside one without a day"),
    pytest.param([OF_MANY_FACTS, LATER], id="facts for more than a day's seconds"),
    pytest.param([EARLIER, a_dialogue("same-day", an_announcement("2023-09-20", "2023-08-01"))], id="most facts of one day"),
])
@pytest.mark.parametrize("templates_changed_on", [date(2023, 1, 1), date(2023, 8, 1), date(2023, 12, 31)], ids=str)
def test_the_last_revision_of_many_is_that_of_the_one_that_was_revised_last(
    dialogues: list[Dialogue], templates_changed_on: date
):
    revised = [revised_at(dialogue, templates_changed_on) for dialogue in dialogues]
    assert last_revised_at(dialogues, templates_changed_on) == max(revised)


def test_without_any_it_is_that_of_the_templates():
    assert last_revised_at([], date(2023, 1, 1)) == midnight(date(2023, 1, 1))
