"""The record that ``dialogues new`` begins with: its comments show fields as they are written, and no field is left out unseen."""

from __future__ import annotations

import re
from typing import Iterator

import pytest
from pydantic import BaseModel

from generator.editing.new_record import record_text
from generator.model import Dialogue, Kind, Post
from generator.reading.declared_fields import fields_of, models_in
from generator.reading.record_files import RecordFile
from generator.reading.record_reading import read_file
from generator.reading.yaml_text import read_yaml
from tests.builders import a_commune, a_register
from tests.places import TEMPLATES

NOT_SHOWN = {
    "of the place of the file": {"year"},
    "of later work, which commands and pages write": {
        "answer", "answered_on", "by", "corrected_on", "corrections", "document", "document_number", "evidence", "file",
        "notified_on", "redacted_on", "redactions", "reported_on", "taken_over_by", "taken_over_on", "was",
    },
    "seldom needed, and told in content/README.md": {
        "area", "attend_to", "attend_until", "day_note", "email", "latitude", "legal_basis", "longitude", "note", "observer",
        "online_url", "opinions_from", "page", "part_of_day", "sources", "title", "total_precision", "url", "voters",
    },
}


def names(model: type[BaseModel] = Dialogue) -> Iterator[str]:
    for name, declared in fields_of(model).items():
        yield name
        for inner in models_in(declared.annotation):
            yield from names(inner)


def shown_as_written() -> str:
    """The record with what it only shows taken out of its comments."""
    text = record_text(TEMPLATES, a_register(), a_commune(), Kind.PERIODIC, (Post.PARTY,), "2023-Q3", "2023-02-20")
    written = r"^# ( *(?:- (?:\{|[a-z_]+: |\(ví dụ\))|[a-z_]+:(?: |$)|\(ví dụ\)).*)$"
    return re.sub(written, r"\1", text, flags=re.MULTILINE)


def test_each_field_is_shown_in_a_new_record_or_left_out_for_a_reason():
    shown = set(re.findall(r"\b([a-z_]+):(?=\s|$)", shown_as_written(), re.MULTILINE))
    assert set(names()) - shown == set().union(*NOT_SHOWN.values())


def test_what_a_new_record_shows_is_written_as_a_record_is():
    assert list(read_file(RecordFile("dialogues/2023/so-dau-1.yml", shown_as_written().encode(), b"")).problems) == []


@pytest.mark.parametrize("group", ["participation", "schedule", "held", "conclusion", "opinions", "commitments"])
def test_each_group_of_a_record_can_be_begun_from_what_is_shown(group: str):
    assert read_yaml(shown_as_written())[0][group]
