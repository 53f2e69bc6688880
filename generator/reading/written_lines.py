"""The lines of a record as a clerk sees them: how far each is indented, its dash, its field and what is written after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = "•·‣▪●◦–—−*+"
"""What Word and habit put before an entry of a list in the place of "-"."""
SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
"""Spaces of other kinds than the space bar's."""
COLONS = "：﹕∶꞉˸"
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?")
_LINE = re.compile(rf"(?P<margin>[ \t{SPACES}]*)(?P<dash>(?:-[ \t]+)*)(?P<rest>.*)")
_NAMED = re.compile(rf"(?P<name>[^\W\d]\w*)(?P<sign>[ {SPACES}]*(?:[:{COLONS}=;→-]|->)?)(?P<space>[ \t{SPACES}]*)(?P<value>.*)")
_FIELD = re.compile(
    r"(?P<name>[^\W\d]\w*(?:-\w+)*(?:(?:,? | ?[/&] ?| - )\w+(?:-\w+)*){0,5}(?: \([^():]*\))?)"
    r"(?P<sign> *:)(?P<space>[ \t]+|$)(?P<value>.*)"
)
"""A name of several words, or with other signs, is no field's, and is one to YAML; an id may have many hyphens."""


@dataclass(frozen=True)
class WrittenLine:
    """``column`` counts from 0, to the field's name or, in a list of texts, to the text; ``dash`` is the first dash's, None
    where there is none. ``sign`` and ``space`` stand between ``name`` and ``value``; without a name all is value."""

    number: int
    text: str
    margin: str
    dash: int | None
    column: int
    name: str
    sign: str
    space: str
    value: str

    @property
    def is_field(self) -> bool:
        """Whether YAML sees a field's name here."""
        return self.sign.strip() == ":" and (not self.value or " " in self.space or "\t" in self.space)

    @property
    def opens_block(self) -> bool:
        return bool(_BLOCK.fullmatch(self.value))


def written_line(number: int, text: str) -> WrittenLine:
    found = _LINE.match(text)
    assert found  # each part may be empty
    rest, dash = found["rest"].rstrip(), found["dash"]
    named = _FIELD.fullmatch(rest) or _NAMED.fullmatch(rest)
    name, sign, space, value = (named["name"], named["sign"], named["space"], named["value"]) if named else ("", "", "", rest)
    return WrittenLine(
        number, text, found["margin"], len(found["margin"]) if dash else None, len(found["margin"]) + len(dash),
        name, sign, space, value,
    )
