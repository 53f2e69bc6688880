"""Validation errors in the clerk's words: at their place, with a right example and the nearest right name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import Dialogue
from generator.model.types import DOCUMENT_PATTERN
from generator.reading.declared_fields import allowed_values, example_of, field_at, fields_of, model_at, value_meant
from generator.reading.field_paths import FieldPath, Places, place_of, written_path
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.unknown_fields import entry_begun, group_meant, unknown_field
from generator.reading.yaml_mistakes import Mistake
from generator.reading.yaml_text import read_yaml
from generator.text.said_values import period_said
from generator.text.vietnamese import ID_PATTERN, slug

_EMPTY_HELD = re.compile(r"^(?:held|\"held\"|'held')[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE)
"""Where it may be left empty; what really is, only the parser can tell."""
_HELD_AND_NO_MORE = re.compile(r"^(?:held|\"held\"|'held')[ \t]*:[ \t]*\{\s*\}", re.MULTILINE)


@dataclass(frozen=True)
class RecordText:
    """One record's file as it was written, able to say where a field stands."""

    file: RecordFile

    @property
    def path(self) -> str:
        return self.file.path

    @property
    def text(self) -> str:
        return self.file.text

    @cached_property
    def places(self) -> Places:
        places: Places = {}
        read_yaml(self.text, places)
        return places

    def problem(
        self, path: FieldPath, rule: str, must: str, *, found: str | None = None, example: str | None = None,
        suggestion: str | None = None, at_name: bool = False,
    ) -> Problem:
        """A problem at a field's value, or at its name, or where the nearest field above it stands."""
        line, column = place_of(path, self.places, at_name)
        return Problem(self.path, line, column, written_path(path), rule, must, found, example, suggestion)

    def mistake(self, mistake: Mistake) -> Problem:
        return Problem(
            self.path, mistake.line, mistake.column, written_path(mistake.path), mistake.rule, mistake.must,
            mistake.found, mistake.example,
        )


def field_problems(record: RecordText, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """One problem for each thing that pydantic found, in the file's words."""
    errors = error.errors(include_url=False)
    wrong_inside = {found["loc"][:length] for found in errors for length in range(len(found["loc"]))}
    unknown = [found["loc"] for found in errors if found["type"] == "extra_forbidden"]
    meant_by_others = {(*path[:-1], unknown_field(model, path)[1]) for path in unknown}
    astray = {path[-1] for path in unknown}
    for found in errors:
        # A list whose entries are all wrong is told to be empty too, which it is not; nor is a field missing that is
        # there by another name or at another level.
        if found["type"] == "too_short" and found["loc"] in wrong_inside:
            continue
        if found["type"] != "missing" or not (found["loc"] in meant_by_others or found["loc"][-1] in astray):
            yield _problem(record, model, found)


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


def empty_groups(record: RecordText, tree: Mapping[str, Any]) -> Iterator[Problem]:
    """A group of a dialogue's fields with nothing in it looks like a fact and is none; ``held`` alone says something so. One
    that must have a field is told which."""
    for name, group in tree.items():
        if isinstance(group, dict):
            inside = [((name, part), value) for part, value in group.items() if value in ({}, [])]
            for path, value in inside if group or name == "held" else [((name,), group)]:
                if value == [] or not any(field.is_required() for field in fields_of(model_at(Dialogue, path)).values()):
                    must = "để trống thì không ghi; hãy xóa trường này hoặc điền vào"
                    yield record.problem(path, "group-is-not-left-empty", must, at_name=True)


def _problem(record: RecordText, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    is_name = len(path) < len(error["loc"])
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    declared = field_at(model, path)
    example = context.get("example") or example_of(path, declared)
    found = _found(value)
    if kind == "extra_forbidden":
        must, meant = unknown_field(model, path)
        return record.problem(path, "field-is-known", must, suggestion=meant, at_name=True)
    if kind == "missing":
        return record.problem(path, "field-is-there", "phải có trường này", example=example)
    if kind in ("enum", "literal_error"):
        allowed = allowed_values(declared, context)
        must = f"phải là một trong: {', '.join(allowed)}"
        meant = value_meant(str(value), allowed, declared)
        return record.problem(path, "value-is-listed", must, found=found, suggestion=meant, at_name=is_name)
    if kind == "tuple_type" and isinstance(value, dict) and (place := group_meant(model, path, value)):
        must = f"ở đây phải là một danh sách; các trường này thuộc '{place}': hãy ghi vào đó, thụt dòng theo"
        return record.problem(path, "value-is-a-list", must, at_name=True)
    if kind == "tuple_type" and example is None and declared and (begun := entry_begun(declared)):
        must = f"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '{begun}'"
        return record.problem(path, "value-is-a-list", must, found=found)
    suggestion = context.get("suggestion") or None
    if kind == "period" and not suggestion and (year := re.search(r"/(\d{4})/", record.path)):
        suggestion = period_said(str(value), int(year[1]))
    if context.get("pattern") == ID_PATTERN:
        suggestion = slug(value)
    if kind == "bool_parsing":
        suggestion = {"co": "true", "khong": "false"}.get(slug(value))
    return record.problem(
        path, _RULES[kind], _must(error), found=found, example=example, suggestion=suggestion, at_name=is_name
    )


_RULES = {
    "string_pattern_mismatch": "value-has-its-form", "string_type": "value-is-text",
    "string_too_long": "text-is-not-too-long", "string_too_short": "value-is-not-empty",
    "too_short": "value-is-not-empty", "tuple_type": "value-is-a-list", "model_type": "value-is-fields",
    "dict_type": "value-is-fields", "whole_number": "value-is-a-number",
    "float_parsing": "value-is-a-number", "float_type": "value-is-a-number", "bool_parsing": "value-is-true-or-false",
    "bool_type": "value-is-true-or-false", "greater_than_equal": "number-is-in-range",
    "less_than_equal": "number-is-in-range", "day": "day-has-its-form", "no_such_day": "day-exists",
    "time_of_day": "hour-has-its-form", "period": "period-has-its-form", "link": "link-is-whole",
}
"""The rule behind each kind of error that the models can raise."""


def _must(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "string_pattern_mismatch" if "\\n" in context["pattern"]:
            return "phải viết trên một dòng"
        case "string_pattern_mismatch" if context["pattern"] == DOCUMENT_PATTERN:
            return "phải là tên tệp bằng chữ thường không dấu, số và dấu gạch nối, đuôi pdf, doc, docx, xls, xlsx, jpg, png"
        case "string_pattern_mismatch":
            return "chỉ gồm chữ thường không dấu, số và dấu gạch nối"
        case "string_too_long":
            return f"phải dài không quá {context['max_length']} ký tự"
        case "string_too_short" | "too_short":
            return "không được để trống"
        case "string_type" if isinstance(error["input"], dict):
            return "phải là một dòng chữ; câu có dấu hai chấm thì đặt trong dấu ngoặc kép"
        case "string_type" if isinstance(error["input"], (list, tuple)):
            return "phải là một dòng chữ; câu bắt đầu bằng dấu [ hay dấu - thì đặt trong dấu ngoặc kép"
        case "string_type":
            return "phải là một dòng chữ"
        case "tuple_type":
            return "phải là một danh sách, mỗi mục một dòng bắt đầu bằng '- '"
        case "model_type" | "dict_type":
            return "phải là một nhóm trường, mỗi trường một dòng 'tên: giá trị'"
        case "float_parsing" | "float_type":
            return "phải là một số, phần lẻ sau dấu chấm"
        case "bool_parsing" | "bool_type":
            return "phải là true (có) hoặc false (không)"
        case "greater_than_equal":
            return f"phải từ {context['ge']:.0f} trở lên"
        case "less_than_equal":
            return f"phải từ {context['le']:.0f} trở xuống"
        case _:
            return error["msg"]


def _found(value: Any) -> str | None:
    """None for what is empty: there is nothing to show."""
    if isinstance(value, dict):
        return "một nhóm trường"
    if isinstance(value, (list, tuple)):
        return "một danh sách" if value else None
    return str(value) or None
