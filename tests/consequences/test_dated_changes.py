"""What is news of a dialogue, on which day, and under which name that no later fact changes."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.change import Change
from generator.consequences.dated_changes import changed_in, changes_of
from generator.consequences.states import ChangeKind
from generator.model import Dialogue
from tests.builders import TODAY, a_dialogue, a_held_dialogue
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update, cancelled, postponed

ANNOUNCED = an_announcement("2023-09-20", "2023-08-01")


def told(dialogue: Dialogue, today: date = TODAY) -> list[tuple[str, str]]:
    return [(change.day.isoformat(), change.kind.value) for change in changes_of(dialogue, today)]


def newest(*schedule, **fields: object) -> Change:
    return changes_of(a_dialogue("a", *schedule, **fields), TODAY)[-1]


def with_commitment(*updates, **fields: object) -> Dialogue:
    """Held on 15/5/2023: two changes before those of the commitment."""
    schedule = an_announcement("2023-05-15", "2023-05-01")
    return a_dialogue("a", schedule, held={}, commitments=[a_commitment(*updates, **fields)])


def test_a_record_is_of_each_month_in_which_it_changed_or_will_have_unless_something_is_done():
    promised = with_commitment(an_update("2023-06-30"), due="2023-10-31")
    assert changed_in({"a": promised, "b": a_dialogue("b", ANNOUNCED)}) == {
        date(2023, 5, 1): ["a"], date(2023, 6, 1): ["a"], date(2023, 11, 1): ["a"], date(2023, 8, 1): ["b"],
    }


class TestTheSchedule:
    def test_a_new_day_is_news_on_the_day_it_is_announced(self):
        assert told(a_dialogue("a", ANNOUNCED)) == [("2023-08-01", "announced")]

    def test_a_move_is_news_on_the_day_it_is_announced_and_not_on_the_days_it_concerns(self):
        assert told(a_dialogue("a", ANNOUNCED, an_announcement("2023-10-20", "2023-09-10")))[-1] == ("2023-09-10", "moved")

    def test_a_move_knows_the_day_it_gave_up(self):
        assert newest(ANNOUNCED, an_announcement("2023-10-20", "2023-09-10")).old.day == date(2023, 9, 20)

    def test_another_hour_is_a_move(self):
        assert newest(ANNOUNCED, an_announcement("2023-09-20", "2023-09-10", start="14:00")).kind == ChangeKind.MOVED

    def test_a_first_hour_completes_the_announcement(self):
        without_hour = an_announcement("2023-09-20", start=None)
        assert newest(without_hour, an_announcement("2023-09-20", "2023-09-10")).kind == ChangeKind.COMPLETED

    def test_another_venue_completes_the_announcement(self):
        elsewhere = an_announcement("2023-09-20", "2023-09-10", venue={"name": "Nhà văn hóa phường"})
        assert newest(ANNOUNCED, elsewhere).kind == ChangeKind.COMPLETED

    def test_a_postponement_knows_the_day_it_took_back(self):
        change = newest(ANNOUNCED, postponed())
        assert (change.kind, change.old.day) == (ChangeKind.POSTPONED, date(2023, 9, 20))

    def test_a_second_postponement_is_news_again(self):
        dialogue = a_dialogue("a", ANNOUNCED, postponed("2023-09-01"), postponed("2023-09-08"))
        assert told(dialogue)[1:] == [("2023-09-01", "postponed"), ("2023-09-08", "postponed")]

    def test_a_new_day_after_a_postponement_is_a_move_from_the_day_given_up(self):
        change = newest(ANNOUNCED, postponed(), an_announcement("2023-10-20", "2023-09-10"))
        assert (change.kind, change.old.day) == (ChangeKind.MOVED, date(2023, 9, 20))

    def test_the_same_day_after_a_postponement_is_announced_again(self):
        change = newest(ANNOUNCED, postponed(), an_announcement("2023-09-20", "2023-09-10"))
        assert change.kind == ChangeKind.ANNOUNCED

    def test_a_cancellation_is_told_from_a_postponement(self):
        assert newest(ANNOUNCED, cancelled()).kind == ChangeKind.CANCELLED

    def test_a_dialogue_cancelled_before_it_had_a_day_took_none_back(self):
        assert newest(cancelled()).old is None

    def test_an_announcement_whose_day_nobody_knows_is_no_news(self):
        assert told(a_dialogue("a", an_announcement(announced_on="unknown"))) == []

    def test_an_unknown_day_still_counts_as_given_up(self):
        change = newest(an_announcement(announced_on="unknown"), an_announcement("2023-10-20", "2023-09-10"))
        assert change.kind == ChangeKind.MOVED


class TestTheResult:
    def test_it_is_news_on_the_day_it_was_held(self):
        assert told(a_held_dialogue(day="2023-08-15"))[-1] == ("2023-08-15", "held")

    def test_held_on_a_day_nobody_knows_is_no_news(self):
        assert told(a_dialogue("a", held={})) == []

    def test_a_conclusion_is_news_on_the_day_it_is_published(self):
        conclusion = a_conclusion(issued_on="2023-08-20", sent_on="2023-08-21", published_on="2023-08-25")
        assert told(a_held_dialogue(conclusion=conclusion))[-1] == ("2023-08-25", "concluded")

    def test_a_conclusion_without_that_day_is_news_on_the_day_it_was_issued(self):
        assert told(a_held_dialogue(conclusion=a_conclusion(issued_on="2023-08-20")))[-1] == ("2023-08-20", "concluded")

    def test_an_answer_that_is_given_later_is_news_on_its_own_day(self):
        answered = {"summary": "Lắp đèn", "answer": {"answered_on": "2023-09-05", "text": "Đã lắp"}}
        assert told(a_held_dialogue(day="2023-08-15", opinions=[answered]))[-1] == ("2023-09-05", "answered")

    def test_answers_of_one_day_are_told_apart(self):
        answered = {"summary": "Lắp đèn", "answer": {"answered_on": "2023-09-05", "text": "Đã lắp"}}
        found = changes_of(a_held_dialogue(day="2023-08-15", opinions=[answered, answered]), TODAY)
        assert [change.id for change in found[-2:]] == ["answer-2023-09-05", "answer-2023-09-05-2"]

    @pytest.mark.parametrize("answer", [{"answered_on": "2023-08-15"}, {"answered_on": "2023-09-01"}, {}])
    def test_an_answer_known_when_the_meeting_is_reported_is_part_of_that_news(self, answer):
        opinion = {"summary": "Lắp đèn", "answer": {"text": "Sẽ lắp", **answer}}
        dialogue = a_held_dialogue(day="2023-08-15", held={"reported_on": "2023-09-01"}, opinions=[opinion])
        assert told(dialogue)[-1] == ("2023-09-01", "held")

    def test_a_correction_is_news(self):
        corrected = a_held_dialogue(corrections=[{"corrected_on": "2023-09-01", "text": "Sửa số người dự"}])
        assert told(corrected)[-1] == ("2023-09-01", "corrected")


class TestCommitments:
    def test_kept_in_time_is_news_once(self):
        assert told(with_commitment(an_update("2023-06-01", "kept"), due="2023-06-30"))[2:] == [("2023-06-01", "kept")]

    def test_overdue_is_news_on_the_day_after_its_due_day(self):
        assert told(with_commitment(due="2023-06-30"))[2:] == [("2023-07-01", "overdue")]

    def test_it_is_not_overdue_on_its_due_day(self):
        assert told(with_commitment(due="2023-09-15"), today=date(2023, 9, 15))[2:] == []

    def test_kept_late_stays_news_of_both(self):
        dialogue = with_commitment(an_update("2023-07-20", "kept"), due="2023-06-30")
        assert told(dialogue)[2:] == [("2023-07-01", "overdue"), ("2023-07-20", "kept")]

    def test_work_in_progress_is_no_news_and_stops_no_clock(self):
        dialogue = with_commitment(an_update("2023-06-20", "in-progress"), due="2023-06-30")
        assert told(dialogue)[2:] == [("2023-07-01", "overdue")]

    def test_passed_up_in_time_is_never_overdue(self):
        dialogue = with_commitment(an_update("2023-06-20", "passed-up"), due="2023-06-30")
        assert told(dialogue)[2:] == [("2023-06-20", "passed-up")]

    def test_not_kept_is_told_from_kept(self):
        assert told(with_commitment(an_update("2023-06-20", "not-kept")))[-1] == ("2023-06-20", "not-kept")

    def test_without_a_due_day_it_is_never_overdue(self):
        assert told(with_commitment(due=None))[2:] == []


def test_what_is_still_to_come_is_no_news():
    assert told(a_dialogue("a", ANNOUNCED), today=date(2023, 7, 31)) == []


def test_news_of_one_day_are_in_the_order_in_which_things_happen():
    dialogue = a_held_dialogue(day="2023-08-15", conclusion=a_conclusion(issued_on="2023-08-15"))
    assert [change.order for change in changes_of(dialogue, TODAY)][1:] == [0, 1]


class TestIds:
    schedule = (ANNOUNCED, an_announcement("2023-10-20", "2023-09-10"))

    def ids(self, *schedule, **fields: object) -> list[str]:
        return [change.id for change in changes_of(a_dialogue("a", *schedule, **fields), date(2024, 1, 1))]

    def test_are_unique_where_one_day_brought_several_changes(self):
        ids = self.ids(ANNOUNCED, postponed("2023-09-10"), an_announcement("2023-10-20", "2023-09-10"))
        assert len(set(ids)) == 3

    def test_stay_when_further_facts_are_added(self):
        before = self.ids(*self.schedule)
        after = self.ids(
            *self.schedule, postponed("2023-10-01"), an_announcement("2023-11-20", "2023-10-10"), held={},
            conclusion=a_conclusion(issued_on="2023-11-25"), commitments=[a_commitment(due="2023-12-01")],
        )
        assert after[: len(before)] == before

    def test_stay_when_a_forgotten_announcement_is_put_between(self):
        before = self.ids(*self.schedule)
        after = self.ids(ANNOUNCED, postponed("2023-09-01"), an_announcement("2023-10-20", "2023-09-10"))
        assert set(before) <= set(after)

    def test_stay_when_a_conclusion_is_published_after_it_was_issued(self):
        issued = self.ids(ANNOUNCED, held={}, conclusion=a_conclusion(issued_on="2023-09-25"))
        published = a_conclusion(issued_on="2023-09-25", published_on="2023-09-30")
        assert self.ids(ANNOUNCED, held={}, conclusion=published) == issued
