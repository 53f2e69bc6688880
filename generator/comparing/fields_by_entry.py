"""The values of a promised record by names that stay when an entry is added before them."""

from __future__ import annotations

import re
from typing import Mapping

from generator.tables.promised_records import PromisedRecord


def by_entry(record: PromisedRecord) -> Mapping[str, tuple[str, str]]:
    """Each value with its field's name, by a name that stays when a commitment is added before it: with its id."""
    ids = {field.removesuffix(".id"): id for field, id in record.values.items() if field.endswith(".id")}
    found = {}
    for field, value in record.values.items():
        entry = re.match(r"commitments\[\d+\]", field)
        key = f"commitments[{ids[entry[0]]}]{field[entry.end():]}" if entry and entry[0] in ids else field
        found[key] = field, value
    return found


def entry_of(key: str) -> str | None:
    """The entry that a field stands in: ``schedule[1]`` of ``schedule[1].day``; None where it stands in no list."""
    entry = re.match(r".*\]", key)
    return entry[0] if entry else None
