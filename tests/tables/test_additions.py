"""What version 1 promises of its additions: nothing of 1.0 is gone, and whatever came since is told on the page of downloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.site.words import Words
from tests.places import TEMPLATES, TESTS

SCHEMAS = TESTS / "golden/expected/api/v1/schema"
FIRST = (TESTS / "tables/version-1.0.txt").read_text("utf-8").splitlines()
"""Every field, code and field that may be empty of the first 1.0: a promise. Nothing is ever added here or taken away."""
NAMES = sorted({line.partition(" ")[0] for line in FIRST})


def said(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """Every field by its path, each code of it, and whether it may be empty. The rules of a year stand in every file and are
    told of the index alone."""
    def within(part: dict[str, Any], path: str) -> Iterator[str]:
        while "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        for choice in part.get("anyOf", ()):
            if choice.get("type") == "null":
                yield f"{name} {path} may be empty"
            else:
                yield from within(choice, path)
        yield from (f"{name} {path} = {code}" for code in part.get("enum", ()))
        for field, value in part.get("properties", {}).items():
            if (field, path) != ("rules", "") or name == "index":
                yield f"{name} {path}.{field}"
                yield from within(value, f"{path}.{field}")
        for inner in (part.get("items"), part.get("additionalProperties")):
            if isinstance(inner, dict):
                yield from within(inner, path)

    yield from within(schema, "")


def now(name: str) -> list[str]:
    return list(dict.fromkeys(said(name, json.loads((SCHEMAS / f"{name}.schema.json").read_bytes()))))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_first_version_is_gone(name: str) -> None:
    assert {line for line in FIRST if line.startswith(f"{name} ") and not line.endswith(" may be empty")} - set(now(name)) == set()


@pytest.mark.parametrize("name", NAMES)
def test_each_addition_is_told_with_its_version(name: str) -> None:
    """By its own name or that of the added field which it is in; a code by itself, and so a field that may be empty by now."""
    told = set(re.findall(r"[\w-]+", " ".join(Words.read(TEMPLATES / "words.yml").open_data.versions.values())))
    added = [line for line in now(name) if line not in FIRST]
    assert [line for line in added if not told & names_of(line, set(added))] == []


def names_of(line: str, added: set[str]) -> set[str]:
    field, _, code = line.removesuffix(" may be empty").partition(" = ")
    steps = field.split(".")
    fields = {steps[place] for place in range(1, len(steps)) if ".".join(steps[: place + 1]) in added}
    return fields | {code or steps[-1]}
