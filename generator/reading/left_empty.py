"""What is left empty and would go without a word: the meeting that took place, a group of fields, and a field that nobody
knows, which is often a value that its colon or a comma has cut off."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Iterator, Mapping, Sequence

from pydantic import BaseModel

from generator.model import Dialogue
from generator.reading.declared_fields import field_at, fields_of, holds_list, holds_names, model_at, model_inside
from generator.reading.field_paths import FieldPath
from generator.reading.problems import MOST_TOLD, Problem, first_told
from generator.reading.record_text import RecordText
from generator.reading.unknown_fields import UnknownField, unknown_field

_EMPTY_HELD = re.compile(r"^(?:held|\"held\"|'held')[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE)
"""Where it may be left empty; what really is, only the parser can tell."""
_HELD_AND_NO_MORE = re.compile(r"^(?:held|\"held\"|'held')[ \t]*:[ \t]*\{\s*\}", re.MULTILINE)
_NO_GROUP = "để trống thì không ghi; hãy xóa trường này hoặc điền vào"
_JOINED = re.compile(r"(?P<name>[a-z0-9_-]+)\s*:\S", re.ASCII)
_WITHOUT_COLON = re.compile(r"(?P<name>[a-z_]+)\s+\S", re.ASCII)


def empty_held(record: RecordText, tree: Mapping[str, Any]) -> Iterator[Problem]:
    """A field left empty counts as not written; a clerk who writes "held:" means that the dialogue took place. So does one
    who leaves all fields in it empty, or has yet to fill them in."""
    if "held" not in tree:
        is_empty = bool(_EMPTY_HELD.search(record.text)) and ("held",) in record.places
    else:
        is_empty = tree["held"] == {} and not _HELD_AND_NO_MORE.search(record.text) and any(
            path[0] == "held" and path[1:] not in ((), ("",)) for path in record.places if path
        )
    if is_empty:
        must = "để trống thì không tính là đã tổ chức; đã tổ chức mà chưa có số liệu thì ghi {}, chưa tổ chức thì xóa dòng này"
        yield record.problem(("held",), "held-is-not-left-empty", must, example="held: {}", at_name=True)


def empty_groups(record: RecordText, tree: Mapping[str, Any], left_empty: Sequence[FieldPath]) -> Iterator[Problem]:
    """A group of a dialogue's fields with nothing in it looks like a fact and is none; ``held`` alone says something so. One
    that must have a field is told which."""
    for path in left_empty:
        declared = field_at(Dialogue, path)
        is_group = declared is not None and model_inside(declared) is not None and not holds_list(declared)
        if len(path) == 1 and path != ("held",) and is_group:
            yield record.problem(path, "group-is-not-left-empty", _NO_GROUP, at_name=True)
    for name, group in tree.items():
        if isinstance(group, dict):
            inside = [((name, part), value) for part, value in group.items() if value in ({}, [])]
            for path, value in inside if group or name == "held" else [((name,), group)]:
                if value == [] or not any(field.is_required() for field in fields_of(model_at(Dialogue, path)).values()):
                    yield record.problem(path, "group-is-not-left-empty", _NO_GROUP, at_name=True)


def unknown_left_empty(record: RecordText, model: type[BaseModel], left_empty: Sequence[FieldPath]) -> Iterator[Problem]:
    def problem_of(path: FieldPath) -> Problem:
        must, meant, is_a_guess = _what_it_is(model, path)[0]
        return record.problem(path, "field-is-known", must, suggestion=meant, at_name=True, is_a_guess=is_a_guess)

    yield from first_told(list(_unknown(model, left_empty)), problem_of)


def meant_left_empty(model: type[BaseModel], left_empty: Sequence[FieldPath]) -> set[FieldPath]:
    """The fields that such names stand for, which are not missing besides."""
    unknown = islice(_unknown(model, left_empty), MOST_TOLD)
    return {(*path[:-1], name) for path in unknown if (name := _what_it_is(model, path)[1])}


def _unknown(model: type[BaseModel], left_empty: Sequence[FieldPath]) -> Iterator[FieldPath]:
    for path in left_empty:
        is_unknown = _has_declared_fields(model, path[:-1]) and path[-1] not in fields_of(model_at(model, path[:-1]))
        if is_unknown or (_JOINED.match(str(path[-1])) and _holds_names(model, path[:-1])):
            yield path


def _has_declared_fields(model: type[BaseModel], path: FieldPath) -> bool:
    """Not in what is itself unknown, nor where a clerk or a level names what stands below: legal_basis, minimum."""
    declared = field_at(model, path)
    return not path or (declared is not None and model_inside(declared) is not None)


def _holds_names(model: type[BaseModel], path: FieldPath) -> bool:
    declared = field_at(model, path)
    return declared is not None and holds_names(declared)


def _what_it_is(model: type[BaseModel], path: FieldPath) -> tuple[UnknownField, str | None]:
    """What to say of it, and the field it stands for."""
    written, names = str(path[-1]), fields_of(model_at(model, path[:-1]))
    if (joined := _JOINED.match(written)) and (joined["name"] in names or _holds_names(model, path[:-1])):
        must = f"thiếu dấu cách sau dấu hai chấm của '{joined['name']}', nên máy không đọc được giá trị"
        return UnknownField(must), joined["name"]
    if (alone := _WITHOUT_COLON.match(written)) and alone["name"] in names:
        return UnknownField(f"thiếu dấu hai chấm sau '{alone['name']}', nên máy không đọc được giá trị"), alone["name"]
    if " " in written:
        must = "dấu phẩy hay dấu hai chấm đã cắt câu này ra khỏi giá trị; câu như thế phải đặt trong dấu ngoặc kép"
        return UnknownField(must), None
    unknown = unknown_field(model, path)
    return unknown, unknown.meant
