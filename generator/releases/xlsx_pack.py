"""All tables as one Excel workbook for people: a sheet each, text as text, days as days, with a first sheet that says what
it is."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from textwrap import wrap
from typing import Any, Iterator

from generator.model.addresses import API
from generator.releases.published_tables import PublishedTable, PublishedTables
from generator.site.short_days import short_day
from generator.tables.columns import Column

LARGEST_CELL = 32_767
"""Characters, by Excel's own limit; a longer text ends with where the whole is."""
_CUT = " […] (toàn văn trong tệp JSON)"
_SHEET_NAME = 31
_WIDTHS = (12, 40)
"""The least and the most of a column, in characters."""
_LINE_HEIGHT = 15
"""Points."""
_LINES_OF_MEANING = 5
"""As many as a column is made wide for; one as wide as it may be has more."""
_SHOWN: dict[type, str] = {date: "dd/mm/yyyy", datetime: "dd/mm/yyyy hh:mm"}
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days otherwise than the calendar."""


def xlsx_pack(published: PublishedTables) -> bytes:
    """The same tables give the same bytes. No text becomes a formula, a link or a number; hours are those of Việt Nam, since
    a workbook knows no zone."""
    import xlsxwriter  # slow to import, and only a release needs it

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    about = published.about
    book.set_properties({
        "title": about["register_name"], "created": datetime.combine(date.fromisoformat(about["as_of"]), time()),
    })
    bold = book.add_format({"bold": True})
    meaning = book.add_format({"italic": True, "text_wrap": True, "valign": "top"})
    formats = {kind: book.add_format({"num_format": shown}) for kind, shown in _SHOWN.items()}
    first = book.add_worksheet("Giới thiệu")
    first.set_column(0, 0, 24)
    first.set_column(1, 1, 90)
    for number, (name, value) in enumerate(_introduction(published)):
        first.write_string(number, 0, name, bold)
        first.write_string(number, 1, value)
    for table in published.tables:
        _sheet(book, table, bold, meaning, formats)
    book.close()
    return file.getvalue()


def _introduction(published: PublishedTables) -> Iterator[tuple[str, str]]:
    about = published.about
    if about["sample"]:
        yield "Dữ liệu mẫu", "Đây là dữ liệu mẫu, không phải số liệu thật."
    yield "Sổ", about["register_name"]
    yield "Cơ quan xuất bản", about["publisher"]
    yield "Địa chỉ", about["described_by"].rpartition(API)[0]
    yield "Tính đến ngày", short_day(date.fromisoformat(about["as_of"]))
    yield "Giấy phép", about["licence"]["name"]
    yield "Cách đọc", "Ô trống là chưa có dữ liệu, không phải số không."
    yield "Trang tính", "Mỗi bảng một trang tính; dòng 1 là tên trường, dòng 2 là ý nghĩa."
    for table in published.tables:
        yield table.table.name, table.title


def _sheet(book: Any, published: PublishedTable, bold: Any, meaning: Any, formats: dict[type, Any]) -> None:
    from xlsxwriter.utility import xl_range

    page = book.add_worksheet(published.table.name[:_SHEET_NAME])
    shown = published.flat
    page.freeze_panes(2, 1)
    if published.rows:
        page.autofilter(1, 0, len(published.rows) + 1, len(shown) - 1)
        page.ignore_errors({"number_stored_as_text": xl_range(2, 0, len(published.rows) + 1, len(shown) - 1)})
    rows, lines = list(zip(published.rows, published.labels, strict=True)), 1
    for place, column in enumerate(shown):
        page.write_string(0, place, column.name, bold)
        page.write_string(1, place, column.description, meaning)
        write = _writer(page, column, formats)
        longest = len(column.name)
        for number, (row, labels) in enumerate(rows, 2):
            value = labels.get(column.name) if column.says and column.name not in row else row[column.name]
            if value is not None and value != "" and value != []:
                write(number, place, value)
                longest = max(longest, len(str(value)))
        width = min(max(longest + 2, len(column.description) // _LINES_OF_MEANING + 5, _WIDTHS[0]), _WIDTHS[1])
        page.set_column(place, place, width)
        lines = max(lines, len(wrap(column.description, width - 2)))
    page.set_row(1, _LINE_HEIGHT * lines)


def _writer(page: Any, column: Column, formats: dict[type, Any]) -> Any:
    if column.is_list:
        return lambda row, place, value: page.write_string(
            row, place, _cell(value if isinstance(value, str) else "; ".join(value))
        )
    if column.type in (int, float):
        return page.write_number
    if column.type is bool:
        return page.write_boolean
    if column.type in formats:
        return lambda row, place, value: _write_day(page, row, place, value, formats[column.type])
    return lambda row, place, value: page.write_string(row, place, _cell(value))


def _write_day(page: Any, row: int, place: int, value: str, shown: Any) -> None:
    moment = datetime.fromisoformat(value).replace(tzinfo=None)
    if moment.date() < _FIRST_DAY:
        page.write_string(row, place, value)
    else:
        page.write_datetime(row, place, moment, shown)


def _cell(text: str) -> str:
    return text if len(text) <= LARGEST_CELL else text[: LARGEST_CELL - len(_CUT)] + _CUT
