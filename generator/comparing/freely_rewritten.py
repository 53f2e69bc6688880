"""What nobody is held to and may be written over without a correction: told from the old value to the new."""

from __future__ import annotations

import re
from typing import Iterator, Mapping

from generator.comparing.findings import field_text, record_text, value_text
from generator.model.agencies import AgencyList
from generator.tables.promised_records import PromisedRecord

_FREE = re.compile(r"note|sources\[\d+\]\..*|source|source_url|contacts\[\d+\]\..*")
"""Remarks of those who keep the record, and where a unit is reached today: nobody is held to an old telephone number."""


def is_free(field: str) -> bool:
    """Of a field as corrections name it, of any record."""
    return _FREE.fullmatch(field) is not None


def rewritten(old: PromisedRecord, new: PromisedRecord) -> Iterator[str]:
    """A line for each such value that is another or gone."""
    for field, was in old.values.items():
        if is_free(field) and (now := new.values.get(field)) != was:
            yield _line(new, field, was, now)


def rewritten_beside(record: PromisedRecord, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Of facts by their fields that stand in no promise: also what is added."""
    for field in {**old, **new}:
        if old.get(field) != new.get(field):
            yield _line(record, field, old.get(field), new.get(field))


def rewritten_agencies(old: AgencyList, new: AgencyList) -> Iterator[str]:
    """By the agencies' names, wherever in the list they stand."""
    before, after = _agencies(old), _agencies(new)
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            yield f"agencies.yml: {name}: {value_text(before.get(name))} → {value_text(after.get(name))}"


def _agencies(agencies: AgencyList) -> Mapping[str, str]:
    return {
        one.name: "; ".join([agencies.fields.get(one.field, one.field), *one.spellings]) for one in agencies.agencies
    }


def _line(record: PromisedRecord, field: str, was: str | None, now: str | None) -> str:
    return f"{record_text(record)}: {field_text(record, field)}: {value_text(was)} → {value_text(now)}"
