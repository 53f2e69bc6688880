"""Areas that a reform leaves behind: the districts that end with it, for people who go on looking for a commune by them."""

from __future__ import annotations

from collections import Counter
from typing import Mapping

from generator.editing.unit_reform import Reform
from generator.editing.yaml_additions import Value, with_added
from generator.model import Register, RegisterFacts
from generator.model.register_facts import Area

_WHOLE, _IN_PART = 1_000, 1
"""The district itself went into many units in part, which tells less than one commune that did wholly."""


def proposed_areas(register: Register, reform: Reform) -> Mapping[str, tuple[str, ...]]:
    """By the id of a district that ends, the new units at the top that most of what lay in it went into; one that several
    districts went into stands with the one that gave most whole units, and one that stands in an area already with none."""
    given: dict[str, Counter[str]] = {unit.id: Counter() for unit in reform.new if unit.parent_id is None}
    districts = [id for id in reform.closed if register.units[id].level.gathers]
    for old, heirs in reform.closed.items():
        district = register.called_on(register.units[old], reform.last_day).top_id
        for heir in heirs:
            if district in districts and heir in given and heir not in register.areas_by_unit:
                given[heir][district] += _IN_PART if (old, heir) in reform.in_part else _WHOLE
    most = {heir: max(districts, key=of_heir.__getitem__) for heir, of_heir in given.items() if of_heir}
    found = {district: tuple(heir for heir in most if most[heir] == district) for district in districts}
    return {district: units for district, units in found.items() if units}


def with_areas_added(register: str, areas: Mapping[str, tuple[str, ...]]) -> str:
    """The text of register.yml with these too, by their names."""
    entries: list[Value] = [{"name": name, "units": list(units)} for name, units in areas.items()]
    return with_added(
        register, {"areas": entries}, lambda path: tuple(Area.model_fields if path else RegisterFacts.model_fields),
    )
