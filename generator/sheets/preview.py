"""What an import would do: what is new, what changes, what is not understood, and the cells behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Mapping

from generator.reading.problems import Problem
from generator.sheets.field_changes import FieldChange
from generator.sheets.questions import NotUnderstood
from generator.sheets.wanted import COLUMNS_OF_FIELDS, Fields
from generator.sheets.workbook import Cell


@dataclass(frozen=True)
class Question:
    """What is not understood: where (file, sheet, cell), why, and what to write instead."""

    place: str
    why: str
    write: str

    @classmethod
    def about(cls, place: str, question: NotUnderstood, number: int | None = None) -> Question:
        """``place`` is the file and the sheet; ``number`` the row where no cell is to blame."""
        where = f"ô {question.cell.place}" if question.cell else f"dòng {number}"
        return cls(f"{place}, {where}", question.why, question.write)


@dataclass(frozen=True)
class Origin:
    """The row behind a record: the file and the sheet, the cell that stands for it, and its cells by column."""

    place: str
    cell: Cell
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def of_field(self, written: str, found: str | None) -> Cell:
        """The cell behind a field, by its path as problems write it; where no column has it, one that says what was ``found``,
        or else the row's own."""
        name = re.sub(r"\[\d+\]", "", written)
        while name and name not in COLUMNS_OF_FIELDS:
            name = name.rpartition(".")[0]
        saying = next((cell for cell in (self.cell, *self.cells.values()) if found and found in cell.text), self.cell)
        return self.cells.get(COLUMNS_OF_FIELDS.get(name, "")) or saying


@dataclass(frozen=True)
class NewRecord:
    """``about`` names it in a few words; ``fields`` is all that is written into it."""

    about: str
    fields: Fields


@dataclass
class Preview:
    """What an import would do. ``texts`` are the files it would write, by path below the content folder; ``read`` what
    those of them that there are hold now, and ``origins`` the cells behind each of them."""

    new: dict[str, NewRecord] = field(default_factory=dict)
    changed: dict[str, list[FieldChange]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)
    origins: dict[str, list[Origin]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """What was read in a way that somebody may want to hear of."""

    def place_of(self, problem: Problem) -> str | None:
        """The cells behind it, of many rows of one record those that say what it found; None where it is in no such record."""
        cells = [(origin.place, origin.of_field(problem.field, problem.found)) for origin in self.origins.get(problem.path, ())]
        saying = [(place, cell) for place, cell in cells if problem.found and problem.found in cell.text]
        return "; ".join(f"{place}, ô {cell.place}" for place, cell in saying or cells) or None
