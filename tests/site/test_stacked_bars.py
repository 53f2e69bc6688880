"""Bars of parts: the highest reaches the top, parts stand upon each other, and nothing counted is nothing drawn."""

from __future__ import annotations

from generator.site.stacked_bars import BOTTOM, TOP, stacked_bars


def test_parts_stand_upon_each_other_and_the_highest_bar_reaches_the_top():
    half = (TOP + BOTTOM) // 2
    drawn = stacked_bars([{"done": 2, "left": 2}, {"done": 0, "left": 2}], [])
    assert drawn.parts["done"] == f"M0 {BOTTOM}V{half}h0.8V{BOTTOM}z"
    assert drawn.parts["left"] == f"M0 {half}V{TOP}h0.8V{half}zM1 {BOTTOM}V{half}h0.8V{BOTTOM}z"


def test_a_part_that_no_bar_has_is_not_drawn():
    assert list(stacked_bars([{"done": 1, "left": 0}], []).parts) == ["done"]


def test_nothing_counted_is_no_picture():
    assert stacked_bars([{"done": 0}], []) is None and stacked_bars([], []) is None
