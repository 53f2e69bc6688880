"""What a reform does to the units of a register: which go on, which close, which are new, and what each came from."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Iterable, Mapping, Sequence

from generator.editing.unit_lists import ListedUnit, NotAList, UnitList, proposed_ids, read_rows
from generator.model import Extent, Level, Register, Unit
from generator.text.vietnamese import spelling


@dataclass(frozen=True)
class Pair:
    """An old unit, by its code, of which all or a part went into a new one."""

    old_code: str
    new_code: str
    extent: Extent = Extent.WHOLE


@dataclass(frozen=True)
class NewUnit:
    """``parent_id`` is None at the top. ``id`` is whole."""

    id: str
    parent_id: str | None
    listed: ListedUnit


@dataclass(frozen=True)
class Reform:
    """``changed`` go on under another name, type or code at their level, or in another district; ``unfollowed`` close without
    a known successor."""

    day: date
    went_on: Mapping[str, ListedUnit]
    changed: Mapping[str, ListedUnit]
    new: tuple[NewUnit, ...]
    closed: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, str]
    """Of ``changed``, those that lie in another district, with that one's id."""
    in_part: frozenset[tuple[str, str]] = frozenset()
    """Of the pairs of an old and a new unit that follow from ``closed``, those where only a part went over."""
    unknown_codes: tuple[str, ...] = ()
    """Codes of pairs that no unit of the register has on the eve: of other provinces, or wrong."""

    @property
    def last_day(self) -> date:
        return self.day - timedelta(days=1)

    @property
    def unfollowed(self) -> tuple[str, ...]:
        return tuple(id for id, successors in self.closed.items() if not successors)


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """From the columns ``old_code`` (or ``old_commune_code``) and ``new_code``; a column ``extent`` (or ``coverage…``) says
    whole or part, and where none does, an old unit in several pairs went over in parts. Raises NotAList."""
    rows = read_rows(path, ("new_code",))
    name = next((name for name in ("old_code", "old_commune_code") if name in rows[0]), None)
    if name is None:
        raise NotAList(f"{path}: thiếu cột old_code")
    extent = next((column for column in rows[0] if column == "extent" or column.startswith("coverage")), None)
    often = Counter(row[name] for row in rows)
    try:
        pairs = [
            Pair(row[name], row["new_code"], Extent(row[extent]) if extent and row[extent] else _extent(often[row[name]]))
            for row in rows
        ]
    except ValueError as error:
        raise NotAList(f"{path}: cột {extent} phải là whole hoặc part ({error})") from None
    return tuple(dict.fromkeys(pairs))


def _extent(heirs: int) -> Extent:
    return Extent.WHOLE if heirs == 1 else Extent.PART


def reform_of(register: Register, listed: UnitList, day: date, pairs: Iterable[Pair]) -> Reform:
    """``listed`` are all units of the province on ``day``.

    A unit goes on where its level, its code and its own name stay, be it in another district; or what it lies in and its whole
    name, under a code that was nobody's. A code alone tells nothing, since codes are given again.
    """
    eve = day - timedelta(days=1)
    living = {unit.id: register.called_on(unit, eve) for unit in register.units_counted_on(eve)}
    went_on: dict[str, ListedUnit] = {}
    moved: dict[str, str] = {}
    top = listed.at_the_top()
    new = _new_below(register, None, _unknown(living, top, None, listed, went_on))
    by_code = {listed.code: id for id, listed in went_on.items()} | {unit.listed.code: unit.id for unit in new}
    parents = {by_code[above.code]: listed.below(above) for above in top}
    below = {parent: _unknown(living, units, parent, listed, went_on) for parent, units in parents.items()}
    for parent, units in below.items():
        new += _new_below(register, parent, _not_moved(living, units, parent, went_on, moved))
    by_code = {listed.code: id for id, listed in went_on.items()} | {unit.listed.code: unit.id for unit in new}
    old_ids = {unit.facts.code: unit.id for unit in living.values() if unit.facts.code}
    followed: dict[str, list[str]] = defaultdict(list)
    in_part: set[tuple[str, str]] = set()
    unknown: list[str] = []
    for pair in pairs:
        old, heir = old_ids.get(pair.old_code), by_code.get(pair.new_code)
        if old is None or heir is None:
            unknown.append(pair.old_code if old is None else pair.new_code)
        elif old not in went_on and heir not in followed[old]:
            followed[old].append(heir)
            in_part |= {(old, heir)} if pair.extent == Extent.PART else set()
    closed = {id: tuple(followed[id]) for id in living if id not in went_on}
    for id in [id for id in closed if living[id].level.gathers and not closed[id]]:
        heirs = [heir for other in closed if living[other].parent_id == id for heir in closed[other]]
        heirs += [parent for other, parent in moved.items() if living[other].parent_id == id]
        closed[id] = tuple(dict.fromkeys(heirs))
        in_part |= {(id, heir) for heir in closed[id] if _extent(len(closed[id])) == Extent.PART}
    changed = {id: now for id, now in went_on.items() if id in moved or _is_another(living[id], now)}
    return Reform(
        day, went_on, changed, tuple(new), closed, moved, frozenset(in_part), tuple(dict.fromkeys(unknown)),
    )


def _unknown(
    living: Mapping[str, Unit], units: Iterable[ListedUnit], parent: str | None, listed: UnitList,
    went_on: dict[str, ListedUnit],
) -> list[ListedUnit]:
    """Of the ``units`` listed below ``parent`` those that were not there on the eve; the others go among those that went on."""
    there = [unit for unit in living.values() if unit.parent_id == parent]
    known = {_identity(unit.facts.code, unit.own_name, unit.level): unit.id for unit in there}
    codes, old_codes = {unit.code for unit in listed.units}, {unit.facts.code for unit in living.values()}
    recoded = {(spelling(unit.name), unit.level): unit.id for unit in there if unit.facts.code not in codes}
    unknown = []
    for now in units:
        id = known.get(_identity(now.code, now.own_name, now.level))
        if id is None and now.code not in old_codes:
            id = recoded.get((spelling(now.name), now.level))
        if id is None or id in went_on:
            unknown.append(now)
        else:
            went_on[id] = now
    return unknown


def _not_moved(
    living: Mapping[str, Unit], units: Iterable[ListedUnit], parent: str, went_on: dict[str, ListedUnit], moved: dict[str, str],
) -> list[ListedUnit]:
    """Of the ``units`` listed below ``parent`` those that lay in no other district; the others go on, and among the moved."""
    known = {
        _identity(unit.facts.code, unit.own_name, unit.level): unit.id for unit in living.values()
        if unit.parent_id and unit.id not in went_on
    }
    new = []
    for now in units:
        id = known.get(_identity(now.code, now.own_name, now.level))
        if id is None:
            new.append(now)
        else:
            went_on[id], moved[id] = now, parent
    return new


def _new_below(register: Register, parent: str | None, units: Sequence[ListedUnit]) -> list[NewUnit]:
    ids = proposed_ids(units, _ids_below(register, parent))
    return [NewUnit(f"{parent}/{ids[now.code]}" if parent else ids[now.code], parent, now) for now in units]


def _is_another(unit: Unit, now: ListedUnit) -> bool:
    return (unit.name, unit.type, unit.facts.code) != (now.name, now.type, now.code)


def _identity(code: str | None, own_name: str, level: Level) -> tuple[str | None, str, Level]:
    return code, spelling(own_name), level


def _ids_below(register: Register, parent: str | None) -> set[str]:
    """Every id that was ever given there: none is given again."""
    units = (*register.units.values(), *register.elsewhere.values())
    return {unit.id.rpartition("/")[2] for unit in units if unit.id.rpartition("/")[0] == (parent or "")}
