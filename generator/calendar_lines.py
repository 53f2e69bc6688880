"""A calendar component as the lines of a file, folded in whole slices: letter by letter it costs more than all the rest."""

from __future__ import annotations

from icalendar import Component

MOST_OCTETS = 74
"""Of a line, and of each of its continuations after the space: RFC 5545, 3.1 allows 75, some readers count the space."""
_NOT_LAST = b"\\^"
"""What opens an escaped letter (RFC 5545, 3.3.11; RFC 6868): some readers lose one that a fold tears apart."""


def calendar_lines(component: Component) -> bytes:
    """The same bytes as the component's own ``to_ical()``."""
    return b"".join([_folded(line.encode()) for line in component.content_lines() if line])


def _folded(line: bytes) -> bytes:
    """With its line end; cut between letters, never within one."""
    if len(line) <= MOST_OCTETS:
        return line + b"\r\n"
    slices: list[bytes] = []
    start = 0
    while len(line) - start > MOST_OCTETS:
        end = start + MOST_OCTETS
        while line[end] & 0xC0 == 0x80:  # the second octet of a letter or a later one
            end -= 1
        if line[end - 1] in _NOT_LAST and end - start > 1:
            end -= 1
        slices.append(line[start:end])
        start = end
    return b"\r\n ".join([*slices, line[start:]]) + b"\r\n"
