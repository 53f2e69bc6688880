"""The geometry of a map of tiles: a square for each unit, placed about as they lie, by the places in their records."""

from __future__ import annotations

from typing import Iterable, NamedTuple

from generator.consequences.progress import Share
from generator.model import Unit, UnitFile

SIDE = 100
"""Of a tile with the gap beside it, in the units of the SVG's viewBox."""
GRADES = 4
"""The shade of a tile is its share in so many parts, rounded down: the last is for every last one."""


class MapTile(NamedTuple):
    """``lines`` are the unit's name without its type; ``grade`` is 0 to ``GRADES``, None where nothing is owed."""

    x: int
    y: int
    lines: tuple[str, ...]
    share: Share
    grade: int | None


class TileMap(NamedTuple):
    """``absent`` are names of units whose records have no place."""

    tiles: tuple[MapTile, ...]
    absent: tuple[str, ...]
    width: int
    height: int


def tile_map(shares: Iterable[tuple[Unit, Share]]) -> TileMap | None:
    """None where no unit has a place: then there is only the list."""
    tiles: list[MapTile] = []
    absent: list[str] = []
    for unit, share in shares:
        place = unit.facts.tile if isinstance(unit.facts, UnitFile) else None
        if place is None:
            absent.append(unit.name)
        else:
            x, y = (place.column - 1) * SIDE, (place.row - 1) * SIDE
            tiles.append(MapTile(x, y, _lines(unit.own_name), share, share.done * GRADES // share.owed if share.owed else None))
    if not tiles:
        return None
    return TileMap(
        tuple(tiles), tuple(absent), max(tile.x for tile in tiles) + SIDE, max(tile.y for tile in tiles) + SIDE,
    )


def _lines(name: str) -> tuple[str, ...]:
    """At most two, the second the longer one by words."""
    first, _, rest = name.partition(" ")
    return (first, rest) if rest else (first,)
