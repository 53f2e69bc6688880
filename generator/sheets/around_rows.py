"""What is told of a sheet besides its rows: columns that no form has, what is hidden, comments."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable

from generator.sheets.forms import SheetTable
from generator.sheets.preview import Preview, Question
from generator.sheets.workbook import WorkbookSheet


def tell_columns(preview: Preview, place: str, table: SheetTable) -> None:
    for cell in table.hidden_columns:
        write = "bỏ ẩn cột; không cần nhập thì xóa cột"
        preview.questions.append(Question(f"{place}, ô {cell.place}", f"cột '{cell.text}' bị ẩn mà có nội dung", write))
    for cell, text, near in table.odd:
        write = f"đổi tên cột thành '{near}'" if near else "xóa cột, hoặc chuyển nội dung vào cột Ghi chú"
        why = f"biểu {table.form.name} không có cột '{text}'" if text else "cột này có nội dung mà không có tên"
        why, write = (cell.wrong, cell.mend) if cell.wrong else (why, write)
        preview.questions.append(Question(f"{place}, ô {cell.place}", why, write))
    preview.notes += [
        f"{place}, ô {cell.place}: chú thích (comment) của ô không được đọc"
        for line in table.lines for cell in line.cells.values() if cell.has_comment
    ]


def tell_hidden_sheets(preview: Preview, file: Path, hidden: list[str], tables: list[SheetTable]) -> None:
    """A hidden sheet that holds rows of a form may be what the office meant to send, or not to."""
    filled = {table.sheet: len(table.lines) for table in tables if table.is_hidden and table.lines}
    for name in hidden:
        if name in filled:
            why = f"trang tính '{name}' bị ẩn, có {filled[name]} dòng theo biểu; không nhập"
            preview.questions.append(Question(file.name, why, "xóa trang tính; nếu vẫn cần nhập thì bỏ ẩn"))
        else:
            preview.skipped.append(f"{file.name}: trang tính '{name}' bị ẩn, không đọc")


def tell_other_sheets(preview: Preview, file: Path, others: Iterable[tuple[WorkbookSheet, str | None]]) -> None:
    """A cover is passed over aloud; what comes near a form is asked about."""
    for sheet, near in others:
        if near:
            write = "sửa tên cột cho đúng mẫu; không cần nhập thì xóa trang tính"
            preview.questions.append(Question(file.name, f"trang tính '{sheet.name}' không theo biểu nào: {near}", write))
        else:
            preview.skipped.append(f"{file.name}: trang tính '{sheet.name}' không theo biểu nào, không đọc")
