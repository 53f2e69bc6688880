"""The fields of the form that writes a record: their words, limits and messages, out of the record's schema."""

from __future__ import annotations

import json
import re
from typing import Any, Mapping, NamedTuple

from generator.model.types import TIME_PATTERN
from generator.site.record_form_titles import RecordForm
from generator.site.site import Site


class FormField(NamedTuple):
    """``path`` as in the record, its parts joined by dots; ``kind`` is "several", "lines", "choice", "day", "hour", "number",
    "paragraphs" or "text"; ``choices`` are values with their words."""

    path: str
    label: str
    kind: str
    example: str
    choices: tuple[tuple[str, str], ...]


def form_field(site: Site, schema: Mapping[str, Any], path: str) -> FormField:
    made = _schema_at(schema, path)
    values = [value for value in made.get("enum", ()) if value is not None]
    choices = choices_of(made.get("default", ""), made["description"], values)
    if path == "audiences":
        choices = tuple(site.register.facts.audiences.items())
    if made.get("type") in ("array", ["array", "null"]):
        made = {**made, "examples": [""]}
    example = made.get("examples", [""])[0]
    label = _labels(site.words.record_form).get(path) or re.split(r"; bỏ trống|; unknown|, ví dụ", made["description"])[0]
    return FormField(path, label, _kind(made, choices), str(example), choices)


def _schema_at(schema: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """The field's schema."""
    shape, made = schema, schema
    for part in path.split("."):
        if part.isdigit():
            made = made["items"]
        else:
            made = shape["properties"][part]
        for choice in (made, *made.get("anyOf", ()), *made.get("allOf", ())):
            if "$ref" in choice:
                shape = schema["definitions"][choice["$ref"].rpartition("/")[2]]
    return made


def said_kind(made: Mapping[str, Any]) -> str | None:
    """"day", "hour" or "period", which people write in ways of their own; None of every other field."""
    pattern = made.get("pattern", "")
    if made.get("format") == "date" or pattern.startswith(r"^(\d{4}-"):
        return "day"
    if pattern.startswith(r"^\d{4}(-Q"):
        return "period"
    return "hour" if pattern == TIME_PATTERN else None


def _kind(made: Mapping[str, Any], choices: tuple[tuple[str, str], ...]) -> str:
    if made.get("type") in ("array", ["array", "null"]):
        return "several" if choices else "lines"
    if choices:
        return "choice"
    if said := said_kind(made):
        return said
    if "integer" in made["type"]:
        return "number"
    return "paragraphs" if made.get("maxLength", 0) > 1000 else "text"


def choices_of(default: str, description: str, values: list[str]) -> tuple[tuple[str, str], ...]:
    """Values with the words that the field's description explains them with, the usual one first."""
    words = dict(re.findall(r"([a-z-]+) \(([^)]+)\)", description))
    ordered = sorted(values, key=lambda value: value != default)
    return tuple((value, words.get(value, value)) for value in ordered)


def _labels(named: RecordForm) -> dict[str, str]:
    """For fields whose description only lists their values."""
    return {
        "audiences": named.audiences, "mode": named.mode, "held.attendance.0.count": named.attendance,
        "held.attendance.0.precision": named.precision, "held.attendance.0.of": named.count_of,
        "registration.period": named.period, "held.opinions.total_precision": named.total_precision,
        "co_organisers": named.co_organisers, "further_sites": named.further_sites, "held.attended": named.attended,
        "opinions.0.handling": named.handling,
    }


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
