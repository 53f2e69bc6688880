"""Which field a clerk meant by a name that no field has: one spelt otherwise, another word for it, or one of another level."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Collection, Iterator, Mapping, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.reading.declared_fields import (
    allowed_values,
    fields_of,
    holds_list,
    model_at,
    model_inside,
    value_meant,
    words_by_name,
)
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import fold, nearest

OTHER_WORDS = Path(__file__).with_name("other_words.yml")
_MOST_PLACES = 3
_PARTS = re.compile(r"\s*[,/&(]\s*|\s+và\s+")
"""Between the two words that a heading has for one thing: "Ý kiến, kiến nghị"."""
_HERE = "không có trường này"
_OF_THE_PLACE = ("id", "year", "day")
"""What the place of a file says, and no record writes among its outermost fields."""


class UnknownField(NamedTuple):
    """What to say of it, and the name that was meant. ``is_a_guess`` where nothing tells what was."""

    must: str
    meant: str | None = None
    is_a_guess: bool = False


def unknown_field(root: type[BaseModel], path: FieldPath, beside: Collection[str] = ()) -> UnknownField:
    """What to say of a field that the model at its place does not know, and the name that was meant there: none of those that
    stand ``beside`` it, and rather the one that must be there and is not."""
    written, model = str(path[-1]), model_at(root, path[:-1])
    free = [name for name in fields_of(model) if path[1:] or name not in _OF_THE_PLACE]
    if meant := field_meant(written, model, [name for name in free if name not in beside]):
        return UnknownField(_HERE, meant)
    if elsewhere := _places_of(written, root):
        return UnknownField(f"{_HERE} ở đây; trường này nằm trong {elsewhere}: hãy ghi vào đó, thụt dòng theo")
    if other := _by_other_word(written, _all_fields(root)):
        return UnknownField(f"{_HERE}; trường '{other}' nằm trong {_places_of(other, root)}")
    missing = [name for name in free if name not in beside and fields_of(model)[name].is_required()]
    if len(missing) == 1:
        return UnknownField(_HERE, missing[0])
    return UnknownField(f"{_HERE}; ở đây có thể ghi: {', '.join(free)}", is_a_guess=True)


def group_meant(root: type[BaseModel], path: FieldPath, written: Collection[str]) -> str | None:
    """Where a field of this name holds just such fields, when it is written at another level."""
    for group, model in _levels(root):
        inner = fields_of(model).get(str(path[-1]))
        held = model_inside(inner) if inner and not holds_list(inner) else None
        if held and written and set(written) <= set(fields_of(held)):
            return f"{group}.{path[-1]}" if group else str(path[-1])
    return None


def entry_begun(declared: FieldInfo) -> str | None:
    """How an entry of a list of groups begins in a record: by the first field that each must have; None for another list."""
    inner = model_inside(declared)
    must_have = [name for name, field in fields_of(inner).items() if field.is_required()] if inner else []
    return f"- {must_have[0]}: …" if must_have else None


def names_of_entries(declared: FieldInfo | None, written: Mapping[str, object]) -> list[str]:
    """Entries of a list of listed words that are written as fields, "party: true", without those that are denied."""
    allowed, _ = _of_entries(declared)
    return [name for name, of in written.items() if of not in ("false", "no", "không")] if set(written) <= set(allowed) else []


def names_said(declared: FieldInfo | None, written: str) -> list[str] | None:
    """Entries of a list of listed words that are written as one text, "Bí thư, Phó Chủ tịch"; none where one is not known, None
    of another list."""
    allowed, first = _of_entries(declared)
    meant = [_entry_said(said, allowed, first) for said in _BETWEEN_ENTRIES.split(written)]
    return (list(dict.fromkeys(filter(None, meant))) if all(meant) else []) if allowed else None


def _entry_said(written: str, allowed: tuple[str, ...], first: FieldInfo | None) -> str | None:
    deputy = _DEPUTY.match(written)
    meant = value_meant(written[deputy.end() :] if deputy else written, allowed, first)
    return f"{{post: {meant}, deputy: true}}" if meant and deputy else meant


_DEPUTY = re.compile(r"phó\s+", re.IGNORECASE)
_BETWEEN_ENTRIES = re.compile(r"\s*[,;+&/]\s*|\s+và\s+", re.IGNORECASE)


def _of_entries(declared: FieldInfo | None) -> tuple[tuple[str, ...], FieldInfo | None]:
    """The words of which a list's entries are one, and the field that lists them; none where entries are of another kind."""
    inner = model_inside(declared) if declared else None
    first = next((field for field in fields_of(inner).values() if field.is_required()), None) if inner else None
    return allowed_values(first, {"expected": ""}) if first else (), first


def field_meant(written: str, model: type[BaseModel], names: Collection[str] | None = None) -> str | None:
    """Of this level, or of those of its ``names``: the one so spelt, the one so called, or the nearest; also by what its
    description begins with."""
    names = tuple(fields_of(model) if names is None else names)
    return _field_called(written, model, names) or _field_called(_PARTS.split(written)[0], model, names)


def _field_called(written: str, model: type[BaseModel], names: tuple[str, ...]) -> str | None:
    same = {name.replace("_", ""): name for name in names}.get(_bare(written))
    by_words = {re.split(r"[,;:]", fields_of(model)[name].description or name)[0]: name for name in names}
    near = nearest(written.replace("_", " "), tuple(by_words))
    return same or _by_other_word(written, names) or (by_words[near] if near else nearest(written, names))


def other_words() -> Mapping[str, list[str]]:
    """What people write for each field, by its name; folded."""
    return words_by_name(OTHER_WORDS)


def _by_other_word(written: str, names: tuple[str, ...]) -> str | None:
    word = re.sub(r"[\W_]+", "_", fold(written)).strip("_")
    return next((name for name in names if word in other_words().get(name, ())), None)


def _all_fields(root: type[BaseModel]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, model in _levels(root) for name in fields_of(model)))


def _bare(written: str) -> str:
    return re.sub(r"[\W_]+", "", fold(written))


def _places_of(name: str, root: type[BaseModel]) -> str:
    """Groups that hold a field of this name, outermost first; empty where none does."""
    groups = [group or "các trường ngoài cùng (sát lề trái)" for group, model in _levels(root) if name in fields_of(model)]
    return ", ".join(groups[:_MOST_PLACES])


def _levels(root: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Each group of fields by its path, without numbers, level by level."""
    waiting: list[tuple[str, type[BaseModel]]] = [("", root)]
    while waiting:
        group, model = waiting.pop(0)
        yield group, model
        for name, declared in fields_of(model).items():
            if inner := model_inside(declared):
                waiting.append((f"{group}.{name}" if group else name, inner))
