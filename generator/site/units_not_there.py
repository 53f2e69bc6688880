"""What lists and search say of the units that do not exist on the day: old ones, and those that are to come."""

from __future__ import annotations

from collections import Counter

from generator.keeping.observed_day import AnyDay
from generator.model import Register
from generator.site.formatting import unit_place
from generator.site.short_days import short_day
from generator.site.titles import Found


def units_not_there(register: Register, today: AnyDay, found: Found) -> dict[str, str]:
    """By id: "Đơn vị cũ"; "Đơn vị cũ, đến ngày 31/12/2024" where two units were called alike in one district."""
    gone = {unit.id: unit for unit in register.units.values() if not unit.exists_on(today)}
    places = Counter(unit_place(unit, register) for unit in register.units.values())

    def told(id: str) -> str:
        unit = gone[id]
        if not unit.has_ended_by(today):
            return found.future_unit
        last_day = unit.facts.exists_until
        is_apart = last_day is None or places[unit_place(unit, register)] == 1
        return found.old_unit if is_apart else found.old_unit_until.format(day=short_day(last_day))

    return {id: told(id) for id in gone}
