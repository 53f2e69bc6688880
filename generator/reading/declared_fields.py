"""What the models declare of a field: its model, an example, its values, and which field or value a clerk meant."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping, get_args, get_origin

import yaml
from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from generator.reading.field_paths import FieldPath, names_in
from generator.reading.yaml_text import TextLoader
from generator.text.vietnamese import fold, nearest

OTHER_VALUES = Path(__file__).with_name("other_values.yml")
_HOW_IT_IS_WRITTEN = re.compile(r"[;:(]|, (?:nếu|khi|ví dụ|không|như|gọi|viết|bằng|hoặc|với|theo|mới|đã)\b")


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """By the names that a record writes, which stay when the program finds a better one."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel]:
    """The model of the fields at a path: of ``("conclusion",)`` in a dialogue, its conclusion's."""
    for part in path:
        if isinstance(part, str) and (declared := fields_of(model).get(part)):
            model = next(models_in(declared.annotation), model)
    return model


def field_at(model: type[BaseModel], path: FieldPath) -> FieldInfo | None:
    """None where the models know no such field."""
    names = names_in(path)
    return fields_of(model_at(model, tuple(names[:-1]))).get(names[-1]) if names else None


def described(model: type[BaseModel], path: FieldPath) -> str:
    """What the field holds, in the first words of its description: "ngày đối thoại", "số, ký hiệu", without how it is written;
    "" where it has none of its own."""
    declared = field_at(model, path)
    words = _HOW_IT_IS_WRITTEN.split(declared.description or "")[0].strip() if declared else ""
    return "" if re.match(r"[a-z-]+$", words, re.ASCII) else words[:1].lower() + words[1:]


def types_in(annotation: Any) -> Iterator[type]:
    """Those that it names, also within what is optional, what is annotated and what is a list."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from types_in(part)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    return (kind for kind in types_in(annotation) if issubclass(kind, BaseModel))


def example_of(path: FieldPath, declared: FieldInfo | None) -> str | None:
    """As it is written in a record, after the field's name."""
    if not declared or not declared.examples:
        return None
    return f"{names_in(path)[-1]}: {declared.examples[0]}"


def allowed_values(declared: FieldInfo | None, context: dict[str, Any]) -> tuple[str, ...]:
    """Of a field whose values are listed; ``context`` is that of pydantic's error, which lists them too."""
    values = _enum_values(declared.annotation) if declared else ()
    return values or tuple(re.findall(r"'([^']+)'", context["expected"]))


def _enum_values(annotation: Any) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(member.value for member in annotation)
    return next((values for part in get_args(annotation) if (values := _enum_values(part))), ())


def value_meant(written: str, allowed: tuple[str, ...], declared: FieldInfo | None) -> str | None:
    """The nearest value, also for a clerk who wrote the Vietnamese word that the description explains it with, or another word
    for it; never the one that "chưa" or "không" denies, nor the head where a deputy, or who heads something else, is named."""
    said = {words: value for value, words in explained(declared).items() if value in allowed}
    near = nearest(written, tuple(words for words in said if _is_another(words) == _is_another(written)))
    same = tuple(value for value in allowed if _is_another(value) == _is_another(written))
    return value_said(written, allowed, declared) or (said[near] if near else nearest(written, same))


def value_said(written: str, allowed: Iterable[str], declared: FieldInfo | None) -> str | None:
    """The value of which the description, or what people write for it, has these very words, whatever their case, accents and
    the signs between them."""
    words, said = _words(written), explained(declared)
    return next((value for value in allowed if words in (_words(said.get(value, value)), *other_values().get(value, ()))), None)


def _words(said: str) -> str:
    return re.sub(r"[\W_]+", "_", fold(said)).strip("_")


def explained(declared: FieldInfo | None) -> Mapping[str, str]:
    """What the description says of each value."""
    return dict(re.findall(r"([a-z-]+) \(([^)]+)\)", declared.description or "")) if declared else {}


def other_values() -> Mapping[str, list[str]]:
    """What people write for each listed value; folded."""
    return words_by_name(OTHER_VALUES)


@lru_cache(maxsize=2)
def words_by_name(table: Path) -> Mapping[str, list[str]]:
    """A file that lists words for each of the records' names."""
    words: dict[str, list[str]] = yaml.load(table.read_bytes(), TextLoader)
    return words


def _is_another(said: str) -> bool:
    """Whether it says that something is not so, or names a post beside those that words without it name."""
    return bool(_ANOTHER.search(fold(said)))


_ANOTHER = re.compile(
    r"\b(?:chua|khong|not|no)\b|^pho\b|\b(?:hdnd|hoi dong nhan dan|mttq|mat tran to quoc|cong doan|doan thanh nien)\b"
)
"""A deputy ("phó") is not the head, and who heads a council, the Front or a union heads no committee."""


def holds_list(declared: FieldInfo) -> bool:
    return any(get_origin(part) is tuple for part in _parts(declared))


def holds_names(declared: FieldInfo) -> bool:
    """Whether what stands below is named by a clerk, or by the level of a unit."""
    return any(get_origin(part) is dict for part in _parts(declared))


def holds_link(declared: FieldInfo) -> bool:
    marks = (*declared.metadata, *(mark for part in _parts(declared) for mark in getattr(part, "__metadata__", ())))
    return any(isinstance(mark, WithJsonSchema) and (mark.json_schema or {}).get("format") == "uri" for mark in marks)


def holds_text(declared: FieldInfo) -> bool:
    """Whether it may be a sentence: no listed word, day, number or id."""
    kinds = [part for part in _parts(declared) if part is not type(None)]
    return any(kind is str or str in get_args(kind)[:1] for kind in kinds) and not _enum_values(declared.annotation)


def holds_number(declared: FieldInfo) -> bool:
    return any(kind is int or int in get_args(kind)[:1] for kind in _parts(declared))


def names_listed(declared: FieldInfo | None) -> tuple[str, ...]:
    """Those that may stand below it where a unit's level or a report names what it holds; none where a clerk does."""
    kinds = _parts(declared) if declared else ()
    return next((_enum_values(get_args(part)[0]) for part in kinds if get_origin(part) is dict), ())


def _parts(declared: FieldInfo) -> tuple[Any, ...]:
    return declared.annotation, *get_args(declared.annotation)


def model_inside(declared: FieldInfo) -> type[BaseModel] | None:
    """Of the fields right below this one, or of each entry of its list; None where it holds none."""
    return None if holds_names(declared) else next(models_in(declared.annotation), None)


@cache
def all_names(model: type[BaseModel]) -> frozenset[str]:
    """Of its fields and of those below them."""
    inner = {below for declared in fields_of(model).values() for below in models_in(declared.annotation)}
    return frozenset(fields_of(model)).union(*map(all_names, inner))
