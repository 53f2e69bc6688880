"""What stands within a line of official text: words in bold between two pairs of stars, links to real addresses, and words."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

_BOLD = re.compile(r"(?<![^\s(\[\"“‘'|])\*\*(?=[^\s*])([^*]+)(?<=[^\s*])\*\*(?![\w*])")
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s()<>\"]*)?)\)")


class Words(NamedTuple):
    """``address`` is that of the link that the words are."""

    text: str
    is_bold: bool = False
    address: str | None = None


def has_marks(line: str) -> bool:
    """False where the line is words and nothing else, as most are."""
    return "**" in line or "](" in line


def words_of(line: str) -> Iterator[Words]:
    """In their order; the marks of bold and of links are left out, and all else is there."""
    end = 0
    for bold in _BOLD.finditer(line):
        yield from _linked(line[end:bold.start()], False)
        yield from _linked(bold[1], True)
        end = bold.end()
    yield from _linked(line[end:], False)


def _linked(text: str, is_bold: bool) -> Iterator[Words]:
    end = 0
    for link in _LINK.finditer(text):
        yield Words(text[end:link.start()], is_bold)
        yield Words(link[1], is_bold, link[2])
        end = link.end()
    yield Words(text[end:], is_bold)
