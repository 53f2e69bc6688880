"""The geometry of upright bars side by side, each of parts one upon the other, in the units of an SVG's viewBox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Mapping, Sequence

from generator.site.charts import Tick

WIDTH, HEIGHT = 480, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 470, 24, 160
_BAR_WIDTH = 0.8
"""As a share of the bar's place, the rest of which is left free."""


@dataclass(frozen=True)
class StackedBars:
    """What a template needs to draw: for each name of a part one SVG path that holds it of every bar, in bars from the left
    edge across, each ``wide`` units. ``counts`` are labels of the upright axis; ``mark`` is an upright line, None for none."""

    parts: Mapping[str, str]
    ticks: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    mark: float | None
    wide: float
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM
    blaming: frozenset[str] = frozenset()
    """Parts whose names say that somebody has not reported. ``age.js`` calls them otherwise on a page that was not built again
    for days: there a report could not show."""


def stacked_bars(
    bars: Sequence[Mapping[str, int]], ticks: Iterable[tuple[float, str]], mark: float | None = None
) -> StackedBars | None:
    """Each of ``bars`` holds counts by the names of its parts, the lowest first, the same names in each. ``ticks`` and ``mark``
    stand at a number of bars from the left. None where nothing is to be drawn."""
    most = max((sum(bar.values()) for bar in bars), default=0)
    if not most:
        return None
    wide = (RIGHT - LEFT) / len(bars)
    paths: dict[str, list[str]] = {name: [] for name in bars[0]}
    for place, bar in enumerate(bars):
        below = 0
        for name, count in bar.items():
            if count:
                foot, top = _up(below, most), _up(below + count, most)
                paths[name].append(f"M{place} {foot}V{top}h{_BAR_WIDTH}V{foot}z")
                below += count
    return StackedBars(
        parts={name: "".join(own) for name, own in paths.items() if own},
        ticks=tuple(Tick(round(LEFT + wide * at), label) for at, label in ticks),
        counts=(Tick(BOTTOM, "0"), Tick(TOP, str(most))),
        mark=None if mark is None else round(LEFT + wide * mark),
        wide=round(wide, 3),
    )


def _up(count: int, most: int) -> int:
    """In whole units, which keeps a drawing of many bars short."""
    return round(BOTTOM - (BOTTOM - TOP) * count / most)
