"""A correction in a sentence: which field it is of, what had been published in it, and what it says since."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from typing import Any

from pydantic import ValidationError

from generator.consequences.change import Change
from generator.model import (
    Correction,
    CountOf,
    Dialogue,
    Handling,
    Kind,
    Mode,
    Outcome,
    PartOfDay,
    Period,
    Precision,
    Presider,
    Redaction,
    Register,
    ScheduleState,
)
from generator.model.corrections import corrected_again
from generator.reading.dialogue_fields import path_of, pattern_of, read_value, value_at
from generator.reading.field_paths import FieldPath, names_in, written_path
from generator.site.formatting import hour, long_day, number, period_text, presider_text, unit_in_sentence
from generator.site.words import Section, Words
from generator.text.shortening import shortened

LONGEST = 300
"""Characters of one value; the record, which is published too, has all of it."""


def correction_text(dialogue: Dialogue, correction: Correction, register: Register, words: Words) -> str:
    """"ngày đối thoại đã công bố là thứ Hai, ngày 18/9/2023, nay là thứ Ba, ngày 19/9/2023. Ghi nhầm ngày"; of one that
    names no field, its text alone."""
    path = path_of(correction.field) if correction.field else None
    if path is None:
        return correction.text
    was, now = value_before(correction, path), _value_since(dialogue, correction, path)
    values = {name: value_text(path, value, dialogue, register, words) for name, value in (("was", was), ("now", now))}
    for name, precision in zip(values, _precisions(dialogue, correction, path), strict=True):
        if isinstance(precision, Precision):
            values[name] = f"{words.precision[precision]} {values[name]}".strip()
    said = "added" if was is None else "removed" if now is None else "changed"
    told = words.correction[said].format(field=field_text(dialogue, path, words), **values)
    return f"{told} {correction.text}"


def mended_text(change: Change, register: Register, words: Words) -> str:
    """Of a change that is a correction or a redaction."""
    if change.redaction:
        return redaction_text(change.dialogue, change.redaction, words)
    assert change.correction
    return correction_text(change.dialogue, change.correction, register, words)


def redaction_text(dialogue: Dialogue, redaction: Redaction, words: Words) -> str:
    """Where and why, and never what."""
    path = path_of(redaction.field) or ()
    if path[0] == "corrections":
        field = words.correction["old_entry"].format(number=int(path[1]) + 1)
    else:
        field = field_text(dialogue, path, words)
    return words.correction["redacted"].format(field=field, reason=redaction.reason)


def told_correction(dialogue: Dialogue, correction: Correction, register: Register, words: Words) -> str:
    """The same where nothing else says that it is a correction."""
    text = correction_text(dialogue, correction, register, words)
    return words.correction["head"].format(told=text) if correction.field else text


def field_text(dialogue: Dialogue, path: FieldPath, words: Words) -> str:
    """"ngày đối thoại", "ngày đối thoại (lần thông báo thứ 2)"."""
    text = words.corrected[pattern_of(path)]
    for place, part in enumerate(path):
        if isinstance(part, int) and len(value_at(dialogue, path[:place]) or ()) > 1:
            entry = words.corrected_entry[str(path[place - 1])]
            text = words.correction["entry"].format(field=text, of=entry, number=part + 1)
    return text


def value_text(path: FieldPath, value: Any, dialogue: Dialogue, register: Register, words: Words) -> str:
    """A value of the field at ``path``, as the site shows it; free text stands between quotation marks."""
    match value:
        case bool():
            return words.correction["yes" if value else "no"]
        case Enum():
            return _word(value, words)
        case date():
            return long_day(value)
        case time():
            return hour(value)
        case Period():
            return period_text(value)
        case int():
            return number(value)
        case tuple():
            return "; ".join(value_text(path, part, dialogue, register, words) for part in value)
        case Presider():
            return presider_text(value, register.unit_of(dialogue), words)
        case str():
            return _text(path, value, register, words)
    return str(value)


def _text(path: FieldPath, value: str, register: Register, words: Words) -> str:
    match names_in(path)[-1]:
        case "unit" | "serves" if unit := register.unit_with_id(value):
            return unit_in_sentence(unit)
        case "audiences":
            return register.facts.audiences.get(value, value)
        case "announced_on" | "registered_on":
            return words.correction["unknown"]
    return words.correction["quoted"].format(text=shortened(value, LONGEST))


def _word(value: Enum, words: Words) -> str:
    sections: dict[type[Enum], Section] = {
        Kind: words.kind, Mode: words.mode, PartOfDay: words.part_of_day, ScheduleState: words.status, CountOf: words.count_of,
        Precision: words.precision, Outcome: words.outcome, Handling: words.handling,
    }
    section = sections[type(value)]
    return section[value.value] or words.correction["exact"]


def value_before(correction: Correction, path: FieldPath) -> Any:
    """As text where the field could hold it once and no more."""
    if correction.was is None:
        return None
    try:
        return read_value(pattern_of(path), correction.was)
    except ValidationError:
        return correction.was


_PRECISIONS = {"held.attendance[].count": "precision", "held.opinions.total": "total_precision"}
"""How exact a number is stands in a field beside it, and is told with it."""


def _precisions(dialogue: Dialogue, correction: Correction, path: FieldPath) -> tuple[Any, Any]:
    """Of a number as it was published and as it is since; None of any other value. Corrections of one day are one."""
    beside = _PRECISIONS.get(pattern_of(path))
    if beside is None:
        return None, None
    of_it = (*path[:-1], beside)
    field, present = written_path(of_it), value_at(dialogue, of_it)
    mended = [one for one in dialogue.corrections if one.field == field]
    was = next((value_before(one, of_it) for one in mended if one.corrected_on >= correction.corrected_on), present)
    now = next((value_before(one, of_it) for one in mended if one.corrected_on > correction.corrected_on), present)
    return was, now


def _value_since(dialogue: Dialogue, correction: Correction, path: FieldPath) -> Any:
    """What it came to hold by this correction: what a later one says that it was, or what it holds now."""
    place = next(number for number, one in enumerate(dialogue.corrections) if one is correction)
    later = corrected_again(dialogue.corrections, place)
    return value_before(later, path) if later else value_at(dialogue, path)
