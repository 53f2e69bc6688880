"""What is worked out of some dialogues holds for as many days as every answer that it asked of the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.keeping.kept_results import MANY, RUN_LENGTH_OF_PRESENT, Dialogues, KeptResults, runs
from generator.keeping.observed_day import ObservedDay
from generator.keeping.store import Store

TURN = date(2023, 9, 20)


@pytest.fixture
def made_on(tmp_path: Path):
    """What is made of one group on a day, with what was kept of days before; and how often it was made so far."""
    asked: list[str] = []

    def make(group: Dialogues, today: ObservedDay) -> str:
        asked.append(*group)
        return "past" if today > TURN else "to come"

    def on(day: date) -> tuple[str, int]:
        kept = KeptResults(Store(tmp_path), lambda ids: b"of " + ids[0].encode(), day, b"")
        return kept.made_of_each("states", [["x"]], make)[0], len(asked)

    return on


def test_it_is_made_once_for_all_days_on_which_it_is_the_same(made_on):
    assert [made_on(date(2023, 9, day)) for day in (15, 16, 20)] == [("to come", 1)] * 3


def test_it_is_made_again_on_the_day_that_turns_it_and_on_the_way_back(made_on):
    assert [made_on(day) for day in (TURN, date(2023, 9, 21), TURN)] == [("to come", 1), ("past", 2), ("to come", 3)]


def test_what_no_dialogue_and_no_day_shows_in_is_made_again_when_anything_else_has_changed(tmp_path):
    asked: list[bytes] = []

    def made(rest: bytes, day: date) -> str:
        kept = KeptResults(Store(tmp_path), lambda ids: b"", day, rest)
        return kept.made_beside_dialogues("zone", lambda: asked.append(rest) or f"{rest!r} made")

    days = date(2023, 9, 15), date(2023, 9, 16)
    assert [made(rest, day) for rest in (b"one", b"other") for day in days] == ["b'one' made"] * 2 + ["b'other' made"] * 2
    assert asked == [b"one", b"other"]


def test_what_is_made_beside_something_else_is_made_again(tmp_path):
    def made(beside: bytes) -> bytes:
        return KeptResults(Store(tmp_path), lambda ids: b"", date(2023, 9, 15), b"rest").made_beside_dialogues("zone", lambda: beside, beside)

    assert [made(beside) for beside in (b"", b"units", b"more units")] == [b"", b"units", b"more units"]


def test_what_another_version_of_the_program_has_kept_is_not_even_read(tmp_path, monkeypatch):
    """It may be of a class that this one has no more."""
    class Gone:
        pass

    def made(rest: bytes, value: object) -> object:
        return KeptResults(Store(tmp_path), lambda ids: b"", date(2023, 9, 15), rest).made_beside_dialogues("zone", lambda: value)

    Gone.__qualname__ = "Gone"
    with monkeypatch.context() as patched:
        patched.setitem(globals(), "Gone", Gone)  # where a pickle looks for it
        made(b"one version", Gone())
    assert made(b"the next one", "made anew") == "made anew"


@pytest.mark.parametrize("number, length, least, most", [
    (MANY - 1, None, 32, 128), (MANY, None, 128, 512), (MANY, RUN_LENGTH_OF_PRESENT, 8, 32),
], ids=["few", "many", "many of the present year"])
def test_a_run_of_few_dialogues_or_of_the_present_year_is_shorter(number, length, least, most):
    ids = [f"d{place}" for place in range(number)]
    found = list(runs(ids, length))
    assert [id for run in found for id in run] == ids and least < number / len(found) < most


def test_the_fingerprint_of_results_is_another_only_where_a_result_is(tmp_path):
    def found(key: bytes, result: list[str]) -> bytes:
        kept = KeptResults(Store(tmp_path), lambda ids: key, date(2023, 9, 15), b"")
        return kept.fingerprint_of_each("terms", [["x"]], lambda group, today: result)

    assert found(b"one record", ["a", "b"]) == found(b"another", ["a", "b"]) != found(b"a third", ["a", "c"])
