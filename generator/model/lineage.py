"""Which units came after which: what a reform made of them, however many reforms there were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Iterable, Iterator, Mapping

from generator.model.units import Unit


@dataclass(frozen=True)
class Lineage:
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
