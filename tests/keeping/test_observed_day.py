"""A day that is watched answers like any other, and names no day on which it would have answered otherwise."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.keeping.observed_day import ObservedDay
from generator.tables.json_files import head
from tests.builders import a_site

DAYS = some.dates(date(2021, 12, 1), date(2023, 2, 1))
QUESTIONS = (
    lambda day, other: day < other, lambda day, other: day <= other, lambda day, other: day > other,
    lambda day, other: day >= other, lambda day, other: day == other, lambda day, other: day != other,
    lambda day, other: other < day, lambda day, other: other <= day, lambda day, other: other > day,
    lambda day, other: other >= day, lambda day, other: other == day, lambda day, other: other != day,
    lambda day, other: min(day, other) == other, lambda day, other: max(other, day) == other,
    lambda day, other: day - timedelta(days=400) > other, lambda day, other: timedelta(days=9) + day <= other,
    lambda day, other: day.year, lambda day, other: (day + timedelta(days=40)).year,
    lambda day, other: day - other, lambda day, other: other - day, lambda day, other: day.month, lambda day, other: day.day,
    lambda day, other: f"{day:%d/%m}", lambda day, other: str(day), lambda day, other: day.isoformat(),
    lambda day, other: {day: 1}.get(other), lambda day, other: day.weekday(), lambda day, other: day.toordinal(),
    lambda day, other: pickle.loads(pickle.dumps(day)), lambda day, other: day.replace(day=1), lambda day, other: f"{day}",
    lambda day, other: sorted([other, day])[0] == other, lambda day, other: day == "2022-01-01", lambda day, other: day is None,
)


@settings(max_examples=500)
@given(DAYS, some.lists(some.tuples(some.sampled_from(QUESTIONS), DAYS), max_size=6))
def test_on_every_day_that_it_names_all_answers_are_the_same(day: date, asked: list):
    watched = ObservedDay(day)
    answers = [question(watched, other) for question, other in asked]
    assert answers == [question(day, other) for question, other in asked]
    same = watched.same
    assert same.first <= day.toordinal() <= same.last
    for ordinal in {same.first, same.last, *(other.toordinal() + by for _, other in asked for by in (-1, 0, 1))}:
        if same.first <= ordinal <= same.last and 400 < ordinal < date.max.toordinal() - 400:
            assert [question(date.fromordinal(ordinal), other) for question, other in asked] == answers


@pytest.mark.parametrize(("question", "first", "last"), [
    (lambda day: day > date(2022, 5, 1), date(2022, 5, 2), date.max),
    (lambda day: day <= date(2022, 7, 9), date.min, date(2022, 7, 9)),
    (lambda day: day - timedelta(days=10) < date(2022, 7, 1), date.min, date(2022, 7, 10)),
    (lambda day: day.year, date(2022, 1, 1), date(2022, 12, 31)),
    (lambda day: day.month, date(2022, 6, 15), date(2022, 6, 15)),
    (lambda day: None, date.min, date.max),
])
def test_it_names_no_fewer_days_than_an_answer_needs(question, first: date, last: date):
    watched = ObservedDay(date(2022, 6, 15))
    question(watched)
    assert (watched.same.first, watched.same.last) == (first.toordinal(), last.toordinal())
    assert watched.same.without_end == (last == date.max)


def test_a_file_that_says_its_day_is_of_that_day_alone():
    watched = ObservedDay(date(2023, 9, 15))
    head(replace(a_site(), today=watched), "dialogues", "Các cuộc đối thoại", None)
    assert not watched.same.without_end
