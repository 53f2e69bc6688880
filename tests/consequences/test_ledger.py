"""Every post of a year, credited or not, with the one reason that is true."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.ledger import ledger
from generator.consequences.standings import Standing
from generator.model import Level, Post, Unit, UnitFile
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_register, some_rules
from tests.record_parts import a_registration, an_announcement, cancelled, postponed

YEAR_END = date(2023, 12, 31)
PARTY_ONLY = {"presided_by": ["party"]}
DEPUTY = {"presided_by": [{"post": "party", "deputy": True}]}


def rules_with(minimum: int = 1, **target):
    return some_rules(target={
        "posts": ["party", "government"], "minimum": {"district": minimum, "commune": minimum}, "basis": "guidance", **target,
    })


def entry_of(*dialogues, post=Post.PARTY, day=TODAY, rules=None, **commune):
    """The ledger's entry of the ward Sở Dầu for the post, with these dialogues alone in the register."""
    units = (a_district(), a_commune(**commune))
    register = a_register(*dialogues, units=units, rules=[rules] if rules else ())
    return next(entry for entry in ledger(register, 2023, day) if entry.unit.id == "hong-bang/so-dau" and entry.post == post)


def standing_of(*dialogues, **options):
    return entry_of(*dialogues, **options).standing


ONE_PERSON = {"one_person_in_both_posts": [{"one_person_from": "2023-01-01"}]}
VACANT = {"vacancies": [{"post": "party", "vacant_from": "2023-06-01"}]}


@pytest.mark.parametrize(("dialogue", "standing"), [
    (a_held_dialogue(**PARTY_ONLY), Standing.CREDITED),
    (a_held_dialogue(), Standing.CREDITED_JOINTLY),
    (a_dialogue("a", an_announcement("2023-09-20")), Standing.SCHEDULED),
    (a_dialogue("a", an_announcement("2023-09-14")), Standing.AWAITING_REPORT),
    (a_dialogue("a", an_announcement("2023-09-20"), postponed()), Standing.POSTPONED),
    (a_dialogue(registration=a_registration()), Standing.REGISTERED),
    (a_held_dialogue(**DEPUTY), Standing.DEPUTY_PRESIDED),
    (a_held_dialogue(kind="thematic"), Standing.OTHER_KIND_ONLY),
    (a_held_dialogue(kind="ad-hoc"), Standing.OTHER_KIND_ONLY),
    (a_dialogue("a", an_announcement("2023-09-20"), cancelled()), Standing.CANCELLED),
    (a_held_dialogue(held={"presided_by": ["government"]}), Standing.DID_NOT_PRESIDE),
    (a_held_dialogue(presided_by=["government"]), Standing.NOT_REGISTERED),
])
def test_a_post_stands_as_its_dialogue_says(dialogue, standing):
    assert standing_of(dialogue) == standing


def test_a_post_without_any_dialogue_is_not_registered():
    assert standing_of() == Standing.NOT_REGISTERED


def test_a_deputy_who_was_not_announced_takes_the_credit_away():
    dialogue = a_held_dialogue(held={"presided_by": [{"post": "party", "deputy": True}, "government"]})
    assert (standing_of(dialogue), standing_of(dialogue, post=Post.GOVERNMENT)) == (
        Standing.DEPUTY_PRESIDED, Standing.CREDITED
    )


def test_a_deputy_counts_where_the_rules_say_so():
    assert entry_of(a_held_dialogue(**DEPUTY), rules=rules_with(deputy_counts=True)).credited


def test_a_joint_dialogue_counts_for_both_posts():
    assert [entry_of(a_held_dialogue(), post=post).credited for post in Post] == [True, True]


def test_a_joint_dialogue_counts_for_its_first_presider_where_the_rules_say_so():
    rules = rules_with(joint_counts_for_both=False)
    assert [standing_of(a_held_dialogue(), post=post, rules=rules) for post in Post] == [
        Standing.CREDITED_JOINTLY, Standing.JOINT_NOT_COUNTED
    ]


def test_one_person_in_both_posts_is_credited_for_both():
    assert [standing_of(a_held_dialogue(**PARTY_ONLY), post=post, **ONE_PERSON) for post in Post] == [
        Standing.CREDITED_AS_ONE_PERSON, Standing.CREDITED_AS_ONE_PERSON
    ]


def test_one_person_in_both_posts_is_credited_for_one_where_the_rules_say_so():
    rules = rules_with(one_person_counts_for_both=False)
    held = a_held_dialogue(**PARTY_ONLY)
    assert standing_of(held, post=Post.GOVERNMENT, rules=rules, **ONE_PERSON) == Standing.DID_NOT_PRESIDE


def test_a_person_who_took_the_second_post_after_the_dialogue_is_not_credited_for_it():
    later = {"one_person_in_both_posts": [{"one_person_from": "2023-09-01"}]}
    held = a_held_dialogue(day="2023-08-15", **PARTY_ONLY)
    assert standing_of(held, post=Post.GOVERNMENT, **later) == Standing.NOT_REGISTERED


def test_a_vacant_post_owes_by_default():
    entry = entry_of(**VACANT)
    assert (entry.standing, entry.owed) == (Standing.VACANT, True)


def test_a_vacant_post_owes_nothing_where_the_rules_say_so():
    assert not entry_of(rules=rules_with(vacant_post_owes=False), **VACANT).owed


def test_a_post_that_was_credited_before_it_fell_vacant_stays_owed_and_credited():
    entry = entry_of(a_held_dialogue(day="2023-05-10"), rules=rules_with(vacant_post_owes=False), **VACANT)
    assert (entry.owed, entry.credited) == (True, True)


def test_a_vacancy_that_has_ended_explains_nothing():
    ended = {"vacancies": [{"post": "party", "vacant_from": "2023-02-01", "vacant_until": "2023-05-31"}]}
    assert standing_of(**ended) == Standing.NOT_REGISTERED


def test_a_vacancy_of_one_post_leaves_the_other_alone():
    assert standing_of(post=Post.GOVERNMENT, **VACANT) == Standing.NOT_REGISTERED


def test_a_unit_that_exists_no_more_owes_nothing_but_stays_in_the_ledger():
    entry = entry_of(a_held_dialogue(day="2023-03-10"), exists_until="2023-06-30")
    assert (entry.standing, entry.owed, entry.credited) == (Standing.NOT_EXISTING, False, False)


def test_a_unit_closed_before_the_year_is_not_in_the_ledger():
    units = (a_district(), a_commune(exists_until="2022-12-31"))
    assert {entry.unit.id for entry in ledger(a_register(units=units), 2023, TODAY)} == {"hong-bang"}


def test_the_province_owes_nothing():
    city = Unit("hai-phong", Level.PROVINCE, None, UnitFile(id="hai-phong", name="Thành phố Hải Phòng", type="thành phố"))
    assert ledger(a_register(units=(city,)), 2023, TODAY) == ()


def test_a_predecessors_dialogue_is_not_credited_to_its_successor():
    old = a_commune("hong-bang/cu", "Phường Cũ", exists_until="2023-06-30", successors=["hong-bang/so-dau"])
    new = a_commune(exists_from="2023-07-01", predecessors=["hong-bang/cu"])
    register = a_register(a_held_dialogue(unit="hong-bang/cu", day="2023-03-10"), units=(a_district(), old, new))
    assert not any(entry.credited for entry in ledger(register, 2023, TODAY))


def test_two_a_year_are_not_reached_by_one():
    entry = entry_of(a_held_dialogue(), rules=rules_with(minimum=2))
    assert (entry.standing, entry.credited, entry.counted) == (Standing.BELOW_MINIMUM, False, 1)


def test_two_a_year_are_reached_by_two():
    entry = entry_of(a_held_dialogue("a"), a_held_dialogue("b", "2023-03-10"), rules=rules_with(minimum=2))
    assert (entry.credited, [dialogue.id for dialogue in entry.dialogues]) == (True, ["a", "b"])


def test_a_post_may_owe_more_or_less_than_its_level():
    rules = rules_with(minimum_of_post={"commune": {"party": 0, "government": 2}})
    government, party = (entry_of(a_held_dialogue(), post=post, rules=rules) for post in (Post.GOVERNMENT, Post.PARTY))
    assert (government.owed, government.minimum, government.standing) == (True, 2, Standing.BELOW_MINIMUM)
    assert (party.owed, party.credited) == (False, False)


def test_after_one_of_two_a_second_that_is_planned_is_the_news():
    planned = a_dialogue("b", an_announcement("2023-10-20"))
    assert standing_of(a_held_dialogue("a"), planned, rules=rules_with(minimum=2)) == Standing.SCHEDULED


def test_where_nothing_is_owed_nothing_is_credited():
    entry = entry_of(a_held_dialogue(), rules=rules_with(minimum=0))
    assert (entry.owed, entry.credited) == (False, False)


def test_a_dialogue_held_after_the_day_is_still_to_come_on_it():
    assert standing_of(a_held_dialogue(day="2023-08-15"), day=date(2023, 8, 14)) == Standing.SCHEDULED


def test_a_dialogue_held_on_the_day_counts_on_it():
    assert entry_of(a_held_dialogue(day="2023-08-15"), day=date(2023, 8, 15)).credited


@pytest.mark.parametrize("dialogue", [
    a_dialogue(registration=a_registration()), a_dialogue("a", an_announcement("2023-09-20"), postponed()),
])
def test_what_was_only_planned_is_not_held_once_the_year_is_over(dialogue):
    assert standing_of(dialogue, day=YEAR_END) == Standing.NOT_HELD


def test_what_nobody_reported_still_awaits_its_report_at_the_years_end():
    assert standing_of(a_dialogue("a", an_announcement("2023-09-20")), day=YEAR_END) == Standing.AWAITING_REPORT


def test_a_dialogue_of_the_years_last_day_may_still_be_held_on_it():
    assert standing_of(a_dialogue("a", an_announcement("2023-12-31")), day=YEAR_END) == Standing.SCHEDULED


def test_a_dialogue_moved_into_the_next_year_does_not_count_in_this_one():
    moved = a_dialogue("a", an_announcement("2023-12-28"), an_announcement("2024-01-10", "2023-12-20"))
    assert standing_of(moved, day=YEAR_END) == Standing.NOT_REGISTERED


def test_a_dialogue_held_on_no_known_day_is_credited_to_nobody():
    assert not entry_of(a_dialogue(held={"day_note": "Nguồn không ghi ngày"})).credited


def test_a_dialogue_held_on_no_known_day_is_not_told_as_still_to_come():
    assert standing_of(a_dialogue(held={"day_note": "Nguồn không ghi ngày"})) == Standing.UNKNOWN_DAY


def test_a_dialogue_held_after_the_years_last_cut_off_is_not_told_as_still_to_come():
    rules = some_rules(cutoffs={"annual_report": "2023-11-14", "year_end": "2023-12-15"})
    late = a_held_dialogue(day="2023-12-20")
    assert standing_of(late, day=date(2023, 12, 15), rules=rules) == Standing.NOT_HELD


def test_the_dialogue_behind_each_entry_is_named():
    assert [dialogue.id for dialogue in entry_of(a_held_dialogue("so-dau-dinh-ky", **DEPUTY)).dialogues] == ["so-dau-dinh-ky"]


def test_a_districts_dialogue_is_not_credited_to_its_communes():
    register = a_register(a_held_dialogue(unit="hong-bang"))
    assert {entry.unit.id for entry in ledger(register, 2023, TODAY) if entry.credited} == {"hong-bang"}
