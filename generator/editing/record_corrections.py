"""Corrects a field of a dialogue's record in public: an entry says what it was, and the field may be changed with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_origin

from generator.consequences.status import held_day
from generator.editing.record_changes import NotWritten, edit_file
from generator.editing.record_entries import composed_fields, field_order
from generator.editing.yaml_additions import Value, with_added, with_replaced
from generator.model import Dialogue, Presider
from generator.reading.declared_fields import models_in
from generator.reading.dialogue_fields import FIELDS, path_of, pattern_of, value_at, written_value
from generator.reading.field_paths import FieldPath
from generator.reading.yaml_text import read_yaml
from generator.text.vietnamese import nearest


def add_correction(
    content: Path, dialogue: Dialogue, field: str, was: str | None, now: str | None, text: str, corrected_on: date, today: date
) -> str:
    """Adds an entry to ``corrections``; returns the file's path below the content folder.

    Without ``now`` the field is left as it is: it was mended by hand already. With it, the field gets that value, and the
    entry the one that it had. Days are in Asia/Ho_Chi_Minh. Raises NotWritten.
    """
    place = None if now is None else _one_value(dialogue, field)
    if place:
        was = written_value(value_at(dialogue, place) or _published(dialogue, place))
    entry = {"corrected_on": corrected_on.isoformat(), "field": field, "was": was, "text": text}
    given = composed_fields({name: value for name, value in entry.items() if value is not None})

    def edited(record: str) -> str:
        changed = _with_value(record, place, composed_fields(now)) if place else record
        return with_added(changed, {"corrections": [given]}, field_order)

    return edit_file(content, dialogue.record_path, edited, today)


def _published(dialogue: Dialogue, place: FieldPath) -> date | None:
    """Of a field that is not recorded: a meeting that names no day was published as held on the day announced."""
    return held_day(dialogue) if place == ("held", "day") else None


def _one_value(dialogue: Dialogue, field: str) -> FieldPath:
    """Raises NotWritten where the record has no such field, with the one that may be meant, or where it holds a list."""
    place = path_of(field)
    declared = FIELDS.get(pattern_of(place)) if place else None
    try:
        if place is None or declared is None:
            raise IndexError(field)
        value_at(dialogue, place)
    except IndexError:
        called = {name: name for name in FIELDS} | {str(one.description): name for name, one in FIELDS.items()}
        near = None if declared else nearest(field, called)
        as_checked = "gọi tên như lệnh check gọi, ví dụ schedule[1].day"
        meant = f"có phải '{called[near].replace('[]', '[1]')}'?" if near else as_checked
        raise NotWritten(f"bản ghi '{dialogue.id}' không có trường '{field}'; {meant}") from None
    if get_origin(declared.annotation) is tuple or Presider in models_in(declared.annotation):
        raise NotWritten(f"{field} là một danh sách: sửa trong tệp, rồi chạy lại lệnh này với --was thay cho --now")
    return place


def _with_value(text: str, place: FieldPath, value: Value) -> str:
    """Within the groups of fields that there are."""
    tree, depth = read_yaml(text)[0], 0
    while depth < len(place) and (place[depth] in tree if isinstance(tree, dict) else isinstance(tree, list)):
        tree, depth = tree[place[depth]], depth + 1
    if depth == len(place):
        return with_replaced(text, place, value)
    for name in reversed(place[depth + 1 :]):
        value = {str(name): value}
    return with_added(text, {str(place[depth]): value}, field_order, place[:depth])
