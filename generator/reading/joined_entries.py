"""Entries of a list in brackets that stand in one because no comma of the keyboard's parts them."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping

from generator.reading.field_paths import FieldPath
from generator.reading.problems import Problem
from generator.reading.record_text import RecordText

WIDE_COMMAS = "，、﹐；"
"""None of them is typed on a Vietnamese keyboard: they are copied with a list."""
OTHER_COMMA = "các mục phải cách nhau bằng dấu phẩy ',' của bàn phím thường và một dấu cách"


def joined_entries(record: RecordText, tree: Mapping[str, Any]) -> Iterator[Problem]:
    """Not those that a semicolon parts, which may stand in a sentence."""
    if not any(comma in record.text for comma in WIDE_COMMAS):
        return
    lines = record.text.split("\n")
    for path, entry in _entries(tree):
        line, column = record.places[(*path, "")]
        before, written = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        parts = re.split(f"[{WIDE_COMMAS}]", entry)
        if len(parts) > 1 and "[" in before and written[:1] not in ("'", '"'):
            meant = ", ".join(part.strip() for part in parts)
            yield record.problem(path, "value-is-a-list", OTHER_COMMA, found=entry, suggestion=meant)


def _entries(tree: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    """Texts in lists, wherever they stand."""
    waiting: list[tuple[FieldPath, Any]] = [((), tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str) and path and isinstance(path[-1], int):
            yield path, value
        elif isinstance(value, (dict, list)):
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += [((*path, name), inner) for name, inner in inside]
