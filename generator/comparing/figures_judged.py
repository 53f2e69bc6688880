"""Whether a published figure moves for a reason that the public can see: something held, a dated fact, a rule corrected."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import Iterable, Iterator, Mapping

from generator.comparing.findings import Finding, Weight, entry
from generator.reading.recorded_facts import FIGURES
from generator.tables.promised_records import PromisedRecord
from generator.tables.promises import Figures, Promises, file_of_figures, read_file

Records = Mapping[str, PromisedRecord]
_NAMED = 5
_STARTS = ("exists_from", "vacant_from", "one_person_from")
_ENDS = ("exists_until", "vacant_until", "one_person_until")


def unexplained_figures(old: Promises, new: Promises, before: Records, after: Records) -> Iterator[Finding]:
    """``before`` and ``after`` are the records that changed. What they say is judged by itself: here only what moves without
    them, as when the program comes to count otherwise."""
    units = {record.name: record for record in new.first.records if record.name.startswith("units/")}
    touched = {
        record.values.get("unit", "") if record.name.startswith("dialogues/") else record.name.removeprefix("units/")
        for record in chain(before.values(), after.values()) if record.name.startswith(("dialogues/", "units/"))
    }
    for year in _years(old):
        address, rules = file_of_figures(year), f"rules/{year}"
        if not {address} <= old.files.keys() & new.files.keys() or old.files[address] == new.files[address]:
            continue
        if _values(before, rules) != _values(after, rules):
            continue  # the rules are judged themselves
        told = {one.was for one in after[rules].corrections if one.field == FIGURES} if rules in after else set()
        earlier = {_which(figures): figures for figures in read_file(old.files[address]).figures}
        for figures in read_file(new.files[address]).figures:
            if (was := earlier.get(_which(figures))) and was.shares.get("") not in told:
                found = list(_unexplained(was, figures, touched, units, new.as_of))
                told |= {was.shares.get("") for _ in found}  # one correction tells it of each cut-off where it was the same
                yield from found


def _which(figures: Figures) -> tuple[str, str | None, date | None]:
    """Among those of its year."""
    return figures.cutoff, figures.cutoff_name, figures.period_from


def _unexplained(
    old: Figures, new: Figures, touched: set[str], units: Records, today: date
) -> Iterator[Finding]:
    moved = [unit for unit in {**old.posts, **new.posts} if old.posts.get(unit) != new.posts.get(unit)]
    silent = [unit for unit in moved if unit not in touched and not _turns(units.get(f"units/{unit}"), old.day, new.day)]
    figures = [of for of in {**old.shares, **new.shares} if old.shares.get(of) != new.shares.get(of)]
    if silent or (figures and not moved):
        of = figures[0] if figures else ""
        was, now = old.shares.get(of, "không có"), new.shares.get(of, "không có")
        named = ", ".join(silent[:_NAMED]) + (f" và {len(silent) - _NAMED} đơn vị nữa" if len(silent) > _NAMED else "")
        yield Finding(f"rules/{new.year}", Weight.UNCORRECTED, (
            f"Tiến độ năm {new.year}, mốc {new.cutoff}{f', {of}' if of else ''}: đã công bố {was}, nay là {now} mà không có "
            f"việc mới nào làm nó đổi{f' ({named})' if named else ''}. Nếu cách tính đã đổi, hãy thêm vào corrections của "
            f"rules/{new.year}.yml: {entry(FIGURES, old.shares.get(''), today)}"
        ))


def _years(promises: Promises) -> Iterable[int]:
    names = (record.name for record in promises.first.records if record.name.startswith("rules/"))
    return [int(name.removeprefix("rules/")) for name in names]


def _values(records: Records, name: str) -> Mapping[str, str]:
    return records[name].values if name in records else {}


def _turns(unit: PromisedRecord | None, after: date, until: date) -> bool:
    """Whether a dated fact of the unit begins or ends between two days."""
    if unit is None:
        return False
    for field, value in unit.values.items():
        name = field.rpartition(".")[2]
        if name in _STARTS + _ENDS:
            day = date.fromisoformat(value) + timedelta(days=name in _ENDS)
            if after < day <= until:
                return True
    return False
