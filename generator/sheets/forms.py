"""The forms of the guidance that stand in sheets: each with its rows, and what is around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from generator.sheets.contents import NotASheet
from generator.sheets.headings import Headings, readings
from generator.sheets.layouts import SheetColumn, SheetForm
from generator.sheets.lines import SheetLine, lines_below
from generator.sheets.questions import is_filled
from generator.sheets.workbook import Cell, WorkbookSheet
from generator.text.vietnamese import nearest


@dataclass(frozen=True)
class SheetTable:
    """A form found in a sheet. ``above`` is what stands over the headings, such as the office's name and the year."""

    form: SheetForm
    sheet: str
    above: str
    lines: tuple[SheetLine, ...]
    odd: tuple[tuple[Cell, str, str | None], ...]
    """Headings that the form has not, over columns that hold something: each with its text, and the form's heading that it
    comes nearest to."""
    is_hidden: bool = False
    hidden_columns: tuple[Cell, ...] = ()
    """The headings of the form's columns that are hidden and hold something."""
    unread: Cell | None = None
    """The first above the rows that nobody can read, of which the office or the year may be one."""


def find_tables(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> Iterator[SheetTable]:
    """The form in each sheet; a sheet with none is passed over. Raises NotASheet when no sheet has one."""
    found = [_table(headings) for sheet in sheets if (headings := _best(sheet, forms))]
    if not found:
        names = ", ".join(form.name for form in forms)
        raise NotASheet(f"không thấy bảng nào theo biểu {names}: {_nearest_form(sheets, forms)}{_unreadable(sheets)}")
    yield from found


def near_misses(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> Iterator[tuple[WorkbookSheet, str | None]]:
    """The sheets that anybody sees and that hold no form, each with what is missing if it comes near one."""
    for sheet in sheets:
        if not sheet.is_hidden and _best(sheet, forms) is None:
            is_near = any(headings.is_near for headings in readings(sheet, forms))
            yield sheet, _nearest_form([sheet], forms) if is_near else None


def _best(sheet: WorkbookSheet, forms: tuple[SheetForm, ...]) -> Headings | None:
    whole = (headings for headings in readings(sheet, forms) if headings.is_whole)
    return max(whole, key=lambda headings: len(headings.places), default=None)


def _table(headings: Headings) -> SheetTable:
    sheet, form, of_form = headings.sheet, headings.form, set(headings.places.values())
    lines = tuple(lines_below(headings))
    used = [
        place for place in range(len(headings.folded)) if any(is_filled(sheet.rows[line.number - 1][place]) for line in lines)
    ]
    missing = [column for column in form.columns if column.field not in headings.places]
    odd = tuple(
        (headings.cell(place), headings.shown(place), _near_heading(headings.folded[place], missing))
        for place in used if place not in of_form
    )
    hidden = tuple(
        headings.cell(place) for place in used
        if place in of_form and place in sheet.hidden_columns and place != headings.places.get("number")
    )
    to_last = sheet.rows[: headings.last + 1]
    unread = next((cell for row in to_last for cell in row if cell.wrong and not cell.merged), None)
    over = (cell for row in sheet.rows[: headings.first] for cell in row if cell.value is not None and not cell.merged)
    above = " \n ".join(cell.text for cell in over)
    return SheetTable(form, sheet.name, above, lines, odd, sheet.is_hidden, hidden, unread)


def _near_heading(written: str, missing: list[SheetColumn]) -> str | None:
    """Of the columns that the sheet has not: the one spelt nearly so, else the one whose words are all there."""
    near = nearest(written, tuple(column.heading for column in missing))
    words = set(written.split())
    within = [
        (len(way.split()), column.heading) for column in missing for way in column.headings
        if len(way.split()) > 1 and set(way.split()) <= words
    ]
    return near or (max(within)[1] if within else None)


def _unreadable(sheets: list[WorkbookSheet]) -> str:
    """Letters of old fonts hide the headings themselves."""
    wrong = [cell for sheet in sheets if not sheet.is_hidden for row in sheet.rows for cell in row if cell.wrong]
    return f"; ô {wrong[0].place}: {wrong[0].wrong}, hãy {wrong[0].mend}" if wrong else ""


def _nearest_form(sheets: list[WorkbookSheet], forms: tuple[SheetForm, ...]) -> str:
    """The form that the sheets come nearest to: its columns that are missing, and the headings that it has not."""
    found = max(
        (headings for sheet in sheets for headings in readings(sheet, forms)),
        key=lambda one: (not one.sheet.is_hidden, len(one.places), one.is_named, one.last > one.first),
    )
    if not found.places:
        return "các cột phải có tên như trong mẫu"
    odd = [
        f"'{found.shown(place)}' (ô {found.sheet.rows[found.last][place].place})"
        for place, heading in enumerate(found.folded) if heading and place not in found.places.values()
    ]
    said = f"gần với {found.form.name} nhất nhưng thiếu cột " + ", ".join(f"'{column.heading}'" for column in found.lacking)
    return said + (f"; có những cột chưa hiểu: {', '.join(odd)}" if odd else "")
