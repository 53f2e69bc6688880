"""What becomes known of units long after its day: each is corrected at the unit, or all of them by a year's figures."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Iterable, Iterator, Sequence

from generator.comparing.days import Days
from generator.comparing.figures_judged import YearMoved
from generator.comparing.findings import Finding, Weight, entry, uncorrected
from generator.comparing.late_facts import late
from generator.comparing.mended import Mended
from generator.model.earlier_facts import DATED_FACTS
from generator.reading.recorded_facts import FIGURES
from generator.tables.promised_records import PromisedRecord

_DAY = re.compile(r"exists_until|(?:vacancies|one_person_in_both_posts)\[\d+\]\.\w+_(?:from|until)|earlier\[\d+\]\.until")
"""It moves who owes from that day on, or what the unit is called and lies in."""
_EARLIER = re.compile(rf"earlier\[\d+\]\.({'|'.join(DATED_FACTS)})")
_FOLLOWED = {"predecessors": "exists_from", "successors": "exists_until"}
"""Who came before and after is told on the pages of both, and belongs to the day of the change."""
_ONE_BY_ONE, _NAMED = 3, 5


def is_late_of_unit(field: str, value: str, old: PromisedRecord, new: PromisedRecord, days: Days) -> bool:
    """Whether a value that is added to a unit which the public was told of says otherwise what had been told."""
    if _DAY.fullmatch(field):
        return days.is_late(date.fromisoformat(value))
    if field == "parent":
        added = map(_EARLIER.fullmatch, new.values.keys() - old.values.keys())
        return not any(found and found[1] == field for found in added)
    if field in _FOLLOWED:
        day = old.values.get(_FOLLOWED[field])
        return days.is_late(date.fromisoformat(day)) if day else _FOLLOWED[field] not in new.values
    return field == "exists_from"  # it was told of, and so was there before


def is_of_changed_fact(field: str, was: str, old: PromisedRecord, new: PromisedRecord) -> bool:
    """Whether a unit's name, type or code, or what it lies in, is another because it changed: what it was stands among what
    is earlier now. From which day on is judged as what is added."""
    added = {_EARLIER.fullmatch(name): value for name, value in new.values.items() if name not in old.values}
    return new.name.startswith("units/") and any(found and (found[1], value) == (field, was) for found, value in added.items())


def new_unit(record: PromisedRecord, days: Days, years: Sequence[YearMoved]) -> Iterator[Finding]:
    """One that nobody was told of, and whose posts are counted in figures that were published long after its first day."""
    began = record.values.get("exists_from")
    unit = record.name.removeprefix("units/")
    if (began and not days.is_late(date.fromisoformat(began))) or not any(unit in year.units for year in years):
        return
    field = "exists_from" if began else "name"
    mended = Mended(record.model_copy(update={"corrections": [], "redactions": []}), record, days.earliest_correction)
    now = record.values[field]
    found = mended.told(field, None, now) or uncorrected(record, field, None, now, days.today, late(days))
    yield replace(found, of_unit=unit)


def told_together(found: Iterable[Finding], years: Sequence[YearMoved], days: Days) -> Iterator[Finding]:
    """What is said of units one by one is asked for once of many, and of none where the corrections of the figures that they
    move tell it."""
    asked: list[tuple[Finding, list[YearMoved]]] = []
    for finding in found:
        moved = [year for year in years if finding.of_unit in year.units]
        if not (finding.of_unit and finding.weight == Weight.UNCORRECTED):
            yield finding
        elif not moved or not all(year.is_told for year in moved):
            asked.append((finding, moved))
    together = {year.year: year for _, moved in asked for year in moved}
    if len({finding.of_unit for finding, moved in asked if moved}) <= _ONE_BY_ONE:
        together = {}
    yield from (finding for finding, moved in asked if not together or not moved)
    for year in together.values():
        units = sorted({finding.of_unit for finding, moved in asked if year in moved})
        yield _of_many(units, year, days)


def _of_many(units: Sequence[str], year: YearMoved, days: Days) -> Finding:
    was, now = year.total
    named = ", ".join(units[:_NAMED]) + (f" và {len(units) - _NAMED} đơn vị nữa" if len(units) > _NAMED else "")
    return Finding(f"rules/{year.year}", Weight.UNCORRECTED, (
        f"{len(units)} đơn vị được ghi muộn hơn {days.late_after.days} ngày sau ngày thay đổi ({named}): tiến độ năm "
        f"{year.year} đã công bố {was}, nay là {now}. Hãy thêm một mục chung vào corrections của rules/{year.year}.yml: "
        f"{entry(FIGURES, was, days.today)}"
    ))
