"""Adds to a dialogue's record what has happened, in the words of the record, and keeps all that is written there."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from pathlib import Path
from typing import Any, Mapping

from generator.consequences.status import held_day, when_of
from generator.editing.record_changes import NotWritten, edit_file
from generator.editing.typed_commands import correct_command
from generator.editing.yaml_additions import AlreadyWritten, Given, with_added
from generator.model import Commitment, Dialogue, Register
from generator.reading.declared_fields import model_at
from generator.reading.field_paths import FieldPath, written_path
from generator.text.vietnamese import nearest


def add_to_record(
    content: Path, dialogue: Dialogue, fields: Mapping[str, Given], today: date, at: FieldPath = ()
) -> str:
    """Adds ``fields`` at the path ``at`` of the record; returns the file's path below the content folder.

    Values are text as it is written in a record; those that are None or empty are left out. Nothing written is
    replaced: what was wrong is mended and told in ``corrections``, see ``record_corrections``. ``today`` is a day in
    Asia/Ho_Chi_Minh. Raises NotWritten.
    """
    path, added = dialogue.record_path, composed_fields(filled(fields))
    try:
        return edit_file(content, path, lambda text: with_added(text, added, field_order, at), today)
    except AlreadyWritten as error:
        raise NotWritten(
            f"Chưa ghi gì vào {content / path}: {written_path(error.path)} đã có giá trị. "
            f"Nếu ghi sai thì đính chính: {correct_command(dialogue.id, written_path(error.path), '…')}"
        ) from None


def dialogue_named(register: Register, id: str) -> Dialogue:
    """Raises NotWritten with the nearest id, none of another unit than the one that the id begins with."""
    if id not in register.dialogues:
        unit = max((unit for unit in register.units if id.startswith(f"{unit.replace('/', '-')}-")), key=len, default="")
        theirs = [known for known, one in register.dialogues.items() if not unit or f"{one.unit}/".startswith(f"{unit}/")]
        near = nearest(id, theirs)
        first = "" if theirs else f"; đơn vị ấy chưa có bản ghi nào, lập bản ghi: dialogues new {unit}"
        raise NotWritten(f"không có bản ghi '{id}'" + (f"; có phải '{near}'?" if near else first))
    return register.dialogues[id]


def refuse_announcement(dialogue: Dialogue, fields: Mapping[str, Any], today: date) -> None:
    """One more for the record's schedule that would rewrite a meeting that was held, says nothing new or sets a day that was
    past when it was announced. Raises NotWritten."""
    entry = fields["schedule"][0]
    if dialogue.held:
        raise NotWritten(
            f"bản ghi '{dialogue.id}' đã ghi là đã tổ chức nên không thêm thông báo lịch. Ghi sai ngày thì đính chính: "
            f"{correct_command(dialogue.id, 'held.day', '…')}; "
            f"một cuộc khác thì có bản ghi riêng: dialogues new {dialogue.unit}"
        )
    last = dialogue.schedule[-1] if dialogue.schedule else None
    if last and entry.get("state") and last.state == entry["state"]:
        reason = correct_command(dialogue.id, f"schedule[{len(dialogue.schedule)}].reason", "…")
        raise NotWritten(f"bản ghi '{dialogue.id}' đã ghi việc này rồi; ghi sai lý do thì đính chính: {reason}")
    announced_on = entry["announced_on"]
    if (day := entry.get("day")) and day < announced_on:
        raise NotWritten(
            f"--day: ngày đối thoại {day} trước ngày thông báo {announced_on}. Gõ nhầm thì sửa --day; đã thông báo từ trước "
            f"thì thêm --announced-on NGÀY/THÁNG/NĂM; đã tổ chức rồi thì: dialogues hold {dialogue.id} --day {day}"
        )
    if last and last.day and not entry.get("venue") and not entry.get("state") and all(
        _written(getattr(last, name)) == entry.get(name) for name in ("day", "start", "end", "part_of_day")
    ):
        raise NotWritten(f"bản ghi '{dialogue.id}' đã có đúng lịch này rồi")


def refuse_held(dialogue: Dialogue, fields: Mapping[str, Any], today: date) -> None:
    """A meeting before its day; and what would say nothing new of one that is recorded, change its day, or be added to those
    who came. Raises NotWritten with how that is corrected."""
    held, known, told = dialogue.held, held_day(dialogue), fields["held"]
    day, attendance = told.get("day"), told["attendance"][0]["count"] if "attendance" in told else None
    if held and not told:
        raise NotWritten(
            f"bản ghi '{dialogue.id}' đã ghi là đã tổ chức; muốn ghi thêm thì cho số liệu, ví dụ: "
            f"dialogues hold {dialogue.id} --attendance 200"
        )
    if held is None:
        if day is None:
            _refuse_before_its_day(dialogue, today)
        return
    if day and known and day != known.isoformat():
        raise NotWritten(
            f"bản ghi '{dialogue.id}' đã ghi là tổ chức ngày {known}. Ghi sai thì đính chính: "
            f"{correct_command(dialogue.id, 'held.day', day)}"
        )
    if attendance and held.attendance:
        raise NotWritten(
            f"bản ghi '{dialogue.id}' đã ghi số người dự ({held.attendance[0].count}). Ghi sai thì đính chính: "
            f"{correct_command(dialogue.id, 'held.attendance[1].count', attendance)}; "
            "thêm số của một thành phần khác thì mở tệp, thêm một mục vào attendance, mỗi mục một note"
        )


def _refuse_before_its_day(dialogue: Dialogue, today: date) -> None:
    """Of a dialogue said to have been held as announced. Raises NotWritten."""
    if (when := when_of(dialogue)) and when.day > today:
        raise NotWritten(
            f"bản ghi '{dialogue.id}' có lịch ngày {when.day}, chưa đến; "
            "nếu đã tổ chức vào ngày khác thì thêm --day NGÀY/THÁNG/NĂM"
        )


def commitment_place(dialogue: Dialogue, id: str) -> FieldPath:
    """Where the commitment stands in the record. Raises NotWritten with the ids there are."""
    ids = [commitment.id for commitment in dialogue.commitments]
    if id not in ids:
        known = f"các cam kết hiện có: {', '.join(ids)}" if ids else "bản ghi chưa có cam kết nào"
        at = int(id) if id.isdecimal() else 0
        on_page = f"; cam kết {at} trên trang có mã '{ids[at - 1]}'" if 0 < at <= len(ids) else ""
        raise NotWritten(f"bản ghi '{dialogue.id}' không có cam kết '{id}'{on_page}; {known}")
    return "commitments", ids.index(id)


def next_commitment_id(commitments: tuple[Commitment, ...]) -> str:
    """The first free number after those in use."""
    used = [int(commitment.id) for commitment in commitments if commitment.id.isdigit()]
    return str(max(used, default=0) + 1)


def _written(value: date | time | str | None) -> str | None:
    """As it stands in a record."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value) if value else None


def field_order(place: FieldPath) -> tuple[str, ...]:
    return tuple(model_at(Dialogue, place).model_fields)


def filled(value: Any) -> Any:
    """Without what was not given; a group stays though, since ``held`` with nothing in it says that it took place."""
    if isinstance(value, Mapping):
        parts = {name: filled(part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part not in (None, "", [])}
    return [filled(part) for part in value] if isinstance(value, list) else value


def composed_fields(value: Any) -> Any:
    """Composed letters and one kind of line end, however a terminal or an editor wrote them."""
    if isinstance(value, Mapping):
        return {name: composed_fields(part) for name, part in value.items()}
    if isinstance(value, list):
        return [composed_fields(part) for part in value]
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").removeprefix("\ufeff")
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))
