"""Official text as it was typed or pasted, read into paragraphs, items and tables: it is nobody's Markdown, so every letter,
digit and sign of it stays, and only its layout is read.

A line that goes on with the sentence of the line before is no line of its own: mails and word processors break lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.text.item_markers import Marker, marker_of
from generator.text.unseen import without_unseen

_SENTENCE_END = re.compile(r"[.;:!?…][\"'”’»)\]*]*$")
_HEADING = re.compile(r"#|\*\*[^*]+\*\*[.:]?$|(?:Điều|Mục|Chương|Phần|Bước) (?:\d+|[IVX]+)[.:]")
_RULE_CELL = re.compile(r":?-{3,}:?")
_MOST_LEVELS = 4


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """Of a list, with its marker as it was written; ``level`` counts from 1."""

    marker: str
    lines: tuple[str, ...]
    level: int


@dataclass(frozen=True)
class Table:
    """The first of the rows is the header's; rows may have more or fewer cells."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Item | Table


def blocks_of(text: str) -> list[Block]:
    return [*_read(text)]


@lru_cache(4_096)  # since a page, an event, the news and search show each text
def _read(text: str) -> tuple[Block, ...]:
    reader = _Reader()
    lines = [line.strip() for line in without_unseen(text).split("\n")]
    number = 0
    while number < len(lines):
        if rows := _table_at(lines, number):
            reader.add_table(rows)
            number += len(rows) + 1
        else:
            reader.add_line(lines[number])
            number += 1
    return tuple(reader.blocks())


class _Reader:
    """What was read so far: the blocks, of the last one its lines, the kinds of the items that are open, and the line
    before."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._blocks: list[tuple[Marker | None, int, list[str]] | Table] = []
        self._open: list[str] = []
        self._before = ""

    def blocks(self) -> list[Block]:
        return [
            block if isinstance(block, Table) else Paragraph(tuple(block[2])) if block[0] is None
            else Item(block[0].written, tuple(block[2]), block[1]) for block in self._blocks
        ]

    def add_table(self, rows: list[tuple[str, ...]]) -> None:
        self._blocks.append(Table(tuple(rows)))
        self._open, self._before = [], ""

    def add_line(self, line: str) -> None:
        marker = marker_of(line)
        if not line:
            pass
        elif self._before and not self._begins(line, marker):
            self._lines[-1] += f" {line}"
        elif marker:
            self._lines = [line[len(marker.written):].lstrip()]
            self._blocks.append((marker, self._level(marker.kind), self._lines))
        elif self._before:
            self._lines.append(line)
        else:
            self._lines = [line]
            self._blocks.append((None, 0, self._lines))
            self._open = []
        self._before = line

    def _begins(self, line: str, marker: Marker | None) -> bool:
        """Whether it is a line of its own, and does not go on with the sentence of the line before."""
        before = self._before
        if marker and (marker.is_first or marker.kind in self._open):
            return True
        return bool(
            _SENTENCE_END.search(before) or "|" in before or "|" in line or _HEADING.match(before) or _HEADING.match(line)
            or _is_in_capitals(before) != _is_in_capitals(line)
        )

    def _level(self, kind: str) -> int:
        """An item of a kind that is open stands beside the last of that kind, any other below the item before it."""
        if kind in self._open:
            del self._open[self._open.index(kind) + 1:]
        elif len(self._open) < _MOST_LEVELS:
            self._open.append(kind)
        else:
            self._open[-1] = kind
        return len(self._open)


def _is_in_capitals(line: str) -> bool:
    """As a heading is: more than a word or two, such as the name of an office, that may stand in any line."""
    return line.isupper() and len(re.findall(r"[^\W\d]{2,}", line)) > 2


def _table_at(lines: list[str], number: int) -> list[tuple[str, ...]]:
    """The rows of the table that begins at this line, its header first; none where there is no line of hyphens below."""
    header, below = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    if "|" not in header or "|" not in below:
        return []
    cells, rule = _cells(header), _cells(below)
    if len(cells) != len(rule) or not all(map(_RULE_CELL.fullmatch, rule)):
        return []
    rows = [cells]
    for line in lines[number + 2:]:
        if "|" not in line:
            break
        rows.append(_cells(line))
    return rows


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|"))
