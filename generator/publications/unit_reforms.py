"""What is told of a unit's past: what it was before, the acts it began and ended with, what was divided, why none follows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Mapping, NamedTuple, Sequence

from generator.keeping.memo import once
from generator.model import Extent, ReformFile, Register, Unit, UnitChange
from generator.model.groups import grouped
from generator.model.rules import LegalBasis
from generator.site.formatting import unit_place


class UnitReforms(NamedTuple):
    """``begun_by`` and ``ended_by`` are the acts of the reforms that it came from and closed with. ``in_part`` holds the other
    unit's id where not the whole of the old one went into the new one. ``unfollowed`` is why no unit after it is recorded."""

    begun_by: tuple[LegalBasis, ...]
    ended_by: tuple[LegalBasis, ...]
    in_part: frozenset[str]
    unfollowed: str | None


def unit_reforms(register: Register, unit: Unit) -> UnitReforms:
    begun = register.reforms.get(unit.facts.exists_from) if unit.facts.exists_from else None
    ended = register.reforms.get(unit.facts.exists_until + timedelta(days=1)) if unit.facts.exists_until else None
    became, went = (_by_unit(reform).get(unit.id, ()) if reform else () for reform in (begun, ended))
    part = {
        change.new if change.old == unit.id else change.old for change in (*became, *went) if change.extent == Extent.PART
    }
    reasons = [one.reason for one in ended.unfollowed if unit.id in one.units] if ended else []
    return UnitReforms(
        _acts(begun) if begun and any(change.new == unit.id for change in became) else (),
        _acts(ended) if ended and (reasons or any(change.old == unit.id for change in went)) else (),
        frozenset(part), reasons[0] if reasons else None,
    )


def formerly(register: Register, unit: Unit) -> list[tuple[date, str]]:
    """Under which names, and in what it lay, before: each until a day, the newest first."""
    told = [(last, unit_place(then, register)) for _, last, then in unit.eras()]
    return [(last, place) for (last, place), (_, after) in pairwise(told) if place != after][::-1]


def namesakes(register: Register, unit: Unit) -> list[Unit]:
    """The other units, of whatever time, whose pages have the same heading."""
    return [other for other in _by_place(register)[unit_place(unit, register)] if other.id != unit.id]


@once
def _by_place(register: Register) -> Mapping[str, Sequence[Unit]]:
    return grouped((unit_place(unit, register), unit) for unit in register.units.values())


@once  # since each unit asks, and a reform may change hundreds
def _by_unit(reform: ReformFile) -> Mapping[str, Sequence[UnitChange]]:
    """Its changes by the id of the old unit, and by that of the new one."""
    return grouped((id, change) for change in reform.changes for id in {change.old, change.new})


def _acts(reform: ReformFile) -> tuple[LegalBasis, ...]:
    return tuple(reform.legal_basis.values())
