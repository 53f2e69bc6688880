"""The first slip of a clerk's hand in a record that YAML cannot read: the lines against the schema, one by one.

YAML's reader gives up where it can no longer go on, often on the innocent line after a slip; and it knows no field's name.
"""

from __future__ import annotations

import re
from typing import Iterator

from pydantic import BaseModel

from generator.reading.declared_fields import all_names, fields_of, holds_list, model_inside
from generator.reading.indent_slips import STEP, Indents, Level
from generator.reading.value_slips import lines_until_closed, slip, value_slip
from generator.reading.written_lines import BULLETS, COLONS, SPACES, WrittenLine, written_line
from generator.reading.yaml_mistakes import TAB, Mistake
from generator.text.vietnamese import nearest

_OTHER_SPACE = "thụt dòng phải bằng dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
_NO_SPACE = "sau dấu hai chấm phải có một dấu cách"
_NO_BREAK = "sau dấu hai chấm phải là dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
_OTHER_COLON = "dấu hai chấm phải là dấu ':' của bàn phím thường, rồi một dấu cách"
_OTHER_SIGN = "sau tên trường phải là dấu hai chấm và một dấu cách"
_NO_COLON = "sau tên trường phải có dấu hai chấm; dòng này thiếu, hoặc bị cắt dở"
_DASH = "trước mỗi mục phải là dấu gạch nối '-' và một dấu cách, không phải '{}'"
_NO_SPACE_AFTER_DASH = "sau dấu gạch đầu dòng phải có một dấu cách"
_OTHER_SPACE_AFTER_DASH = "sau dấu gạch đầu dòng phải là dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
_NO_FIELD = "dòng này không phải là 'tên trường: giá trị'; lời nhắc thì đặt dấu # ở đầu dòng, không cần thì xóa dòng"
_OF_BLOCK = "chữ của '{}' phải thụt vào, sâu hơn tên trường ít nhất hai dấu cách"
_NO_BAR = "sau '{}:' phải có dấu |, vì đoạn văn ở các dòng dưới có dấu hai chấm"
_UNEVEN = "các dòng của '{}' phải thụt vào bằng nhau"
_GOES_ON = "câu viết tiếp ở dòng sau phải thụt vào, sâu hơn tên trường '{}'; hoặc viết cả câu trên một dòng"
_OTHER_COMMENTS = ("//", "/*", "<!--", "--", ";")
_KEY_OF_ITS_OWN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+) +(\S.*)")
"""In a list of names that clerks make themselves, such as ``audiences``: an id with hyphens, and what it stands for."""
_BULLET = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]|\d{{1,2}}[.)])[ \t{SPACES}]+(?P<rest>.+)")


def first_slip(text: str, model: type[BaseModel]) -> Mistake | None:
    """Told with the line on which it was made; None where no line shows one."""
    return next(all_slips(text, model), None)


def all_slips(text: str, model: type[BaseModel], of_values: bool = True) -> Iterator[Mistake]:
    """In the order of the lines; what follows the first may be its consequence. ``of_values``: also those that stand in what
    is written after a field's name, which the schema explains where YAML could read it."""
    yield from _Lines(text, model, of_values).slips()


class _Lines:
    def __init__(self, text: str, model: type[BaseModel], of_values: bool) -> None:
        self.lines = [written_line(number, line) for number, line in enumerate(text.split("\n"), 1)]
        self.names, self.of_values = all_names(model), of_values
        self.indents = Indents([Level(0, model)])
        self.last: WrittenLine | None = None
        self.ends_block = False

    def slips(self) -> Iterator[Mistake]:
        position = 0
        while position < len(self.lines):
            line = self.lines[position]
            position += 1
            if not line.text.strip() or line.text.lstrip().startswith("#") or line.text.rstrip() in ("---", "..."):
                continue
            found = self._slip(line, position)
            if found:
                yield found
            taken = self._lines_below(line, position)
            if line.opens_block and (shallow := self._shallower(line, self.lines[position : position + taken])):
                yield shallow
            if self._lacks_bar(line, self.lines[position : position + taken]):
                yield slip(line, _NO_BAR.format(line.name), f"{line.name}: |", len(line.text.rstrip()))
            position += taken
            self.last, self.ends_block = line, line.opens_block

    def _slip(self, line: WrittenLine, position: int) -> Mistake | None:
        is_named = line.is_field and line.name in self.names
        if (line.name in self.names or line.dash is not None) and set(line.margin) - {" "}:
            return slip(line, TAB if "\t" in line.margin else _OTHER_SPACE, column=0)
        if not is_named and (found := self._entry_slip(line) or self._sign_slip(line)):
            return found
        if self.ends_block and self.last and not is_named and not self._is_entry_of_texts(line):
            must = TAB if "\t" in line.margin else _OF_BLOCK.format(self.last.name)
            return slip(line, must, column=line.column)
        if not line.is_field and line.dash is None:
            return self._text_slip(line)
        if is_named or line.dash is not None or self.indents.level_at(line.column) or self.indents.waiting:
            if found := self.indents.find(line):
                return found
            self.indents.took(line)
        return self._value_slip(line, position) if self.of_values else None

    def _value_slip(self, line: WrittenLine, position: int) -> Mistake | None:
        level = self.indents.levels[-1]
        declared = fields_of(level.model).get(line.name) if level.model and line.is_field else None
        is_text = declared is not None and model_inside(declared) is None
        whole = line if line.is_field or not line.name else written_line(line.number, line.text)
        if not line.is_field:
            text = line.text.rstrip()[line.column:]
            whole = WrittenLine(line.number, line.text, line.margin, line.dash, line.column, "", "", "", text)
        return value_slip(whole, self.lines[position:], self.names, bool(declared and holds_list(declared)), is_text)

    def _entry_slip(self, line: WrittenLine) -> Mistake | None:
        """What stands in the place of a dash and its space."""
        if line.dash is not None:
            return None
        written = line.text.strip(f" \t{SPACES}")
        before = len(line.margin)
        waits = self._is_among_texts() or (self.indents.waits_for_list and self.indents.waiting is not None)
        if bullet := _BULLET.fullmatch(written):
            inner = written_line(0, bullet["rest"])
            if waits or (inner.is_field and inner.name in self.names):
                return slip(line, _DASH.format(bullet["bullet"]), column=before)
        if re.match(rf"-(?:[^-\s]|[{SPACES}])", written):
            inner = written_line(0, written[1:].strip(SPACES))
            if waits or (inner.is_field and inner.name in self.names):
                must = _OTHER_SPACE_AFTER_DASH if written[1] in SPACES else _NO_SPACE_AFTER_DASH
                return slip(line, must, column=before)
        return None

    def _sign_slip(self, line: WrittenLine) -> Mistake | None:
        """What stands in the place of a name's colon and its space."""
        sign, at = line.sign.strip(), line.column + len(line.name)
        level = self.indents.level_at(line.column)
        stands = level is not None or line.dash is not None or self.indents.waiting is not None
        if line.name not in self.names or not stands:
            return None
        if sign == ":":
            other = bool(line.space)
            return slip(line, _NO_BREAK if other else _NO_SPACE, f"{line.name}: {line.value}", column=at)
        if sign and sign in COLONS:
            return slip(line, _OTHER_COLON, f"{line.name}: {line.value}".rstrip(), column=at)
        if sign:
            return slip(line, _OTHER_SIGN, f"{line.name}: {line.value}".rstrip(), column=at)
        model = self.indents.model_at(line)
        if model and line.name in fields_of(model):
            return slip(line, _NO_COLON, f"{line.name}: {line.value}".rstrip(), column=at)
        return None

    def _text_slip(self, line: WrittenLine) -> Mistake | None:
        """A line without field or dash, which no sentence above has taken."""
        if model := self.indents.model_at(line):
            names = tuple(fields_of(model))
            begun = [name for name in names if name.startswith(line.text.strip())] if line.text.strip() else []
            meant = begun[0] if begun else nearest(line.name, names) if line.name and not line.value else None
            if meant:
                return slip(line, _NO_COLON, f"{meant}:", column=line.column)
        level = self.indents.level_at(line.column)
        if level and level.model is None and level.dash is None and (key := _KEY_OF_ITS_OWN.match(line.text.strip())):
            return slip(line, _NO_COLON, f"{key[1]}: {key[2]}", column=line.column)
        if (self.last is None and line.value) or line.text.lstrip().startswith(_OTHER_COMMENTS):
            return slip(line, _NO_FIELD, column=line.column)
        if self.last and self.last.is_field and self.last.value and line.column <= self.last.column:
            return slip(line, _GOES_ON.format(self.last.name), column=line.column)
        return None

    def _is_among_texts(self) -> bool:
        level = self.indents.levels[-1]
        return level.dash is not None and level.model is None

    def _is_entry_of_texts(self, line: WrittenLine) -> bool:
        return any(level.dash == line.dash and level.model is None for level in self.indents.levels if line.dash is not None)

    def _lines_below(self, line: WrittenLine, position: int) -> int:
        """How many of the next lines belong to this one's value."""
        below = self.lines[position:]
        if line.value[:1] in ("'", '"', "[", "{") and line.value:
            return lines_until_closed(line, below, self.names) or 0
        count = 0
        for next_line in below:
            is_blank = not next_line.text.strip()
            deeper = len(next_line.margin) > (line.column if line.is_field or line.dash is None else line.dash)
            if not is_blank and not (deeper and (line.opens_block or self._goes_on(line, next_line))):
                break
            count += 1
        return count

    def _goes_on(self, line: WrittenLine, next_line: WrittenLine) -> bool:
        """Whether the next line is more of the same sentence."""
        if next_line.dash is not None or next_line.name in self.names or self._entry_slip(next_line):
            return False
        is_sentence = self.indents.is_known and not self.indents.waits_for_list
        return bool(line.value) or (self.indents.inside is None and (is_sentence or not next_line.is_field))

    def _lacks_bar(self, line: WrittenLine, below: list[WrittenLine]) -> bool:
        """Whether sentences with a colon stand under a field of text as under "|", which is not there."""
        is_text = line.is_field and not line.value and not self.indents.waits_for_list
        return is_text and any(re.search(r":(?:\s|$)", text.text) for text in below)

    def _shallower(self, opening: WrittenLine, block: list[WrittenLine]) -> Mistake | None:
        written = [line for line in block if line.text.strip()]
        first = len(written[0].margin) if written and not re.search(r"\d", opening.value) else 0
        shallow = next((line for line in written if len(line.margin) < first), None)
        if shallow is None:
            return None
        is_first = first != opening.column + STEP == len(shallow.margin)
        return slip(written[0] if is_first else shallow, _UNEVEN.format(opening.name), column=0)
