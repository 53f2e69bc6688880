"""Small mends of a record's text around a line: what a clerk may have meant there, each with what to say if it was that."""

from __future__ import annotations

import re
from typing import Iterator, Sequence

from generator.reading.indent_mends import (
    ANY_SPACE,
    Mend,
    columns_around,
    deeper,
    field_above,
    margin_of,
    of_indents,
    of_runs,
    of_usual_indents,
    said_beside,
    shifted,
)
from generator.reading.indent_slips import STEP
from generator.reading.name_slips import OTHER_SIGN
from generator.reading.value_slips import in_quotes, sign_must
from generator.reading.written_lines import BULLETS, COLONS, WrittenLine, written_line
from generator.reading.yaml_mistakes import COLON_IN_SENTENCE, NO_FIELD, lacks_dash, slip


def as_advised(lines: Sequence[str], place: int, example: str) -> Iterator[Mend]:
    """The line as the example of a message has it."""
    line = written_line(place + 1, lines[place])
    for dash in ("", "- "):
        yield _of_one(lines, place, f"{line.margin}{dash}{example}", "", example, 0)


def of_signs(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """Another sign than a colon and a space between a field's name and its value, also within braces."""
    line = lines[place]
    for found in _BEFORE_VALUE.finditer(line):
        is_around = bool(found["around"] or found["behind"])
        if found["name"] in names and (found["sign"] != ": " or is_around):
            mended = f"{line[: found.start()]}{found['name']}: {line[found.end() :]}".rstrip()
            must = "tên trường phải là chữ" if is_around else OTHER_SIGN
            yield _of_one(lines, place, mended, must, mended.strip(), found.start("name"))


def of_quotes(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """A value put in quotes, or one of the fields within braces."""
    line = lines[place]
    for found in _VALUE.finditer(line):
        value = found["value"].strip()
        quoted = in_quotes(value) if value[:1] not in ("|", ">", "") else None
        if found["name"] in names and quoted and "}" not in value[-1:]:
            mended = f"{line[: found.start('value')]}{quoted}{line[found.start('value') + len(found['value'].rstrip()) :]}"
            must = COLON_IN_SENTENCE if value[0].isalnum() else sign_must(value[0])
            yield _of_one(lines, place, mended, must, f"{found['name']}: {quoted}", found.start("value"))


def of_dashes(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """A dash before the line taken away, or one put there."""
    line = written_line(place + 1, lines[place])
    rest = line.text.strip(ANY_SPACE)
    bare = re.sub(rf"^(?:(?:[-{re.escape(BULLETS)}]|\d{{1,2}}[.)])[{ANY_SPACE}]*)+", "", rest)
    columns = [*dict.fromkeys((len(line.margin), line.column, *columns_around(lines, place), max(0, len(line.margin) - STEP)))]
    if bare != rest:
        for column in columns:
            must = "không có dấu gạch ở trước: trường này không phải là một mục của danh sách"
            must += said_beside(lines, place, column)
            mistake = slip(line, must, bare, len(line.margin))
            yield Mend(place, 1, (" " * column + bare,), mistake, says="gạch")
    for column in columns:
        must = lacks_dash(field_above(lines, place, column), column)
        taken = deeper(lines, place)
        for shift in {0, column + STEP - len(line.margin)}:
            below = shifted(lines[place + 1 : place + taken], shift)
            mistake = slip(line, must, f"- {bare}", len(line.margin))
            yield Mend(place, taken, (f"{' ' * column}- {bare}", *below), mistake, says="gạch")


def of_groups(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """A name that is no field's, with all that is written below it: it goes, and they stand at the margin."""
    line = written_line(place + 1, lines[place])
    below = [margin_of(other) for other in lines[place + 1 :] if other.strip()]
    if line.is_field and line.name not in names and not line.margin and below and min(below) > 0:
        moved = (*shifted(lines[place + 1 :], -min(below)),)
        must = f"không có trường này; hãy xóa dòng này, các dòng dưới thụt ra {min(below)} dấu cách"
        yield Mend(place, len(lines) - place, moved, slip(line, must, column=0), says="thụt ra")


def of_heads(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """A value behind a group's name though its fields stand below: it goes, or becomes the first of them."""
    line, below = written_line(place + 1, lines[place]), _line_below(lines, place)
    if line.is_field and line.value and line.name in names and below and below.column > line.column:
        mended = f"{line.text[: line.column]}{line.name}:"
        must = f"'{line.name}' là một nhóm trường: sau dấu hai chấm không ghi gì, mỗi trường ghi ở một dòng dưới"
        yield _of_one(lines, place, mended, must, f"{line.name}:", line.column)
        for name in _FIRST_OF_GROUPS:
            own = f"{name}: {line.value.strip()}"
            yield Mend(place, 1, (mended, " " * below.column + own), slip(line, must, own, line.column))


def of_beginnings(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """An entry whose first field lacks its name."""
    line, below = written_line(place + 1, lines[place]), _line_below(lines, place)
    if line.dash is not None and not line.is_field and below and below.is_field and below.column >= line.column:
        text = line.text[line.column :].strip()
        for name in _FIRST_OF_ENTRIES:
            must = "mục này còn có trường ở dòng dưới, nên ở dòng này cũng phải có tên trường"
            yield _of_one(lines, place, f"{line.text[: line.column]}{name}: {text}", must, f"- {name}: {text}", line.column)


def of_strays(lines: Sequence[str], place: int, names: frozenset[str]) -> Iterator[Mend]:
    """A line that is none of the record's, taken away."""
    line = written_line(place + 1, lines[place])
    if not line.is_field and names.isdisjoint(re.findall(r"[a-z_]+", line.text, re.ASCII)):
        yield Mend(place, 1, (), slip(line, NO_FIELD, column=line.column), begins_field=False)


ALL_MENDS = (
    (of_signs, 2), (of_groups, 1), (of_heads, 2), (of_beginnings, 2), (of_usual_indents, 8), (of_indents, 8), (of_quotes, 2),
    (of_dashes, 8), (of_runs, 8), (of_strays, 2),
)
"""From the smallest to the largest, each with how many lines from where a fault is seen it is looked for."""
_FIRST_OF_ENTRIES = ("post", "text", "summary", "title", "count")
"""What a list's entries begin with where a clerk may write its value alone."""
_FIRST_OF_GROUPS = ("name", "office", "title")
"""The same of a group that needs it."""
_SIGNS = f":{COLONS}=;.,→-"
_BEFORE_VALUE = re.compile(
    rf"(?:(?<=^)|(?<=[{ANY_SPACE}{{,]))(?P<around>[*_`\"']*)(?P<name>[a-z]+(?:_[a-z]+)*)(?P<behind>[*`\"']*)"
    rf"(?P<sign>: |[{ANY_SPACE}]*[{re.escape(_SIGNS)}]+>?[{ANY_SPACE}]*)", re.ASCII,
)
_VALUE = re.compile(r"(?:^|[\s{,])(?P<name>[a-z_]+): +(?P<value>[^{].*?)(?=$|, [a-z_]+: |\}\s*$)", re.ASCII)


def _line_below(lines: Sequence[str], place: int) -> WrittenLine | None:
    """The next that is neither empty nor a comment."""
    below = enumerate(lines[place + 1 :], place + 2)
    return next((written_line(number, line) for number, line in below if line.lstrip()[:1] not in ("", "#")), None)


def _of_one(lines: Sequence[str], place: int, mended: str, must: str, example: str, column: int) -> Mend:
    return Mend(place, 1, (mended,), slip(written_line(place + 1, lines[place]), must, example, column))
