"""The geometry of the charts: counts through a year, and parts of a whole, in the units of an SVG's viewBox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from string import ascii_uppercase
from typing import Iterable, Mapping, Sequence

from generator.consequences.missing import missing_by_standing
from generator.consequences.progress import Pace, Progress
from generator.consequences.standings import Standing

WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 58, 470, 56, 270
"""The plot's edges: left of it stand counts of up to four digits as a phone writes them, above it the legend and the
numbers of the gates, below it the months."""


@dataclass(frozen=True)
class Tick:
    """A label at a distance along an axis."""

    at: float
    label: str


@dataclass(frozen=True)
class PaceChart:
    """What a template needs to draw; every number is in viewBox units, rounded to a tenth.

    Lines are SVG ``points`` texts; ``even`` is the pace of time itself, from nothing on the first day to all that is
    owed on the last. ``gates`` are numbered in the order given.
    """

    registered: str
    announced: str
    held: str
    even: str
    months: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    gates: tuple[Tick, ...]
    today: float
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM


def pace_chart(pace: Pace, first_day: date, last_day: date, gates: Iterable[date]) -> PaceChart | None:
    """None when no post owes anything: there is no scale to draw on. ``first_day`` is before ``last_day``."""
    if not pace.owed:
        return None
    owed = max(pace.owed, *(point.owed for point in pace.points))
    days = (last_day - first_day).days

    def across(day: date) -> float:
        inside = min(max((day - first_day).days, 0), days)
        return round(LEFT + (RIGHT - LEFT) * inside / days, 1)

    def up(count: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * count / owed, 1)

    def line(counts: Iterable[int]) -> str:
        return " ".join(f"{across(point.day)},{up(count)}" for point, count in zip(pace.points, counts, strict=True))

    first_days = [date(first_day.year, month, 1) for month in range(1, 13)]
    return PaceChart(
        registered=line(point.registered for point in pace.points),
        announced=line(point.announced for point in pace.points),
        held=line(point.held for point in pace.points),
        even=f"{LEFT},{BOTTOM} {RIGHT},{TOP}",
        months=tuple(Tick(across(day), str(day.month)) for day in first_days if first_day <= day <= last_day),
        counts=tuple(Tick(up(count), str(count)) for count in sorted({0, owed // 2, owed})),
        gates=tuple(Tick(across(day), str(number)) for number, day in enumerate(gates, start=1)),
        today=across(pace.points[-1].day),
    )


LETTER = 36
"""The width that a letter takes of a bar of 1000 on a phone, with the space after it."""


@dataclass(frozen=True)
class BarPart:
    """Posts of one standing as a part of a bar of width 1000; whoever is credited, however, has that of ``CREDITED``.
    ``letter_at`` is the middle of the letter that names the part, above it or beside it where it is too narrow for one."""

    standing: Standing
    count: int
    at: int
    width: int
    letter: str
    letter_at: int


def progress_bar(progress: Progress) -> tuple[BarPart, ...]:
    """What is done, then what the missing ones are; empty where nobody owes anything."""
    counts: Mapping[Standing, int] = {
        Standing.CREDITED: progress.total.done, **missing_by_standing(progress.entries),
    }
    there = [(standing, count) for standing, count in counts.items() if count]
    reached = accumulate(count for _, count in there)
    ends = [0, *(round(1000 * posts / progress.total.owed) for posts in reached)]
    places = list(pairwise(ends))
    middles = _apart([(start + end) // 2 for start, end in places])
    return tuple(
        BarPart(standing, count, start, end - start, letter, middle)
        for (standing, count), (start, end), middle, letter in zip(there, places, middles, ascii_uppercase, strict=False)
    )


def _apart(middles: Sequence[int]) -> list[int]:
    """Each as near to its own place as the letters beside it and the ends of the bar leave room for."""
    found: list[int] = []
    for middle in middles:
        found.append(max(middle, found[-1] + LETTER if found else LETTER // 2))
    last = 1000 - LETTER // 2
    return [min(middle, last - LETTER * after) for middle, after in zip(found, range(len(found) - 1, -1, -1), strict=True)]
