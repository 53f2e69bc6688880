"""Where a form of the guidance stands in a sheet: its headings, its rows, what is around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

from generator.sheets.contents import NotASheet
from generator.sheets.layouts import SheetForm, folded_heading
from generator.sheets.workbook import Cell, WorkbookSheet
from generator.text.vietnamese import fold, nearest

_MOST_ROWS_ABOVE = 40
_TOTALS = re.compile(r"(tong|tong so|tong cong|cong|cong chung|toan quan|toan huyen)")
_BELOW = re.compile(r"(noi nhan|tm\.? |t/m |nguoi lap|k/?t\.? |thu truong|.*\bngay [\d. ]*thang [\d. ]*nam\b)")


@dataclass(frozen=True)
class SheetLine:
    """One row of a form: the cells by field. Cells left empty are there too."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True)
class SheetTable:
    """A form found in a sheet. ``above`` is what stands over the headings, such as the office's name and the year.

    ``odd`` are headings that the form has not, over columns that hold something.
    """

    form: SheetForm
    sheet: str
    above: str
    lines: tuple[SheetLine, ...]
    odd: tuple[tuple[Cell, str | None], ...]


Reading = tuple[int, int, dict[str, int], SheetForm]
"""First and last row of headings, the place of each field's column, and the form that they are of."""


def find_tables(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> Iterator[SheetTable]:
    """The form in each sheet; a sheet with none is passed over. Raises NotASheet when no sheet has one."""
    found = [table for sheet in sheets if (table := _table(sheet, forms))]
    if not found:
        names = ", ".join(form.name for form in forms)
        raise NotASheet(f"không thấy bảng nào theo biểu {names}: {_nearest_form(sheets, forms)}")
    yield from found


def _table(sheet: WorkbookSheet, forms: tuple[SheetForm, ...]) -> SheetTable | None:
    best = max(_candidates(sheet, forms), key=lambda found: len(found[2]), default=None)
    if best is None:
        return None
    first, last, columns, form = best
    headings = _headings(sheet, first, last)
    lines = tuple(_lines(sheet, last + 1, columns))
    used = {line.number for line in lines}
    odd = tuple(
        (sheet.rows[last][place], nearest(heading, tuple(column.heading for column in form.columns)))
        for place, heading in enumerate(headings)
        if place not in columns.values() and any(sheet.rows[number - 1][place].value is not None for number in used)
    )
    above = " \n ".join(cell.text for row in sheet.rows[:first] for cell in row if cell.value is not None and not cell.merged)
    return SheetTable(form, sheet.name, above, lines, odd)


def _candidates(sheet: WorkbookSheet, forms: tuple[SheetForm, ...]) -> Iterator[Reading]:
    """First and last row of headings, and the place of each field's column, for each form that can be read there."""
    for first, last, columns, form in _readings(sheet, forms):
        if len(columns) >= 3 and all(column.field in columns for column in form.columns if column.required):
            yield first, last, columns, form


def _readings(sheet: WorkbookSheet, forms: tuple[SheetForm, ...]) -> Iterator[Reading]:
    for first in range(min(_MOST_ROWS_ABOVE, len(sheet.rows))):
        for last in (first, first + 1):
            if last >= len(sheet.rows):
                continue
            headings = _headings(sheet, first, last)
            for form in forms:
                columns = {
                    column.field: place for column in reversed(form.columns)
                    for place, heading in reversed(list(enumerate(headings))) if heading in column.headings
                }
                yield first, last, columns, form


def _headings(sheet: WorkbookSheet, first: int, last: int) -> list[str]:
    """Folded; a heading on two rows is both, the upper one reaching over the columns to its right."""
    headings, over = [], ""
    for place, upper in enumerate(sheet.rows[first]):
        over = upper.text or over
        lower = sheet.rows[last][place] if last > first else None
        if lower is None or lower.merged or not lower.text:
            headings.append(folded_heading(upper.text))
        else:
            headings.append(folded_heading([over, lower.text]))
    return headings


def _lines(sheet: WorkbookSheet, start: int, columns: dict[str, int]) -> Iterator[SheetLine]:
    for number, row in enumerate(sheet.rows[start:], start + 1):
        cells = {field: row[place] for field, place in columns.items()}
        filled = [cell for cell in row if cell.value is not None and not cell.merged]
        folded = [fold(cell.text).strip(" .:()") for cell in filled]
        if not filled or any(_TOTALS.fullmatch(text) for text in folded[:2]) or _numbers_columns(filled, folded):
            continue
        if len(filled) <= 3 and any(_BELOW.match(fold(cell.text)) for cell in filled):
            return
        yield SheetLine(number, cells)


def _numbers_columns(filled: list[Cell], folded: list[str]) -> bool:
    """The row of (1) (2) (3)… under the headings."""
    return len(filled) > 2 and folded in ([str(number) for number in range(start, start + len(filled))] for start in (0, 1))


def _nearest_form(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> str:
    """The form that the sheets come nearest to: its columns that are missing, and the headings that it has not."""
    sheet, (first, last, columns, form) = max(
        ((sheet, reading) for sheet in sheets for reading in _readings(sheet, forms)),
        key=lambda found: (len(found[1][2]), _is_named(found[0], found[1][3]), found[1][1] > found[1][0]),
    )
    if not columns:
        return "các cột phải có tên như trong mẫu"
    missing = [column.heading for column in form.columns if column.required and column.field not in columns]
    odd = [
        f"'{_shown(sheet, first, last, place)}' (ô {sheet.rows[last][place].place})"
        for place, heading in enumerate(_headings(sheet, first, last)) if heading and place not in columns.values()
    ]
    said = f"gần với {form.name} nhất nhưng thiếu cột " + ", ".join(f"'{heading}'" for heading in missing)
    return said + (f"; có những cột chưa hiểu: {', '.join(odd)}" if odd else "")


def _is_named(sheet: WorkbookSheet, form: SheetForm) -> bool:
    """Whether the form's name or title stands in the sheet's name or above its rows."""
    texts = [sheet.name, *(cell.text for row in sheet.rows[:_MOST_ROWS_ABOVE] for cell in row if not cell.merged)]
    said = [folded_heading(text) for text in texts]
    return any(folded_heading(form.title) in text or form.name.lower() in text.replace(" ", "") for text in said)


def _shown(sheet: WorkbookSheet, first: int, last: int, place: int) -> str:
    upper, lower = (
        next((cell.text for cell in reversed(sheet.rows[row][: place + 1]) if cell.text), "") for row in (first, last)
    )
    own = sheet.rows[last][place]
    return f"{upper}: {own.text}" if last > first and own.text and not own.merged else sheet.rows[first][place].text or lower
