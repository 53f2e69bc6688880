"""An Excel sheet, and what a host shows of one that was sent, as pages that can be photographed."""

from __future__ import annotations

from html import escape
from pathlib import Path

from markdown import markdown
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.site.short_days import short_day

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>%s</title>
<style>body { margin: 0; background: #fff; color: #1b1b1b; font: 15px/1.45 "DejaVu Sans", sans-serif } article { padding: 12px }
table { border-collapse: collapse; font-size: 11px; line-height: 1.25 }
td { height: 18px; padding: 1px 3px; border: 1px solid #c8cdd3; vertical-align: middle }
th { min-width: 20px; padding: 1px 3px; border: 1px solid #c8cdd3; background: #eceff2; color: #4a5158; font-weight: 400 }
.bold { font-weight: 700; text-align: center } h1 { font-size: 21px } h3 { margin: 12px 0 4px; font-size: 16px } ul { margin: 0 }</style>
<article>%s</article></html>"""


def page_of_sheet(path: Path, columns: int, rows: int) -> str:
    """Its upper left corner, with the letters and numbers around it by which a cell is named."""
    sheet = load_workbook(path).worksheets[0]
    letters = "".join(
        f'<th style="width:{width_of(sheet, column)}px">{get_column_letter(column)}</th>' for column in range(1, columns + 1)
    )
    lines = (f"<tr><th>{row}</th>{line_of(sheet, row, columns)}</tr>" for row in range(1, rows + 1))
    return PAGE % ("Bảng tính", f"<table><tr><th></th>{letters}</tr>{''.join(lines)}</table>")


def line_of(sheet: Worksheet, row: int, columns: int) -> str:
    return "".join(cell_of(sheet, row, column, columns) for column in range(1, columns + 1))


def width_of(sheet: Worksheet, column: int) -> int:
    return round(sheet.column_dimensions[get_column_letter(column)].width * 5)


def cell_of(sheet: Worksheet, row: int, column: int, columns: int) -> str:
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        return ""
    merged = next((span for span in sheet.merged_cells.ranges if cell.coordinate in span), None)
    spans = f' colspan="{min(merged.size["columns"], columns - column + 1)}" rowspan="{merged.size["rows"]}"' if merged else ""
    return f"<td{spans}{' class=bold' if cell.font.b else ''}>{escape(words_of(cell))}</td>"


def words_of(cell: Cell) -> str:
    return "" if cell.value is None else short_day(cell.value) if cell.is_date else str(cell.value)


def page_of_proposal(title: str, text: str) -> str:
    """As hosts show the text of a merge request, which is Markdown."""
    return PAGE % (escape(title), f"<h1>{escape(title)}</h1>{markdown(text, tab_length=2)}")
