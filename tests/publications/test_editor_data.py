"""What the editor of records is told of a record's schema, in which every value is text."""

from __future__ import annotations

from typing import Any, Iterator

from generator.publications.editor_data import editor_data
from tests.builders import a_site


def kinds_in(told: Any) -> Iterator[Any]:
    """What each field may be."""
    if isinstance(told, dict):
        if isinstance(told.get("type"), (str, list)):
            yield told["type"]
        told = list(told.values())
    if isinstance(told, list):
        for part in told:
            yield from kinds_in(part)


def test_a_field_is_of_one_kind_but_where_a_number_may_be_another_word():
    kinds = [*kinds_in(editor_data(a_site())["schema"])]
    assert {kind for kind in kinds if isinstance(kind, str)} == {"array", "boolean", "object", "string"}
    assert {tuple(kind) for kind in kinds if isinstance(kind, list)} == {("integer", "string"), ("number", "string")}
