"""What people were told of a dialogue to come changes by a new announcement or by a correction that says what it was."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Announcement, Dialogue
from tests.builders import a_dialogue, a_held_dialogue
from tests.comparing.proposals import between, proposed
from tests.record_parts import a_conclusion, a_registration, an_announcement

ANNOUNCED = an_announcement("2023-09-20", "2023-08-01")
PLACE = {"name": "Trường THCS", "address": "Khu 2"}
PUBLISHED = {
    "topic": "Rác thải", "mode": "in-person", "venue": PLACE, "further_sites": ["Nhà văn hóa tổ dân phố 5"], "registration": a_registration("2023-09"),
    "participation": {"who": "Tổ dân phố 1", "contact": {"office": "Văn phòng", "phone": "0225 3000 605"}},
}


def published(*schedule: Announcement, **fields: Any) -> Dialogue:
    return a_dialogue("a", *(schedule or (ANNOUNCED,)), **{**PUBLISHED, **fields})


EDITS = [
    ("schedule[1].day", "2023-09-20", {"schedule": [an_announcement("2023-09-27", "2023-08-01")]}),
    ("schedule[1].start", "08:00", {"schedule": [an_announcement("2023-09-20", "2023-08-01", start="09:00", end="11:00")]}),
    ("schedule[1].end", "11:00", {"schedule": [an_announcement("2023-09-20", "2023-08-01", start="08:00")]}),
    ("schedule[1].reason", None, {"schedule": [an_announcement("2023-09-20", "2023-08-01", reason="Mưa")]}),
    ("schedule[1].announced_on", "2023-08-01", {"schedule": [an_announcement("2023-09-20", "2023-07-01")]}),
    ("venue.name", "Trường THCS", {"venue": {**PLACE, "name": "Nhà văn hóa"}}),
    ("venue.address", "Khu 2", {"venue": {"name": "Trường THCS"}}),
    ("kind", "periodic", {"kind": "thematic"}),
    ("topic", "Rác thải", {"topic": "Đất đai"}),
    ("topic", "Rác thải", {"topic": None}),
    ("presided_by", "party; government", {"presided_by": ["party"]}),
    ("presided_by", "party; government", {"presided_by": ["party", {"post": "government", "deputy": "true"}]}),
    ("mode", "in-person", {"mode": "online"}),
    ("further_sites", "Nhà văn hóa tổ dân phố 5", {"further_sites": ["Nhà văn hóa tổ dân phố 6"]}),
    ("registration.period", "2023-09", {"registration": a_registration("2023-Q4")}),
]


@pytest.mark.parametrize("field, was, edit", EDITS, ids=[f"{field} {number}" for number, (field, _, _) in enumerate(EDITS)])
class TestOfADialogueToCome:
    def test_it_is_refused_with_the_entry_to_add(self, field, was, edit):
        told = {"was": was} if was is not None else {}
        assert proposed(between(published(), published(**edit))) == [
            {"corrected_on": "2023-09-15", "field": field, **told, "text": "Vì sao sửa"}
        ]

    def test_with_that_entry_it_is_allowed_and_told_from_the_old_to_the_new(self, field, was, edit):
        found = between(published(), published(**edit, corrections=proposed(between(published(), published(**edit)))))
        assert (found.refused, found.notes, found.news[-1].partition(":")[0]) == ((), (), "Đính chính")

    def test_words_that_do_not_say_what_it_was_are_not_enough(self, field, was, edit):
        typing_error = {"corrected_on": "2023-09-15", "text": "Sửa lỗi đánh máy"}
        assert proposed(between(published(), published(**edit, corrections=[typing_error])))[0]["field"] == field

    def test_neither_is_another_old_value(self, field, was, edit):
        other = {"day": "2023-01-01", "announced_on": "2023-01-01", "start": "07:00", "end": "10:00", "mode": "mixed", "kind": "ad-hoc", "presided_by": "government", "period": "2023-01"}
        wrong = {"corrected_on": "2023-09-15", "field": field, "was": other.get(field.rpartition(".")[2], "Khác"), "text": "Sửa"}
        assert proposed(between(published(), published(**edit, corrections=[wrong])))[0].get("was") == was


def test_of_a_new_day_both_days_are_told():
    new = published(an_announcement("2023-09-27", "2023-08-01"))
    [line] = between(published(), new.model_copy(update={"corrections": published(corrections=[
        {"corrected_on": "2023-09-15", "field": "schedule[1].day", "was": "2023-09-20", "text": "Ghi nhầm ngày"},
    ]).corrections})).news
    assert line.endswith(
        "ngày đối thoại đã công bố là thứ Tư, ngày 20/9/2023, nay là thứ Tư, ngày 27/9/2023. Ghi nhầm ngày"
    )


def test_of_another_kind_both_kinds_are_told():
    correction = {"corrected_on": "2023-09-15", "field": "kind", "was": "periodic", "text": "Ghi nhầm loại"}
    found = between(published(), published(kind="thematic", corrections=[correction]))
    assert found.refused == ()
    assert found.news[-1].endswith("loại đối thoại đã công bố là định kỳ, nay là theo chuyên đề. Ghi nhầm loại")


def test_another_kind_of_a_meeting_that_was_held_is_a_correction_too():
    old, new = a_held_dialogue("a"), a_held_dialogue("a", kind="ad-hoc")
    assert [entry["field"] for entry in proposed(between(old, new))] == ["kind"]


def test_a_new_announcement_says_it_too():
    moved = an_announcement("2023-09-27", "2023-09-10", venue={"name": "Nhà văn hóa"}, reason="Trùng lịch họp")
    assert between(published(), published(ANNOUNCED, moved)).refused == ()


def test_what_had_not_been_told_may_be_added():
    registered = a_dialogue("a", ANNOUNCED, registration=PUBLISHED["registration"])
    assert between(registered, published()).refused == ()


def test_an_announcement_that_is_left_out_is_refused():
    moved = an_announcement("2023-09-27", "2023-09-10", reason="Trùng lịch họp")
    assert "một thông báo lịch đã công bố bị bỏ" in "".join(between(published(ANNOUNCED, moved), published()).refused)


def test_an_earlier_correction_that_is_rewritten_is_refused():
    old, new = (published(corrections=[{"corrected_on": "2023-09-01", "text": text}]) for text in ("Sửa chủ đề", "Sửa nơi họp"))
    assert "một mục đính chính cũ bị sửa hoặc bỏ" in between(old, new).refused[0]


@pytest.mark.parametrize("field, was, old, new", [
    ("participation.who", "Tổ dân phố 1", published(), published(participation={**PUBLISHED["participation"], "who": "Tổ dân phố 2"})),
    ("subjects", "Rác; Đường", published(subjects=["Rác", "Đường"]), published(subjects=["Rác", "Ngõ"])),
    ("conclusion.text", "Giao UBND phường sửa đường ngõ 12.", a_held_dialogue("a", conclusion=a_conclusion()),
     a_held_dialogue("a", conclusion=a_conclusion(text="Giao UBND phường sửa đường ngõ 21."))),
])
def test_whatever_else_an_event_says_changes_with_its_stamp(field, was, old, new):
    [entry] = proposed(between(old, new))
    assert (entry["field"], entry["was"]) == (field, was)
    assert between(old, new.model_copy(update={"corrections": a_dialogue(corrections=[entry]).corrections})).refused == ()


def test_an_end_that_becomes_known_later_changes_with_its_sequence():
    old, new = (a_held_dialogue("a", held={"start": "08:15", **end}) for end in ({}, {"end": "11:40"}))
    [entry] = proposed(between(old, new))
    assert "SEQUENCE giữ nguyên" in between(old, new).refused[0] and entry["field"] == "held.end"
    assert between(old, a_held_dialogue("a", held={"start": "08:15", "end": "11:40"}, corrections=[entry])).refused == ()
