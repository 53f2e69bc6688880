"""What a clerk answered, as the fields that a record gets of it."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping, assert_never

from generator.consequences.status import last_announced
from generator.editing.record_entries import next_commitment_id
from generator.editing.yaml_additions import Given
from generator.model import Dialogue
from generator.model.verbs import Default, Verb

Answers = Mapping[str, str | list[str] | None]
"""By the names of what is asked, as text that a record may hold."""


def fields_told(verb: Verb, answers: Answers, dialogue: Dialogue, today: date) -> dict[str, Given]:
    """In the order in which they are written; what was not answered is left out. ``today`` is a day in Asia/Ho_Chi_Minh."""
    fields: dict[str, Any] = {verb.group: {}} if verb.group else {}
    for ask in verb.asks:
        value = ask.always or answers.get(ask.name) or (ask.default and _default(ask.default, answers, dialogue, today))
        if ask.into and value:
            _put(fields, ask.into.split("."), value)
    return fields


def answered_alone(verb: Verb, answers: Answers) -> tuple[str, str] | None:
    """The name of an answer that says nothing by itself, and of the one that it goes with."""
    alone = (ask for ask in verb.asks if ask.goes_with and answers.get(ask.name) and not answers.get(ask.goes_with))
    return next(((ask.name, ask.goes_with or "") for ask in alone), None)


def _default(default: Default, answers: Answers, dialogue: Dialogue, today: date) -> str | None:
    match default:
        case Default.TODAY:
            return today.isoformat()
        case Default.TODAY_IF_LATE:
            announced = last_announced(dialogue)
            known = answers.get("day") or (announced.day.isoformat() if announced else None)
            return today.isoformat() if known and str(known) < today.isoformat() and not dialogue.held else None
        case Default.NEXT_NUMBER:
            return next_commitment_id(dialogue.commitments)
        case unknown:
            assert_never(unknown)


def _put(fields: dict[str, Any], path: list[str], value: str | list[str]) -> None:
    name, *below = path
    if not below:
        fields[name] = value
    elif below[0] == "+":
        _put(fields.setdefault(name, [{}])[0], below[1:], value)
    else:
        _put(fields.setdefault(name, {}), below, value)
