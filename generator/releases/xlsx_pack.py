"""All tables as one Excel workbook for people: a sheet each, text as text, with a first sheet that says what it is."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any, Iterator

from generator.releases.published_tables import PublishedTable, PublishedTables
from generator.site.short_days import short_day
from generator.tables.columns import Column

LARGEST_CELL = 32_767
"""Characters, by Excel's own limit; a longer text ends with where the whole is."""
_CUT = " […] (toàn văn trong tệp JSON)"
_SHEET_NAME = 31
_WIDTHS = (12, 40)


def xlsx_pack(published: PublishedTables) -> bytes:
    """The same tables give the same bytes. No text becomes a formula, a link or a number."""
    import xlsxwriter  # slow to import, and only a release needs it

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    about = published.about
    book.set_properties({
        "title": about["register_name"], "created": datetime.combine(date.fromisoformat(about["as_of"]), time()),
    })
    bold = book.add_format({"bold": True})
    first = book.add_worksheet("Giới thiệu")
    first.set_column(0, 0, 24)
    first.set_column(1, 1, 90)
    for number, (name, value) in enumerate(_introduction(published)):
        first.write_string(number, 0, name, bold)
        first.write_string(number, 1, value)
    for table in published.tables:
        _sheet(book, table, bold)
    book.close()
    return file.getvalue()


def _introduction(published: PublishedTables) -> Iterator[tuple[str, str]]:
    about = published.about
    if about["sample"]:
        yield "Dữ liệu mẫu", "Đây là dữ liệu mẫu, không phải số liệu thật."
    yield "Sổ", about["register_name"]
    yield "Cơ quan xuất bản", about["publisher"]
    yield "Tính đến ngày", short_day(date.fromisoformat(about["as_of"]))
    yield "Giấy phép", about["licence"]["name"]
    yield "Cách đọc", "Ô trống là chưa có dữ liệu, không phải số không."
    yield "Trang tính", "Mỗi bảng một trang tính; dòng 1 là tên trường, dòng 2 là ý nghĩa."
    for table in published.tables:
        yield table.table.name, table.title


def _sheet(book: Any, published: PublishedTable, bold: Any) -> None:
    page = book.add_worksheet(published.table.name[:_SHEET_NAME])
    shown = published.flat
    for place, column in enumerate(shown):
        page.write_string(0, place, column.name, bold)
        page.write_string(1, place, column.description)
        page.set_column(place, place, min(max(len(column.name) + 2, _WIDTHS[0]), _WIDTHS[1]))
    page.freeze_panes(2, 1)
    if published.rows:
        page.autofilter(1, 0, len(published.rows) + 1, len(shown) - 1)
    writers = [_writer(page, column) for column in shown]
    for number, (row, labels) in enumerate(zip(published.rows, published.labels, strict=True), 2):
        for place, (column, write) in enumerate(zip(shown, writers, strict=True)):
            value = labels.get(column.name) if column.says and column.name not in row else row[column.name]
            if value is not None and value != "" and value != []:
                write(number, place, value)


def _writer(page: Any, column: Column) -> Any:
    if column.is_list:
        return lambda row, place, value: page.write_string(
            row, place, _cell(value if isinstance(value, str) else "; ".join(value))
        )
    if column.type in (int, float):
        return page.write_number
    if column.type is bool:
        return page.write_boolean
    return lambda row, place, value: page.write_string(row, place, _cell(value))


def _cell(text: str) -> str:
    return text if len(text) <= LARGEST_CELL else text[: LARGEST_CELL - len(_CUT)] + _CUT
