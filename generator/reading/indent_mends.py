"""A line of a record, or some together, at the column where a clerk may have meant them to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Sequence

from generator.reading.indent_slips import STEP
from generator.reading.written_lines import SPACES, written_line
from generator.reading.yaml_mistakes import Mistake, goes_on, margin_slip, slip

_MOST_TOGETHER = 6
_NEAR_ABOVE, _NEAR_BELOW = 30, 6
_MOST_COLUMNS = 6
ANY_SPACE = f" \t{SPACES}"


@dataclass(frozen=True)
class Mend:
    """``lines`` in the place of ``count`` lines from the one at ``place``, which counts from 0."""

    place: int
    count: int
    lines: tuple[str, ...]
    mistake: Mistake
    begins_field: bool = True
    """Whether a field or an entry begins with it; else more of a text."""
    says: str = ""
    """Words without which nothing that is told of its line tells this."""

    def of(self, lines: Sequence[str]) -> str:
        return "\n".join([*lines[: self.place], *self.lines, *lines[self.place + self.count :]])


def of_usual_indents(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """The line, alone or with those below it, where the register's templates would have it."""
    yield from _indented(lines, place, [column for column in columns_around(lines, place) if _is_usual(lines, place, column)])


def of_indents(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """The same at the column of another line."""
    yield from _indented(lines, place, columns_around(lines, place))


def of_runs(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """Lines one below the other that have left their group together."""
    margin = margin_of(lines[place])
    for count in range(2, min(_MOST_TOGETHER, len(lines) - place) + 1):
        if not lines[place + count - 1].strip():
            break
        for column in columns_around(lines, place):
            moved = (*shifted(lines[place : place + count], column - margin),)
            mistake = _indent_mistake(lines, place, column, moved, count)
            yield Mend(place, count, moved, mistake, says="từ dòng này")


def _indented(lines: Sequence[str], place: int, columns: Sequence[int]) -> Iterator[Mend]:
    rest = lines[place].strip(ANY_SPACE)
    margin = margin_of(lines[place])
    taken, line = deeper(lines, place), written_line(place + 1, lines[place])
    for column in columns:
        for count in {1: (1,)}.get(taken, (taken, 1)):
            moved = (" " * column + rest, *shifted(lines[place + 1 : place + count], column - margin))
            is_field = line.is_field or line.dash is not None
            yield Mend(place, count, moved, _indent_mistake(lines, place, column, moved), is_field)


def _indent_mistake(
    lines: Sequence[str], place: int, column: int, moved: Sequence[str], together: int = 1
) -> Mistake:
    line = written_line(place + 1, lines[place])
    if found := margin_slip(line):
        return found
    if not line.is_field and line.dash is None:
        before = written_line(0, next((other for other in reversed(lines[:place]) if other.strip()), ""))
        return slip(line, goes_on(before.name), column=line.column)
    beside = said_beside(lines, place, column, moved[0])
    if together > 1:
        of_all = f"từ dòng này đến dòng {place + together}"
        below = f"phải thụt vào {column} dấu cách: {of_all} nằm dưới '{field_above(lines, place, column - 1)}'"
        return slip(line, below if column else f"không được thụt vào: {of_all} phải sát lề trái", column=line.column)
    if column == 0:
        return slip(line, f"không được thụt vào: phải sát lề trái{beside}", column=line.column)
    if beside:
        dash = "dấu gạch " if line.dash is not None else ""
        return slip(line, f"{dash}phải thụt {column} dấu cách{beside}", column=len(line.margin))
    above = field_above(lines, place, column - 1)
    return slip(line, f"phải thụt vào {column} dấu cách: trường này nằm dưới '{above}'", column=line.column)


def said_beside(lines: Sequence[str], place: int, column: int, moved: str = "") -> str:
    """Where the next line like it stands at that column, in the same group."""
    is_entry = moved.lstrip().startswith("- ")
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(lines):
            line = written_line(other + 1, lines[other])
            if line.text.strip() and len(line.margin) == column and line.dash is not None and is_entry:
                return f", thẳng cột với dấu gạch ở dòng {other + 1}"
            if line.is_field and line.column == column and not is_entry:
                return f", thẳng cột với '{line.name}' ở dòng {other + 1}"
            if line.text.strip() and len(line.margin) < column:
                break
            other += step
    return ""


def field_above(lines: Sequence[str], place: int, until: int) -> str:
    """The field below which a line would stand that is indented further than ``until``."""
    before = (written_line(other + 1, lines[other]) for other in range(place - 1, -1, -1))
    return next((line.name for line in before if line.is_field and not line.value and line.column <= until), "")


def columns_around(lines: Sequence[str], place: int) -> list[int]:
    """Where other lines around begin, rather those that the register's templates would use."""
    margin = margin_of(lines[place])
    columns = {0}
    for other in range(max(0, place - _NEAR_ABOVE), min(len(lines), place + _NEAR_BELOW)):
        line = written_line(other, lines[other])
        if line.text.strip() and other != place:
            columns |= {len(line.margin), line.column}
            columns |= {line.column + STEP} if line.is_field and not line.value else set()
    return sorted(columns - {margin} if set(lines[place][:margin]) <= {" "} else columns, key=lambda column: (
        column % STEP, abs(column - margin), column
    ))[:_MOST_COLUMNS]


def _is_usual(lines: Sequence[str], place: int, column: int) -> bool:
    above = (written_line(0, lines[other]) for other in range(place - 1, -1, -1))
    around = next((line for line in above if line.text.strip() and line.column < column), None)
    is_group = around is not None and (not around.value or around.dash is not None)
    return column == 0 or (is_group and around is not None and around.column == column - STEP)


def deeper(lines: Sequence[str], place: int) -> int:
    """How many lines stand below this one, itself among them."""
    count, margin = 1, margin_of(lines[place])
    while place + count < len(lines) and (not lines[place + count].strip() or margin_of(lines[place + count]) > margin):
        count += 1
    return count


def shifted(lines: Sequence[str], by: int) -> Iterator[str]:
    for line in lines:
        yield " " * max(0, margin_of(line) + by) + line.lstrip(ANY_SPACE) if line.strip() else line


def margin_of(line: str) -> int:
    return len(line) - len(line.lstrip(ANY_SPACE))
