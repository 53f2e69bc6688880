"""The markers that offices write before the items of a list: -, +, •, 1., 1.1., a), I., (1), (*)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MARKER = re.compile(
    r"[-–—+*•·●▪■□○◦➢➤✓❖♦►](?=\s)|[•●▪■□○◦➢➤❖♦►](?=\S)|[-+](?=[^\W\d_])"
    r"|\(\*{1,3}\)(?=\s)"
    r"|(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)/-]|\d{1,2}(?:\.\d{1,2}){1,4})(?=\s)(?!\s+\d{1,2}\.\s*\d)"
    r"|(?:[a-zđ]|[ivx]{2,4}|[A-ZĐ]|[IVX]{1,5})[.)/-](?=\s)"
    r"|\((?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)(?=\s)"
)
"""Not the numbers of a day, as in "15. 12. 2023", nor a year."""
_KINDS = (
    (re.compile("[0-9]+"), "1"), (re.compile("[a-zđ]+"), "a"), (re.compile("[A-HJ-UWYZĐ]"), "A"),
    (re.compile("[IVX]+"), "I"),
)
"""I, V and X are Roman numbers, not letters that count."""
_IN_SENTENCES = "–—*"
_FIRST = re.compile(r"(?:\d+\.)*0*1|[aAIi]")


class Marker(NamedTuple):
    """``written`` is how it stands in the text; markers of one ``kind`` are of one list. ``is_first``: a list begins with
    such a one, be it in the middle of a sentence; a sign always does, but for those that stand in sentences too."""

    written: str
    kind: str
    is_first: bool


def marker_of(line: str) -> Marker | None:
    """Of a line without white space before it."""
    found = _MARKER.match(line)
    if not found:
        return None
    written = found.group()
    if written[-1].isdigit() and not line[len(written):].lstrip()[:1].isupper():
        return None  # 2.5 triệu
    return _marker(written)


@lru_cache(1_000)
def _marker(written: str) -> Marker:
    counted = written.strip("()./-")
    is_first = bool(_FIRST.fullmatch(counted)) if counted[:1].isalnum() else written not in _IN_SENTENCES
    kind = written
    for letters, instead in _KINDS:
        kind = letters.sub(instead, kind)
    return Marker(written, kind, is_first)
