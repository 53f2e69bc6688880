"""Whether a published figure moves for a reason that the public can see: something held, a dated fact, a rule corrected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import Iterable, Iterator, Mapping, Sequence

from generator.comparing.days import Days
from generator.comparing.findings import Finding, Weight, entry
from generator.comparing.mended import Mended
from generator.reading.recorded_facts import FIGURES
from generator.tables.promised_records import PromisedRecord
from generator.tables.promises import Figures, Promises, file_of_figures, read_file

Records = Mapping[str, PromisedRecord]
_NAMED = 5
_STARTS = ("exists_from", "vacant_from", "one_person_from")
_ENDS = ("exists_until", "vacant_until", "one_person_until", "until")
_LAY_ELSEWHERE = re.compile(r"earlier\[\d+\]\.parent")


@dataclass(frozen=True)
class YearMoved:
    """The figures of a year that are other than they were published, at the cut-offs where they are: ``pairs``, old and new.
    ``mended`` is of its rules, None where they are as they were."""

    year: int
    pairs: Sequence[tuple[Figures, Figures]]
    mended: Mended | None

    @cached_property
    def units(self) -> frozenset[str]:
        return frozenset(unit for pair in self.pairs for unit in _moved(*pair))

    @cached_property
    def total(self) -> tuple[str, str]:
        """Of the whole city, as published and now, where it is another; else at the first cut-off."""
        totals = [(old.shares.get("", ""), new.shares.get("", "")) for old, new in self.pairs]
        return next((total for total in totals if total[0] != total[1]), totals[0])

    @cached_property
    def told(self) -> frozenset[str]:
        """The figures of the whole city that a new correction says to have been published."""
        corrections = self.mended.corrections if self.mended else ()
        return frozenset(one.was for one in corrections if one.field == FIGURES and one.was)

    @property
    def is_told(self) -> bool:
        return any(old.shares.get("") in self.told for old, _ in self.pairs)


def years_moved(old: Promises, new: Promises, before: Records, after: Records, days: Days) -> list[YearMoved]:
    """``before`` and ``after`` are the records that changed."""
    found = []
    for year in (int(record.name[6:]) for record in old.first.records if record.name.startswith("rules/")):
        address, rules = file_of_figures(year), f"rules/{year}"
        if not {address} <= old.files.keys() & new.files.keys() or old.files[address] == new.files[address]:
            continue
        earlier = {_which(figures): figures for figures in read_file(old.files[address]).figures}
        both = [(was, now) for now in read_file(new.files[address]).figures if (was := earlier.get(_which(now)))]
        mended = Mended(before[rules], after[rules], days.earliest_correction) if rules in before and rules in after else None
        if pairs := [(was, now) for was, now in both if was.shares != now.shares or _moved(was, now)]:
            found.append(YearMoved(year, pairs, mended))
    return found


def unexplained_figures(
    years: Sequence[YearMoved], units: Records, before: Records, after: Records, asked: frozenset[str], days: Days
) -> Iterator[Finding]:
    """Figures that moved with no changed record to explain it, as when the program counts otherwise, or that moved long after
    they were settled. What changed records say is judged elsewhere: ``asked`` are units whose records must be corrected, and
    whose figures need nothing more. ``units`` are those of today."""
    touched = frozenset(_unit_of(record) for record in chain(before.values(), after.values()))
    corrected = asked | {
        _unit_of(record) for name, record in after.items()
        if len(record.corrections) > (len(before[name].corrections) if name in before else 0)
    }
    for year in years:
        yield from _told(year)
        if year.mended and year.mended.old.values != year.mended.new.values:
            continue  # the rules are judged themselves
        told: set[str | None] = set(year.told)
        for was, now in year.pairs:
            if was.shares.get("") not in told:
                settled = days.is_late(was.day)
                found = list(_unexplained(was, now, corrected if settled else touched, units, days, settled))
                told |= {was.shares.get("") for _ in found}  # one correction tells it of each cut-off where it was the same
                yield from found


def _told(year: YearMoved) -> Iterator[Finding]:
    for was in sorted(year.told):
        if pair := next((pair for pair in year.pairs if pair[0].shares.get("") == was), None):
            assert year.mended
            yield year.mended.told(FIGURES, was, pair[1].shares.get("")) or Finding("", Weight.TOLD, was)


def _which(figures: Figures) -> tuple[str, str | None, date | None]:
    """Among those of its year."""
    return figures.cutoff, figures.cutoff_name, figures.period_from


def _moved(old: Figures, new: Figures) -> list[str]:
    return [unit for unit in {**old.posts, **new.posts} if _signs(old, unit) != _signs(new, unit)]


def _signs(figures: Figures, unit: str) -> str:
    """Of its posts; "" where none owes, as of a unit that is not there: one that comes later moves nothing."""
    signs = figures.posts.get(unit, "")
    return signs if signs.strip("-") else ""


def _unit_of(record: PromisedRecord) -> str:
    kind, _, id = record.name.partition("/")
    return record.values.get("unit", "") if kind == "dialogues" else id if kind == "units" else ""


def _unexplained(
    old: Figures, new: Figures, touched: frozenset[str], units: Records, days: Days, settled: bool
) -> Iterator[Finding]:
    moved = _moved(old, new)
    silent = [unit for unit in moved if unit not in touched and not _turns(units.get(f"units/{unit}"), old.day, new.day)]
    figures = [of for of in {**old.shares, **new.shares} if old.shares.get(of) != new.shares.get(of)]
    if silent or (figures and not moved and not _go_with_a_unit(figures, touched, units, old.day, new.day)):
        of = figures[0] if figures else ""
        was, now = old.shares.get(of, "không có"), new.shares.get(of, "không có")
        named = ", ".join(silent[:_NAMED]) + (f" và {len(silent) - _NAMED} đơn vị nữa" if len(silent) > _NAMED else "")
        why = (
            f"sau khi mốc đã chốt hơn {days.late_after.days} ngày" if settled else "mà không có việc mới nào làm nó đổi",
            "Nếu việc ấy ghi muộn hoặc cách tính đã đổi" if settled else "Nếu cách tính đã đổi",
        )
        yield Finding(f"rules/{new.year}", Weight.UNCORRECTED, (
            f"Tiến độ năm {new.year}, mốc {new.cutoff}{f', {of}' if of else ''}: đã công bố {was}, nay là {now} {why[0]}"
            f"{f' ({named})' if named else ''}. {why[1]}, hãy thêm vào corrections của rules/{new.year}.yml: "
            f"{entry(FIGURES, old.shares.get(''), days.today)}"
        ))


def _go_with_a_unit(figures: Iterable[str], touched: frozenset[str], units: Records, after: date, until: date) -> bool:
    """Whether they are of districts alone, and a unit went from one to another."""
    return all(f"units/{of.partition('/')[0]}" in units for of in figures) and any(
        any(map(_LAY_ELSEWHERE.fullmatch, record.values))
        and (name.removeprefix("units/") in touched or _turns(record, after, until))
        for name, record in units.items()
    )


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
