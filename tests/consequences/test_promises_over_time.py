"""How promises stood at each month's end: by what was recorded up to then, and all of them today."""

from __future__ import annotations

from datetime import date

from generator.consequences.commitment_standing import CommitmentState
from generator.consequences.promises_over_time import promises_over_time
from tests.builders import TODAY, a_dialogue, a_held_dialogue, a_site
from tests.record_parts import a_commitment, an_update

KEPT = a_commitment(an_update("2023-08-20", "kept"), due="2023-08-01")


def told(*dialogues, today: date = TODAY) -> list[tuple[str, dict[str, int]]]:
    points = promises_over_time(a_site(*dialogues, today=today).views.commitments, 2023, today)
    return [(f"{point.day:%d/%m}", {state.value: count for state, count in point.counts.items() if count}) for point in points]


def test_a_promise_turns_on_the_days_that_its_record_tells():
    assert told(a_held_dialogue(day="2023-06-20", commitments=(KEPT,))) == [
        ("30/06", {"unreported": 1}), ("31/07", {"due-soon": 1}), ("31/08", {"kept-late": 1}), ("15/09", {"kept-late": 1}),
    ]


def test_the_last_point_is_what_the_page_counts():
    site = a_site(a_held_dialogue(commitments=(KEPT, a_commitment(id="2"))))
    [*_, last] = promises_over_time(site.views.commitments, 2023, TODAY)
    states = [view.standing.state for view in site.views.commitments]
    assert last.counts == {state: states.count(state) for state in CommitmentState}


def test_a_promise_of_an_unknown_day_is_there_today_only():
    unknown = a_dialogue(held={"day_note": "Không ghi ngày"}, commitments=(a_commitment(),))
    assert told(unknown) == [("15/09", {"unreported": 1})]


def test_the_end_of_a_year_is_its_last_month_when_the_year_is_over():
    days = [day for day, _ in told(a_held_dialogue(day="2023-11-20", commitments=(a_commitment(),)), today=date(2024, 2, 1))]
    assert days == ["30/11", "31/12", "01/02"]


def test_without_promises_there_is_nothing_to_draw():
    assert told(a_held_dialogue()) == []
