"""A preview in words: what is new, changed, unchanged and not understood, and what to do next."""

from __future__ import annotations

from typing import Any, Iterator

from generator.field_problems import written_path
from generator.sheets.comparison import Preview


def preview_text(preview: Preview) -> str:
    return "\n".join(_lines(preview)) + "\n"


def _lines(preview: Preview) -> Iterator[str]:
    yield from _part("Mới", [f"{id}: {about}" for id, about in preview.new.items()])
    changed = [
        f"{id}: {written_path(change.path)}: {_old(change.old)} → {_shown(change.new)}"
        for id, changes in preview.changed.items() for change in changes
    ]
    yield from _part("Thay đổi", changed)
    yield from _part("Bỏ qua", preview.skipped)
    yield from _part("Chưa hiểu", [f"{question.place}: {question.why}\n      hãy ghi: {question.write}" for question in preview.questions])
    counts = (len(preview.new), len(preview.changed), len(set(preview.unchanged) - preview.changed.keys()), len(preview.questions))
    yield "{} mới, {} thay đổi, {} không đổi, {} chỗ chưa hiểu.".format(*counts)


def _part(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _old(old: Any) -> str:
    return "(chưa có)" if old is None else f"'{old}'"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(part)}" for name, part in value.items()) or "đã tổ chức"
    return "; ".join(map(_shown, value)) if isinstance(value, list) else f"'{value}'"
