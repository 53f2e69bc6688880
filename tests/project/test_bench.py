"""What a bench says of its own run, and of the run before it on the same machine."""

from __future__ import annotations

from pathlib import Path

from bench.runs import Result
from bench.stored import store, told_beside_stored
from bench.tables import table


def a_result(name: str, *seconds: float) -> Result:
    return Result(name, seconds, seconds, 0, 0, 0)


def test_a_measure_that_took_longer_than_in_the_stored_run_is_told_though_the_machine_was_slower_for_all(tmp_path: Path):
    store([a_result("Hugo", 1.0), a_result("all", 3.0), a_result("check", 2.0)], tmp_path / "stored.json")
    now = [a_result("Hugo", 2.0), a_result("all", 6.1), a_result("check", 5.0)]
    assert list(told_beside_stored(now, "Hugo", tmp_path / "stored.json")) == [
        "check: slower than in the stored run, 1.25 × its seconds of processor beside Hugo",
    ]


def test_a_first_run_is_compared_with_nothing(tmp_path: Path):
    assert list(told_beside_stored([a_result("Hugo", 1.0)], "Hugo", tmp_path / "stored.json")) == []


def test_the_measures_that_were_too_noisy_are_named():
    results = [a_result("Hugo", 1.0, 1.1), a_result("alike", 2.0, 2.1), a_result("all", 3.0, 4.5), a_result("check", 2.0, 2.2)]
    assert "differ by more than a third: all." in table(1_000, results, beside=("Hugo", "alike"))
