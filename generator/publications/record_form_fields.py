"""The fields of the form that writes a record: their words, limits and messages, out of the record's schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.site.site import Site
from generator.site.titles import RecordForm

_TEXT_OF = {
    "topic": "citizens", "held.summary": "citizens", "conclusion.text": "citizens", "venue.name": "an office",
    "venue.address": "an office", "participation.opinions_to": "an office", "conclusion.number": "an office",
    "schedule.0.notice.number": "an office", "co_organisers": "an office", "further_sites": "an office",
    "held.attended": "citizens",
}
"""Those of the fields in which `check` looks for what tells who a person is, and whom they are made for."""


@dataclass(frozen=True)
class FormField:
    """``path`` as in the record, its parts joined by dots; ``choices`` are values with their words.

    ``rules`` is JSON for the script: the schema's limits and, for each, the rule and the sentence of `check`.
    """

    path: str
    label: str
    kind: str
    example: str
    choices: tuple[tuple[str, str], ...]
    rules: Markup


def form_field(site: Site, schema: dict[str, Any], path: str) -> FormField:
    made, required = _schema_at(schema, path)
    values = [value for value in made.get("enum", ()) if value is not None]
    choices = choices_of(made.get("default", ""), made["description"], values)
    if path == "audiences":
        choices = tuple(site.register.facts.audiences.items())
    if longest := made.get("items", {}).get("maxLength"):  # of each line
        made = {**made, "maxLength": longest, "examples": [""]}
    limits = {name: made[name] for name in ("pattern", "minimum", "maximum", "maxLength") if name in made}
    messages = {name: said for name, said in made.get("messages", {}).items() if name in limits or name == "required"}
    told = {"required": required, "isText": path in _TEXT_OF, "isOffices": _TEXT_OF.get(path) == "an office"}
    rules = _quoted(limits | {name: True for name, is_so in told.items() if is_so} | {"messages": messages})
    example = made.get("examples", [""])[0]
    label = _labels(site.words.record_form).get(path) or re.split(r"; bỏ trống|; unknown|, ví dụ", made["description"])[0]
    return FormField(path, label, _kind(made, choices), str(example), choices, rules)


def _schema_at(schema: dict[str, Any], path: str) -> tuple[dict[str, Any], bool]:
    """The field's schema, and whether the group of fields that it stands in must have it."""
    shape, made, required = schema, schema, False
    for part in path.split("."):
        if part.isdigit():
            made = made["items"]
        else:
            made, required = shape["properties"][part], part in shape["required"]
        for choice in (made, *made.get("anyOf", ()), *made.get("allOf", ())):
            if "$ref" in choice:
                shape = schema["definitions"][choice["$ref"].rpartition("/")[2]]
    return made, required


def _kind(made: dict[str, Any], choices: tuple[tuple[str, str], ...]) -> str:
    if made.get("type") in ("array", ["array", "null"]):
        return "several" if choices else "lines"
    if choices:
        return "choice"
    if made.get("format") == "date":
        return "day"
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
        "audiences": named.audiences, "mode": named.mode, "held.attendance.0.precision": named.precision,
        "held.attendance.0.of": named.count_of, "registration.period": named.period,
        "held.opinions.total_precision": named.total_precision, "co_organisers": named.co_organisers,
        "further_sites": named.further_sites, "held.attended": named.attended,
    }


def _quoted(value: Any) -> Markup:
    """For an attribute between single quotes: JSON is full of double ones, each of which would be written in five letters."""
    return Markup(json_text(value).replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
