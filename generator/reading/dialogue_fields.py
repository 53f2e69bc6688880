"""A dialogue's fields one by one, by the paths that problems and corrections name, with their values as a record has them."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any, Iterator, Mapping, get_origin

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from generator.model import Dialogue, Period, Presider
from generator.reading.declared_fields import fields_of, models_in
from generator.reading.field_paths import FieldPath

_PATH = re.compile(r"[a-z_]+(?:\[\d{1,4}\])?(?:\.[a-z_]+(?:\[\d{1,4}\])?)*")
_NOT_CORRECTED = ("id", "year", "corrections", "redactions")
NO_ENTRY = object()
_PRESIDER = re.compile(r"(?P<post>[a-z]+)(?P<deputy> \(deputy\))?(?:: (?P<title>.+))?")


def path_of(written: str) -> FieldPath | None:
    """What ``written_path`` wrote; None of any other text."""
    if not _PATH.fullmatch(written):
        return None
    return tuple(int(number) - 1 if number else name for name, number in re.findall(r"([a-z_]+)|\[(\d+)\]", written))


def pattern_of(path: FieldPath) -> str:
    """The same field of any entry: ``schedule[].day``."""
    return re.sub(r"\[\d+\]", "[]", "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path))[1:]


def value_at(dialogue: Dialogue, path: FieldPath) -> Any:
    """None where nothing is recorded. Raises IndexError where the list has no such entry."""
    value: Any = dialogue
    for part in path:
        if isinstance(part, int) and not 0 <= part < len(value or ()):
            raise IndexError(part)
        if value is not None:
            value = value[part] if isinstance(part, int) else getattr(value, part)
    return None if value == () else value


def value_there(dialogue: Dialogue, path: FieldPath) -> Any:
    """The same, and ``NO_ENTRY`` there."""
    try:
        return value_at(dialogue, path)
    except IndexError:
        return NO_ENTRY


def written_value(value: Any) -> str | None:
    """On as many lines as it has in the record; entries of a list with a semicolon between. None where there is none."""
    match value:
        case str():  # first, since most are
            return str(value)
        case None | ():
            return None
        case bool():
            return str(value).lower()
        case tuple():
            return "; ".join(filter(None, map(written_value, value)))
        case Presider():
            return f"{value.post}{' (deputy)' if value.deputy else ''}{f': {value.title}' if value.title else ''}"
        case Period():
            return value.text
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
    return str(value)


def read_value(pattern: str, written: str) -> Any:
    """What the field would hold. Raises pydantic's ValidationError where it cannot hold that."""
    field = FIELDS[pattern]
    read: Any = written
    if Presider in models_in(field.annotation):
        posts = re.split(r"[;,]\s*(?=[a-z]+(?: \(deputy\))?(?:[:;,]|$))", written.strip(" []"))
        found = [_PRESIDER.fullmatch(post.strip()) for post in posts]
        read = [
            {"post": one["post"], "deputy": bool(one["deputy"]), "title": one["title"]} if one else post
            for one, post in zip(found, posts, strict=True)
        ]
    elif get_origin(field.annotation) is tuple:
        read = [part.strip() for part in written.split(";")]
    return _type_of(pattern).validate_python(read)


def recorded_values(dialogue: Dialogue) -> dict[FieldPath, Any]:
    """Each field that holds a value, in the order of the record."""
    return _gathered(dialogue, (), {})


def _gathered(record: BaseModel, path: FieldPath, found: dict[FieldPath, Any]) -> dict[FieldPath, Any]:
    """``found`` with the values of the record, which stands at the path."""
    facts = vars(record)
    for name in fields_of(type(record)):
        value = facts[name]
        if (not value and value in (None, ())) or (not path and name in _NOT_CORRECTED):
            continue
        here = (*path, name)
        if isinstance(value, BaseModel):
            _gathered(value, here, found)
        elif isinstance(value, tuple) and isinstance(value[0], BaseModel) and not isinstance(value[0], Presider):
            for position, entry in enumerate(value):
                _gathered(entry, (*here, position), found)
        else:
            found[here] = value
    return found


def _fields(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, FieldInfo]]:
    for name, declared in fields_of(model).items():
        inner = next(models_in(declared.annotation), None)
        if not above and name in _NOT_CORRECTED:
            continue
        if inner is None or inner is Presider:
            yield f"{above}{name}", declared
        else:
            yield from _fields(inner, f"{above}{name}{'[]' if get_origin(declared.annotation) is tuple else ''}.")


@lru_cache(200)
def _type_of(pattern: str) -> TypeAdapter[Any]:
    field = FIELDS[pattern]
    declared: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(declared)


FIELDS: Mapping[str, FieldInfo] = dict(_fields(Dialogue))
"""All that a correction can name, by their patterns; who presides is one value."""
