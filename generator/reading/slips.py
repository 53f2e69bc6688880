"""The first slip of a clerk's hand in a record that YAML cannot read: the lines against the schema, one by one.

YAML's reader gives up where it can no longer go on, often on the innocent line after a slip; and it knows no field's name.
"""

from __future__ import annotations

from typing import Iterator

from pydantic import BaseModel

from generator.reading.block_slips import is_other_field, lacks_bar, not_indented, uneven
from generator.reading.declared_fields import (
    all_names,
    fields_of,
    holds_link,
    holds_list,
    holds_names,
    holds_text,
    model_inside,
)
from generator.reading.indent_slips import Indents, Level
from generator.reading.meant_groups import fault_of
from generator.reading.name_slips import cut_off_slip, entry_slip, sign_slip
from generator.reading.unknown_fields import field_meant
from generator.reading.value_slips import lines_until_closed, link_slip, sign_first, value_slip
from generator.reading.written_lines import WrittenLine, written_line
from generator.reading.yaml_mistakes import NO_FIELD, Mistake, goes_on, margin_slip, slip

_OTHER_COMMENTS = ("//", "/*", "<!--", "--", ";")


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
            below = self.lines[position : position + taken]
            for of_text in (uneven(line, below), lacks_bar(line, below, self.indents.waits_for_list)):
                if of_text:
                    yield of_text
            position += taken
            self.last, self.ends_block = line, line.opens_block

    def _slip(self, line: WrittenLine, position: int) -> Mistake | None:
        is_named = line.is_field and line.name in self.names
        if (line.name in self.names or line.dash is not None) and (found := margin_slip(line)):
            return found
        if not is_named and (found := self._name_slip(line)):
            return found
        if self.ends_block and self.last and not is_named and not self._is_entry_of_texts(line):
            beside = self.indents.level_at(line.column) if line.dash is None else None
            if not is_other_field(line, beside.model if beside else None):
                return not_indented(self.last, line)
        if not line.is_field and line.dash is None:
            return self._text_slip(line)
        if not is_named and self._cuts_a_sentence(line, position):
            return slip(line, goes_on(self.last.name if self.last else ""), column=line.column, is_a_guess=True)
        if is_named or line.dash is not None or self.indents.level_at(line.column) or self.indents.waiting:
            if found := self.indents.find(line):
                return found
            self.indents.took(line)
        return self._value_slip(line, position) if self.of_values else None

    def _value_slip(self, line: WrittenLine, position: int) -> Mistake | None:
        level = self.indents.levels[-1]
        declared = fields_of(level.model).get(line.name) if level.model and line.is_field else None
        is_text = declared is not None and model_inside(declared) is None and not holds_names(declared)
        whole = line if line.is_field or not line.name else written_line(line.number, line.text)
        if not line.is_field:
            text = line.text.rstrip()[line.column:]
            whole = WrittenLine(line.number, line.text, line.margin, line.dash, line.column, "", "", "", text)
        if declared and holds_link(declared) and (link := link_slip(whole)):
            return link
        is_line = whole.value.startswith("|") and level.model and fault_of(level.model, line.name, "two\nlines")
        if is_line and not whole.opens_block:
            return sign_first(whole)
        return value_slip(whole, self.lines[position:], self.names, bool(declared and holds_list(declared)), is_text)

    def _name_slip(self, line: WrittenLine) -> Mistake | None:
        return entry_slip(line, self.indents, self.names) or sign_slip(line, self.indents, self.names)

    def _text_slip(self, line: WrittenLine) -> Mistake | None:
        """A line without field or dash, which no sentence above has taken."""
        if cut_off := cut_off_slip(line, self.indents):
            return cut_off
        is_no_field = self.last is None and line.value[:1] not in ("", "{", "[")
        if is_no_field or self._is_after_no_sentence(line) or line.text.lstrip().startswith(_OTHER_COMMENTS):
            return slip(line, NO_FIELD, column=line.column, is_a_guess=True)
        if self.last and self.last.is_field and self.last.value and line.column <= self.last.column:
            return slip(line, goes_on(self.last.name), column=line.column, is_a_guess=True)
        return None

    def _cuts_a_sentence(self, line: WrittenLine, position: int) -> bool:
        """Whether a line that looks like a field of another level, of a name that none has there, stands within a group: it is
        more of the text above, with a colon."""
        last, level = self.last, self.indents.level_at(line.column)
        if line.dash is not None or not (last and last.is_field and last.value) or not (level and level.model):
            return False
        after = next((after for after in self.lines[position:] if after.text.strip()), None)
        is_within = after is not None and line.column < last.column == after.column and after.name in self.names
        return is_within and field_meant(line.name, level.model) is None

    def _is_after_no_sentence(self, line: WrittenLine) -> bool:
        """Whether the field above holds a word of a list, a day or a number, which does not go on in another line."""
        level, last = self.indents.levels[-1], self.last
        declared = fields_of(level.model).get(last.name) if level.model and last and last.is_field and last.value else None
        return declared is not None and line.column <= level.column and not holds_text(declared)

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
        if self.indents.waits_for_names or next_line.dash is not None or next_line.name in self.names:
            return False
        if entry_slip(next_line, self.indents, self.names):
            return False
        is_sentence = self.indents.is_known and not self.indents.waits_for_list
        return bool(line.value) or (self.indents.inside is None and (is_sentence or not next_line.is_field))
