"""The comments of a record's file, which are no part of the record and are published with it all the same."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

import yaml

from generator.reading.yaml_text import TextLoader

_MARK = re.compile(r"(?<!\S)#")
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*")
"""Lines before the first value, such as the one that names the schema. Where no other has a comment, as in most records,
nothing has to be looked for within values, which takes as long as reading the record."""


class Comment(NamedTuple):
    """``line`` and ``column`` count from 1; ``text`` begins with its "#"."""

    line: int
    column: int
    text: str


def comments_in(text: str) -> Iterator[Comment]:
    """Of a text that is YAML: what looks like a comment within quotes or in a block of text is none."""
    found = [match.start() for match in _MARK.finditer(text)]
    if not found:
        return
    head = _HEAD.match(text)
    inside = iter(_values_in(text) if head is None or found[-1] >= head.end() else ())
    value, commented_until = next(inside, range(0)), 0
    for start in found:
        while value.stop <= start and (following := next(inside, None)) is not None:
            value = following
        if start in value or start < commented_until:
            continue
        line_start, commented_until = text.rfind("\n", 0, start) + 1, text.find("\n", start) % (len(text) + 1)
        yield Comment(text.count("\n", 0, start) + 1, start - line_start + 1, text[start:commented_until])


def _values_in(text: str) -> list[range]:
    return [
        range(event.start_mark.index, event.end_mark.index) for event in iter(TextLoader(text).get_event, None)
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark
    ]
