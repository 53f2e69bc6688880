"""JSON Schemas of the records, made from the models, for editors that underline a mistake while it is being typed.

Draft-07 with ``definitions``, which the YAML language server reads. An editor types scalars by YAML 1.2's core schema
(``code: 303`` is a number, ``08:00`` and ``2023-08-15`` are text) where the register reads text, so the schemas allow
each type that a valid value can come as, and an empty value wherever a field may be left out.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any, Iterator, Mapping

from pydantic import BaseModel, ValidationError

from generator.keeping.kept_beside_the_program import kept_beside_the_program
from generator.model import AgencyList, Dialogue, ReformFile, RegisterFacts, Rules, SubmissionFile, UnitFile
from generator.reading.declared_fields import fields_of, models_in
from generator.reading.problems import Problem
from generator.reading.record_text import RecordText
from generator.reading.yaml_text import read_yaml
from generator.text.vietnamese import ID_PATTERN

MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "dialogue": (Dialogue, "Bản ghi một cuộc đối thoại"),
    "units": (UnitFile, "Một đơn vị và các đơn vị nằm trong đơn vị ấy"),
    "rules": (Rules, "Chỉ tiêu, thời hạn của một năm"),
    "submissions": (SubmissionFile, "Kế hoạch, báo cáo các đơn vị đã gửi trong năm"),
    "reforms": (ReformFile, "Một lần sắp xếp đơn vị"),
    "agencies": (AgencyList, "Danh mục cơ quan nhận cam kết"),
    "register": (RegisterFacts, "Thông tin chung của sổ đăng ký"),
}
"""Each kind of record file: its name in a schema's address, its model, its title."""
MODELINE = "# yaml-language-server: $schema=../../.schema/dialogue.schema.json"
"""The first line of a dialogue's record, by which an editor knows its fields."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_FROM_THE_FILES_PLACE = {
    Dialogue: ("id", "year"), Rules: ("year",), SubmissionFile: ("year",), UnitFile: ("id",), ReformFile: ("day",),
}
_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TRUTH = ["true", "false", "yes", "no", "on", "off"]
_UNFIT = "?\n?"
"""Not a value of any field that has a form, nor one line of text."""
_KEPT = ("minimum", "maximum", "minLength", "maxLength", "minItems", "format", "errorMessage")
_BOUNDS = (("minimum", "ge"), ("maximum", "le"))
"""So named in a schema, and as pydantic leaves them where a value may be missing or is read by a function."""


@lru_cache(len(MODELS))
def record_schema(name: str) -> Mapping[str, Any]:
    """The schema of one kind of record file, made once for all who ask: nobody may change it. ``messages`` beside a field's
    keywords say what `check` says there."""
    return kept_beside_the_program(f"schema-of-record-{name}", partial(_made, *MODELS[name]))


def _made(model: type[BaseModel], title: str) -> Mapping[str, Any]:
    made = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    shapes = {below.__name__: below for below in _models_below(model)}
    return {
        "$schema": _DIALECT, "title": title, **_fields(model, made, definitions),
        "definitions": {
            shape: _fields(shapes[shape], definition, definitions)
            for shape, definition in definitions.items() if "properties" in definition
        },
    }


def _models_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every model that one of its fields holds."""
    yield model
    for declared in fields_of(model).values():
        for below in models_in(declared.annotation):
            yield from _models_below(below)


def _fields(model: type[BaseModel], made: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    names = [name for name in made["properties"] if name not in _FROM_THE_FILES_PLACE.get(model, ())]
    required = [name for name in made.get("required", ()) if name in names]
    properties = {
        name: _field(model, name, made["properties"][name], definitions, optional=name not in required) for name in names
    }
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _field(
    model: type[BaseModel], name: str, made: dict[str, Any], definitions: dict[str, Any], optional: bool
) -> dict[str, Any]:
    about = {"description": made["description"]}
    if examples := made.get("examples"):
        about["examples"] = [read_yaml(f"{name}: {example}")[0][name] for example in examples]
    if made.get("default") not in (None, [], {}) and not isinstance(made["default"], dict):
        about["default"] = made["default"]
    shape = _shape(made, definitions, optional)
    if shape.get("type") == "array":
        _say(shape["items"], _problems(model, name, [_UNFIT]))
    _say(shape, unfit := _problems(model, name, _UNFIT))
    messages = _messages(model, name, shape, unfit)
    return {**about, **shape, **({"messages": messages} if messages else {})}


def _shape(made: dict[str, Any], definitions: dict[str, Any], optional: bool) -> dict[str, Any]:
    """A value as an editor sees it."""
    choices = [choice for choice in made.get("anyOf", ()) if choice.get("type") != "null"]
    if len(choices) == 1:
        return _shape(choices[0], definitions, optional)
    if reference := made.get("$ref"):
        meant = definitions[reference.rpartition("/")[2]]
        if "enum" in meant:
            return _listed(meant["enum"], optional)
        return {"anyOf": [{"$ref": reference}, {"type": "null"}]} if optional else {"allOf": [{"$ref": reference}]}
    if "enum" in made:
        return _listed(made["enum"], optional)
    bounds = {name: made[bound] for name, bound in _BOUNDS if bound in made}
    kept = {name: made[name] for name in _KEPT if name in made} | bounds
    if choices:  # a day, or the word for a day that nobody knows
        words = "|".join(choice["const"] for choice in choices if "const" in choice)
        return _typed(["string"], optional, pattern=f"^({_DAY}|{words})$")
    match made["type"]:
        case "array":
            return _typed(["array"], optional, items=_entry(made["items"], definitions), **kept)
        case "object":
            return {**_typed(["object"], optional), **_named_values(made, definitions)}
        case "integer":
            return _typed(["integer", "string"], optional, pattern=r"^-?\d{1,9}$", **{"maximum": 999_999_999, **kept})
        case "number":
            return _typed(["number", "string"], optional, pattern=r"^-?\d+(\.\d+)?$", **kept)
        case "boolean":
            return {"anyOf": [{"type": ["boolean", "null"] if optional else "boolean"}, {"enum": _TRUTH}]}
    return _text(made, kept, optional)


def _text(made: dict[str, Any], kept: dict[str, Any], optional: bool) -> dict[str, Any]:
    pattern = made.get("pattern")
    if made.get("format") == "date":
        return _typed(["string"], optional, pattern=f"^{_DAY}$", **kept)
    if (pattern is None and "format" not in made) or pattern == ID_PATTERN:
        return _typed(["string", "number", "boolean"], optional, **kept, **({"pattern": pattern} if pattern else {}))
    if pattern and "\\n" in pattern:  # a folded text ends with a line feed that the register's reader takes away
        return _typed(["string", "number", "boolean"], optional, pattern=r"^\s*[^\n]*\s*$", **kept)
    return _typed(["string"], optional, **kept, **({"pattern": pattern} if pattern else {}))


def _named_values(made: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Values by names that a clerk chooses, such as the levels or the acts of a year's rules."""
    if "patternProperties" in made:
        ((pattern, value),) = made["patternProperties"].items()
        names: dict[str, Any] = {"pattern": pattern}
    else:
        value, names = made["additionalProperties"], _shape(made["propertyNames"], definitions, False)
    return {"propertyNames": names, "additionalProperties": _shape(value, definitions, True)}


def _entry(made: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """One entry of a list; a post may stand for a presider who is the post's holder."""
    if made.get("$ref") == "#/definitions/Presider":
        return {"anyOf": [_listed(definitions["Post"]["enum"], False), {"$ref": made["$ref"]}]}
    return _shape(made, definitions, False)


def _listed(values: list[str], optional: bool) -> dict[str, Any]:
    return {"enum": [*values, *([None] if optional else [])]}


def _typed(types: list[str], optional: bool, **keywords: Any) -> dict[str, Any]:
    types = [*types, "null"] if optional else types
    said = {name: value for name, value in keywords.items() if value is not None}
    return {"type": types[0] if len(types) == 1 else types, **said}


def _say(shape: dict[str, Any], problems: list[Problem]) -> None:
    """What editors show, instead of a sentence of their own in English, where a value has not its form."""
    if problems and ("type" in shape or "enum" in shape):
        shape["errorMessage"] = problems[0].must


def _messages(model: type[BaseModel], name: str, shape: dict[str, Any], of_unfit: list[Problem]) -> dict[str, dict[str, str]]:
    """For each keyword that a value can break, the rule and the sentence of `check`; ``of_unfit`` is that of ``_UNFIT``."""
    unfit: dict[str, Any] = {"minimum": str(shape["minimum"] - 1)} if "minimum" in shape else {}
    unfit |= {"maximum": str(shape["maximum"] + 1)} if shape.get("maximum", 999_999_999) < 999_999_999 else {}
    unfit |= {"maxLength": "x" * (shape["maxLength"] + 1)} if "maxLength" in shape else {}
    unfit |= {"minItems": []} if "minItems" in shape else {}
    if longest := shape.get("items", {}).get("maxLength"):
        unfit["maxLength"] = ["x" * (longest + 1)]
    found = {"pattern" if "pattern" in shape else "enum" if "enum" in shape else "type": of_unfit}
    found |= {keyword: _problems(model, name, value) for keyword, value in unfit.items()}
    if fields_of(model)[name].is_required():
        found["required"] = _problems(model, name)
    return {keyword: {"rule": told[0].rule, "must": told[0].must} for keyword, told in found.items() if told}


def _problems(model: type[BaseModel], name: str, *value: Any) -> list[Problem]:
    """What `check` says of a record with this value of the field, or without the field, whatever others it lacks."""
    from generator.reading.field_problems import field_problems  # with all that tells what is wrong
    try:
        model.model_validate({name: value[0]} if value else {})
    except ValidationError as error:
        found = field_problems(RecordText.empty(), model, error, [(other,) for other in fields_of(model) if other != name])
        return [problem for problem in found if problem.field == name or problem.field.startswith(f"{name}[")]
    return []
