"""Rules on corrections: which field each names, and what had been published in it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Iterator

from pydantic import ValidationError

from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.fact_days import fact_days
from generator.consequences.status import held_day, known_day
from generator.model import Correction, Dialogue, Register
from generator.model.corrections import corrected_again
from generator.reading.declared_fields import allowed_values
from generator.reading.dialogue_fields import FIELDS, NO_ENTRY, path_of, pattern_of, read_value, value_there, written_value
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import nearest


def correction_names_a_field(register: Register, today: date) -> Iterator[Finding]:
    """What a correction says of a field, it says of one that there is."""
    for dialogue, position, correction in _corrections(register):
        at, example = ("corrections", position, "field"), "field: schedule[1].day"
        if correction.field is None:
            if correction.was is not None:
                must = "phải có field, là tên trường đã sửa, khi có was"
                yield in_dialogue(dialogue, at, must, example=example)
            continue
        if _pattern(correction) is None:
            must = "phải là một trường có giá trị của bản ghi, gọi như lệnh check gọi"
            yield in_dialogue(dialogue, at, must, correction.field, example, _meant(correction.field))
        elif value_there(dialogue, path_of(correction.field) or ()) is NO_ENTRY:
            must = "bản ghi không có mục nào ở số này; các mục đếm từ 1"
            yield in_dialogue(dialogue, at, must, correction.field, example)


def correction_says_what_it_was(register: Register, today: date) -> Iterator[Finding]:
    """The old value is one that the field can hold, and not the one that it holds since: else nothing was corrected. Where
    a field was corrected again, it held until then what that correction says."""
    for dialogue, position, correction in _corrections(register):
        if _pattern(correction) is None or (now := _since(dialogue, position)) is NO_ENTRY:
            continue
        was, at = _old_value(correction), ("corrections", position, "was")
        if isinstance(was, ValidationError):
            must, example, meant = _wrong_value(correction, was)
            yield in_dialogue(dialogue, at, must, correction.was, example, meant)
        elif was is None and now is None:
            must = f"phải có giá trị cũ đã công bố, vì {correction.field} nay không ghi gì"
            yield in_dialogue(dialogue, at, must)
        elif was == now:
            must = f"phải là giá trị cũ đã công bố, khác giá trị sau khi sửa ({written_value(now)})"
            must += f"; hãy sửa {correction.field} rồi mới đính chính"
            yield in_dialogue(dialogue, at, must, correction.was)


def correction_follows_what_it_corrects(register: Register, today: date) -> Iterator[Finding]:
    """Nothing is corrected before it was told: not before the announcement, the meeting, the notice or the report that the
    field is of, and nothing of a record before its first day."""
    for dialogue, position, correction in _corrections(register):
        first = _first_day(dialogue, correction)
        if first and correction.corrected_on < first:
            must, found = f"không được trước ngày của điều được đính chính ({first})", correction.corrected_on.isoformat()
            yield in_dialogue(dialogue, ("corrections", position, "corrected_on"), must, found, f"corrected_on: {first}")


def _first_day(dialogue: Dialogue, correction: Correction) -> date | None:
    """Of what the field tells of; where no day of that is known, of the record."""
    path = path_of(correction.field) if correction.field else None
    known: list[date | None] = []
    if path and _pattern(correction) and value_there(dialogue, path) is not NO_ENTRY:
        known = list(_days_told(dialogue, path))
    days = [day for day in known if day] or fact_days(dialogue.model_copy(update={"corrections": ()}))
    return min(days, default=None)


def _days_told(dialogue: Dialogue, path: FieldPath) -> Iterator[date | None]:
    match path:
        case ("registration", *_) if dialogue.registration:
            yield known_day(dialogue.registration.registered_on)
        case ("schedule", int(number), *_):
            yield known_day(dialogue.schedule[number].announced_on)
        case ("conclusion", *_) if dialogue.conclusion:
            yield from (dialogue.conclusion.issued_on, dialogue.conclusion.sent_on, dialogue.conclusion.published_on)
        case ("opinions", int(number), "answer", *_) if answer := dialogue.opinions[number].answer:
            yield answer.answered_on or held_day(dialogue)
        case ("commitments", int(number), "updates", int(of), *_):
            yield dialogue.commitments[number].updates[of].updated_on
        case ("held" | "opinions" | "commitments", *_):
            yield held_day(dialogue)


def _pattern(correction: Correction) -> str | None:
    """Of the field that it names, if there is such a field."""
    path = path_of(correction.field) if correction.field else None
    return pattern if path and (pattern := pattern_of(path)) in FIELDS else None


def _since(dialogue: Dialogue, position: int) -> Any:
    """What the field of a correction came to hold by it."""
    later = corrected_again(dialogue.corrections, position)
    return _old_value(later) if later else value_there(dialogue, path_of(dialogue.corrections[position].field or "") or ())


def _old_value(correction: Correction) -> Any:
    """The error where the field cannot hold it."""
    if correction.was is None or _is_digest(correction):
        return correction.was
    try:
        return read_value(_pattern(correction) or "", correction.was)
    except ValidationError as error:
        return error


def _is_digest(correction: Correction) -> bool:
    """A document that was replaced under its name is told by what `sha256sum` says of it."""
    return bool(
        correction.field and correction.field.endswith(".file") and re.fullmatch(r"sha256:[0-9a-f]{64}", correction.was or "")
    )


def _wrong_value(correction: Correction, error: ValidationError) -> tuple[str, str | None, str | None]:
    """What must be, an example and what was meant."""
    found = error.errors(include_url=False)[0]
    context, declared = found.get("ctx", {}), FIELDS[_pattern(correction) or ""]
    if values := allowed_values(declared, context) if found["type"] in ("enum", "literal_error") else ():
        return f"phải là giá trị cũ của {correction.field}: một trong {', '.join(values)}", f"was: {values[0]}", None
    of_own = found["type"] in ("day", "no_such_day", "time_of_day", "period", "whole_number", "link")
    must = found["msg"] if of_own else "phải là giá trị cũ mà trường này ghi được"
    return must, f"was: {context['example']}" if "example" in context else None, context.get("suggestion") or None


def _meant(written: str) -> str | None:
    """The nearest field; of a group of fields its first."""
    names = re.sub(r"\[\d*\]", "", written)
    inside = next((known for known in FIELDS if known.replace("[]", "").startswith(f"{names}.")), None)
    near = inside or nearest(re.sub(r"\[\d*\]", "[]", written), tuple(FIELDS))
    return near.replace("[]", "[1]") if near else None


def _corrections(register: Register) -> Iterator[tuple[Dialogue, int, Correction]]:
    for dialogue in register.dialogues.values():
        for position, correction in enumerate(dialogue.corrections):
            yield dialogue, position, correction


CHECKS: tuple[Check, ...] = (correction_names_a_field, correction_says_what_it_was, correction_follows_what_it_corrects)
