"""Rows of a sheet read as the headings of a form, on one row or on two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Mapping, Sequence

from generator.sheets.layouts import SheetColumn, SheetForm, folded_heading
from generator.sheets.workbook import Cell, WorkbookSheet

MOST_ROWS_ABOVE = 40
"""Of a sheet, in which its headings begin."""
_FEWEST = 3
"""Columns of a form by which it is one."""


@dataclass(frozen=True)
class Headings:
    """``first`` and ``last`` are their rows, from 0, the same where they stand on one; ``folded`` is what they say of each
    column of the sheet, and ``places`` where each field of the form has its column, from 0."""

    sheet: WorkbookSheet
    form: SheetForm
    first: int
    last: int
    folded: Sequence[str]
    places: Mapping[str, int]

    @property
    def lacking(self) -> list[SheetColumn]:
        """Columns that the form must have."""
        return [column for column in self.form.columns if column.required and column.field not in self.places]

    @property
    def is_whole(self) -> bool:
        return len(self.places) >= _FEWEST and not self.lacking

    @property
    def is_near(self) -> bool:
        return len(self.places) >= _FEWEST and len(self.lacking) == 1

    @property
    def is_named(self) -> bool:
        """Whether the form's name or title stands in the sheet's name or above its rows."""
        above = [cell.text for row in self.sheet.rows[:MOST_ROWS_ABOVE] for cell in row if not cell.merged]
        said = [folded_heading(text) for text in (self.sheet.name, *above)]
        title, name = folded_heading(self.form.title), self.form.name.lower()
        return any(title in text or name in text.replace(" ", "") for text in said)

    def cell(self, place: int) -> Cell:
        lower = self.sheet.rows[self.last][place]
        return lower if lower.text and not lower.merged else self.sheet.rows[self.first][place]

    def shown(self, place: int) -> str:
        """A column's heading as it is written; on two rows both."""
        upper, lower = (
            next((cell.text for cell in reversed(self.sheet.rows[row][: place + 1]) if cell.text), "")
            for row in (self.first, self.last)
        )
        own = self.sheet.rows[self.last][place]
        if self.last > self.first and own.text and not own.merged:
            return f"{upper}: {own.text}" if upper else own.text
        return self.sheet.rows[self.first][place].text or lower


def readings(sheet: WorkbookSheet, forms: Sequence[SheetForm]) -> Iterator[Headings]:
    """Each row, and each with the one below it, as headings of each form."""
    for first in range(min(MOST_ROWS_ABOVE, len(sheet.rows))):
        for last in range(first, min(first + 2, len(sheet.rows))):
            folded = _folded(sheet, first, last)
            for form in forms:
                places = {
                    column.field: place for column in reversed(form.columns)
                    for place, heading in reversed(list(enumerate(folded))) if heading in column.headings
                }
                yield Headings(sheet, form, first, last, folded, places)


def _folded(sheet: WorkbookSheet, first: int, last: int) -> list[str]:
    """A heading on two rows is both, the upper one reaching over the columns to its right."""
    headings, over = [], ""
    for place, upper in enumerate(sheet.rows[first]):
        over = upper.text or over
        lower = sheet.rows[last][place] if last > first else None
        if lower is None or lower.merged or not lower.text:
            headings.append(folded_heading(upper.text))
        else:
            headings.append(folded_heading([over, lower.text]))
    return headings
