"""Rules on commitments that another unit answers for, since the one that made them is no more."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.model import Dialogue, Register, TakeOver, Unit
from generator.model.nearest_unit import nearest_unit
from generator.reading.field_paths import FieldPath


def taker_exists_on_that_day(register: Register, today: date) -> Iterator[Finding]:
    """Who takes a commitment over is a unit of the register, and is there on that day."""
    for dialogue, path, _, taken in _take_overs(register):
        taker = register.unit_with_id(taken.unit)
        if taker is None:
            near = nearest_unit(register.units, taken.unit)
            yield Finding(
                _record(dialogue), (*path, "unit"), "phải là mã một đơn vị trong units/", taken.unit, suggestion=near
            )
        elif not taker.exists_on(taken.taken_over_on):
            life = f"từ {taker.facts.exists_from or '…'} đến {taker.facts.exists_until or '…'}"
            must = f"{taker.name} chỉ tồn tại {life}"
            yield Finding(_record(dialogue), (*path, "taken_over_on"), must, taken.taken_over_on.isoformat())


def taker_comes_after_who_promised(register: Register, today: date) -> Iterator[Finding]:
    """A commitment is taken over once the unit that answers for it is no more, by one after it; by another one for a reason."""
    for dialogue, path, holder, taken in _take_overs(register):
        if not holder.has_ended_by(taken.taken_over_on):
            must = f"phải sau ngày cuối cùng của '{holder.id}' ({holder.facts.exists_until or 'vẫn còn'})"
            yield Finding(_record(dialogue), (*path, "taken_over_on"), must, taken.taken_over_on.isoformat())
        elif taken.unit in register.units and not taken.reason and taken.unit not in register.lineage.all_after(holder.id):
            must = f"không phải đơn vị kế tiếp '{holder.id}' theo sổ; nếu đúng là đơn vị này nhận thì ghi reason"
            yield Finding(_record(dialogue), (*path, "unit"), must, taken.unit, example="reason: Theo phân công của thành phố")


def _take_overs(register: Register) -> Iterator[tuple[Dialogue, FieldPath, Unit, TakeOver]]:
    """Each with its place in the record and the unit that answered until then."""
    for dialogue in register.dialogues.values():
        for position, commitment in enumerate(dialogue.commitments):
            holder = register.unit_with_id(dialogue.unit) if commitment.taken_over_by else None
            for number, taken in enumerate(commitment.taken_over_by):
                if holder is None:
                    break
                yield dialogue, ("commitments", position, "taken_over_by", number), holder, taken
                holder = register.unit_with_id(taken.unit)


def _record(dialogue: Dialogue) -> str:
    return f"dialogues/{dialogue.id}"


CHECKS: tuple[Check, ...] = (taker_exists_on_that_day, taker_comes_after_who_promised)
