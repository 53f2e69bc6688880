"""n of N at every level, on every day, and never a percent too many."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.ledger import missing_by_standing
from generator.consequences.progress import PacePoint, Share, pace, progress
from generator.consequences.snapshot import Snapshot
from generator.consequences.standings import Standing
from generator.keeping.observed_day import ObservedDay
from generator.model import Level, Post
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_register, a_site, some_rules
from tests.record_parts import a_registration, an_announcement, cancelled

ANNUAL_REPORT, YEAR_END = date(2023, 11, 14), date(2023, 12, 31)


@pytest.mark.parametrize(("done", "owed", "percent"), [(463, 464, 99), (464, 464, 100), (0, 464, 0), (2, 3, 66), (0, 0, None)])
def test_percent_rounds_down_so_that_100_means_every_last_one(done, owed, percent):
    assert Share(done, owed).percent == percent


def test_what_remains_is_told():
    assert Share(12, 15).remaining == 3


def two_districts():
    return (
        a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý"),
        a_district("bach-long-vi", "Huyện Bạch Long Vĩ"),
    )


def test_each_unit_owes_for_each_of_its_posts():
    assert progress(a_register(units=two_districts()), 2023, TODAY).total == Share(0, 8)


def test_figures_are_told_by_level_and_post():
    register = a_register(a_held_dialogue(presided_by=["government"]), units=two_districts())
    figures = progress(register, 2023, TODAY)
    assert (figures.by_level, figures.by_post, figures.by_level_and_post[Level.COMMUNE, Post.GOVERNMENT]) == (
        {Level.DISTRICT: Share(0, 4), Level.COMMUNE: Share(1, 4)},
        {Post.PARTY: Share(0, 4), Post.GOVERNMENT: Share(1, 4)}, Share(1, 2),
    )


def test_a_part_shares_the_figures_of_the_whole_where_it_has_all_its_units_and_all_that_counts_and_nowhere_else():
    register, day = a_register(a_held_dialogue(presided_by=["government"]), units=two_districts()), ObservedDay(TODAY)
    whole = Snapshot(register, day)
    of_year, of_none = whole.of_year(2023, register.dialogues, day), whole.of_no_dialogue(day)
    of_another = whole.of_districts((register.units["bach-long-vi"],), {}, day)
    figures = whole.progress(2023)
    assert of_year.progress(2023) is figures and of_year.pace(figures) is whole.pace(figures)
    assert [part.progress(2023).total for part in (whole, of_none, of_another)] == [Share(1, 8), Share(0, 8), Share(0, 2)]


def test_what_the_missing_ones_are_adds_up_to_what_is_missing():
    register = a_register(
        a_held_dialogue(presided_by=["party"]), a_dialogue("b", an_announcement("2023-09-20"), presided_by=["government"]),
        units=two_districts(),
    )
    figures = progress(register, 2023, TODAY)
    missing = missing_by_standing(figures.entries)
    assert list(missing.items()) == [(Standing.SCHEDULED, 1), (Standing.NOT_REGISTERED, 6)]
    assert sum(missing.values()) == figures.total.remaining


def test_what_nobody_owes_is_not_missing():
    target = {"posts": ["party", "government"], "minimum": {"district": 1, "commune": 0}, "basis": "guidance"}
    figures = progress(a_register(units=two_districts(), rules=[some_rules(target=target)]), 2023, TODAY)
    assert missing_by_standing(figures.entries) == {Standing.NOT_REGISTERED: 4} and figures.total == Share(0, 4)


def test_a_district_is_shown_with_its_communes_and_one_without_communes_owes_for_itself():
    register = a_register(a_held_dialogue(), a_held_dialogue("b", unit="hong-bang"), units=two_districts())
    assert [(row.district.id, row.own, row.communes, row.total) for row in progress(register, 2023, TODAY).districts] == [
        ("hong-bang", Share(2, 2), Share(2, 4), Share(4, 6)), ("bach-long-vi", Share(0, 2), Share(0, 0), Share(0, 2)),
    ]


def test_the_districts_add_up_to_the_total_though_one_is_gone_and_its_communes_still_stand():
    units = (a_district(exists_until="2022-12-31"), a_commune(), a_district("bach-long-vi", "Huyện Bạch Long Vĩ"))
    figures = progress(a_register(units=units), 2023, TODAY)
    assert sum(row.total.owed for row in figures.districts) == figures.total.owed == 4


def test_the_denominator_is_a_function_of_the_day():
    closed = a_commune("hong-bang/cu", "Phường Cũ", exists_until="2023-06-30")
    register = a_register(units=(*two_districts(), closed))
    assert [progress(register, 2023, day).total.owed for day in (date(2023, 6, 30), date(2023, 7, 1))] == [10, 8]


def test_the_two_cut_offs_tell_two_figures():
    register = a_register(a_held_dialogue(day="2023-10-10"), a_held_dialogue("b", "2023-12-05", unit="hong-bang"))
    assert [progress(register, 2023, day).total for day in (ANNUAL_REPORT, YEAR_END)] == [Share(2, 4), Share(4, 4)]


def test_the_site_never_counts_beyond_the_years_last_day():
    site = a_site(a_held_dialogue(), today=date(2024, 3, 1))
    assert site.progress(2023).day == YEAR_END


def test_a_vacant_post_that_owes_nothing_leaves_the_denominator():
    target = {"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "guidance", "vacant_post_owes": False}
    vacant = a_commune(vacancies=[{"post": "party", "vacant_from": "2023-01-01"}])
    register = a_register(units=(a_district(), vacant), rules=[some_rules(target=target)])
    assert progress(register, 2023, TODAY).total == Share(0, 1)


def test_a_thematic_dialogue_never_counts():
    assert progress(a_register(a_held_dialogue(kind="thematic")), 2023, TODAY).total == Share(0, 4)


def points_of(*dialogues, day=date(2023, 4, 10), **register):
    return {point.day: point for point in pace_on(day, a_register(*dialogues, **register)).points}


def pace_on(day, register):
    return pace(register, progress(register, 2023, day))


def test_the_pace_has_a_point_at_each_months_end_and_one_today():
    assert list(points_of()) == [date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 10)]


def test_the_pace_of_a_day_that_ends_a_month_has_one_point_for_it():
    assert list(points_of(day=date(2023, 2, 28))) == [date(2023, 1, 31), date(2023, 2, 28)]


def test_the_pace_counts_posts_as_they_were_registered_announced_and_held():
    held = a_dialogue("a", an_announcement("2023-04-05", "2023-03-10"), registration=a_registration("2023-04", "2023-02-20"), held={})
    points = points_of(held)
    assert [(point.registered, point.announced, point.held) for point in points.values()] == [
        (0, 0, 0), (2, 0, 0), (2, 2, 0), (2, 2, 2)
    ]


def test_a_dialogue_held_without_a_registration_counts_as_registered_and_announced_from_then():
    held = a_dialogue("a", held={"day": "2023-03-20"})
    assert points_of(held)[date(2023, 3, 31)] == PacePoint(date(2023, 3, 31), 2, 2, 2, 4)


def test_a_cancellation_alone_announces_nothing():
    dropped = a_dialogue("a", cancelled("2023-03-05"), registration=a_registration("2023-04", "2023-02-20"))
    assert points_of(dropped)[date(2023, 4, 10)] == PacePoint(date(2023, 4, 10), 2, 0, 0, 4)


def test_the_pace_of_two_a_year_counts_from_the_second():
    target = {"posts": ["party"], "minimum": {"commune": 2}, "basis": "guidance"}
    held = (a_held_dialogue("a", "2023-02-10"), a_held_dialogue("b", "2023-04-02"))
    points = points_of(*held, rules=[some_rules(target=target)])
    assert [point.held for point in points.values()] == [0, 0, 0, 1]


def test_the_pace_counts_the_posts_owed_on_each_points_own_day():
    closed = a_commune("hong-bang/cu", "Phường Cũ", exists_until="2023-02-10")
    held = a_held_dialogue("a", "2023-01-20", unit="hong-bang/cu")
    points = points_of(held, units=(a_district(), a_commune(), closed), day=date(2023, 3, 15))
    assert [(point.held, point.owed) for point in points.values()] == [(2, 6), (0, 4), (0, 4)]


def test_the_pace_ends_where_progress_stands():
    register = a_register(a_held_dialogue(), a_held_dialogue("b", unit="hong-bang", presided_by=["party"]))
    assert pace_on(TODAY, register).points[-1].held == progress(register, 2023, TODAY).total.done == 3


def test_the_time_used_is_told_in_days_of_the_year():
    assert pace_on(date(2023, 1, 31), a_register()).time_used == Share(31, 365)


def test_the_whole_year_is_used_at_its_end():
    assert pace_on(YEAR_END, a_register()).time_used.percent == 100
