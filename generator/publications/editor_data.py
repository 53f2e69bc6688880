"""What the editor of records knows: the schema, what each telling asks, patterns and sentences, each taken from where the
program itself has it.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import asdict
from functools import cache
from typing import Any, Iterator

from pydantic import BaseModel, ValidationError

from generator.checks.count_rules import precision_is_of_a_number
from generator.checks.finding import Check
from generator.checks.result_rules import result_follows_a_meeting
from generator.checks.schedule_rules import announcement_is_a_time_or_a_state, change_has_a_reason, record_says_something
from generator.checks.texts import made_for
from generator.model import (
    UNKNOWN_DAY,
    Announcement,
    Conclusion,
    Dialogue,
    Held,
    Kind,
    OpinionCount,
    Precision,
    Register,
    RegisterFacts,
)
from generator.model.verbs import VERBS, Verb
from generator.publications.record_form_fields import said_kind
from generator.reading.declared_fields import described, fields_of, models_in
from generator.reading.left_empty import empty_groups, empty_held
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.record_schema import record_schema
from generator.reading.record_text import RecordText
from generator.site.record_form_titles import RecordForm
from generator.site.site import Site
from generator.text import said_values
from generator.text.unseen import CONTROL

_SAID = {
    "dayFirst": said_values.DAY_FIRST.pattern, "yearFirst": said_values.YEAR_FIRST.pattern, "hours": said_values.HOURS.pattern,
    "yearBehind": said_values.YEAR_BEHIND.pattern, "yearBefore": said_values.YEAR_BEFORE.pattern,
    "monthNumber": said_values.MONTH_NUMBER, "month": said_values.MONTH.pattern, "quarter": said_values.QUARTER.pattern,
    "partOfMonth": said_values.PART_OF_MONTH.pattern, "halfOfYear": said_values.HALF_OF_YEAR.pattern,
    "quarters": said_values.QUARTERS, "partsOfMonth": said_values.PARTS_OF_MONTH,
}
_FOR_PEOPLE = ("description", "examples", "errorMessage", "title", "$schema")
_LEFT_OUT = (*_FOR_PEOPLE, "minLength", "additionalProperties")
"""Neither is read in the browser: an empty text is no value, and a field that the schema has not is told in other words."""
_EMPTY = ("null", {"type": "null"})
"""Any field may be left empty, which the record then has not."""
_TEXT = {"string", "number", "boolean"}


def editor_data(site: Site) -> dict[str, Any]:
    """As JSON values."""
    return {
        "schema": _schema(), "verbs": [_verb(verb) for verb in VERBS], "refusals": site.words.record_form.refusals,
        "words": _words(site.register.facts, site.words.record_form),
        "said": _SAID,
    }


def _verb(verb: Verb) -> dict[str, Any]:
    """Without the words that stand on the page, and what is not."""
    asks = [{name: value for name, value in asdict(ask).items() if value and name != "words"} for ask in verb.asks]
    return {name: value for name, value in asdict(verb).items() if value and name != "title"} | {"asks": asks}


@cache
def _schema() -> dict[str, Any]:
    """The published one without what is said to people and what nothing in the browser reads, with whom each text is made for
    and what is said in people's ways. Each of its ``messages`` stands once, in ``told``, and is named by its place there."""
    made = deepcopy(dict(record_schema("dialogue")))
    shapes = {model.__name__: model for model in _models(Dialogue)}
    for name, shape in ((Dialogue.__name__, made), *made["definitions"].items()):
        for field, declared in shape["properties"].items():
            if text := made_for(shapes[name], field):
                declared["text"] = text
            if said := said_kind(declared):
                declared["said"] = said
    told: list[Any] = []
    bare: dict[str, Any] = _bare(made, told)
    return bare | {"told": told}


def field_words(model: type[BaseModel] = Dialogue, above: str = "") -> dict[str, str]:
    """What each field is called, by its path without the places in lists: they are said to people, and stand on the page."""
    found = {}
    for name, declared in fields_of(model).items():
        path = f"{above}.{name}" if above else name
        if called := described(model, (name,)):
            found[path] = called
        for inner in models_in(declared.annotation):
            found |= field_words(inner, path)
    return found


def _bare(value: Any, told: list[Any]) -> Any:
    if isinstance(value, list):
        return [_bare(part, told) for part in value if part not in _EMPTY]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"rule", "must"}:
        if value not in told:
            told.append(value)
        return told.index(value)
    kept = {name: part for name, part in value.items() if name not in _LEFT_OUT or isinstance(part, dict)}
    return {
        name: {field: _bare(part, told) for field, part in inner.items()} if name == "properties" else _bare(inner, told)
        for name, inner in kept.items()
    } | ({"type": _kinds(kept["type"])} if isinstance(kept.get("type"), list) else {})


def _kinds(types: list[str]) -> list[str] | str:
    """Without what only YAML can tell from text: in the browser every value is one."""
    kinds = [kind for kind in types if kind not in _EMPTY]
    return "string" if _TEXT.issubset(kinds) else kinds[0] if len(kinds) == 1 else kinds


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for declared in model.model_fields.values():
        for inner in models_in(declared.annotation):
            yield from _models(inner)


def _words(facts: RegisterFacts, named: RecordForm) -> dict[str, dict[str, str]]:
    """Of rules that no field of the schema breaks alone, in their own words; each by what is broken on purpose."""
    empty = Dialogue.model_construct(id="", year=0, unit="", kind=Kind.PERIODIC, presided_by=())
    undated, countless = Announcement(announced_on=UNKNOWN_DAY), Held(opinions=OpinionCount(total_precision=Precision.ABOUT))
    broken: tuple[tuple[Check, dict[str, Any]], ...] = (
        (record_says_something, {}), (announcement_is_a_time_or_a_state, {"schedule": (undated,)}),
        (change_has_a_reason, {"schedule": (undated, undated)}), (result_follows_a_meeting, {"conclusion": Conclusion()}),
        (precision_is_of_a_number, {"held": countless}),
    )
    told = {}
    for rule, fields in broken:
        register = Register(facts, {}, {}, {"": empty.model_copy(update=fields)})
        must, name = next(rule(register, facts.feeds_changed_on)).must, rule.__name__.replace("_", "-")
        told[name] = {"rule": name, "must": must}
    text = RecordText(RecordFile("", b"held:\n", b""))
    problems = (*empty_held(text, {}), *empty_groups(text, {"held": {"opinions": {}}}, ()))
    no_day = next(_problems_of_day("2023-13-32"))
    return told | {problem.rule: _told(problem) for problem in problems} | {
        "noDay": _told(no_day), "form": {"rule": "value-has-its-form", "must": named.wrong_form},
        "unknown": {"rule": "field-is-known", "must": named.unknown_field},
        "unseen": {"rule": "text-has-no-unseen-character", "must": named.unseen, "pattern": CONTROL.pattern},
    }


def _problems_of_day(day: str) -> Iterator[Problem]:
    from generator.reading.field_problems import field_problems  # with all that tells what is wrong

    try:
        Announcement.model_validate({"announced_on": "2023-01-01", "day": day})
    except ValidationError as error:
        yield from field_problems(RecordText.empty(), Announcement, error)


def _told(problem: Problem) -> dict[str, str]:
    return {"rule": problem.rule, "must": problem.must}


def json_of(site: Site) -> str:
    return json.dumps(editor_data(site), ensure_ascii=False, separators=(",", ":"))
