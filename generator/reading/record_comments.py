"""The comments of a record's file, which are no part of the record and are published with it all the same."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

import yaml

from generator.reading.yaml_text import TextLoader

_MARK = re.compile(r"(?<!\S)#")


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
    values = [
        range(event.start_mark.index, event.end_mark.index) for event in iter(TextLoader(text).get_event, None)
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark
    ]
    inside = iter(values)
    value, commented_until = next(inside, range(0)), 0
    for start in found:
        while value.stop <= start and (following := next(inside, None)) is not None:
            value = following
        if start in value or start < commented_until:
            continue
        line_start, commented_until = text.rfind("\n", 0, start) + 1, text.find("\n", start) % (len(text) + 1)
        yield Comment(text.count("\n", 0, start) + 1, start - line_start + 1, text[start:commented_until])
