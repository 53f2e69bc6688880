"""Where a field is: its path in a record, as people write it, and its place in the file."""

from __future__ import annotations

from functools import lru_cache

FieldPath = tuple[str | int, ...]
"""Names of fields, and in a list the entry's number, from 0."""
Places = dict[FieldPath, tuple[int, int]]
"""Lines and columns, both from 1: a field's name stands at its path, and its value at ``(*path, "")``."""


@lru_cache(4_096)  # most records have the same
def written_path(path: FieldPath) -> str:
    """``schedule[2].reason``, counting list entries from 1 as people do."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def names_in(path: FieldPath) -> list[str]:
    """Those of the fields, without the numbers of list entries."""
    return [part for part in path if isinstance(part, str)]


def place_of(path: FieldPath, places: Places, at_name: bool = False) -> tuple[int, int]:
    """The line and the column of a field's value, or of its name, or of the nearest field above it."""
    for length in range(len(path), -1, -1):
        above = path[:length]
        place = places.get(above if at_name or length < len(path) else (*above, "")) or places.get(above)
        if place:
            return place
    return 1, 1
