"""An .xlsx file as sheets of cells; whatever could harm the machine or hide something is refused with a reason."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Iterator
from xml.parsers.expat import ExpatError

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.sheets.contents import MOST_PLACES, NotASheet, refuse_contents
from generator.sheets.wrong_letters import wrong_letters
from generator.text.unseen import INVISIBLE
from generator.text.vietnamese import composed

Value = str | int | float | bool | datetime | date | time | None

MOST_BYTES = 5_000_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an OLE file begins: an .xls of before 2007, or an .xlsx with a password."""
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, ExpatError, InvalidFileException, EOFError, LookupError,
    ValueError, TypeError, AttributeError, ArithmeticError, NotImplementedError, AssertionError, RecursionError, MemoryError,
    OSError,
)
"""What openpyxl lets through from a damaged file; it has no error of its own for it, and calls a Word file an OSError. A
SyntaxError is what both parsers that it uses, lxml's and the library's, make of XML."""

_TEXT_WORKED_OUT = "str"
"""What a formula that gives a text is of (ECMA-376 Part 1, 18.18.11); openpyxl leaves it so where that text is empty."""


@dataclass(frozen=True)
class Cell:
    """``place`` is as Excel names it (C7). ``value`` is None where nothing is written; text is in normal form C.

    ``merged``: the value stands in a cell above that this one is merged with.
    """

    place: str
    value: Value
    shows_day: bool = True
    """Whether a date is shown with its day: Excel turns "8/2023" into a first of the month that shows none."""
    merged: bool = False
    wrong: str | None = None
    """Why nothing can be read here though something is written; ``value`` is None then."""
    mend: str = "giá trị; hoặc mở bằng Excel, lưu lại rồi dán dạng giá trị (Paste Values)"
    """What to write where something is ``wrong``."""
    struck: bool = False
    """Whether any of it is struck through."""
    ditto: bool = False
    """Whether the office wrote "as above" here; ``value`` is what stands above then, as in a merged cell."""
    has_comment: bool = False
    is_formula: bool = False
    """Whether a formula gives the value, or would if it had been worked out."""

    @property
    def text(self) -> str:
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True)
class WorkbookSheet:
    """Rows of equal length; ``rows[0]`` is row 1. A cell merged with others has their value if it stands in a row
    below the first, and none if it stands to the right, so that a merged title is read once."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    """By their numbers in Excel, also those that a filter hides."""
    hidden_columns: frozenset[int] = frozenset()
    """Counted from 0."""


def read_sheets(path: Path) -> list[WorkbookSheet]:
    """The sheets of the file that hold anything, hidden ones too. Raises NotASheet and OSError."""
    _refuse_kind(path)
    try:
        has_formulas = refuse_contents(path)
        values = openpyxl.load_workbook(path, data_only=True, rich_text=True)
        formulas = openpyxl.load_workbook(path) if has_formulas else values
        sheets = list(_sheets(values, formulas))
    except _UNREADABLE:
        raise NotASheet("tệp bị hỏng hoặc không phải tệp Excel; hãy mở bằng Excel rồi lưu lại (Save As) dạng .xlsx") from None
    sheets = [sheet for sheet in sheets if sheet.rows]
    if not any(not sheet.is_hidden for sheet in sheets):
        raise NotASheet("tệp không có dòng nào; hãy kiểm tra có gửi nhầm tệp trống không")
    return sheets


def _sheets(values: Workbook, formulas: Workbook) -> Iterator[WorkbookSheet]:
    for sheet in values.worksheets:
        try:
            yield _sheet(sheet, formulas[sheet.title])
        except NotASheet:
            if sheet.sheet_state == "visible":
                raise
            yield WorkbookSheet(_composed(sheet.title), ((),), is_hidden=True)  # told by its name; nobody reads it


def _refuse_kind(path: Path) -> None:
    if path.suffix.lower() in (".xlsm", ".xltm", ".xlam", ".xlsb"):
        raise NotASheet("tệp có thể chứa macro; hãy lưu lại (Save As) dạng .xlsx")
    with path.open("rb") as file:
        start = file.read(MOST_BYTES + 1)
    if len(start) > MOST_BYTES:
        raise NotASheet(f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB; hãy xóa ảnh và các trang tính không dùng đến")
    if start.startswith(_OLD_OR_LOCKED):
        raise NotASheet("tệp có mật khẩu hoặc là .xls kiểu cũ; hãy bỏ mật khẩu và lưu lại (Save As) dạng .xlsx")
    if not start.startswith(b"PK"):
        raise NotASheet("không phải tệp Excel dạng .xlsx; hãy mở bằng Excel rồi lưu lại (Save As) dạng .xlsx")


def _sheet(sheet: Worksheet, formulas: Worksheet) -> WorkbookSheet:
    if sheet.max_row * sheet.max_column > MOST_PLACES:
        raise NotASheet(f"trang tính '{sheet.title}' quá rộng; hãy chép riêng bảng cần gửi sang một tệp mới")
    filled = [cell for row in formulas.iter_rows() for cell in row if cell.value is not None]
    above: dict[str, str] = {}
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row + 1, merged.max_row + 1):
            above[sheet.cell(row, merged.min_col).coordinate] = sheet.cell(merged.min_row, merged.min_col).coordinate
    last_row = max((cell.row for cell in filled), default=0)
    last_column = max((cell.column for cell in filled), default=0)
    rows = tuple(
        tuple(_cell(sheet, formulas, above, cell.coordinate) for cell in row)
        for row in sheet.iter_rows(min_row=1, max_row=last_row, max_col=last_column) if last_row
    )
    hidden_rows = frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden)
    hidden_columns = frozenset(
        place for column in sheet.column_dimensions.values() if column.hidden
        for place in range((column.min or 1) - 1, min(column.max or 0, last_column))
    )
    return WorkbookSheet(_composed(sheet.title), rows, sheet.sheet_state != "visible", hidden_rows, hidden_columns)


def _cell(sheet: Worksheet, formulas: Worksheet, above: dict[str, str], place: str) -> Cell:
    source = above.get(place, place)
    cell, value, merged = sheet[source], sheet[source].value, source != place
    formula = formulas[source].value
    is_formula = str(getattr(formula, "text", formula) or "").startswith("=")
    if value is None and is_formula:
        unknown = None if cell.data_type == _TEXT_WORKED_OUT else "công thức chưa có kết quả"
        return Cell(place, None, merged=merged, wrong=unknown, is_formula=True)
    is_struck = value is not None and (bool(cell.font.strike) or _has_struck_part(value))
    if isinstance(value, str | CellRichText):
        if cell.data_type == "e":
            return Cell(place, None, merged=merged, wrong=f"ô báo lỗi {value}", is_formula=is_formula)
        value = _composed(str(value)) or None
        if value and (wrong := wrong_letters(value)):
            return Cell(place, None, merged=merged, wrong=wrong[0], mend=wrong[1])
        value = value and composed(value)
    elif not isinstance(value, (int, float, bool, datetime, date, time, type(None))):
        value = _composed(str(value))
    shows_day = "d" in str(cell.number_format).lower().replace("red", "")
    return Cell(
        place, value, shows_day, merged, struck=is_struck, has_comment=not merged and cell.comment is not None,
        is_formula=is_formula,
    )


def _has_struck_part(value: object) -> bool:
    return isinstance(value, CellRichText) and any(isinstance(part, TextBlock) and part.font.strike for part in value)


def _composed(text: str) -> str:
    """One line in normal form C, without the spaces and line breaks that only lay a cell out."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
