"""A preview in words: what is new, changed, unchanged and not understood, and what to do next."""

from __future__ import annotations

from typing import Any, Iterator

from generator.reading.field_paths import written_path
from generator.sheets.field_changes import FieldChange
from generator.sheets.rows_against_records import Preview


def preview_text(preview: Preview) -> str:
    return "\n".join(_lines(preview)) + "\n"


def _lines(preview: Preview) -> Iterator[str]:
    yield from _part("Mới", [f"{id}: {about}" for id, about in preview.new.items()])
    changes = [(id, change) for id, changes in preview.changed.items() for change in changes]
    yield from _part("Ghi thêm", [_change(id, change) for id, change in changes if change.overwritten is None])
    over = [_change(id, change) for id, change in changes if change.overwritten is not None]
    yield from _part("Ghi đè lên điều đã ghi trong sổ", over)
    yield from _part("Bỏ qua", preview.skipped)
    asked = [f"{question.place}: {question.why}\n      hãy ghi: {question.write}" for question in preview.questions]
    yield from _part("Chưa hiểu", asked)
    unchanged = set(preview.unchanged) - preview.changed.keys()
    yield f"{len(preview.new)} mới, {len(preview.changed)} thay đổi, {len(unchanged)} không đổi, {len(asked)} chỗ chưa hiểu."


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _change(id: str, change: FieldChange) -> str:
    before = change.old if change.overwritten is None else change.overwritten
    return f"{id}: {written_path(change.path)}: {'(chưa có)' if before is None else _shown(before)} → {_shown(change.new)}"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(part)}" for name, part in value.items()) or "đã tổ chức"
    return "; ".join(map(_shown, value)) if isinstance(value, list) else f"'{value}'"
