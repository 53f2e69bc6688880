"""What lists and search say of the units that do not exist on the day: old ones, and those that are to come."""

from __future__ import annotations

from collections import Counter

from generator.keeping.observed_day import AnyDay
from generator.model import Register, Unit
from generator.site.formatting import unit_place
from generator.site.short_days import short_day
from generator.site.titles import Found


def units_not_there(register: Register, today: AnyDay, found: Found) -> dict[str, str]:
    """By id: "Đơn vị cũ"; "Đơn vị cũ, đến ngày 31/12/2024" where two units were called alike in one district."""
    alike = Counter(unit_place(unit, register) for unit in register.units.values())

    def told(unit: Unit) -> str:
        last_day = unit.facts.exists_until
        if not unit.has_ended_by(today):
            return found.future_unit
        if last_day is None or alike[unit_place(unit, register)] == 1:
            return found.old_unit
        return found.old_unit_until.format(day=short_day(last_day))

    return {unit.id: told(unit) for unit in register.units.values() if not unit.exists_on(today)}
