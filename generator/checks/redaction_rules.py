"""Rules on redactions: each names a text of its record, in which a mark stands for what was taken away."""

from __future__ import annotations

from datetime import date
from typing import Any, Iterator, get_args

from generator.checks.finding import Check, Finding
from generator.model import Dialogue, Register
from generator.model.corrections import REDACTED
from generator.reading.dialogue_fields import FIELDS, path_of, pattern_of, value_at
from generator.reading.field_paths import FieldPath

_OF_CORRECTIONS = ("corrections[].was", "corrections[].text")


def redaction_names_a_text(register: Register, today: date) -> Iterator[Finding]:
    """Days, numbers and choices hold nothing personal, and are corrected; a text, or the name of a document, may."""
    for dialogue, position, path in _redactions(register):
        if path is None or not _is_text(pattern_of(path)) or _value(dialogue, path) is _NO_ENTRY:
            must = "phải là một trường chữ của bản ghi, gọi như lệnh check gọi"
            yield _at(dialogue, position, "field", must, dialogue.redactions[position].field, "field: opinions[2].summary")


def redaction_leaves_its_mark(register: Register, today: date) -> Iterator[Finding]:
    """Where the text says something still, readers see that words were taken away, and where."""
    for dialogue, position, path in _redactions(register):
        if path is None or not _is_text(pattern_of(path)) or pattern_of(path).endswith(".file"):
            continue
        value = _value(dialogue, path)
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) for text in texts) and not any(REDACTED in str(text) for text in texts):
            field = dialogue.redactions[position].field
            must = f"{field} phải có {REDACTED} ở chỗ đã gỡ, hoặc không ghi gì"
            yield _at(dialogue, position, "field", must, field)


_NO_ENTRY = object()


def _value(dialogue: Dialogue, path: FieldPath) -> Any:
    try:
        return value_at(dialogue, path)
    except IndexError:
        return _NO_ENTRY


def _is_text(pattern: str) -> bool:
    if pattern in _OF_CORRECTIONS:
        return True
    declared = FIELDS.get(pattern)
    if declared is None or pattern in ("unit", "serves", "audiences") or pattern.endswith(".id"):
        return False
    return str in _types(declared.annotation)


def _types(annotation: Any) -> list[Any]:
    inner = [found for part in get_args(annotation) for found in _types(part)]
    return [annotation, *inner]


def _redactions(register: Register) -> Iterator[tuple[Dialogue, int, FieldPath | None]]:
    for dialogue in register.dialogues.values():
        for position, one in enumerate(dialogue.redactions):
            yield dialogue, position, path_of(one.field)


def _at(
    dialogue: Dialogue, position: int, name: str, must: str, found: str | None = None, example: str | None = None
) -> Finding:
    return Finding(f"dialogues/{dialogue.id}", ("redactions", position, name), must, found, example)


CHECKS: tuple[Check, ...] = (redaction_names_a_text, redaction_leaves_its_mark)
