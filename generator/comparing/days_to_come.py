"""Lists of a year's rules that may be given days that have not come: nothing that was published was told by those."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from generator.model.groups import grouped
from generator.tables.promised_records import PromisedRecord

_HOLIDAYS, _CUTOFFS = "holidays", "cutoffs.others"
Entry = tuple[str, ...]
"""The day of a holiday; what is recorded of a cut-off."""


def fields_of_days_to_come(old: PromisedRecord, new: PromisedRecord, before: date) -> tuple[str, ...]:
    """Beginnings of the fields of those lists that still hold all that they held, in whatever order, and beside it only days
    after ``before``, the day that the old record was published for."""
    if not old.name.startswith("rules/"):
        return ()
    lists = (_HOLIDAYS, _holidays), (_CUTOFFS, _cutoffs)
    return tuple(name for name, entries in lists if _is_grown(entries(old), entries(new), before))


def _is_grown(was: Counter[Entry], now: Counter[Entry], before: date) -> bool:
    days = (value for entry in now - was for value in entry if re.fullmatch(r"\d{4}-\d\d-\d\d", value))
    return not was - now and all(date.fromisoformat(day) > before for day in days)


def _holidays(record: PromisedRecord) -> Counter[Entry]:
    """One value, with a semicolon between the days."""
    written = record.values.get(_HOLIDAYS)
    return Counter((day,) for day in written.split("; ")) if written else Counter()


def _cutoffs(record: PromisedRecord) -> Counter[Entry]:
    of_cutoffs = ((field, value) for field, value in record.values.items() if field.startswith(f"{_CUTOFFS}["))
    return Counter(map(tuple, grouped((field.rpartition(".")[0], value) for field, value in of_cutoffs).values()))
