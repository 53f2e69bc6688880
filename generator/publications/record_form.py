"""A form that writes a record's YAML in the browser, its fields, limits and messages taken from the record's schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Iterator

from markupsafe import Markup

from generator.checks.schedule_rules import announcement_is_a_time_or_a_state, record_says_something
from generator.model import UNKNOWN_DAY, Announcement, Dialogue, Kind, Register, Unit, addresses
from generator.model.addresses import KIND_SLUGS
from generator.publications.personal_data_script import personal_data_script
from generator.reading.record_schema import MODELINE, record_schema
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site
from generator.site.titles import RecordForm
from generator.text.vietnamese import unit_sort_key

_TEXT_OF = {
    "topic": "citizens", "held.summary": "citizens", "conclusion.text": "citizens", "venue.name": "an office",
    "venue.address": "an office", "participation.opinions_to": "an office", "conclusion.number": "an office",
}
"""Those of the fields in which `check` looks for what tells who a person is, and whom they are made for."""

_COMMENT_LINES = re.compile(rb"^ *//.*\n", re.MULTILINE)
"""Are for whoever reads the script where it is written."""


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


@dataclass(frozen=True)
class FormUnit:
    """``used`` holds the highest number in the ids of the unit's records, for each kind in the order of ``KIND_SLUGS``."""

    unit: Unit
    used: str


def publish(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    schema = record_schema("dialogue")
    highest = _highest_numbers(site.register)
    parts = [(title, [_field(site, schema, path) for path in paths]) for title, paths in _steps(site.words.record_form)]
    body = site.render(
        "pages/record_form.html", addresses.RECORD_FORM, modeline=MODELINE, parts=parts, kind=_field(site, schema, "kind"),
        posts=_choices("", schema["properties"]["presided_by"]["description"], ["party", "government"]),
        presided_by=_json(schema["properties"]["presided_by"]["messages"]["minItems"]),
        unit_missing=_json(schema["properties"]["unit"]["messages"]["required"]), between=_between_fields(site.register),
        groups=[(district, _units(site, district, highest)) for district in site.register.districts()],
        kind_slugs=_json(KIND_SLUGS),
    )
    named = site.words.pages.record_form
    yield PublishedPage(addresses.RECORD_FORM, named.title, named.description, body)
    script = (site.templates / "record_form.js").read_bytes()
    yield PublishedFile(addresses.RECORD_FORM_SCRIPT, _COMMENT_LINES.sub(b"", script))
    yield PublishedFile(addresses.PERSONAL_DATA_SCRIPT, personal_data_script(site.templates))


def _steps(named: RecordForm) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a clerk fills in; ``0`` is the first entry of a list. The unit, kind and posts stand before them."""
    return (
        (named.dialogue, ("topic", "audiences", "mode", "venue.name", "venue.address", "participation.opinions_to")),
        (named.plan, ("registration.registered_on", "registration.period")),
        (named.announcement, ("schedule.0.announced_on", "schedule.0.day", "schedule.0.start", "schedule.0.end")),
        (named.result, (
            "held.day", "held.attendance.0.count", "held.attendance.0.precision", "held.attendance.0.of", "held.speakers",
            "held.opinions.total", "held.opinions.answered_at_meeting", "held.summary",
        )),
        (named.conclusion, (
            "conclusion.number", "conclusion.issued_on", "conclusion.sent_on", "conclusion.published_on", "conclusion.text",
        )),
    )


def _labels(named: RecordForm) -> dict[str, str]:
    """For fields whose description only lists their values."""
    return {
        "audiences": named.audiences, "mode": named.mode, "held.attendance.0.precision": named.precision,
        "held.attendance.0.of": named.count_of,
    }


def _units(site: Site, district: Unit, highest: dict[str, int]) -> list[FormUnit]:
    communes = sorted(site.register.communes_of(district), key=lambda unit: unit_sort_key(unit.name))
    return [FormUnit(unit, _used(unit, highest)) for unit in (district, *communes)]


def _highest_numbers(register: Register) -> dict[str, int]:
    """By what comes before the number in an id, such as "hong-bang-so-dau-dinh-ky": the highest number in use."""
    highest: dict[str, int] = {}
    for id in register.dialogues:
        stem, _, number = id.rpartition("-")
        if number.isdigit():
            highest[stem] = max(int(number), highest.get(stem, 0))
    return highest


def _used(unit: Unit, highest: dict[str, int]) -> str:
    """0 where no record is of that kind, and nothing after the last that is: a register has many units."""
    stem = unit.id.replace("/", "-")
    numbers = " ".join(str(highest.get(f"{stem}-{slug}", 0)) for slug in KIND_SLUGS.values())
    return re.sub(r"(?:(?:^| )0)+$", "", numbers)


def _field(site: Site, schema: dict[str, Any], path: str) -> FormField:
    made, required = _schema_at(schema, path)
    values = [value for value in made.get("enum", ()) if value is not None]
    choices = _choices(made.get("default", ""), made["description"], values)
    if path == "audiences":
        choices = tuple(site.register.facts.audiences.items())
    limits = {name: made[name] for name in ("pattern", "minimum", "maximum", "maxLength") if name in made}
    told = {"required": required, "isText": path in _TEXT_OF, "isOffices": _TEXT_OF.get(path) == "an office"}
    rules = _quoted(limits | {name: True for name, is_so in told.items() if is_so} | {"messages": made.get("messages", {})})
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
        return "several"
    if choices:
        return "choice"
    if made.get("format") == "date":
        return "day"
    if "integer" in made["type"]:
        return "number"
    return "paragraphs" if made.get("maxLength", 0) > 1000 else "text"


def _choices(default: str, description: str, values: list[str]) -> tuple[tuple[str, str], ...]:
    """Values with the words that the field's description explains them with, the usual one first."""
    words = dict(re.findall(r"([a-z-]+) \(([^)]+)\)", description))
    ordered = sorted(values, key=lambda value: value != default)
    return tuple((value, words.get(value, value)) for value in ordered)


def _between_fields(register: Register) -> str:
    """Rules that no field breaks alone, in their own words: of a record that says nothing, of an announcement without
    a day (the form has none that postpones or cancels)."""
    empty = _unchecked()
    undated = empty.model_copy(update={"schedule": (Announcement(announced_on=UNKNOWN_DAY),)})
    found = {
        name: next(rule(Register(register.facts, {}, {}, {"": broken}), register.facts.feeds_changed_on)).must
        for name, rule, broken in (
            ("record-says-something", record_says_something, empty),
            ("announcement-is-a-time-or-a-state", announcement_is_a_time_or_a_state, undated),
        )
    }
    return _json(found)


def _unchecked() -> Dialogue:
    """Of a record as no clerk could write it."""
    return Dialogue.model_construct(id="", year=0, unit="", kind=Kind.PERIODIC, presided_by=())


def _quoted(value: Any) -> Markup:
    """For an attribute between single quotes: JSON is full of double ones, each of which would be written in five letters."""
    return Markup(_json(value).replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
