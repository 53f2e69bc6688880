"""The annotated templates for clerks are valid records and show every field there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Iterator, get_args

import pytest
from pydantic import BaseModel

from generator.checks import check
from generator.model import AgencyList, Dialogue, ReformFile, RegisterFacts, Rules, SubmissionFile, UnitFile
from generator.model.named_documents import documents_of
from generator.model.types import DOCUMENT_PATTERN
from generator.reading.declared_fields import fields_of
from generator.reading.field_paths import names_in
from generator.reading.records import read_records
from generator.reading.yaml_text import read_yaml
from tests.folders import fill
from tests.places import CONTENT

README = (CONTENT / "README.md").read_text("utf-8")
TEMPLATES = re.findall(r"^### `(\S+\.yml)`\n(?:(?!###).*\n)*?```yaml\n((?:.*\n)*?)```$", README, re.MULTILINE)
MODELS = {
    "register.yml": RegisterFacts, "rules": Rules, "units": UnitFile, "dialogues": Dialogue, "submissions": SubmissionFile,
    "reforms": ReformFile, "agencies.yml": AgencyList,
}
FROM_THE_FILES_NAME = {("Rules", "year"), ("UnitFile", "id"), ("Dialogue", "id"), ("Dialogue", "year"), ("SubmissionFile", "year"), ("ReformFile", "day")}
AS_OF = date(2023, 9, 15)

Fields = set[tuple[str, str]]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def declared(model: type[BaseModel]) -> Fields:
    inner = (declared(below) for field in model.model_fields.values() for below in models_in(field.annotation))
    return {(model.__name__, name) for name in fields_of(model)}.union(*inner)


def shown(model: type[BaseModel], written: Any) -> Fields:
    if isinstance(written, list):
        return set().union(*(shown(model, part) for part in written))
    if not isinstance(written, dict):
        return set()
    found: Fields = set()
    for name, value in written.items():
        if name not in fields_of(model):  # a name that clerks choose, such as a level or an act
            found |= shown(model, value)
            continue
        found.add((model.__name__, name))
        for below in models_in(fields_of(model)[name].annotation):
            found |= shown(below, value)
    return found


@pytest.fixture
def content(tmp_path) -> Path:
    fill(tmp_path, TEMPLATES)
    for dialogue in read_records(tmp_path).register.dialogues.values():
        fill(tmp_path / "documents" / str(dialogue.year) / dialogue.id, {file: "" for _, file in documents_of(dialogue)})
    return tmp_path


def test_there_is_a_template_of_every_kind_of_record():
    assert {path.split("/")[0] for path, _ in TEMPLATES} == set(MODELS)


def test_the_templates_are_a_valid_register(content):
    assert [str(problem) for problem in check(read_records(content), AS_OF)] == []


def fields_for_documents(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    for name, field in fields_of(model).items():
        if repr(DOCUMENT_PATTERN) in f"{field.annotation!r} {field.metadata!r}":
            yield (name,)
        for below in models_in(field.annotation):
            yield from ((name, *names) for names in fields_for_documents(below))


def test_every_field_that_names_a_document_is_known_to(content):
    dialogues = read_records(content).register.dialogues.values()
    named = {tuple(names_in(path)) for dialogue in dialogues for path, _ in documents_of(dialogue)}
    assert named == {*fields_for_documents(Dialogue)}


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_is_shown(kind):
    trees = [read_yaml(text)[0] for path, text in TEMPLATES if path.split("/")[0] == kind]
    hidden = declared(MODELS[kind]) - shown(MODELS[kind], trees)
    # A district has the fields of a commune: they are shown once, at the commune.
    hidden -= {("UnitFile", name) for model, name in shown(UnitFile, trees) if model == "Commune"}
    assert hidden - FROM_THE_FILES_NAME == set()
