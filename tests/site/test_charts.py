"""The pace chart: where in the drawing a count on a day stands; and the bar of what is done and what is not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Sequence

import pytest

from generator.consequences.progress import Pace, PacePoint, Share
from generator.model import Dialogue
from generator.site.charts import BOTTOM, LEFT, LETTER, RIGHT, TOP, BarPart, PaceChart, pace_chart, progress_bar
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


def bar_of(*dialogues: Dialogue) -> list[BarPart]:
    units = [a_district(), *(a_commune(f"hong-bang/{name}", f"Phường {name}") for name in "abcdef")]
    return list(progress_bar(a_site(*dialogues, units=units).progress(2023)))


MANY = [
    a_held_dialogue("a", unit="hong-bang/a"), a_dialogue("b", an_announcement(), unit="hong-bang/b"),
    a_held_dialogue("c", unit="hong-bang/c", presided_by=[{"post": "party", "deputy": True}]),
    a_held_dialogue("d", unit="hong-bang/d", kind="thematic"), a_dialogue("e", an_announcement(), cancelled(), unit="hong-bang/e"),
]


def test_each_part_of_the_bar_has_a_letter_of_its_own_in_their_order():
    parts = bar_of(*MANY)
    assert len({part.standing for part in parts}) == len(parts) >= 5
    assert "".join(part.letter for part in parts) == "ABCDEFGH"[:len(parts)]


def test_where_nobody_owes_there_is_no_bar():
    assert progress_bar(a_site(units=[a_district(exists_from="2024-01-01")]).progress(2023)) == ()


def test_a_letter_stands_over_its_part_where_there_is_room():
    assert [part.letter_at for part in bar_of(MANY[0])] == [71, 571]


@pytest.mark.parametrize("narrow", [1, 999])
def test_letters_of_narrow_parts_stand_beside_each_other_and_over_the_bar(narrow):
    units = [a_commune(f"hong-bang/{number}", f"Phường {number}") for number in range(100)]
    done = [a_held_dialogue(f"h{number}", unit=unit.id) for number, unit in enumerate(units[:narrow]) if number < 95]
    others = [dialogue.model_copy(update={"unit": f"hong-bang/{96 + at}"}) for at, dialogue in enumerate(MANY[1:4])]
    parts = progress_bar(a_site(*done, *others, units=[a_district(), *units]).progress(2023))
    middles = [part.letter_at for part in parts]
    assert len(parts) >= 4 and min(after - before for before, after in pairwise(middles)) >= LETTER
    assert middles[0] >= LETTER // 2 and middles[-1] <= 1000 - LETTER // 2
