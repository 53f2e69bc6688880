"""What is not understood of a cell, as a question to whoever sent the sheet; all questions of a row are asked at once."""

from __future__ import annotations

from typing import Any, Callable, Collection, TypeVar

from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

Read = TypeVar("Read")

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
    return cell is None or (cell.wrong is None and fold(cell.text) in _EMPTY)


def is_filled(cell: Cell) -> bool:
    """Whether the cell's own row says something here."""
    return (cell.value is not None or cell.wrong is not None) and not cell.merged


def waits(cell: Cell) -> bool:
    """A formula that gives nothing, as of a row in which nothing is filled in yet."""
    return cell.is_formula and cell.value in (None, 0)


def brief_text(cell: Cell, longest: int = _LONGEST) -> str:
    """The cell's text where a number, a day or a name is meant. Raises NotUnderstood."""
    if len(cell.text) > longest:
        raise NotUnderstood(cell, f"ô này quá dài ({len(cell.text)} chữ): '{cell.text[:60]}…'", "chỉ điều mà tên cột hỏi")
    return cell.text


class RowCells:
    """The cells of one row, read one after the other; what is not understood is kept until ``ask_all`` raises all of it.

    ``may_be_merged`` names the columns in which one value for several rows leaves no doubt.
    """

    def __init__(self, cells: dict[str, Cell], may_be_merged: Collection[str]) -> None:
        self.cells, self.may_be_merged = cells, may_be_merged
        self.questions: list[NotUnderstood] = []

    def has(self, name: str) -> bool:
        return not is_empty(self.cells.get(name))

    def given(self, name: str, read: Callable[..., Read], *about: object) -> Read | None:
        """What ``read`` makes of the cell and ``about``; None if the cell is empty or a question, which it is once only."""
        cell = self.cells.get(name)
        if cell is None or any(question.cell is cell for question in self.questions):
            return None
        try:
            if cell.merged and name not in self.may_be_merged:
                write = f"{'' if cell.ditto else 'bỏ gộp ô, '}ghi riêng từng dòng: {cell.text}"
                how = "ghi như ô ở trên" if cell.ditto else "gộp với ô ở trên"
                raise NotUnderstood(cell, f"ô này {how} nên không rõ giá trị của dòng nào", write)
            if cell.wrong:
                raise NotUnderstood(cell, cell.wrong, cell.mend)
            if cell.struck:
                write = "nội dung còn dùng thì bỏ gạch ngang, không dùng thì xóa"
                raise NotUnderstood(cell, f"chữ trong ô bị gạch ngang: '{cell.text}'", write)
            return None if is_empty(cell) else read(cell, *about)
        except NotUnderstood as question:
            self.questions.append(question)
            return None

    def needed(self, name: str, write: str, read: Callable[..., Read], *about: object) -> Read | None:
        """As ``given``, and a question too if the cell is empty."""
        if not self.has(name):
            self.ask(name, "ô này không được để trống", write)
        return self.given(name, read, *about)

    def ask(self, name: str, why: str, write: str, instead: str = "") -> None:
        """``instead`` is the column to point to in a sheet that has no column of that name."""
        self.questions.append(NotUnderstood(self.cells.get(name) or self.cells.get(instead), why, write))

    def ask_all(self) -> None:
        """Raises an ExceptionGroup of NotUnderstood, from left to right, if anything was not."""
        if self.questions:
            raise ExceptionGroup("not understood", sorted(self.questions, key=_column))


def _column(question: NotUnderstood) -> tuple[int, str]:
    """Z9 stands before AA9; a column that the sheet has not comes first."""
    return (len(question.cell.place), question.cell.place) if question.cell else (0, "")


def as_written(cell: Cell) -> str:
    return cell.text


def told(**fields: Any) -> dict[str, Any]:
    """Those of the fields that a row says anything of."""
    return {name: value for name, value in fields.items() if value}
