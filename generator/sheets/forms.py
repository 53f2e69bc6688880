"""Where a form of the guidance stands in a sheet: its headings, and what is around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from generator.sheets.contents import NotASheet
from generator.sheets.layouts import SheetColumn, SheetForm, folded_heading
from generator.sheets.lines import SheetLine, lines_below
from generator.sheets.questions import is_filled
from generator.sheets.workbook import Cell, WorkbookSheet
from generator.text.vietnamese import nearest

_MOST_ROWS_ABOVE = 40


@dataclass(frozen=True)
class SheetTable:
    """A form found in a sheet. ``above`` is what stands over the headings, such as the office's name and the year.

    ``odd`` are headings that the form has not, over columns that hold something.
    """

    form: SheetForm
    sheet: str
    above: str
    lines: tuple[SheetLine, ...]
    odd: tuple[tuple[Cell, str, str | None], ...]
    """Each with its text, and the form's heading that it comes nearest to."""
    is_hidden: bool = False
    hidden_columns: tuple[Cell, ...] = ()
    """The headings of the form's columns that are hidden and hold something."""
    unread: Cell | None = None
    """The first above the rows that nobody can read, of which the office or the year may be one."""


Reading = tuple[int, int, dict[str, int], SheetForm]
"""First and last row of headings, the place of each field's column, and the form that they are of."""


def find_tables(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> Iterator[SheetTable]:
    """The form in each sheet; a sheet with none is passed over. Raises NotASheet when no sheet has one."""
    found = [table for sheet in sheets if (table := _table(sheet, forms))]
    if not found:
        names = ", ".join(form.name for form in forms)
        raise NotASheet(f"không thấy bảng nào theo biểu {names}: {_nearest_form(sheets, forms)}{_unreadable(sheets)}")
    yield from found


def near_misses(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> Iterator[tuple[WorkbookSheet, str | None]]:
    """The sheets that anybody sees and that hold no form, each with what is missing if it comes near one."""
    for sheet in sheets:
        if not sheet.is_hidden and not any(_candidates(sheet, forms)):
            is_near = any(
                len(columns) >= 3 and sum(column.required and column.field not in columns for column in form.columns) == 1
                for _, _, columns, form in _readings(sheet, forms)
            )
            yield sheet, _nearest_form([sheet], forms) if is_near else None


def _table(sheet: WorkbookSheet, forms: tuple[SheetForm, ...]) -> SheetTable | None:
    best = max(_candidates(sheet, forms), key=lambda found: len(found[2]), default=None)
    if best is None:
        return None
    first, last, columns, form = best
    headings = _headings(sheet, first, last)
    lines = tuple(lines_below(sheet, first, last, columns))
    used = [place for place in range(len(headings)) if any(is_filled(sheet.rows[line.number - 1][place]) for line in lines)]
    missing = [column for column in form.columns if column.field not in columns]
    odd = tuple(
        (_heading_cell(sheet, first, last, place), _shown(sheet, first, last, place), _near_heading(headings[place], missing))
        for place in used if place not in columns.values()
    )
    hidden = tuple(
        _heading_cell(sheet, first, last, place) for place in used
        if place in columns.values() and place in sheet.hidden_columns and place != columns.get("number")
    )
    unread = next((cell for row in sheet.rows[: last + 1] for cell in row if cell.wrong and not cell.merged), None)
    above = " \n ".join(cell.text for row in sheet.rows[:first] for cell in row if cell.value is not None and not cell.merged)
    return SheetTable(form, sheet.name, above, lines, odd, sheet.is_hidden, hidden, unread)


def _heading_cell(sheet: WorkbookSheet, first: int, last: int, place: int) -> Cell:
    lower = sheet.rows[last][place]
    return lower if lower.text and not lower.merged else sheet.rows[first][place]


def _near_heading(written: str, missing: list[SheetColumn]) -> str | None:
    """Of the columns that the sheet has not: the one spelt nearly so, else the one whose words are all there."""
    near = nearest(written, tuple(column.heading for column in missing))
    words = set(written.split())
    within = [
        (len(way.split()), column.heading) for column in missing for way in column.headings
        if len(way.split()) > 1 and set(way.split()) <= words
    ]
    return near or (max(within)[1] if within else None)


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


def _unreadable(sheets: list[WorkbookSheet]) -> str:
    """Letters of old fonts hide the headings themselves."""
    wrong = [cell for sheet in sheets if not sheet.is_hidden for row in sheet.rows for cell in row if cell.wrong]
    return f"; ô {wrong[0].place}: {wrong[0].wrong}, hãy {wrong[0].mend}" if wrong else ""


def _nearest_form(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> str:
    """The form that the sheets come nearest to: its columns that are missing, and the headings that it has not."""
    sheet, (first, last, columns, form) = max(
        ((sheet, reading) for sheet in sheets for reading in _readings(sheet, forms)),
        key=lambda found: (
            not found[0].is_hidden, len(found[1][2]), _is_named(found[0], found[1][3]), found[1][1] > found[1][0]
        ),
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
    if last > first and own.text and not own.merged:
        return f"{upper}: {own.text}" if upper else own.text
    return sheet.rows[first][place].text or lower
