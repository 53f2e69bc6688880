"""What is not understood of a cell, as a question to whoever sent the sheet."""

from __future__ import annotations

from generator.sheets.workbook import Cell
from generator.vietnamese import fold

_EMPTY = {"", "-", "–", "—", "..", "...", "/"}
_LONGEST = 2_000
"""Characters of a cell in which no long text is meant: more of them is a slip, or made to keep the machine busy."""


class NotUnderstood(Exception):
    """A cell that cannot be read in one way only: ``why``, and what to ``write`` in it instead."""

    def __init__(self, cell: Cell | None, why: str, write: str) -> None:
        super().__init__(why)
        self.cell, self.why, self.write = cell, why, write


def is_empty(cell: Cell | None) -> bool:
    """Nothing, or one of the marks that offices put for nothing."""
    return cell is None or fold(cell.text) in _EMPTY


def brief_text(cell: Cell, longest: int = _LONGEST) -> str:
    """The cell's text where a number, a day or a name is meant. Raises NotUnderstood."""
    if len(cell.text) > longest:
        raise NotUnderstood(cell, f"ô này quá dài ({len(cell.text)} chữ): '{cell.text[:60]}…'", "chỉ điều mà tên cột hỏi")
    return cell.text
