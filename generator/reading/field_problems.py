"""Validation errors in the clerk's words: at their place, with a right example and the nearest right name."""

from __future__ import annotations

import re
from typing import Any, Collection, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.types import DOCUMENT_PATTERN
from generator.reading.declared_fields import allowed_values, example_of, explained, field_at, value_meant
from generator.reading.field_paths import FieldPath
from generator.reading.problems import Problem
from generator.reading.record_text import RecordText
from generator.reading.unknown_fields import entry_begun, group_meant, names_of_entries, unknown_field
from generator.reading.value_slips import CURLY, in_quotes
from generator.text.said_values import CURLY_QUOTES, day_said, period_said
from generator.text.vietnamese import ID_PATTERN, slug


def field_problems(
    record: RecordText, model: type[BaseModel], error: ValidationError, told: Collection[FieldPath] = (),
) -> Iterator[Problem]:
    """One problem for each thing that pydantic found, in the file's words; those that are ``told`` already are not missing."""
    errors = error.errors(include_url=False)
    wrong_inside = {found["loc"][:length] for found in errors for length in range(len(found["loc"]))}
    unknown = [found["loc"] for found in errors if found["type"] == "extra_forbidden"]
    meant = ((path, unknown_field(model, path, _beside(record, path))[1]) for path in unknown)
    meant_by_others = {*told, *((*path[:-1], name) for path, name in meant if name)}
    astray = {path[-1] for path in unknown}
    for found in errors:
        # A list whose entries are all wrong is told to be empty too, which it is not; nor is a field missing that is
        # there by another name or at another level.
        if found["type"] == "too_short" and found["loc"] in wrong_inside:
            continue
        if found["type"] != "missing" or not (found["loc"] in meant_by_others or found["loc"][-1] in astray):
            yield _problem(record, model, found)


def _beside(record: RecordText, path: FieldPath) -> set[str]:
    """Names of the fields that are written beside the one at the path."""
    above, name = path[:-1], path[-1]
    return {str(other[-1]) for other in record.places if other and other[:-1] == above and other[-1] not in (name, "")}


def _problem(record: RecordText, model: type[BaseModel], error: ErrorDetails) -> Problem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    is_name = len(path) < len(error["loc"])
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    declared = field_at(model, path)
    example = context.get("example") or example_of(path, declared)
    found = _found(value)
    if kind == "extra_forbidden":
        must, meant = unknown_field(model, path, _beside(record, path))
        return record.problem(path, "field-is-known", must, suggestion=meant, at_name=True)
    if kind == "missing":
        return record.problem(path, "field-is-there", "phải có trường này", example=example)
    has_form = kind in ("enum", "literal_error", "day") or context.get("pattern") == ID_PATTERN
    if has_form and isinstance(value, str) and _is_entry(record, path) and _OTHER_COMMAS.search(value):
        rule = _RULES.get(kind, "value-is-listed")
        return record.problem(path, rule, OTHER_COMMA, found=found, suggestion=_OTHER_COMMAS.sub(", ", value))
    if kind in ("enum", "literal_error"):
        allowed = allowed_values(declared, context)
        says = explained(declared)
        must = f"phải là một trong: {', '.join(f'{name} ({says[name]})' if name in says else name for name in allowed)}"
        meant = value_meant(str(value), allowed, declared)
        must += _UNQUOTED if _is_quoted(value) else ""
        return record.problem(path, "value-is-listed", must, found=found, suggestion=meant, at_name=is_name)
    if kind == "tuple_type" and isinstance(value, dict) and (place := group_meant(model, path, value)):
        must = f"ở đây phải là một danh sách; các trường này thuộc '{place}': hãy ghi vào đó, thụt dòng theo"
        return record.problem(path, "value-is-a-list", must, at_name=True)
    if kind == "tuple_type" and isinstance(value, dict) and (names := names_of_entries(declared, value)):
        return record.problem(path, "value-is-a-list", _must(error), example=f"{path[-1]}: [{', '.join(names)}]", at_name=True)
    if kind == "tuple_type" and example is None and declared and (begun := entry_begun(declared)):
        must = f"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '{begun}'"
        return record.problem(path, "value-is-a-list", must, found=found)
    suggestion = context.get("suggestion") or None
    if kind in ("day", "period") and not suggestion and (year := re.search(r"/(\d{4})[/.]", record.path)):
        said = (day_said(f"{value}{between}{year[1]}") for between in ("/", " năm "))
        suggestion = period_said(str(value), int(year[1])) if kind == "period" else next(filter(None, said), None)
    if context.get("pattern") == ID_PATTERN:
        suggestion = slug(value)
    if kind == "bool_parsing":
        suggestion = {"co": "true", "khong": "false"}.get(slug(value))
    must = _must(error) + (_UNQUOTED if _is_quoted(value) else "")
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1 and isinstance(path[-1], int):
        ((before, after),) = value.items()
        must = CURLY if _is_quoted(before) else must
        inner = in_quotes(re.sub(f"[{CURLY_QUOTES}]", "", f"{before}: {after}")) if isinstance(after, str) else None
        example = inner and f"- {inner}"
    return record.problem(path, _RULES[kind], must, found=found, example=example, suggestion=suggestion, at_name=is_name)


def _is_entry(record: RecordText, path: FieldPath) -> bool:
    """Whether a value is an entry of a list, or stands for its only field, which is not written."""
    return isinstance(path[-1], int) or (path not in record.places and isinstance(path[-2:][0], int))


def _is_quoted(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(tuple(CURLY_QUOTES))


WIDE_COMMAS = "，、﹐；"
"""None of them is typed on a Vietnamese keyboard: they are copied with a list."""
_OTHER_COMMAS = re.compile(rf"\s*[{WIDE_COMMAS};]\s*")
OTHER_COMMA = "các mục phải cách nhau bằng dấu phẩy ',' của bàn phím thường và một dấu cách"
_UNQUOTED = "; không đặt trong ngoặc cong “ ”"
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
        case "less_than_equal" if error["loc"][-1] == "latitude":
            return "phải từ 90 trở xuống; vĩ độ (latitude) và kinh độ (longitude) có bị ghi đổi chỗ không?"
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
