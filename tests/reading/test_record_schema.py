"""Editors get a schema that agrees with `check`: no valid record is underlined, and what it underlines is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from generator.model import Dialogue
from generator.publications import record_schemas
from generator.reading.record_schema import MODELINE, MODELS, record_schema
from generator.tables.json_files import document_json
from tests.builders import a_site
from tests.checks.test_invalid import CASES
from tests.places import CONTENT, INVALID, OWN, ROOT
from tests.registers import dialogues

KINDS = {
    "dialogues": "dialogue", "units": "units", "rules": "rules", "submissions": "submissions", "register.yml": "register",
    "reforms": "reforms", "agencies.yml": "agencies",
}
IN_ONE_FIELD = re.compile(r"field-is-(?:known|there)|value-|day-has|hour-has|period-has|number-is|text-is-not-too")


class EditorLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Types scalars by the core schema of YAML 1.2 (10.3.2), as the YAML language server does."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]), ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
VALIDATORS = {name: jsonschema.Draft7Validator(record_schema(name), format_checker=jsonschema.FormatChecker()) for name in MODELS}


def as_editors_read(text: str) -> Any:
    return yaml.load(text, EditorLoader)


def underlined(kind: str, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(as_editors_read(text))]


def records(content: Path) -> list[Path]:
    return sorted(path for path in content.rglob("*.yml") if path.relative_to(content).parts[0] in KINDS)


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_a_schema_of_draft_7(name):
    jsonschema.Draft7Validator.check_schema(record_schema(name))


@pytest.mark.parametrize("content", ["content", "tests/golden/content", "tests/real_dialogues/content"])
def test_no_valid_record_is_underlined(content):
    content = ROOT / content
    wrong = {path.name: underlined(KINDS[path.relative_to(content).parts[0]], path.read_text("utf-8")) for path in records(content)}
    assert {name: said for name, said in wrong.items() if said} == {}


@given(dialogues())
@settings(max_examples=60)
def test_no_valid_record_that_nobody_thought_of_is_underlined(record):
    assert underlined("dialogue", yaml.safe_dump(record, allow_unicode=True)) == []


def misread(case: Path) -> list[tuple[str, Path]]:
    """Records of a case whose every mistake is one of a single field's form."""
    problems = (case / "problems.txt").read_text("utf-8")
    rules = re.findall(r"\[([a-z0-9-]+)\]$", problems, re.MULTILINE)
    if not all(map(IN_ONE_FIELD.match, rules)):
        return []
    said = {line.split(":")[0] for line in problems.splitlines() if ".yml:" in line.split(" ")[0] and ": year: " not in line}
    return [(KINDS[path.split("/")[0]], case / path) for path in sorted(said) if (case / path).is_file()]


@pytest.mark.parametrize("kind, record", [found for case in CASES for found in misread(case)], ids=lambda part: getattr(part, "parent", part) and str(part).rpartition("invalid/")[2])
def test_what_check_refuses_in_one_field_is_underlined(kind, record):
    assert underlined(kind, record.read_text("utf-8")) != []


@pytest.mark.parametrize("field, value", [
    ("topic", "2023"), ("topic", "true"), ("topic", ""), ("note", ">\n  một\n  hai"), ("legal_basis", "[11, 12.5]"),
    ("held", "{attendance: [{count: '120'}]}"), ("held", ""), ("participation", ""), ("area", ">\n  Thôn 1,\n  thôn 2"),
    ("presided_by", "[{post: party, deputy: 'true'}, government]"), ("registration", "{registered_on: unknown, period: 2023-Q3}"),
    ("venue", "{name: Hội trường, latitude: '20.5', longitude: 106}"),
])
def test_every_way_to_write_a_valid_value_is_left_alone(field, value):
    record = {"unit": "hong-bang", "kind": "periodic", "presided_by": "[party]"} | {field: value}
    assert underlined("dialogue", "\n".join(f"{name}: {written}" for name, written in record.items())) == []


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_explained_in_vietnamese(name):
    schema = record_schema(name)
    shapes = [schema, *schema["definitions"].values()]
    assert [field for shape in shapes for field, made in shape["properties"].items() if not made["description"]] == []


@pytest.mark.parametrize("name", MODELS)
def test_the_examples_are_values_of_their_fields(name):
    schema = record_schema(name)
    wrong = []
    for shape in (schema, *schema["definitions"].values()):
        for field, made in shape["properties"].items():
            validator = jsonschema.Draft7Validator({**made, "definitions": schema["definitions"]})
            wrong += [(field, example) for example in made.get("examples", ()) if not validator.is_valid(example)]
    assert wrong == []


def test_an_editor_says_of_a_units_name_what_check_says():
    said = (INVALID / "unit-is-known/problems.txt").read_text("utf-8")
    assert record_schema("dialogue")["properties"]["unit"]["errorMessage"] in said


def test_messages_are_those_of_check():
    assert record_schema("dialogue")["definitions"]["Announcement"]["properties"]["day"]["messages"]["pattern"] == {
        "rule": "day-has-its-form", "must": "phải là một ngày, trong tệp viết theo thứ tự năm-tháng-ngày (ngày 15/8/2023 là 2023-08-15)",
    }


@pytest.mark.parametrize("name", MODELS)
def test_the_schemas_kept_for_editors_are_the_models(name, compare):
    compare(OWN / ".schema" / f"{name}.schema.json", document_json(record_schema(name)).encode())


def test_the_editors_settings_name_each_schema_that_is_kept():
    named = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert sorted(named) == sorted(f"./{path.relative_to(ROOT)}" for path in (OWN / ".schema").iterdir())


def test_every_record_names_the_schema_of_its_kind():
    named = {path: path.read_text("utf-8").splitlines()[0].rpartition("$schema=")[2] for path in records(CONTENT)}
    kinds = {path: KINDS[path.relative_to(CONTENT).parts[0]] for path in named}
    expected = {path: CONTENT / ".schema" / f"{kind}.schema.json" for path, kind in kinds.items()}
    assert {path: (path.parent / schema).resolve() for path, schema in named.items()} == expected


def test_a_new_record_names_its_schema():
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", MODELINE)[1]
    assert (CONTENT / "dialogues/2023" / schema).resolve() == CONTENT / ".schema/dialogue.schema.json"


def test_the_schemas_are_published_with_their_public_address():
    published = {file.address: json.loads(file.content) for file in record_schemas.publish(a_site())}
    address = "api/v1/schema/record/dialogue.schema.json"
    assert published[address]["$id"] == f"https://doithoai.example/{address}"


def test_the_fields_that_stand_in_a_files_place_are_not_offered():
    assert set(Dialogue.model_fields) - set(record_schema("dialogue")["properties"]) == {"id", "year"}
