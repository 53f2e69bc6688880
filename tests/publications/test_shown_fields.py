"""Each field of a dialogue's record shows on its page and in the open data, or is left out for a reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any, Iterator, Mapping

import pytest
from pydantic import BaseModel

from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Register
from generator.publications import dialogues as pages
from generator.reading.declared_fields import fields_of
from generator.reading.records import read_records
from generator.site.site import Site
from generator.tables import TABLES
from tests.builders import WORDS
from tests.folders import fill
from tests.places import TEMPLATES
from tests.reading.test_readme_records import TEMPLATES as RECORDS

NOT_SHOWN: Mapping[str, Mapping[str, set[str]]] = {
    "on its page": {
        "until when an answer was owed, which the duties tell": {"Demand.answer_by"},
        "when a late result became known, which the news tell": {"Held.reported_on"},
    },
    "in the open data": {
        "no column has been asked for": {"Demand.answer", "Demand.answer_by", "Demand.voters", "TakeOver.reason"},
    },
}


def varied(record: Any) -> Iterator[tuple[str, Any]]:
    """The record with another text in, or without, each of the fields that it has and need not have, by model and name."""
    for name, declared in fields_of(type(record)).items():
        value = getattr(record, name)
        other = "Khác" if type(value) is str else declared.get_default(call_default_factory=True)
        if not declared.is_required() and value != other:
            yield f"{type(record).__name__}.{name}", record.model_copy(update={name: other})
        entries = value if isinstance(value, tuple) else (value,)
        for place, entry in enumerate(entries):
            for field, new in varied(entry) if isinstance(entry, BaseModel) else ():
                now = (*value[:place], new, *value[place + 1:]) if isinstance(value, tuple) else new
                yield field, record.model_copy(update={name: now})


def shown(register: Register, dialogue: Dialogue, today: date) -> Mapping[str, object]:
    site = Site(replace(register, dialogues={dialogue.id: dialogue}), ObservedDay(today), TEMPLATES)
    vars(site)["words"] = WORDS
    [view] = site.views.dialogues.values()
    published = (*pages.publish_settled(site), *pages.publish_running(site))
    return {
        "on its page": [(page.body, page.structured) for page in published],
        "in the open data": [[*table.of_dialogue(site, view, dialogue.year)] for table in TABLES if table.of_dialogue],
    }


@pytest.fixture(scope="module")
def fields_shown(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """Where each field of the records in content/README.md shows: as they are, and as they were when they were announced."""
    folder = tmp_path_factory.mktemp("content")
    fill(folder, RECORDS)
    register = read_records(folder).register
    assert register
    later = {"held": None, "conclusion": None, "opinions": (), "commitments": (), "corrections": (), "redactions": ()}
    found: dict[str, set[str]] = defaultdict(set)
    for dialogue in register.dialogues.values():
        announced = dialogue.model_copy(update={**later, "schedule": dialogue.schedule[:1]})
        for record, today in ((dialogue, date(2023, 9, 15)), (announced, date(2023, 5, 1))):
            before = shown(register, record, today)
            for field, new in varied(record):
                try:
                    now = shown(register, new, today)
                except AssertionError:  # not a record that could be: an announcement of no day
                    continue
                found[field] |= {where for where in before if now[where] != before[where]}
    return found


@pytest.mark.parametrize("where", NOT_SHOWN)
def test_each_field_shows_or_is_left_out_for_a_reason(where: str, fields_shown: Mapping[str, set[str]]):
    assert len(fields_shown) > 70
    assert {field for field, places in fields_shown.items() if where not in places} == set().union(*NOT_SHOWN[where].values())
