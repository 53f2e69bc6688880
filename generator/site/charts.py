"""The geometry of the charts: counts through a year, and parts of a whole, in the units of an SVG's viewBox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from string import ascii_uppercase
from typing import Iterable, Iterator, Mapping, NamedTuple, Sequence

from generator.consequences.ledger import missing_by_standing
from generator.consequences.progress import Pace, Progress
from generator.consequences.standings import Standing

WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 58, 470, 56, 270
"""The plot's edges: left of it stand counts of up to four digits as a phone writes them, above it the legend and the
numbers of the gates, below it the months."""


class Tick(NamedTuple):
    """A label at a distance along an axis."""

    at: float
    label: str


class PaceChart(NamedTuple):
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


_LETTER, _RANGE, _NARROW = 28, 72, 20
"""Of a bar of width 1000 on a phone: what "A" and "A–D" take of the line above it, and a part too narrow for its letter."""


@dataclass(frozen=True)
class BarPart:
    """Posts of one standing as a part of a bar of width 1000; whoever is credited, however, has that of ``CREDITED``. The
    first part is A, the next B."""

    standing: Standing
    count: int
    at: int
    width: int


class BarLabel(NamedTuple):
    """The letter of a part, or the first and the last of narrow parts side by side; ``at`` is its middle."""

    text: str
    at: int


class Bar(NamedTuple):
    parts: tuple[BarPart, ...]
    labels: tuple[BarLabel, ...]


def progress_bar(progress: Progress) -> Bar:
    """What is done, then what the missing ones are; empty where nobody owes anything."""
    counts: Mapping[Standing, int] = {
        Standing.CREDITED: progress.total.done, **missing_by_standing(progress.entries),
    }
    parts: list[BarPart] = []
    before = 0
    for standing, count in counts.items():
        if count:
            at, end = (round(1000 * reached / progress.total.owed) for reached in (before, before + count))
            parts.append(BarPart(standing, count, at, end - at))
        before += count
    return Bar(tuple(parts), tuple(_labels(parts)))


def _labels(parts: Sequence[BarPart]) -> Iterator[BarLabel]:
    """Over their parts, no further aside than the labels beside them and the ends of the bar ask for."""
    runs: list[list[int]] = []
    for place, part in enumerate(parts):
        is_narrow = part.width < _NARROW
        if is_narrow and runs and parts[runs[-1][-1]].width < _NARROW:
            runs[-1].append(place)
        else:
            runs.append([place])
    widths = [_LETTER if len(run) == 1 else _RANGE for run in runs]
    ends = [0, *accumulate(widths)]
    found = 0
    for run, width, start in zip(runs, widths, ends, strict=False):
        first, last = parts[run[0]], parts[run[-1]]
        left = (first.at + last.at + last.width - width) // 2
        left = max(found, min(left, 1000 - ends[-1] + start))
        letters = sorted({ascii_uppercase[run[0]], ascii_uppercase[run[-1]]})
        yield BarLabel("–".join(letters), left + width // 2)
        found = left + width
