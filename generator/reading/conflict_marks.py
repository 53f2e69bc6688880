"""Marks that git leaves where two people changed the same lines: told with both versions, before anything is read."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple, Sequence

from generator.reading.yaml_mistakes import Mistake

_MARK = re.compile(r"^[ \t]*(?:(?P<sign>[<>|])(?P=sign){6}(?:[ \t].*)?|={7})[ \t]*$")
_SOME_MARK = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_LEFT = "dấu của hai bản sửa xung đột còn sót lại; hãy xóa dòng này, và xem các dòng quanh nó có bị ghi hai lần không"
_LONGEST = 60


class _Mark(NamedTuple):
    line: int
    column: int
    sign: str


def conflict_marks(text: str) -> list[Mistake]:
    """One for each place where two versions stand beside each other, also within a block of text; each mark that is
    left alone is one too."""
    if not any(mark in text for mark in _SOME_MARK):
        return []
    lines = text.split("\n")
    return list(_told(lines, list(_marks(lines))))


def _marks(lines: Sequence[str]) -> Iterator[_Mark]:
    """A row of "=" that is indented as no mark above it is, is a line that somebody has ruled in a text."""
    above = 0
    for number, line in enumerate(lines, 1):
        if _MARK.match(line):
            mark = _Mark(number, len(line) - len(line.lstrip()) + 1, line.strip()[0])
            if mark.sign != "=" or mark.column in (1, above):
                yield mark
                above = 0 if mark.sign in "=>" else mark.column


def _told(lines: Sequence[str], marks: Sequence[_Mark]) -> Iterator[Mistake]:
    place = 0
    while place < len(marks):
        signs = "".join(mark.sign for mark in marks[place : place + 4])
        length = 4 if signs == "<|=>" else 3 if signs.startswith("<=>") else 0
        if length:
            first, *_, middle, last = marks[place : place + length]
            above_until = marks[place + 1].line  # an ancestor of both may stand between
            above, below = _version(lines, first.line, above_until), _version(lines, middle.line, last.line)
            must = f"hai người sửa cùng một chỗ, hai bản còn nằm cạnh nhau (xung đột): bản trên {above}; bản dưới {below}; "
            must += "giữ bản đúng, hai mục khác nhau thì giữ cả hai, rồi xóa các dòng <<<<<<<, =======, >>>>>>>"
            must += " và phần từ ||||||| đến =======" if length == 4 else ""
            yield Mistake(first.line, first.column, "edits-do-not-conflict", must)
        else:
            yield Mistake(marks[place].line, marks[place].column, "edits-do-not-conflict", _LEFT)
        place += length or 1


def _version(lines: Sequence[str], after: int, before: int) -> str:
    """Between two marks, by the lines on which they stand."""
    written = " / ".join(line.strip() for line in lines[after : before - 1])
    shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST - 1]}…"
    numbers = f"dòng {after + 1}" + (f"–{before - 1}" if before - 1 > after + 1 else "")
    return f"({numbers}) ghi '{shown}'" if written else "không ghi gì"
