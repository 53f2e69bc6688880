"""What a reform does to the units of a register: which go on, which close, which are new, and what each came from."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Iterable, Mapping

from generator.editing.unit_lists import ListedUnit, NotAList, UnitList, proposed_ids, read_rows
from generator.model import Extent, Register, Unit
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
    """``changed`` go on under another name or type at their level; ``unfollowed`` close without a known successor."""

    day: date
    went_on: Mapping[str, ListedUnit]
    changed: Mapping[str, ListedUnit]
    new: tuple[NewUnit, ...]
    closed: Mapping[str, tuple[str, ...]]
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

    A unit goes on where its level, what it lies in, its code and its own name stay; a code alone tells nothing, since codes
    are given again.
    """
    eve = day - timedelta(days=1)
    living = {unit.id: unit for unit in register.units_counted_on(eve)}
    went_on: dict[str, ListedUnit] = {}
    new: list[NewUnit] = []
    top = listed.at_the_top()
    _sort_out(living.values(), top, None, _ids_below(register, None), went_on, new)
    by_code = {listed.code: id for id, listed in went_on.items()} | {unit.listed.code: unit.id for unit in new}
    for above in top:
        parent = by_code[above.code]
        _sort_out(living.values(), listed.below(above), parent, _ids_below(register, parent), went_on, new)
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
        closed[id] = tuple(dict.fromkeys(heir for other in closed if other.startswith(f"{id}/") for heir in closed[other]))
        in_part |= {(id, heir) for heir in closed[id] if _extent(len(closed[id])) == Extent.PART}
    changed = {id: now for id, now in went_on.items() if (living[id].name, living[id].type) != (now.name, now.type)}
    return Reform(
        day, went_on, changed, tuple(new), closed, frozenset(in_part), tuple(dict.fromkeys(unknown)),
    )


def _sort_out(
    living: Iterable[Unit], listed: Iterable[ListedUnit], parent: str | None, taken: set[str],
    went_on: dict[str, ListedUnit], new: list[NewUnit],
) -> None:
    """Puts each of the units ``listed`` below ``parent`` among those that went on or among the new."""
    known = {_identity(unit.facts.code, unit.own_name): unit.id for unit in living if unit.parent_id == parent}
    levels = {unit.id: unit.level for unit in living}
    others: list[ListedUnit] = []
    for now in listed:
        id = known.get(_identity(now.code, now.own_name))
        if id is not None and levels[id] == now.level:
            went_on[id] = now
        else:
            others.append(now)
    ids = proposed_ids(others, taken)
    new += [NewUnit(f"{parent}/{ids[now.code]}" if parent else ids[now.code], parent, now) for now in others]


def _identity(code: str | None, own_name: str) -> tuple[str | None, str]:
    return code, spelling(own_name)


def _ids_below(register: Register, parent: str | None) -> set[str]:
    """Every id that was ever given there: none is given again."""
    units = (*register.units.values(), *register.elsewhere.values())
    return {unit.id.rpartition("/")[2] for unit in units if unit.parent_id == parent}
