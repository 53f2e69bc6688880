"""The pace chart: where in the drawing a count on a day stands; and the bar of what is done and what is not."""

from __future__ import annotations

from datetime import date
from typing import Sequence

import pytest

from generator.consequences.progress import Pace, PacePoint, Share
from generator.model import Dialogue
from generator.site.charts import BOTTOM, LEFT, RIGHT, TOP, Bar, PaceChart, pace_chart, progress_bar
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.record_parts import an_announcement, cancelled

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


def a_chart(*points: PacePoint, owed: int = 10, gates: Sequence[date] = ()) -> PaceChart | None:
    points = points or (PacePoint(date(2023, 9, 15), 8, 6, 4, owed),)
    return pace_chart(Pace(points, owed, Share(258, 365)), FIRST, LAST, gates)


def test_nothing_is_drawn_when_nobody_owes():
    assert a_chart(owed=0) is None


def test_all_held_on_the_last_day_is_the_upper_right_corner():
    assert a_chart(PacePoint(LAST, 10, 10, 10, 10)).held == f"{float(RIGHT)},{float(TOP)}"


def test_none_held_on_the_first_day_is_the_lower_left_corner():
    assert a_chart(PacePoint(FIRST, 0, 0, 0, 10)).held == f"{float(LEFT)},{float(BOTTOM)}"


@pytest.mark.parametrize("line, count", [("registered", 8), ("announced", 6), ("held", 4)])
def test_each_line_stands_at_its_own_count(line, count):
    _, _, height = getattr(a_chart(), line).partition(",")
    assert float(height) == pytest.approx(BOTTOM - (BOTTOM - TOP) * count / 10, abs=0.05)


def test_a_line_has_a_point_for_each_day_known():
    days = [date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 15)]
    assert len(a_chart(*(PacePoint(day, 3, 2, 1, 10) for day in days)).held.split()) == 3


def test_gates_are_numbered_in_the_order_given():
    gates = a_chart(gates=[date(2023, 3, 1), date(2023, 3, 15)]).gates
    assert [gate.label for gate in gates] == ["1", "2"]


def test_a_gate_after_the_year_stands_at_its_end():
    assert a_chart(gates=[date(2024, 1, 15)]).gates[0].at == RIGHT


@pytest.mark.parametrize("owed, labels", [(464, ["0", "232", "464"]), (1, ["0", "1"])])
def test_the_scale_runs_from_none_to_all_that_is_owed(owed, labels):
    assert [tick.label for tick in a_chart(owed=owed).counts] == labels


def test_the_scale_reaches_the_most_that_were_ever_owed():
    chart = a_chart(PacePoint(date(2023, 6, 30), 9, 6, 4, 20), PacePoint(date(2023, 9, 15), 8, 6, 4, 10))
    assert [tick.label for tick in chart.counts] == ["0", "10", "20"]


def test_every_month_has_its_place():
    assert [month.label for month in a_chart().months] == [str(month) for month in range(1, 13)]


def bar_of(*dialogues: Dialogue, others: int = 6) -> Bar:
    units = [a_district(), *(a_commune(f"hong-bang/{number}", f"Phường {number}") for number in range(others))]
    return progress_bar(a_site(*dialogues, units=units).progress(2023))


MANY = [
    a_held_dialogue("a", unit="hong-bang/0"), a_dialogue("b", an_announcement(), unit="hong-bang/1"),
    a_held_dialogue("c", unit="hong-bang/2", presided_by=[{"post": "party", "deputy": True}]),
    a_held_dialogue("d", unit="hong-bang/3", kind="thematic"), a_dialogue("e", an_announcement(), cancelled(), unit="hong-bang/4"),
]


def test_each_part_of_the_bar_has_a_letter_over_it_in_their_order():
    bar = bar_of(*MANY)
    assert len(bar.parts) >= 6 and [label.text for label in bar.labels] == list("ABCDEFGH"[:len(bar.parts)])
    assert all(part.at < label.at < part.at + part.width for part, label in zip(bar.parts, bar.labels, strict=True))


def test_parts_too_narrow_for_letters_have_their_first_and_last_over_all_of_them():
    """Of 202 posts two are done, two have a day, and so on; the rest, the last part, is not registered."""
    bar = bar_of(*MANY, others=100)
    narrow = bar.parts[:-1]
    assert [label.text for label in bar.labels] == [f"A–{'ABCDEFGH'[len(narrow) - 1]}", "ABCDEFGH"[len(narrow)]]
    assert abs(bar.labels[0].at - narrow[-1].at // 2) <= 36


@pytest.mark.parametrize("first", [True, False])
def test_no_label_stands_on_another_or_beyond_the_bar(first):
    """Narrow parts at the one end or at the other."""
    held = [] if first else [a_held_dialogue(f"h{number}", unit=f"hong-bang/{number}") for number in range(5, 100)]
    labels = bar_of(*MANY[1:], *held, others=100).labels
    halves = [14 if len(label.text) == 1 else 36 for label in labels]
    starts, ends = [label.at - half for label, half in zip(labels, halves, strict=True)], [label.at + half for label, half in zip(labels, halves, strict=True)]
    assert starts[0] >= 0 and ends[-1] <= 1000 and all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_where_nobody_owes_there_is_no_bar():
    assert progress_bar(a_site(units=[a_district(exists_from="2024-01-01")]).progress(2023)) == Bar((), ())


def test_a_part_that_is_alone_has_its_letter_in_the_middle():
    assert [(label.text, label.at) for label in bar_of().labels] == [("A", 500)]
