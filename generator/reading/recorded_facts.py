"""The facts of any record one by one, each at its path and written as a record writes it."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, Sequence

from pydantic import BaseModel

from generator.model import Correction, Presider, ReformFile, RegisterFacts, Rules, Submission, Unit
from generator.model.corrections import corrected_again
from generator.reading.declared_fields import fields_of
from generator.reading.dialogue_fields import written_value
from generator.reading.field_paths import FieldPath, written_path

SUBMISSIONS, FIGURES = "submissions", "figures"
"""What a correction names where not one field was wrong: something sent, as ``submission_line`` writes it, and a figure of the
whole city, "276/464"."""
_NOT_FACTS = ("id", "year", "day", "communes", "tile", "corrections", "redactions")
_ONLY_FOR_OFFICES = ("contact", "new_file", "edit_file", "feeds_changed_on", "description", "as_of", "areas")
"""Of the register's facts: what it asks of its keepers, says of itself or lists together, and nobody relies on."""
_SHOWN = ("contact", "description", "areas")
"""Of these what the public sees."""


def facts_of(record: RegisterFacts | ReformFile | Rules | Unit) -> Mapping[str, str]:
    """Of a unit without those of its communes, which are units themselves; of the register those that the public relies on."""
    match record:
        case Unit():
            return {"level": record.level.value, **_written(record.facts)}
        case RegisterFacts():
            return {path: value for path, value in _written(record).items() if _field_of(path) not in _ONLY_FOR_OFFICES}
    return _written(record)


def shown_facts_of(facts: RegisterFacts) -> Mapping[str, str]:
    """What the register says of itself to the public and nobody relies on."""
    return {path: value for path, value in _written(facts).items() if _field_of(path) in _SHOWN}


def value_since(corrections: Sequence[Correction], position: int, facts: Mapping[str, str]) -> str | None:
    """What a field came to hold by the correction at this place: what the next one of it says that it was, else its fact."""
    later = corrected_again(corrections, position)
    return later.was if later else facts.get(corrections[position].field or "")


def submission_line(submission: Submission) -> str:
    """As a correction of it is written: "hong-bang q1 2023-03-14"."""
    return f"{submission.unit} {submission.report} {submission.sent_on.isoformat()}"


def not_sent(line: str) -> str:
    """What a correction says of a report that had been published as not sent: "hong-bang q1"."""
    return line.rpartition(" ")[0]


def _field_of(path: str) -> str:
    """The record's own, however deep the value lies."""
    return re.split(r"[.\[]", path)[0]


def _written(record: BaseModel) -> dict[str, str]:
    return {written_path(path): written_value(value) or "" for path, value in _facts(record, ())}


def _facts(record: BaseModel, above: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    for written, declared in zip(fields_of(type(record)), type(record).model_fields, strict=True):
        if above or written not in _NOT_FACTS:
            yield from _facts_in(getattr(record, declared), (*above, written))


def _facts_in(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    """What a clerk names, such as the acts of a year, stands under its name."""
    if isinstance(value, BaseModel) and not isinstance(value, Presider):
        yield from _facts(value, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _facts_in(inner, (*path, str(name)))
    elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        for place, inner in enumerate(value):
            yield from _facts_in(inner, (*path, place))
    elif value not in (None, ()):
        yield path, value
