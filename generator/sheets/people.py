"""Who is named in a cell: surely, so that it is asked about, or as `check` will ask, so that it is told beforehand."""

from __future__ import annotations

import re
from typing import Iterator, Mapping

from generator.checks.personal_data import find, readable
from generator.checks.personal_names import NAMES
from generator.sheets.cell_words import cell_words
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

_PERSON = re.compile(r"(?<!\w)(?:ông|bà|đ/c|đồng chí)\.?\s+(\w+)", re.IGNORECASE)
_TEXTS = ("topic", "summary", "result", "note")
"""Columns in which a citizen may be named."""
_LONGEST_POST = 60


def names_somebody(cell: Cell) -> str | None:
    """What names somebody, no place and no post."""
    words = cell_words()
    for found in _PERSON.finditer(cell.text):
        before = fold(cell.text[max(0, found.start() - 20) : found.start()]).split()[-1:]  # no word before a place is longer
        behind = fold(cell.text[found.start(1) :][:_LONGEST_POST])
        is_post = any(re.match(rf"{post}\b", behind) for post in words.posts_begin)
        if found[1][0].isupper() and words.before_places.isdisjoint(before) and not is_post:
            return found[0]
    return None


def may_name_somebody(cells: Mapping[str, Cell]) -> Iterator[tuple[Cell, str]]:
    """The first such name of each cell of a row that is not asked about."""
    for name in _TEXTS:
        if (cell := cells.get(name)) and not names_somebody(cell) and (found := find(readable(cell.text), NAMES)):
            yield cell, found[0].text
