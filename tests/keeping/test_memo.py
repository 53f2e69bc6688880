"""What is worked out once stands beside what it is about, and goes with it."""

from __future__ import annotations

import gc
import sys
import weakref
from dataclasses import dataclass, replace

import pytest

from generator.keeping import memo
from generator.keeping.memo import once


@dataclass(frozen=True)
class Fact:
    number: int


def test_it_is_worked_out_once_for_each_thing_and_not_for_its_equals():
    asked: list[int] = []

    @once
    def doubled(fact: Fact) -> int:
        asked.append(fact.number)
        return fact.number * 2

    fact, equal = Fact(2), Fact(2)
    assert [doubled(fact), doubled(fact), doubled(equal), doubled(replace(fact, number=3)), doubled(fact)] == [4, 4, 4, 6, 4]
    assert asked == [2, 2, 3]


def test_two_questions_of_one_name_do_not_answer_for_each_other():
    questions = [once(lambda fact, by=by: fact.number * by) for by in (2, 3)]
    fact = Fact(5)
    assert [question(fact) for question in questions * 2] == [10, 15, 10, 15]


def test_an_answer_that_is_nothing_is_worked_out_once_too():
    asked: list[Fact] = []
    nothing = once(lambda fact: asked.append(fact))
    fact = Fact(1)
    assert (nothing(fact), nothing(fact), len(asked)) == (None, None, 1)


def test_answers_go_with_what_they_are_about():
    answered = once(lambda fact: Fact(fact.number))
    gc.collect()  # of what other tests have left
    before, fact = len(memo._SUBJECTS), Fact(1)
    answer = weakref.ref(answered(fact))
    assert answer() is not None and len(memo._SUBJECTS) == before + 1
    del fact
    gc.collect()
    assert answer() is None and len(memo._SUBJECTS) == before


def test_what_goes_after_the_module_when_a_program_ends_does_so_in_silence(monkeypatch: pytest.MonkeyPatch):
    told: list[object] = []
    fact = Fact(1)
    once(lambda fact: fact.number)(fact)
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    for name in ("_ANSWERS", "_SUBJECTS"):  # as Python leaves a module that it takes apart
        monkeypatch.setattr(memo, name, None)
    del fact
    gc.collect()
    assert not told
