"""What lists and search say of the units that do not exist on the day: old ones, and those that are to come."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Collection

from generator.keeping.observed_day import AnyDay
from generator.model import Register, Unit
from generator.site.formatting import unit_place
from generator.site.short_days import short_day
from generator.site.titles import Found


def units_not_there(register: Register, today: AnyDay, found: Found) -> dict[str, str]:
    """By id: "Đơn vị cũ"; "Đơn vị cũ, đến ngày 31/12/2024" where two units were called alike in one district."""
    last_days = last_days_of_namesakes(register.units.values(), register, today)

    def told(unit: Unit) -> str:
        if not unit.has_ended_by(today):
            return found.future_unit
        if last_day := last_days.get(unit.id):
            return found.old_unit_until.format(day=short_day(last_day))
        return found.old_unit

    return {unit.id: told(unit) for unit in register.units.values() if not unit.exists_on(today)}


def last_days_of_namesakes(units: Collection[Unit], register: Register, today: AnyDay) -> dict[str, date]:
    """By id, of those old ``units`` whose name another of them in their district has or had: what tells them apart."""
    alike = Counter(unit_place(unit, register) for unit in units)
    return {
        unit.id: unit.facts.exists_until for unit in units
        if unit.facts.exists_until and unit.has_ended_by(today) and alike[unit_place(unit, register)] > 1
    }
