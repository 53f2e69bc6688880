"""Sheets against the register: what is new, what changes, what is not understood; nothing is written here."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Iterator

from generator.consequences.status import held_day
from generator.editing.record_entries import field_order
from generator.editing.yaml_additions import with_added
from generator.keeping.stages import TellStage, silent
from generator.model import Register
from generator.sheets.around_rows import about_a_part, tell_columns, tell_hidden_sheets, tell_other_sheets, tell_swapped_days
from generator.sheets.contents import NotASheet
from generator.sheets.field_changes import FieldChange
from generator.sheets.forms import SheetTable, find_tables, near_misses
from generator.sheets.held_rows import dialogue_held
from generator.sheets.layouts import read_forms
from generator.sheets.lines import PUT_BACK, SheetLine
from generator.sheets.opinions import opinion_of
from generator.sheets.planned_rows import registration_of_commune, registration_of_district
from generator.sheets.preview import Preview, Question
from generator.sheets.questions import NotUnderstood, is_empty, is_filled, waits
from generator.sheets.rows_against_records import ComparedRow, Comparison
from generator.sheets.senders import Sender, sender_of
from generator.sheets.units import unit_of
from generator.sheets.values import is_acting, is_deputy_as_chair
from generator.sheets.workbook import Cell, read_sheets
from generator.site.form_sets import FormContent
from generator.site.formatting import short_day

_READERS = {
    FormContent.DISTRICT_PLANS: registration_of_district, FormContent.COMMUNE_PLANS: registration_of_commune,
    FormContent.DIALOGUES_HELD: dialogue_held,
}


def preview_import(
    content: Path, templates: Path, register: Register, files: list[Path], unit_id: str | None, year: int | None,
    today: date, report: TellStage = silent,
) -> Preview:
    """``unit_id`` (a district) and ``year`` are what the sheets do not say of themselves; ``today`` (in
    Asia/Ho_Chi_Minh) dates the corrections and the reports of what was held before.

    A file that cannot be read at all is a question too. Opinions are looked at last, when the dialogues of the other
    sheets are known. Raises OSError.
    """
    preview, forms = Preview(), read_forms(templates)
    tables: list[tuple[Path, SheetTable]] = []
    for number, file in enumerate(files, 1):
        report(f"Đang đọc {file.name} ({number}/{len(files)})")
        try:
            sheets = read_sheets(file)
            found = list(find_tables(sheets, forms))
            tables += [(file, table) for table in found]
            tell_hidden_sheets(preview, file, [sheet.name for sheet in sheets if sheet.is_hidden], found)
            tell_other_sheets(preview, file, near_misses(sheets, forms))
        except NotASheet as refusal:
            preview.questions.append(_unread(file, refusal))
    report("Đang đối chiếu với sổ")
    waiting: list[ComparedRow] = []
    for file, table in tables:
        if table.form.content != FormContent.OPINIONS:
            for place, line, sender in _lines(preview, register, file, table, unit_id, year):
                with _asking(preview, place, line):
                    said = _READERS[table.form.content](line, sender)
                    made = [ComparedRow(place, wanted, sender, line.cells) for wanted in said]
                    if not made:
                        preview.skipped.append(f"{place}, dòng {line.number}: không có thời gian")
                    _wait(preview, waiting, made)
                    _tell_presiders(preview, place, line, made)
    comparison = Comparison(content, templates, register, preview)
    comparison.compare(waiting, report)
    register = comparison.register_to_be()
    for file, table in tables:
        if table.form.content == FormContent.OPINIONS:
            for place, line, sender in _lines(preview, register, file, table, unit_id, year):
                with _asking(preview, place, line):
                    comparison.compare_opinion(place, opinion_of(line, sender))
    comparison.tell_corrections(today)
    _tell_reports(preview, comparison.register, comparison.register_to_be(), today)
    return preview


def _tell_reports(preview: Preview, before: Register, after: Register, today: date) -> None:
    """Adds to each result that is new in the register that it became public ``today``, later than the meeting."""
    for path, text in preview.texts.items():
        old, new = (register.dialogues.get(Path(path).stem) for register in (before, after))
        day = held_day(new) if new else None
        if new and new.held and not (old and old.held) and not new.held.reported_on and day and day < today:
            preview.texts[path] = with_added(text, {"held": {"reported_on": today.isoformat()}}, field_order)
            if made := preview.new.get(new.id):
                held = made.fields["held"] | {"reported_on": today.isoformat()}
                preview.new[new.id] = replace(made, fields=made.fields | {"held": held})
            if changes := preview.changed.get(new.id):
                changes.append(FieldChange(("held", "reported_on"), None, today.isoformat()))


def _lines(
    preview: Preview, register: Register, file: Path, table: SheetTable, unit_id: str | None, year: int | None
) -> Iterator[tuple[str, SheetLine, Sender]]:
    """The rows that say something, each with where it stands and who sent it."""
    place = f"{file.name}, {table.sheet}"
    if table.is_hidden:
        return
    try:
        sender = sender_of(register, table, unit_id, year)
    except NotASheet as refusal:
        if unread := table.unread:
            preview.questions.append(Question(f"{place}, ô {unread.place}", unread.wrong or "", unread.mend))
        preview.questions.append(_unread(file, refusal))
        return
    if not table.lines:
        preview.skipped.append(f"{place}: bảng trống, không có dòng nào dưới tên cột")
    tell_columns(preview, place, table)
    tell_swapped_days(preview, place, table)
    must = {column.field for column in table.form.columns if column.required}
    for line in table.lines:
        filled = [
            cell for name, cell in line.cells.items()
            if (is_filled(cell) or cell.ditto) and name != "number" and (name in must or not waits(cell))
        ]
        if len(filled) <= 1 and (not filled or filled[0] is line.cells.get("unit")):
            _skip_unfilled(preview, sender, line.cells.get("unit"), f"{place}, dòng {line.number}")
        elif line.left_out:
            unit = line.cells["unit"].text if "unit" in line.cells else ""
            write = f"xóa dòng; nếu vẫn cần nhập thì {PUT_BACK[line.left_out]}"
            why = f"dòng {line.left_out} nên không nhập{f': {unit[:80]}' if unit else ''}"
            preview.questions.append(Question(f"{place}, dòng {line.number}", why, write))
        elif not any(name in must and not is_empty(cell) for name, cell in line.cells.items()):
            preview.questions.append(about_a_part(place, table, line))
        else:
            yield place, line, sender


def _tell_presiders(preview: Preview, place: str, line: SheetLine, made: list[ComparedRow]) -> None:
    """Who presides decides what counts; what was read of a deputy's or an acting head's title is said aloud."""
    cell = line.cells.get("presiders")
    if cell is None or not made:
        return
    deputies = [deputy for _, deputy in made[0].wanted.posts]
    if any(deputies):
        one = "" if all(deputies) else "; nếu là một người giữ cả hai chức thì chỉ ghi chức danh chủ trì"
        preview.notes.append(f"{place}, ô {cell.place}: '{cell.text}' ghi là cấp phó chủ trì thay{one}")
    elif is_deputy_as_chair(cell.text):
        two = "nếu là hai người thì ghi 'Phó Bí thư; Chủ tịch UBND'"
        preview.notes.append(f"{place}, ô {cell.place}: '{cell.text}' đọc là một người, chủ trì với chức Chủ tịch UBND; {two}")
    elif is_acting(cell.text):
        preview.notes.append(f"{place}, ô {cell.place}: '{cell.text}' ghi là người đứng đầu (đang giữ quyền)")


@contextmanager
def _asking(preview: Preview, place: str, line: SheetLine) -> Iterator[None]:
    try:
        yield
    except* NotUnderstood as questions:
        preview.questions += [Question.about(place, question, line.number) for question in _each(questions)]


def _each(questions: ExceptionGroup[NotUnderstood]) -> Iterator[NotUnderstood]:
    for question in questions.exceptions:
        yield from _each(question) if isinstance(question, ExceptionGroup) else (question,)


def _unread(file: Path, refusal: NotASheet) -> Question:
    return Question(file.name, str(refusal), "gửi lại tệp đã sửa")


def _skip_unfilled(preview: Preview, sender: Sender, cell: Cell | None, place: str) -> None:
    """A unit that has nothing to tell yet; a row that names a group of units is nobody's concern."""
    try:
        unit = unit_of(cell, sender.units()) if cell is not None and cell.value is not None else None
    except NotUnderstood:
        return
    if unit:
        preview.skipped.append(f"{place}: {unit.name} chưa ghi gì")


def _wait(preview: Preview, waiting: list[ComparedRow], found: list[ComparedRow]) -> None:
    for row in found:
        earlier = next((other for other in waiting if other.wanted.is_same_dialogue(row.wanted)), None)
        if earlier is None:
            apart = next((other for other in waiting if other.wanted.may_be_same_dialogue(row.wanted)), None)
            if apart:
                why = f"cùng đơn vị, loại và ngày với {apart.place}, ô {apart.wanted.cell.place} nhưng ghi người chủ trì khác"
                write = (
                    "một cuộc thì ghi một dòng: Bí thư và Chủ tịch UBND; hai cuộc thì ghi cả giờ: "
                    f"8h00, {short_day(row.wanted.day) if row.wanted.day else ''}"
                )
                raise NotUnderstood(row.wanted.cell, why, write)
            waiting.append(row)
        elif earlier.wanted == row.wanted:
            of_sheet = "" if earlier.place == row.place else f"{earlier.place}, "
            preview.skipped.append(f"{row.place}, ô {row.wanted.cell.place}: trùng với {of_sheet}ô {earlier.wanted.cell.place}")
        else:
            why = f"cùng một cuộc với {earlier.place}, ô {earlier.wanted.cell.place} nhưng ghi khác"
            raise NotUnderstood(row.wanted.cell, why, "xóa một trong hai dòng, hoặc sửa cho đúng")
