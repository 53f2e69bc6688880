"""What a record comes to on a day: its status, day, moves and notice."""

from __future__ import annotations

import pickle
from datetime import date, time, timedelta

import pytest

from generator.consequences.fact_days import fact_days
from generator.consequences.status import (
    Status,
    When,
    held_day,
    last_announced,
    moves,
    notice_days,
    presiders_of,
    status_of,
    venue_of,
    when_of,
    year_of,
)
from generator.model import Venue
from tests.builders import TODAY, a_dialogue, a_held_dialogue, a_site
from tests.record_parts import a_conclusion, a_registration, an_announcement, cancelled, postponed

JULY, AUGUST, OCTOBER = "2023-07-01", "2023-08-01", "2023-10-05"


@pytest.mark.parametrize(("dialogue", "status"), [
    (a_dialogue(registration=a_registration()), Status.REGISTERED),
    (a_dialogue("a", an_announcement("2023-09-20")), Status.SCHEDULED),
    (a_dialogue("a", an_announcement("2023-09-15")), Status.SCHEDULED),
    (a_dialogue("a", an_announcement("2023-09-14")), Status.AWAITING),
    (a_dialogue("a", an_announcement("2023-09-20", JULY), an_announcement("2023-09-25", AUGUST)), Status.RESCHEDULED),
    (a_dialogue("a", an_announcement("2023-09-20"), postponed()), Status.POSTPONED),
    (a_dialogue("a", an_announcement("2023-09-20"), cancelled()), Status.CANCELLED),
    (a_dialogue("a", an_announcement("2023-07-20", "2023-07-01"), cancelled("2023-07-19")), Status.CANCELLED),
    (a_held_dialogue(), Status.HELD),
])
def test_status_follows_from_the_record_and_the_day(dialogue, status):
    assert status_of(dialogue, TODAY) == status


def test_a_dialogue_of_today_is_upcoming_and_one_whose_day_has_passed_unreported_is_not():
    views = a_site(*(a_dialogue(day, an_announcement(day)) for day in ("2023-09-14", "2023-09-15"))).views.dialogues
    assert [id for id, view in views.items() if view.is_upcoming] == ["2023-09-15"]


def test_views_stand_by_their_days_and_hours_or_the_days_undone_or_the_periods_planned():
    views = a_site(
        a_dialogue("a", an_announcement(start="14:00", end="16:00")), a_dialogue("b", an_announcement()),
        a_dialogue("c", an_announcement(start=None)), a_dialogue("d", registration=a_registration("2023-08")),
        a_dialogue("e", an_announcement("2023-07-20", JULY), postponed(AUGUST)), a_dialogue("f"),
    ).views
    assert "".join(views.ids) == "".join(views.dialogues) == "fedcba"


def test_a_dialogue_postponed_twice_and_then_announced_is_rescheduled():
    dialogue = a_dialogue(
        "a", an_announcement("2023-08-10", JULY), postponed("2023-08-05"), postponed("2023-08-20"),
        an_announcement("2023-09-28", "2023-09-10"),
    )
    assert status_of(dialogue, TODAY) == Status.RESCHEDULED


def test_a_postponed_dialogue_has_no_time_but_keeps_the_one_that_was_announced():
    dialogue = a_dialogue("a", an_announcement("2023-09-20"), postponed())
    assert (when_of(dialogue), last_announced(dialogue)) == (None, When(date(2023, 9, 20), time(8), time(11)))


def test_a_dialogue_held_as_announced_has_the_announced_hours():
    assert when_of(a_held_dialogue(day="2023-08-15")) == When(date(2023, 8, 15), time(8), time(11))


def test_a_dialogue_held_at_another_hour_has_its_real_hours():
    held = a_held_dialogue(day="2023-08-15", held={"start": "14:00", "end": "16:30"})
    assert when_of(held) == When(date(2023, 8, 15), time(14), time(16, 30))


def test_a_dialogue_held_on_another_day_does_not_borrow_the_announced_hours():
    assert when_of(a_held_dialogue(day="2023-08-15", held={"day": "2023-08-16"})) == When(date(2023, 8, 16))


def test_a_dialogue_that_names_no_day_at_all_has_no_day_held():
    assert held_day(a_dialogue(held={"day_note": "Nguồn không ghi ngày"})) is None


def test_a_plan_has_no_day_held():
    assert held_day(a_dialogue("a", an_announcement("2023-08-15"))) is None


def test_each_change_of_day_is_a_move_with_its_reason():
    dialogue = a_dialogue(
        "a", an_announcement("2023-09-20", JULY), an_announcement("2023-09-12", AUGUST, reason="Tránh ngày thi"),
    )
    assert [(move.old.day.day, move.new.day.day, move.announced_on, move.reason) for move in moves(dialogue)] == [
        (20, 12, date(2023, 8, 1), "Tránh ngày thi")
    ]


def test_a_first_hour_for_an_announced_day_moves_nothing():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY, start=None), an_announcement("2023-09-20", AUGUST))
    assert moves(dialogue) == ()


def test_another_hour_of_the_same_day_is_a_move():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY), an_announcement("2023-09-20", AUGUST, start="14:00"))
    assert len(moves(dialogue)) == 1


def test_a_new_day_after_a_postponement_moves_from_the_day_that_was_given_up():
    dialogue = a_dialogue("a", an_announcement("2023-08-10", JULY), postponed("2023-08-05"), an_announcement(OCTOBER, "2023-09-10"))
    assert [(move.old.day, move.new.day) for move in moves(dialogue)] == [(date(2023, 8, 10), date(2023, 10, 5))]


def test_a_move_announced_on_an_unknown_day_has_none():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY), an_announcement("2023-09-25", "unknown"))
    assert moves(dialogue)[0].announced_on is None


def test_a_dialogue_moved_into_the_next_year_counts_there():
    dialogue = a_dialogue("a", an_announcement("2023-12-28"), an_announcement("2024-01-10", "2023-12-20"))
    assert year_of(dialogue) == 2024


def test_a_postponed_dialogue_counts_in_the_year_of_its_given_up_day():
    assert year_of(a_dialogue("a", an_announcement("2023-12-28"), postponed("2023-12-20"))) == 2023


def test_a_registered_dialogue_counts_in_the_year_it_is_planned_for():
    assert year_of(a_dialogue(registration=a_registration("2024-Q1"))) == 2024


def test_a_dialogue_held_without_any_day_counts_in_the_year_of_its_folder():
    assert year_of(a_dialogue(held={"day_note": "Nguồn không ghi ngày"})) == 2023


def test_notice_runs_from_the_announcement_to_the_day():
    assert notice_days(a_dialogue("a", an_announcement("2023-09-20", "2023-09-10"))) == 10


def test_notice_of_a_moved_dialogue_runs_from_the_move():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY), an_announcement("2023-09-25", "2023-09-22"))
    assert notice_days(dialogue) == 3


def test_a_later_hour_for_the_same_day_does_not_shorten_the_notice():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", "2023-09-10", start=None), an_announcement("2023-09-20", "2023-09-18"))
    assert notice_days(dialogue) == 10


def test_a_day_given_up_and_announced_again_has_the_notice_of_the_second_time():
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY), postponed(AUGUST), an_announcement("2023-09-20", "2023-09-17"))
    assert notice_days(dialogue) == 3


@pytest.mark.parametrize("dialogue", [
    a_dialogue("a", an_announcement("2023-09-20", "unknown")),
    a_dialogue("a", an_announcement("2023-09-20"), postponed()),
    a_dialogue(registration=a_registration()),
    a_held_dialogue(day="2023-08-15", held={"day": "2023-08-16"}),
])
def test_notice_is_not_known_without_an_announced_day(dialogue):
    assert notice_days(dialogue) is None


def test_who_really_presided_takes_the_place_of_who_was_announced():
    dialogue = a_held_dialogue(held={"presided_by": [{"post": "government", "deputy": True}]})
    assert [(presider.post, presider.deputy) for presider in presiders_of(dialogue)] == [("government", True)]


def test_the_newest_venue_is_the_venue():
    moved = an_announcement("2023-09-25", AUGUST, venue=Venue(name="Nhà văn hóa"))
    dialogue = a_dialogue("a", an_announcement("2023-09-20", JULY), moved, venue={"name": "Hội trường UBND"})
    assert venue_of(dialogue).name == "Nhà văn hóa"


def test_the_venue_where_it_was_held_comes_before_the_announced_one():
    assert venue_of(a_held_dialogue(venue={"name": "Cũ"}, held={"venue": {"name": "Mới"}})).name == "Mới"


def test_each_known_day_of_the_record_is_a_fact_day():
    dialogue = a_held_dialogue(
        day="2023-08-15", notified_on="2023-08-01", registration=a_registration(registered_on="unknown"),
        conclusion=a_conclusion(issued_on="2023-08-20", sent_on="2023-08-21"),
    )
    assert fact_days(dialogue) == tuple(
        date(2023, 8, 15) + timedelta(days) for days in (-14, -26, 0, 5, 6)
    )


def test_what_a_record_comes_to_goes_neither_into_a_copy_nor_into_a_pickle():
    dialogue = a_held_dialogue(day="2023-08-15")
    facts = dict(vars(dialogue))
    assert held_day(dialogue) == date(2023, 8, 15)
    travelled = pickle.loads(pickle.dumps(dialogue))
    assert (travelled, travelled.model_fields_set, vars(travelled)) == (dialogue, dialogue.model_fields_set, facts)
    for known in (dialogue, travelled):
        assert held_day(known.model_copy(update={"held": None})) is None
        assert held_day(known) == date(2023, 8, 15)


def test_a_copy_that_was_given_one_fact_more_says_so_of_itself_alone():
    one, other = pickle.loads(pickle.dumps([a_held_dialogue("one"), a_held_dialogue("other")]))
    copy = one.model_copy(update={"note": "Ghi chú"})
    assert "note" in copy.model_fields_set
    assert "note" not in one.model_fields_set | other.model_fields_set


def test_what_voters_have_asked_for_is_no_plan_of_the_units():
    demand = {"asked_by": "Cử tri thôn Đông", "asked_on": "2023-09-01"}
    dialogue = a_dialogue("a", demand=demand)
    assert status_of(dialogue, date(2023, 9, 15)) == Status.DEMANDED
