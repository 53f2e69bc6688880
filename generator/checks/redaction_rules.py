"""Rules on redactions: each names a text of its record, in which a mark stands for what was taken away."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding, in_dialogue
from generator.model import Dialogue, Register
from generator.model.corrections import REDACTED
from generator.reading.declared_fields import types_in
from generator.reading.dialogue_fields import FIELDS, NO_ENTRY, path_of, pattern_of, value_there
from generator.reading.field_paths import FieldPath

_OF_CORRECTIONS = ("corrections[].was", "corrections[].text")


def redaction_names_a_text(register: Register, today: date) -> Iterator[Finding]:
    """Days, numbers and choices hold nothing personal, and are corrected; a text, or the name of a document, may."""
    for dialogue, position, path in _redactions(register):
        if path is None or not _is_text(pattern_of(path)) or value_there(dialogue, path) is NO_ENTRY:
            must = "phải là một trường chữ của bản ghi, gọi như lệnh check gọi"
            found, example = dialogue.redactions[position].field, "field: opinions[2].summary"
            yield in_dialogue(dialogue, ("redactions", position, "field"), must, found, example)


def redaction_leaves_its_mark(register: Register, today: date) -> Iterator[Finding]:
    """Where the text says something still, readers see that words were taken away, and where."""
    for dialogue, position, path in _redactions(register):
        if path is None or not _is_text(pattern_of(path)) or pattern_of(path).endswith(".file"):
            continue
        value = value_there(dialogue, path)
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) for text in texts) and not any(REDACTED in str(text) for text in texts):
            field = dialogue.redactions[position].field
            must = f"{field} phải có {REDACTED} ở chỗ đã gỡ, hoặc không ghi gì"
            yield in_dialogue(dialogue, ("redactions", position, "field"), must, field)


def _is_text(pattern: str) -> bool:
    if pattern in _OF_CORRECTIONS:
        return True
    declared = FIELDS.get(pattern)
    if declared is None or pattern in ("unit", "serves", "audiences") or pattern.endswith(".id"):
        return False
    return str in types_in(declared.annotation)


def _redactions(register: Register) -> Iterator[tuple[Dialogue, int, FieldPath | None]]:
    for dialogue in register.dialogues.values():
        for position, one in enumerate(dialogue.redactions):
            yield dialogue, position, path_of(one.field)


CHECKS: tuple[Check, ...] = (redaction_names_a_text, redaction_leaves_its_mark)
