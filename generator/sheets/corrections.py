"""What an import writes over, as corrections that the record's page shows: nothing published changes unseen."""

from __future__ import annotations

from datetime import date
from typing import Any, Iterable, Iterator

from generator.reading.field_paths import FieldPath, written_path
from generator.sheets.field_changes import FieldChange

WHY = "Sửa theo bảng của đơn vị"


def corrections(changes: Iterable[FieldChange], today: date) -> list[dict[str, str]]:
    """One of each field that is written over, dated ``today`` (in Asia/Ho_Chi_Minh), with what it was; of one that two rows
    write over, what it was before the first."""
    found: dict[str, dict[str, str]] = {}
    for change in changes:
        for path, was in _written_over(change):
            entry = {"corrected_on": today.isoformat(), "field": written_path(path), "was": was, "text": WHY}
            found.setdefault(entry["field"], entry)
    return list(found.values())


def _written_over(change: FieldChange) -> Iterator[tuple[FieldPath, str]]:
    """A group of fields by those that it holds, of which the record knew the first in another way."""
    was: Any = change.overwritten
    if was is None:
        return
    path = (*change.path, next(iter(change.new))) if isinstance(change.new, dict) else change.path
    yield path, "; ".join(map(str, was)) if isinstance(was, list) else str(was)
