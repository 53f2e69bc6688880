"""Official text as plain text, for calendars, feeds and search: made from the source, so that no sign can go with the tags."""

from __future__ import annotations

from typing import Callable, Iterator

from generator.text.marked_words import has_marks, words_of
from generator.text.official_text import Block, Item, Paragraph, Table, blocks_of


def plain_text(text: str) -> str:
    """A line for each line, item and row of a table; the address of a link follows it in brackets."""
    return "\n".join([line for block in blocks_of(text) for line in _lines(block, _with_addresses)])


def plain_words(text: str) -> str:
    """Likewise on one line and without the addresses, which nobody searches for."""
    return " ".join([line for block in blocks_of(text) for line in _lines(block, _without_addresses)])


def _lines(block: Block, plain: Callable[[str], str]) -> Iterator[str]:
    match block:
        case Paragraph(lines):
            yield from map(plain, lines)
        case Item(marker, (first, *more)):
            yield f"{marker} {plain(first)}"
            yield from map(plain, more)
        case Table(rows):
            yield from (" | ".join(map(plain, row)) for row in rows)


def _with_addresses(line: str) -> str:
    if not has_marks(line):
        return line
    return "".join(f"{words.text} ({words.address})" if words.address else words.text for words in words_of(line))


def _without_addresses(line: str) -> str:
    return "".join(words.text for words in words_of(line)) if has_marks(line) else line
