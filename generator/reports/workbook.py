"""A sheet as an Excel workbook to print on A4 and sign (fonts as in Decree 30/2020/NĐ-CP, Appendix I)."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from generator.reports.sheet import Cell, ReportSheet

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
LINE_HEIGHT = 16.5
"""Of one line of 12 points, in points; merged cells do not find their height themselves."""
LARGEST_CELL = 32_767
A4 = 9


def sheet_xlsx(sheet: ReportSheet) -> bytes:
    """The same sheet gives the same bytes. Text is text: nothing in a record can become a formula or a link."""
    import xlsxwriter  # slow to import, and few commands need it

    sheet = sheet.printed()
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": " ".join(sheet.titles[:1]), "created": datetime.combine(sheet.made_for, time())})
    page = book.add_worksheet(sheet.name)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.set_footer(f'&C&"{FONT}"&10&P/&N')
    for position, column in enumerate(sheet.columns):
        page.set_column(position, position, column.width, book.add_format({"font_name": FONT, "font_size": 12}))
    row = _head(book, page, sheet)
    row = _headings(book, page, sheet, row)
    row = _rows(book, page, sheet, row)
    _foot(book, page, sheet, row)
    book.close()
    return file.getvalue()


def _head(book: xlsxwriter.Workbook, page: Worksheet, sheet: ReportSheet) -> int:
    """The corners and the titles; the number of the row after them."""
    last, half = len(sheet.columns) - 1, max(len(sheet.columns) // 2, 1)
    corner = _format(book, bold=True, align="center")
    lines = max(len(sheet.left), len(sheet.right))
    for row in range(lines):
        _merged(page, row, 0, half - 1, sheet.left[row] if row < len(sheet.left) else "", corner)
        _merged(page, row, half, last, sheet.right[row] if row < len(sheet.right) else "", corner)
    row = lines + 1
    for position, title in enumerate(sheet.titles):
        main = position == 0
        style = _format(book, bold=main, italic=not main, align="center", font_size=14 if main else 13)
        _merged(page, row, 0, last, title, style)
        page.set_row(row, LINE_HEIGHT * _lines(title, _width(sheet) * 0.8) + 3)
        row += 1
    return row + 1


def _headings(book: xlsxwriter.Workbook, page: Worksheet, sheet: ReportSheet, row: int) -> int:
    """On two rows where columns stand in groups; repeated on each printed page and kept in sight."""
    style = _format(book, bold=True, align="center", border=1)
    grouped = any(column.group for column in sheet.columns)
    position, upper = 0, 1
    for group, columns in groupby(sheet.columns, key=lambda column: column.group):
        width = [column.width for column in columns]
        count = len(width)
        if group:
            upper = max(upper, _lines(group, sum(width), bold=True))
            _merged(page, row, position, position + count - 1, group, style)
        for place in range(position, position + count):
            if group or not grouped:
                page.write_string(row + grouped, place, sheet.columns[place].heading, style)
            else:
                page.merge_range(row, place, row + 1, place, sheet.columns[place].heading, style)
        position += count
    below = [column for column in sheet.columns if column.group or not grouped]
    lower = max(_lines(column.heading, column.width, bold=True) for column in below)
    if grouped:
        page.set_row(row, LINE_HEIGHT * upper)
    page.set_row(row + grouped, LINE_HEIGHT * lower)
    page.repeat_rows(row, row + grouped)
    page.freeze_panes(row + grouped + 1, 0)
    return row + grouped + 1


def _rows(book: xlsxwriter.Workbook, page: Worksheet, sheet: ReportSheet, row: int) -> int:
    for cells, bold in (*((cells, False) for cells in sheet.rows), *([(sheet.total, True)] if sheet.total else [])):
        styles = {
            str: _format(book, bold=bold, border=1), type(None): _format(book, bold=bold, border=1),
            int: _format(book, bold=bold, border=1, align="center", num_format="#,##0"),
            date: _format(book, bold=bold, border=1, align="center", num_format="dd/mm/yyyy"),
        }
        for position, cell in enumerate(cells):
            _write(page, row, position, cell, styles[type(cell)])
        texts = [(cell, column.width) for cell, column in zip(cells, sheet.columns, strict=True) if isinstance(cell, str)]
        lines = max((_lines(text, width) for text, width in texts), default=1)
        page.set_row(row, LINE_HEIGHT * min(lines, 24))
        row += 1
    return row


def _foot(book: xlsxwriter.Workbook, page: Worksheet, sheet: ReportSheet, row: int) -> None:
    last = len(sheet.columns) - 1
    note = _format(book, italic=True)
    for text in sheet.notes:
        _merged(page, row, 0, last, text, note)
        page.set_row(row, LINE_HEIGHT * _lines(text, _width(sheet)))
        row += 1
    row += 1
    share = len(sheet.columns) / len(sheet.signatures)
    for position, signature in enumerate(sheet.signatures):
        first, end = round(position * share), max(round((position + 1) * share) - 1, round(position * share))
        if position == len(sheet.signatures) - 1:
            _merged(page, row, first, end, sheet.place_and_day, _format(book, italic=True, align="center"))
        _merged(page, row + 1, first, end, signature, _format(book, bold=True, align="center"))
        _merged(page, row + 2, first, end, sheet.sign_here, _format(book, italic=True, align="center"))


def _write(page: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    if cell is None:
        page.write_blank(row, column, None, style)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), style)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, style)
    else:
        page.write_string(row, column, cell[:LARGEST_CELL], style)


def _merged(page: Worksheet, row: int, first: int, last: int, text: str, style: Format) -> None:
    if first == last:
        page.write_string(row, first, text, style)
    else:
        page.merge_range(row, first, row, last, "", style)
        page.write_string(row, first, text, style)


def _format(book: xlsxwriter.Workbook, **settings: Any) -> Format:
    return book.add_format({"font_name": FONT, "font_size": 12, "text_wrap": True, "valign": "vcenter", **settings})


def _lines(text: str, width: float, bold: bool = False) -> int:
    """How many lines the text needs in a column of this many characters; bold ones are wider."""
    return sum(max(len(wrap(line, max(int(width * (0.85 if bold else 1)), 1))), 1) for line in text.split("\n"))


def _width(sheet: ReportSheet) -> float:
    return sum(column.width for column in sheet.columns)
