"""Rules on reforms: units that are known, days that agree with theirs, and no closed unit that is passed over in silence."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.model import Extent, ReformFile, Register
from generator.model.nearest_unit import nearest_unit
from generator.reading.field_paths import FieldPath


def reform_units_are_known(register: Register, today: date) -> Iterator[Finding]:
    """A reform names units of the register; an old one may be of another province, known by its own file."""
    for reform in register.reforms.values():
        for path, id in _named(reform):
            unit = register.units.get(id) if path[-1] == "new" else register.named_unit(id)
            if unit is None:
                near = nearest_unit(register.units, id)
                yield Finding(_record(reform), path, "phải là mã một đơn vị trong units/", id, suggestion=near)


def reform_names_a_pair_once(register: Register, today: date) -> Iterator[Finding]:
    """An old unit goes once into a new one, and that is another."""
    for reform in register.reforms.values():
        seen: set[tuple[str, str]] = set()
        for position, change in enumerate(reform.changes):
            path = ("changes", position, "new")
            if change.new == change.old:
                yield Finding(_record(reform), path, "phải là một đơn vị khác đơn vị cũ", change.new)
            elif (change.old, change.new) in seen:
                yield Finding(_record(reform), path, f"cặp '{change.old}' thành '{change.new}' đã ghi ở trên", change.new)
            seen.add((change.old, change.new))


def reform_days_agree(register: Register, today: date) -> Iterator[Finding]:
    """An old unit is no more from the day of the reform, but where it only gave a part; a new one is there on it."""
    for reform in register.reforms.values():
        parts = {change.old for change in reform.changes if change.extent == Extent.PART}
        for path, id in _named(reform):
            unit = register.named_unit(id)
            if unit is None:
                continue
            until = unit.facts.exists_until
            if path[-1] == "new":
                if not unit.exists_on(reform.day):
                    yield Finding(_record(reform), path, f"phải là đơn vị có trong sổ vào ngày {reform.day}", id)
            elif until != reform.last_day and not (until is None and (id in parts or id in register.elsewhere)):
                yield Finding(_record(reform), path, f"phải là đơn vị có exists_until là {reform.last_day}", id)


def closed_unit_is_in_its_reform(register: Register, today: date) -> Iterator[Finding]:
    """Of each unit whose last day is the eve of a reform, the reform or its own record says what it became, or why not."""
    for reform in register.reforms.values():
        told = {id for path, id in _named(reform) if path[-1] != "new"}
        for unit in register.units.values():
            if unit.facts.exists_until == reform.last_day and unit.id not in told and not unit.facts.successors:
                must = f"phải nói '{unit.id}', không còn từ ngày này, thành đơn vị nào; không rõ thì ghi ở unfollowed"
                example = f"- {{old: {unit.id}, new: …}}"
                yield Finding(_record(reform), ("changes",) if reform.changes else (), must, example=example, at_name=True)


def _named(reform: ReformFile) -> Iterator[tuple[FieldPath, str]]:
    for position, change in enumerate(reform.changes):
        yield ("changes", position, "old"), change.old
        yield ("changes", position, "new"), change.new
    for position, unfollowed in enumerate(reform.unfollowed):
        for number, id in enumerate(unfollowed.units):
            yield ("unfollowed", position, "units", number), id


def _record(reform: ReformFile) -> str:
    return f"reforms/{reform.day.isoformat()}"


CHECKS: tuple[Check, ...] = (
    reform_units_are_known, reform_names_a_pair_once, reform_days_agree, closed_unit_is_in_its_reform,
)
