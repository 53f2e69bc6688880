"""The lines of a calendar (RFC 5545, 3.1), written as they stand in the file: through a library's objects for each
property and value they cost twenty times as much, and a register has a hundred thousand. A test holds them to the library's.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Iterable

from generator.text.unseen import without_unseen

MOST_OCTETS = 74
"""Of a line, and of each of its continuations after the space: RFC 5545, 3.1 allows 75, some readers count the space."""
_SLICE = re.compile(rb"(?s).{1,%(most)d}(?:\Z|(?<![\\^])(?![\x80-\xbf]))|.{1,%(most)d}(?![\x80-\xbf])" % {b"most": MOST_OCTETS})
"""Ends neither within a letter nor, but in a long row of them, after what opens an escaped one (RFC 5545, 3.3.11; RFC
6868): some readers lose one that a fold tears apart."""

Property = tuple[str, str | None]
"""Its name, with its parameters, and its value as in the file; None where there is none."""


def calendar_lines(properties: Iterable[Property]) -> bytes:
    """In the order in which they are given; what has no value has no line."""
    return b"".join([_folded(f"{name}:{value}".encode()) for name, value in properties if value is not None])


def whole_day_event(
    day: date, uid: str, summary: str, description: str, page: str, revised: datetime, sequence: int = 0
) -> bytes:
    """A VEVENT of a whole day (RFC 5545, 3.8.2.4) that takes up nobody's time; ``revised`` is in UTC. Its texts are plain."""
    stamp = utc_time(revised)
    return calendar_lines([
        ("BEGIN", "VEVENT"),
        ("SUMMARY", calendar_text(summary)),
        ("DTSTART;VALUE=DATE", calendar_time(day)),
        ("DTEND;VALUE=DATE", calendar_time(day + timedelta(days=1))),
        ("DTSTAMP", stamp),
        ("UID", calendar_text(uid)),
        ("SEQUENCE", str(sequence)),
        ("CLASS", "PUBLIC"),
        ("DESCRIPTION", calendar_text(description)),
        ("LAST-MODIFIED", stamp),
        ("STATUS", "CONFIRMED"),
        ("TRANSP", "TRANSPARENT"),
        ("URL", page),
        ("END", "VEVENT"),
    ])


def calendar_text(text: str) -> str:
    """A TEXT (RFC 5545, 3.3.11): in composed letters, and with none of the characters that readers refuse."""
    text = unicodedata.normalize("NFC", without_unseen(text))
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def calendar_time(moment: date) -> str:
    """A DATE, or of a datetime a DATE-TIME without its zone (RFC 5545, 3.3.4 and 3.3.5)."""
    return moment.isoformat().replace("-", "").replace(":", "")


def utc_time(moment: datetime) -> str:
    """A DATE-TIME of a moment in UTC (RFC 5545, 3.3.5, form 2)."""
    return calendar_time(moment.replace(tzinfo=None)) + "Z"


def _folded(line: bytes) -> bytes:
    """With its line end; cut between letters, never within one."""
    slices = [line] if len(line) <= MOST_OCTETS else _SLICE.findall(line)
    return b"\r\n ".join(slices) + b"\r\n"
