"""Which unit was meant by who wrote an id that no unit has."""

from __future__ import annotations

from typing import Mapping

from generator.model.units import Unit
from generator.text.vietnamese import nearest, slug


def nearest_unit(units: Mapping[str, Unit], written: str) -> str | None:
    """The id that was probably meant, also by who wrote the unit's name instead, with or without its type, or its code."""
    of_code = [unit.id for unit in units.values() if unit.facts.code == written]
    if len(of_code) == 1:
        return of_code[0]
    ids: dict[str, str] = {}
    for unit in units.values():
        for name in (unit.id, unit.name, unit.own_name):
            ids.setdefault(name, unit.id)
    below = [id for id in units if "/" in id and id.rpartition("/")[2] == slug(written.rpartition("/")[2])]
    if "/" in written and len(below) == 1:  # the commune is right, its district is not
        return below[0]
    turned = "/".join(reversed(written.split("/")))
    near = turned if turned in units else _commune_in(units, written) or nearest(written, tuple(ids))
    return ids.get(near, near) if near else None


def _commune_in(units: Mapping[str, Unit], written: str) -> str | None:
    """The one commune that a text begins with, where it goes on with the district that the commune lies in."""
    name, _, district = written.partition(",")
    called = {id: (slug(unit.name), slug(unit.own_name)) for id, unit in units.items()}
    found = [
        id for id, unit in units.items()
        if id != unit.top_id and slug(name) in called[id] and slug(district) in called[unit.top_id]
    ]
    return found[0] if len(found) == 1 else None
