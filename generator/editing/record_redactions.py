"""Takes personal data that was published by mistake out of a dialogue's record, and says that it did, never what it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Mapping

from generator.editing.record_changes import NotWritten, put_file
from generator.editing.record_entries import composed_fields, field_order
from generator.editing.yaml_additions import with_added, with_replaced
from generator.model import Dialogue
from generator.model.corrections import REDACTED
from generator.reading.dialogue_fields import path_of, value_at


def redact(content: Path, dialogue: Dialogue, now: Mapping[str, str], reason: str, redacted_on: date, today: date) -> str:
    """``now`` holds by each field's name the text that is to stand in it; returns the file's path below the content folder.

    Days are in Asia/Ho_Chi_Minh. Raises NotWritten, among others where a text has not the mark of what was taken away.
    """
    path = dialogue.record_path
    read = (content / path).read_bytes()
    changed, entries = read.decode("utf-8-sig"), []
    for field, text in now.items():
        place = path_of(field)
        try:
            held = value_at(dialogue, place) if place else None
        except (IndexError, AttributeError):
            held = None
        if place is None or held is None:
            raise NotWritten(
                f"bản ghi '{dialogue.id}' không ghi gì ở trường '{field}'; gọi tên như lệnh check gọi, "
                "ví dụ opinions[2].summary"
            )
        if REDACTED not in text and not field.endswith(".file"):
            raise NotWritten(f"phải có {REDACTED} trong chữ mới, ở chỗ đã gỡ, ví dụ --now \"Đề nghị của {REDACTED}\"")
        value = [part.strip() for part in text.split(";")] if isinstance(held, tuple) else text
        changed = with_replaced(changed, place, composed_fields(value))
        entries.append({"redacted_on": redacted_on.isoformat(), "field": field, "reason": reason})
    added = {"redactions": [composed_fields(entry) for entry in entries]}
    put_file(content, path, with_added(changed, added, field_order), today, read)
    return path
