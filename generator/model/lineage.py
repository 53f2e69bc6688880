"""Which units came after which: what a reform made of them, however many reforms there were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Iterable, Iterator, Mapping, NamedTuple

from generator.model.reforms import ReformFile
from generator.model.units import Unit, UnitFile


class Lineage(NamedTuple):
    """Ids of the units next after, and next before, each one that has any."""

    after: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]

    def all_after(self, id: str) -> Iterator[str]:
        """Those after it, those after these, and so on; the nearest first, each once."""
        seen, waiting = {id}, [id]
        while waiting:
            for heir in self.after.get(waiting.pop(0), ()):
                if heir not in seen:
                    seen.add(heir)
                    waiting.append(heir)
                    yield heir


def lineage_of(units: Iterable[Unit]) -> Lineage:
    """It is enough that one of the two units names the other."""
    after: dict[str, dict[str, None]] = defaultdict(dict)
    before: dict[str, dict[str, None]] = defaultdict(dict)
    for unit in units:
        for old, new in (*((unit.id, id) for id in unit.successors), *((id, unit.id) for id in unit.predecessors)):
            after[old][new] = before[new][old] = None
    return Lineage({id: tuple(others) for id, others in after.items()}, {id: tuple(others) for id, others in before.items()})


def units_reformed(units: Mapping[str, Unit], reforms: Iterable[ReformFile]) -> dict[str, Unit]:
    """The same units, by id, with who came after whom by the reforms; one that only gave a part of itself and went on is no
    predecessor, unless it is of another province."""
    pairs = [
        (change.old, change.new) for reform in reforms for change in reform.changes
        if change.old in units and (
            units[change.old].facts.exists_until == reform.last_day or _is_elsewhere(units[units[change.old].file_id])
        )
    ]
    became, came_from = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for old_id, new_id in pairs:
        became[old_id].append(new_id)
        came_from[new_id].append(old_id)
    named = became.keys() | came_from.keys()
    return {
        id: replace(unit, became=tuple(became[id]), came_from=tuple(came_from[id])) if id in named else unit
        for id, unit in units.items()
    }


def _is_elsewhere(top: Unit) -> bool:
    """In another province, where the register does not follow it."""
    return isinstance(top.facts, UnitFile) and top.facts.province is not None
