"""Rules on what a dialogue belongs to: a year with its rules, a unit in its time, the lists of the register."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.status import held_day, when_of
from generator.model import Dialogue, Register, Unit
from generator.model.nearest_unit import nearest_unit
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import nearest


def year_has_rules(register: Register, today: date) -> Iterator[Finding]:
    """A dialogue stands in the folder of a year whose rules the register holds, and was held in such a year."""
    for dialogue in _dialogues(register):
        if dialogue.year not in register.rules:
            years = {day.year for _, day in _days(dialogue)}
            meant = f"dialogues/{min(years)}/{dialogue.id}.yml" if len(years) == 1 and years <= register.rules.keys() else None
            must = f"thư mục năm {dialogue.year} phải có tệp quy định rules/{dialogue.year}.yml"
            yield in_dialogue(dialogue, (), must, suggestion=meant)
        day = held_day(dialogue)
        if day and day.year == dialogue.year + 1 and day.year not in register.rules:
            path: FieldPath = ("held", "day") if dialogue.held and dialogue.held.day else ("held",)
            yield in_dialogue(dialogue, path, f"năm {day.year} phải có tệp quy định rules/{day.year}.yml", day.isoformat())


def day_is_near_its_folders_year(register: Register, today: date) -> Iterator[Finding]:
    """A dialogue is planned and held in the year of its folder, or moves into the next: another year is a slip."""
    for dialogue in _dialogues(register):
        days = list(_days(dialogue))
        if dialogue.registration:
            days.append((("registration", "period"), dialogue.registration.period.first_day))
        for path, day in days:
            if day.year not in (dialogue.year, dialogue.year + 1):
                must = f"phải trong năm {dialogue.year} của thư mục, hoặc dời sang năm {dialogue.year + 1}"
                yield in_dialogue(dialogue, path, must, day.isoformat())


def unit_is_known(register: Register, today: date) -> Iterator[Finding]:
    """The unit and the units served are in the register, each once; one served lies in the district that holds it."""
    for dialogue in _dialogues(register):
        served = dialogue.serves
        named: list[tuple[FieldPath, str, tuple[str, ...]]] = [(("unit",), dialogue.unit, ())]
        named += [(("serves", position), id, served[:position]) for position, id in enumerate(served)]
        for path, id, above in named:
            if id not in register.units:
                near = nearest_unit(register.units, id)
                yield in_dialogue(dialogue, path, "phải là mã một đơn vị trong units/", id, suggestion=near)
            elif dialogue.unit in register.units and not _lay_in(register, id, register.unit_of(dialogue)):
                yield in_dialogue(dialogue, path, f"phải là đơn vị thuộc '{dialogue.unit}'", id)
            elif id in above:
                yield in_dialogue(dialogue, path, "mỗi đơn vị được phục vụ chỉ ghi một lần", id)


def audience_is_listed(register: Register, today: date) -> Iterator[Finding]:
    """Audiences are a list that staff extend in register.yml."""
    known = tuple(register.facts.audiences)
    for dialogue in _dialogues(register):
        for position, audience in enumerate(dialogue.audiences):
            if audience not in known:
                must = "phải là một mã trong danh mục audiences của register.yml"
                yield in_dialogue(dialogue, ("audiences", position), must, audience, suggestion=nearest(audience, known))


def unit_exists_on_that_day(register: Register, today: date) -> Iterator[Finding]:
    """A unit holds no dialogue, and is served by none, before it was set up or after it was merged away; a day that was
    withdrawn or moved since, which may be because of the reform, is judged no more."""
    for dialogue in _dialogues(register):
        unit = register.units.get(dialogue.unit)
        if unit is None:
            continue
        for path, day in _days_in_force(dialogue):
            if not unit.exists_on(day):
                yield in_dialogue(dialogue, path, _life(unit), day.isoformat())
        if not (when := when_of(dialogue)):
            continue
        for position, id in enumerate(dialogue.serves):
            served = register.units.get(id)
            if served and served != unit and not served.exists_on(when.day):
                yield in_dialogue(dialogue, ("serves", position), f"{_life(served)}, không có vào ngày {when.day}", id)


def _days_in_force(dialogue: Dialogue) -> Iterator[tuple[FieldPath, date]]:
    """The day it was held, or the one that the newest announcement names."""
    named = dict(_days(dialogue))
    in_force: FieldPath = ("held", "day") if ("held", "day") in named else ("schedule", len(dialogue.schedule) - 1, "day")
    if in_force in named:
        yield in_force, named[in_force]


def _days(dialogue: Dialogue) -> Iterator[tuple[FieldPath, date]]:
    for position, entry in enumerate(dialogue.schedule):
        if entry.day:
            yield ("schedule", position, "day"), entry.day
    if dialogue.held and dialogue.held.day:
        yield ("held", "day"), dialogue.held.day


def _life(unit: Unit) -> str:
    return f"{unit.name} chỉ tồn tại từ {unit.facts.exists_from or '…'} đến {unit.facts.exists_until or '…'}"


def _dialogues(register: Register) -> Iterator[Dialogue]:
    return iter(register.dialogues.values())


def _lay_in(register: Register, id: str, unit: Unit) -> bool:
    """Whether the unit of the id lay in the other on the day as which that one is called."""
    day = unit.called_as_on
    return (register.called_on(register.units[id], day) if day else register.units[id]).lies_in(unit)


CHECKS: tuple[Check, ...] = (
    year_has_rules, day_is_near_its_folders_year, unit_is_known, audience_is_listed, unit_exists_on_that_day,
)
