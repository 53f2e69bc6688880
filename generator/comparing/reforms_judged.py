"""Reforms that become known long after their day, of units that were known to be no more: their pages had told it otherwise."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator

from generator.comparing.days import Days
from generator.comparing.figures_judged import Records
from generator.comparing.findings import Finding, uncorrected
from generator.comparing.late_facts import late
from generator.comparing.mended import Mended
from generator.tables.promised_records import PromisedRecord

_OLD = re.compile(r"(changes\[\d+\])\.old")


def late_changes(record: PromisedRecord, known: Records, after: Records, days: Days) -> Iterator[Finding]:
    """One correction tells all that a reform comes to say late. ``known`` are the records as they were published, ``after``
    those that changed."""
    if not days.is_late(date.fromisoformat(record.name.removeprefix("reforms/"))):
        return
    was = known.get(record.name) or record.model_copy(update={"values": {}, "corrections": []})
    mended = Mended(was, record, days.earliest_correction)
    fields = {
        field: value for field, value in record.values.items() if field not in was.values and (found := _OLD.fullmatch(field))
        and not _is_judged_there(value, record.values[f"{found[1]}.new"], known, after)
    }
    for field, value in fields.items():
        if told := mended.told(field, None, value):
            yield told
            return
    for field, value in list(fields.items())[:1]:
        yield uncorrected(record, field, None, value, days.today, late(days))


def _is_judged_there(unit: str, heir: str, known: Records, after: Records) -> bool:
    """Whether the unit comes to say at the same time that it is no more, or had said of itself what came after it."""
    was, now = known.get(f"units/{unit}"), after.get(f"units/{unit}")
    told = was.values if was else {}
    is_closed_now = now is not None and "exists_until" in now.values and "exists_until" not in told
    return is_closed_now or heir in told.get("successors", "").split("; ")
