"""Every text of a record, and whether its field is made for an office or a place."""

from __future__ import annotations

from functools import cache
from typing import Any, Iterator, Mapping, get_args, get_origin

from pydantic import BaseModel

from generator.keeping.memo import once
from generator.model import Correction, Dialogue, Document, Register, Source, UnitFile, Venue
from generator.model.contacts import Contact
from generator.reading.declared_fields import model_at, models_in
from generator.reading.dialogue_fields import path_of
from generator.reading.field_paths import FieldPath, names_in

_OFFICE_RECORDS = (Contact, Venue, Source, Document)
_OFFICE_FIELDS = frozenset({
    "url", "opinions_to", "attend_to", "number", "document_number", "legal_basis", "source_url", "address", "new_file",
    "edit_file", "co_organisers", "further_sites",
})
_IDS = frozenset({"id", "unit", "serves", "audiences", "predecessors", "successors", "file", "basis", "old", "new", "units"})
"""Fields whose form leaves no room for a text."""

Texts = list[tuple[FieldPath, str, bool]]
"""Each with its place and whether its field is made for an office."""


def records_in(register: Register) -> Iterator[tuple[str, BaseModel, FieldPath]]:
    """Each with the name of its file, as findings name it, and where in the file it stands."""
    for dialogue in register.dialogues.values():
        yield f"dialogues/{dialogue.id}", dialogue, ()
    for year, submissions in register.submissions.items():
        for position, submission in enumerate(submissions):
            yield f"submissions/{year}", submission, ("submissions", position)
    for year, rules in register.rules.items():
        yield f"rules/{year}", rules, ()
    for unit in register.units.values():
        if isinstance(unit.facts, UnitFile):
            yield f"units/{unit.id}", unit.facts, ()
    for day, reform in register.reforms.items():
        yield f"reforms/{day.isoformat()}", reform, ()
    yield "agencies.yml", register.agencies, ()
    yield "register.yml", register.facts, ()


def made_for(model: type[BaseModel], name: str) -> str | None:
    """Whom the texts in a field of a model are made for: "citizens" or "office"; None of a field that holds none of its own."""
    if name not in _names_of_texts(model) or next(models_in(model.model_fields[name].annotation), None):
        return None
    return "office" if issubclass(model, _OFFICE_RECORDS) or name in _OFFICE_FIELDS else "citizens"


@once
def texts_in(record: BaseModel) -> Texts:
    return _gather(record, (), [], False)


def _gather(value: Any, path: FieldPath, found: Texts, of_office: bool) -> Texts:
    """``found`` with the texts in the value, which stands at the path."""
    if isinstance(value, str):
        found.append((path, value, of_office))
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            _gather(part, (*path, position), found, of_office)
    elif isinstance(value, BaseModel):
        facts, is_office = vars(value), of_office or isinstance(value, _OFFICE_RECORDS)
        for name in _names_of_texts(type(value)):
            if part := facts[name]:
                its = name in _OFFICE_FIELDS or (name == "was" and isinstance(value, Correction) and _is_of_an_office(value))
                _gather(part, (*path, name), found, is_office or its)
    elif isinstance(value, Mapping):  # asked last: what kind of thing may be one takes long to say
        for name, part in value.items():
            _gather(part, (*path, name), found, of_office)
    return found


def _is_of_an_office(correction: Correction) -> bool:
    """What had been published in a field made for an office or a place was allowed there."""
    path = path_of(correction.field or "") or ()
    return issubclass(model_at(Dialogue, path[:-1]), _OFFICE_RECORDS) or not _OFFICE_FIELDS.isdisjoint(names_in(path))


@cache
def _names_of_texts(kind: type[BaseModel]) -> tuple[str, ...]:
    """Names of fields that may hold text, or records with such fields."""
    return tuple(name for name, field in kind.model_fields.items() if name not in _IDS and _may_hold_text(field.annotation))


def _may_hold_text(annotation: Any) -> bool:
    """A text, a record, or any number of them."""
    is_record = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation is str or is_record or get_origin(annotation) is dict or any(map(_may_hold_text, get_args(annotation)))
