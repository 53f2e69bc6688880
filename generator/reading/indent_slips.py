"""How far each line of a record is indented, against the fields that the schema knows at each level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydantic import BaseModel

from generator.reading.declared_fields import fields_of, holds_list, holds_names, model_inside, models_in, names_listed
from generator.reading.written_lines import WrittenLine
from generator.reading.yaml_mistakes import Mistake, lacks_dash, slip

STEP = 2
"""Spaces by which all of the register's templates and commands indent."""


@dataclass
class Level:
    """Fields beside each other; in a list, those of one entry. ``usual`` is the column at which their names are expected,
    ``below`` the field that holds them, ``names_its_own`` says that a clerk or a unit's level names them, ``listed`` by which
    names if they are known, ``of_each`` what stands below each; and ``written`` are those that stand here already."""

    column: int
    model: type[BaseModel] | None
    first: WrittenLine | None = None
    dash: int | None = None
    usual: int = 0
    below: WrittenLine | None = None
    names_its_own: bool = False
    lines: int = 1
    listed: tuple[str, ...] = ()
    of_each: type[BaseModel] | None = None
    written: set[str] = field(default_factory=set)

    def has(self, name: str) -> bool:
        return self.model is not None and name in fields_of(self.model)


@dataclass
class Indents:
    """The levels that are open, outermost first, and the last field if it is ``waiting`` for what stands below it."""

    levels: list[Level]
    waiting: WrittenLine | None = None
    inside: type[BaseModel] | None = None
    waits_for_list: bool = False
    is_known: bool = True
    """Whether the schema knows what the waiting field holds."""
    waits_for_names: bool = False
    """Whether a clerk or a unit's level names what it holds."""
    listed: tuple[str, ...] = ()
    of_each: type[BaseModel] | None = None

    def took(self, line: WrittenLine) -> None:
        """The field or entry that has found its level."""
        level = self.levels[-1]
        declared = fields_of(level.model).get(line.name) if level.model and line.name else None
        self.waiting = line if line.is_field and not line.value.split("#")[0] else None
        self.inside = model_inside(declared) if declared else level.of_each
        self.waits_for_list = bool(declared and holds_list(declared))
        self.waits_for_names = bool(declared and self.waiting and holds_names(declared))
        self.listed = names_listed(declared) if self.waits_for_names else ()
        self.of_each = next(models_in(declared.annotation), None) if declared and self.waits_for_names else None
        self.is_known = level.of_each is not None if declared is None else not holds_names(declared)
        level.written.add(line.name)

    def find(self, line: WrittenLine) -> Mistake | None:
        """Opens, or goes back to, the level of a line with a field or a dash; told is what is wrong where it stands on none."""
        if line.dash is not None and line.is_field and re.match(r"-\s+-", line.text[line.dash:]):
            return slip(line, "trước mỗi mục chỉ viết một dấu gạch và một dấu cách", column=line.dash)
        return self._of_entry(line, line.dash) if line.dash is not None else self._of_field(line)

    def is_below(self, line: WrittenLine) -> bool:
        """Whether it stands below the waiting field."""
        return self.waiting is not None and line.column > self.waiting.column

    def is_among_texts(self) -> bool:
        level = self.levels[-1]
        return level.dash is not None and level.model is None

    def model_at(self, line: WrittenLine) -> type[BaseModel] | None:
        """Of the level on which a line would stand that is no field or entry yet."""
        if self.waiting and (line.column > self.waiting.column or (line.dash is not None and self.waits_for_list)):
            return self.inside
        beside = (level for level in reversed(self.levels) if line.dash is not None and level.dash == line.dash)
        level = self.level_at(line.column) if line.dash is None else next(beside, None)
        return level.model if level else None

    def level_at(self, column: int) -> Level | None:
        return next((level for level in reversed(self.levels) if level.column == column), None)

    def _of_entry(self, line: WrittenLine, dash: int) -> Mistake | None:
        waiting = self.waiting
        if waiting and self.inside and not self.waits_for_list and dash > waiting.column and self._belongs_below(line):
            self.levels.append(Level(line.column, self.inside, line, None, waiting.column + STEP, waiting))
            must = f"không có dấu gạch: '{waiting.name}' không phải là danh sách mà là một nhóm trường; bỏ dấu gạch, "
            must += "các dòng của nhóm thụt vào thẳng cột với nhau"
            return slip(line, must, line.text.strip()[line.column - dash:], dash)
        if waiting and (self.waits_for_list or not self.is_known) and dash >= waiting.column:
            self.levels.append(Level(line.column, self.inside, line, dash, waiting.column + 2 * STEP, waiting))
            return None
        of_lists = [level for level in self.levels if level.dash is not None]
        same = next((level for level in reversed(of_lists) if level.dash == dash), None)
        if same:
            del self.levels[self.levels.index(same):]
            self.levels.append(Level(line.column, same.model, line, dash, dash + STEP, same.below))
            return None
        beside = self.level_at(dash)
        if beside and beside.has(line.name) and not any(level.has(line.name) for level in of_lists):
            must = f"không có dấu gạch ở trước: trường này không phải là một mục của danh sách, {_beside_first(beside)}"
            return slip(line, must, line.text[line.column:].strip(), dash)
        if not of_lists:
            return None
        fitting = [level for level in of_lists if not line.name or level.has(line.name)] or of_lists
        near = min(reversed(fitting), key=lambda level: abs((level.dash or 0) - dash))
        is_alone = near.lines == 1 and near.dash is not None and near.dash + STEP != near.usual
        if near.first and near.dash is not None and is_alone and dash + STEP == near.usual:
            return slip(near.first, f"dấu gạch phải thụt {dash} dấu cách, như dấu gạch ở dòng {line.number}", column=near.dash)
        above = near.first.number if near.first else 1
        return slip(line, f"dấu gạch phải thụt {near.dash} dấu cách, thẳng cột với dấu gạch ở dòng {above}", column=dash)

    def _of_field(self, line: WrittenLine) -> Mistake | None:
        waiting, column = self.waiting, line.column
        if waiting and column > waiting.column and (self.inside or not self.is_known):
            if self.waits_for_list and self._belongs_below(line):
                self.levels.append(Level(column, self.inside, line, column - STEP, waiting.column + 2 * STEP, waiting))
                return slip(line, lacks_dash(waiting.name, column - STEP), f"- {line.text.strip()}", column)
            self.levels.append(Level(
                column, self.inside, line, None, waiting.column + STEP, waiting, self.waits_for_names, 1, self.listed,
                self.of_each,
            ))
            return None
        same = self.level_at(column)
        if same is None:
            return self._astray(line)
        if self._belongs_below(line) and not same.has(line.name) and waiting and column == waiting.column:
            return self._below(line, waiting)
        for level in reversed(self.levels[self.levels.index(same) + 1:]):
            if level.has(line.name) and same.model and not same.has(line.name):
                return self._beside(line, level)
        if same.names_its_own and line.name not in same.listed:
            deeper = reversed(self.levels[self.levels.index(same) + 1:])
            if found := next((level for level in deeper if level.has(line.name)), None):
                return self._beside(line, found)
        if same.model and not same.has(line.name):
            for level in reversed(self.levels[: self.levels.index(same)]):
                if level.has(line.name) and line.name not in level.written:
                    return self._beside(line, level)
        del self.levels[self.levels.index(same) + 1:]
        same.first = same.first or line
        same.lines += 1
        return None

    def _astray(self, line: WrittenLine) -> Mistake:
        if self.waiting and self._belongs_below(line) and line.column <= self.waiting.column:
            return self._below(line, self.waiting)
        fitting = [level for level in self.levels if level.has(line.name)]
        near = fitting[-1] if fitting else min(self.levels, key=lambda level: abs(level.column - line.column))
        return self._beside(line, near)

    def _belongs_below(self, line: WrittenLine) -> bool:
        return self.inside is not None and line.name in fields_of(self.inside)

    def _below(self, line: WrittenLine, above: WrittenLine) -> Mistake:
        usual = above.column + STEP
        return slip(line, f"phải thụt vào {usual} dấu cách: trường này nằm dưới '{above.name}'", column=line.column)

    def _beside(self, line: WrittenLine, level: Level) -> Mistake:
        first = level.first
        if first and level.lines == 1 and level.column != level.usual and line.column == level.usual:
            must = f"phải thụt {level.usual} dấu cách, thẳng cột với '{line.name}' ở dòng {line.number}"
            return slip(first, must, column=first.column)
        beside = _beside_first(level)
        if level.column == 0:
            return slip(line, f"không được thụt vào: phải sát lề trái, {beside}", column=line.column)
        of = f", trong '{level.below.name}'" if level.below and level.column > level.below.column else ""
        return slip(line, f"phải thụt {level.column} dấu cách, {beside}{of}", column=line.column)


def _beside_first(level: Level) -> str:
    first = level.first
    return f"thẳng cột với '{first.name}' ở dòng {first.number}" if first and first.name else "như các trường cùng cấp"
