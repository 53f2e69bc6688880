"""A preview in words: what is new, changed, unchanged and not understood, and what to do next."""

from __future__ import annotations

import re
from typing import Any, Iterator

from generator.model import UNKNOWN_DAY, Dialogue
from generator.reading.declared_fields import described, field_at
from generator.reading.field_paths import FieldPath, written_path
from generator.sheets.field_changes import FieldChange
from generator.sheets.preview import Preview
from generator.sheets.wanted import Fields

_POSTS = {"party": "Bí thư", "government": "Chủ tịch UBND"}


def preview_text(preview: Preview) -> str:
    return "\n".join(_lines(preview)) + "\n"


def _lines(preview: Preview) -> Iterator[str]:
    new = [
        "\n      ".join([f"{id}: {record.about}", *_written(record.fields, ())]) for id, record in preview.new.items()
    ]
    yield from _part("Mới", new)
    changes = [(id, change) for id, changes in preview.changed.items() for change in changes]
    yield from _part("Ghi thêm", [_change(id, change) for id, change in changes if change.overwritten is None])
    over = [_change(id, change) for id, change in changes if change.overwritten is not None]
    yield from _part("Ghi đè lên điều đã ghi trong sổ", over)
    yield from _part("Lưu ý", preview.notes)
    yield from _part("Bỏ qua", preview.skipped)
    asked = [f"{question.place}: {question.why}\n      hãy ghi: {question.write}" for question in preview.questions]
    yield from _part("Chưa hiểu, hãy sửa trong bảng rồi gửi lại cả bảng", asked)
    unchanged = set(preview.unchanged) - preview.changed.keys()
    yield f"{len(preview.new)} mới, {len(preview.changed)} thay đổi, {len(unchanged)} không đổi, {len(asked)} chỗ chưa hiểu."


def _written(fields: Fields, path: FieldPath) -> Iterator[str]:
    """Each field of a new record by what it is called, with its value as it was read."""
    for name, value in fields.items():
        here = (*path, name)
        if isinstance(value, dict):
            yield from _written(value, here)
        elif name == "presided_by":
            yield f"Chủ trì: {', '.join(map(_presider, value))}"
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for entry in value:
                yield f"{_called(here)}: {', '.join(_in_words((*here, part), text) for part, text in entry.items())}"
        else:
            yield f"{_called(here)}: {_in_words(here, value)}"


def _called(path: FieldPath) -> str:
    said, name = described(Dialogue, path), written_path(path)
    return f"{said[0].upper()}{said[1:]} ({name})" if said else name


def _in_words(path: FieldPath, value: Any) -> str:
    """A listed value by the word that its field's description explains it with."""
    declared = field_at(Dialogue, path)
    if value == UNKNOWN_DAY:
        return "không rõ ngày"
    words = dict(re.findall(r"([a-z-]+) \(([^)]+)\)", declared.description or "")) if declared else {}
    return words.get(value, value) if isinstance(value, str) else _shown(value)


def _presider(written: Any) -> str:
    post, deputy = (written["post"], True) if isinstance(written, dict) else (written, False)
    return f"{_POSTS[post]}{' (cấp phó chủ trì thay)' if deputy else ''}"


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
