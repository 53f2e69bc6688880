"""What is told of a sheet besides its rows: columns that no form has, what is hidden, comments, names."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Iterable

from generator.checks.privacy_rules import KINDS, text_names_nobody
from generator.sheets.forms import SheetTable
from generator.sheets.lines import SheetLine
from generator.sheets.people import may_name_somebody
from generator.sheets.preview import Preview, Question
from generator.sheets.questions import is_filled
from generator.sheets.workbook import WorkbookSheet
from generator.site.formatting import short_day

_DAY_IN_TEXT = re.compile(r"(\d{1,2})/\d{1,2}/(?:\d{2}|\d{4})")


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
    must = KINDS[text_names_nobody]["name"]
    preview.notes += [
        f"{place}, ô {cell.place}: {must}; đang ghi '{found}'"
        for line in table.lines if not line.left_out for cell, found in may_name_somebody(line.cells)
    ]


def about_a_part(place: str, table: SheetTable, line: SheetLine) -> Question:
    """Of a row in which no column of those is filled in that the form must have, as where a long text goes on."""
    filled = {name for name, cell in line.cells.items() if name != "number" and is_filled(cell)}
    columns = [column.heading for column in table.form.columns if column.field in filled]
    why = f"dòng này chỉ ghi ở cột {', '.join(map(repr, columns))} nên không rõ là của cuộc nào"
    write = "viết tiếp dòng trên thì chuyển lên ô của dòng trên rồi xóa dòng này; là dòng riêng thì ghi đủ các cột"
    return Question(f"{place}, dòng {line.number}", why, write)


def tell_swapped_days(preview: Preview, place: str, table: SheetTable) -> None:
    """Excel set to American days makes 5/8/2023 the 8th of May and leaves 18/8/2023 as text. A sheet that has such texts and no
    real day after the 12th may have been typed there, and then each of its days is another."""
    cells = [cell for line in table.lines if not line.left_out for cell in line.cells.values() if not cell.merged]
    texts = [cell for cell in cells if (said := _DAY_IN_TEXT.fullmatch(cell.text)) and int(said[1]) > 12]
    days = [(cell, cell.value) for cell in cells if isinstance(cell.value, date) and cell.shows_day]
    if not texts or any(day.day > 12 for _, day in days):
        return
    for cell, day in days:
        if day.day != day.month:
            read, swapped = short_day(day), short_day(day.replace(day=day.month, month=day.day))
            why = (
                f"ô này là ngày {read}, còn ô {texts[0].place} ghi chữ '{texts[0].text}': "
                f"máy đặt kiểu ngày của Mỹ thì gõ {swapped} bị đổi thành {read}"
            )
            write = f"ngày bằng chữ: '{swapped} hoặc '{read} (gõ cả dấu ')"
            preview.questions.append(Question(f"{place}, ô {cell.place}", why, write))


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
