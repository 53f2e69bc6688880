"""Rules of a year that is past, which come after the public was told of what was held in it."""

from __future__ import annotations

from typing import Iterator

from generator.comparing.days import Days
from generator.comparing.findings import Finding, uncorrected
from generator.comparing.mended import Mended
from generator.model.addresses import API
from generator.tables.promised_records import PromisedRecord
from generator.tables.promises import NAME, Promises

_FIELD = "cutoffs.year_end"
"""Every year's rules have it: a correction names it for all of them."""


def new_rules(record: PromisedRecord, old: Promises, days: Days) -> Iterator[Finding]:
    """They say who owed what, and what was late, of a year whose pages had been published without."""
    year = int(record.name.removeprefix("rules/"))
    if year >= days.before.year or not any(address.startswith(f"{API}{NAME}/{year}/") for address in old.files):
        return
    mended = Mended(record.model_copy(update={"corrections": []}), record, days.earliest_correction)
    now = record.values[_FIELD]
    why = f"Các cuộc đối thoại năm {year} đã công bố mà chưa có quy định của năm: thêm"
    yield mended.told(_FIELD, None, now) or uncorrected(record, _FIELD, None, now, days.today, why)
