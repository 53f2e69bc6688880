"""Fields that are left empty and that nobody knows: what looks like one is often a value that its colon or a comma has cut off,
and would go without a word."""

from __future__ import annotations

import re
from typing import Iterator, Sequence

from pydantic import BaseModel

from generator.reading.declared_fields import field_at, fields_of, model_at, model_inside
from generator.reading.field_paths import FieldPath
from generator.reading.field_problems import RecordText
from generator.reading.problems import Problem
from generator.reading.unknown_fields import unknown_field

_JOINED = re.compile(r"(?P<name>[a-z_]+)\s*:\S", re.ASCII)
_WITHOUT_COLON = re.compile(r"(?P<name>[a-z_]+)\s+\S", re.ASCII)


def unknown_left_empty(record: RecordText, model: type[BaseModel], left_empty: Sequence[FieldPath]) -> Iterator[Problem]:
    for path in left_empty:
        if _has_declared_fields(model, path[:-1]) and path[-1] not in fields_of(model_at(model, path[:-1])):
            must, meant = _what_it_is(model, path)
            yield record.problem(path, "field-is-known", must, suggestion=meant, at_name=True)


def _has_declared_fields(model: type[BaseModel], path: FieldPath) -> bool:
    """Not in what is itself unknown, nor where a clerk or a level names what stands below: legal_basis, minimum."""
    declared = field_at(model, path)
    return not path or (declared is not None and model_inside(declared) is not None)


def _what_it_is(model: type[BaseModel], path: FieldPath) -> tuple[str, str | None]:
    written, names = str(path[-1]), fields_of(model_at(model, path[:-1]))
    if (joined := _JOINED.match(written)) and joined["name"] in names:
        return f"thiếu dấu cách sau dấu hai chấm của '{joined['name']}', nên máy không đọc được giá trị", None
    if (alone := _WITHOUT_COLON.match(written)) and alone["name"] in names:
        return f"thiếu dấu hai chấm sau '{alone['name']}', nên máy không đọc được giá trị", None
    if " " in written:
        return "dấu phẩy hay dấu hai chấm đã cắt câu này ra khỏi giá trị; câu như thế phải đặt trong dấu ngoặc kép", None
    return unknown_field(model, path)
