"""A year as a strip of weeks: each bar as high as its week had dialogues, one kind upon the other."""

from __future__ import annotations

import re
from datetime import date

from generator.site.stacked_bars import BOTTOM, TOP
from generator.site.week_strip import week_strip

TODAY = date(2023, 9, 15)


def bars(path: str) -> list[tuple[float, float, float]]:
    """Where each begins across, its foot, its top."""
    return [tuple(map(float, bar)) for bar in re.findall(r"M(\d+) (\d+)V(\d+)", path)]


def test_the_fullest_week_reaches_the_top():
    strip = week_strip(2023, {"held": [date(2023, 3, 6), date(2023, 3, 12), date(2023, 3, 13)]}, TODAY)
    (_, foot, high), (_, _, low) = bars(strip.parts["held"])
    assert (foot, high, low) == (BOTTOM, TOP, (BOTTOM + TOP) / 2)
    assert [tick.label for tick in strip.counts] == ["0", "2"]


def test_kinds_of_one_week_stand_upon_each_other():
    strip = week_strip(2023, {"held": [date(2023, 9, 12)], "coming": [date(2023, 9, 16)]}, TODAY)
    [(at, _, top)], [(above_at, above_foot, _)] = bars(strip.parts["held"]), bars(strip.parts["coming"])
    assert (above_at, above_foot) == (at, top)


def test_a_day_of_another_year_is_not_drawn():
    assert week_strip(2023, {"held": [date(2022, 12, 31), date(2024, 1, 1)]}, TODAY) is None


def test_the_first_days_of_a_year_that_begins_on_a_sunday_have_their_own_bar():
    strip = week_strip(2023, {"held": [date(2023, 1, 1), date(2023, 1, 2)]}, TODAY)
    assert len(bars(strip.parts["held"])) == 2
