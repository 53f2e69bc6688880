"""Validation errors in the clerk's words: at their place, with a right example and the nearest right name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Collection, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.reading.declared_fields import (
    allowed_values,
    example_of,
    explained,
    field_at,
    model_at,
    model_inside,
    value_meant,
)
from generator.reading.field_paths import FieldPath
from generator.reading.field_sentences import EMPTY, found_in, must_of
from generator.reading.inexact_numbers import NOT_COUNTED, precision_said
from generator.reading.meant_groups import as_group, fault_of
from generator.reading.problems import MOST_TOLD, Problem, first_told
from generator.reading.record_text import RecordText
from generator.reading.unknown_fields import entry_begun, group_meant, names_of_entries, names_said, unknown_field
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
    beside = _beside(record) if unknown else defaultdict(set)
    meant = ((path, unknown_field(model, path, beside[path[:-1]] - {path[-1]}).meant) for path in unknown[:MOST_TOLD])
    meant_by_others = {*told, *((*path[:-1], name) for path, name in meant if name)}
    astray = {path[-1] for path in unknown}
    # A list whose entries are all wrong is told to be empty too, which it is not; nor is a field missing that is
    # there by another name or at another level.
    faults = [
        found for found in errors if (found["type"] != "too_short" or found["loc"] not in wrong_inside)
        and (found["type"] != "missing" or not (found["loc"] in meant_by_others or found["loc"][-1] in astray))
    ]
    yield from first_told(faults, lambda fault: _problem(record, model, fault, beside[fault["loc"][:-1]]))


def _beside(record: RecordText) -> defaultdict[FieldPath, set[str]]:
    """Names of the fields that are written beside each other, by the path of what holds them."""
    names: defaultdict[FieldPath, set[str]] = defaultdict(set)
    for path in record.places:
        if path and path[-1] != "":
            names[path[:-1]].add(str(path[-1]))
    return names


def _problem(record: RecordText, model: type[BaseModel], error: ErrorDetails, beside: Collection[str]) -> Problem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    is_name = len(path) < len(error["loc"])
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    declared = field_at(model, path)
    example = context.get("example") or example_of(path, declared)
    found = found_in(value)
    if kind == "extra_forbidden":
        must, meant, is_a_guess = unknown_field(model, path, {*beside} - {path[-1]})
        level, example = model_at(model, path[:-1]), None
        if meant and isinstance(value, str) and (fault := fault_of(level, meant, value)):
            of_value = _problem(record, level, fault, ())
            must, value_meant_there = f"{must}; {of_value.must}", of_value.suggestion
            example = f"{meant}: {value_meant_there}" if value_meant_there and "'" not in value_meant_there else None
        return record.problem(
            path, "field-is-known", must, suggestion=meant, example=example, at_name=True, is_a_guess=is_a_guess
        )
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
        example = f"{path[-1]}: [{', '.join(names)}]"
        return record.problem(path, "value-is-a-list", must_of(error), example=example, at_name=True)
    said = names_said(declared, value) if kind == "tuple_type" and isinstance(value, str) else None
    if said:
        return record.problem(path, "value-is-a-list", must_of(error), found=found, example=f"{path[-1]}: [{', '.join(said)}]")
    if kind == "tuple_type" and example is None and declared and (begun := entry_begun(declared)):
        must = f"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '{begun}'"
        return record.problem(path, "value-is-a-list", must, found=found)
    if said is not None:
        example = None  # it would be taken for what the words that were not understood mean
    suggestion = context.get("suggestion") or None
    if kind in ("day", "period") and not suggestion and (year := re.search(r"/(\d{4})[/.]", record.path)):
        days = (day_said(f"{value}{between}{year[1]}") for between in ("/", " năm "))
        suggestion = period_said(str(value), int(year[1])) if kind == "period" else next(filter(None, days), None)
    if context.get("pattern") == ID_PATTERN:
        suggestion = slug(value)
    precision = precision_said(model_at(model, path[:-1]), str(path[-1]), str(value)) if kind == "whole_number" else None
    if precision is not None:
        number = f"{path[-1]}: {suggestion}' và '{precision}"
        must = must_of(error) if precision else f"{must_of(error).partition(';')[0]}; {NOT_COUNTED}"
        return record.problem(path, "value-is-a-number", must, found=found, suggestion=number if precision else None)
    if kind == "model_type" and value == "":
        return record.problem(path, "value-is-not-empty", EMPTY)
    group = model_inside(declared) if kind == "model_type" and declared else None
    if group and isinstance(value, str) and isinstance(path[-1], str):
        example = as_group(group, path[-1], value) or ("held: {}" if path == ("held",) else None)
    if kind == "bool_parsing":
        suggestion = {"co": "true", "khong": "false"}.get(slug(value))
    must = must_of(error) + (_UNQUOTED if _is_quoted(value) else "")
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
