"""What a unit that is no more still owes, and who answers for it since."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Mapping

from generator.consequences.clocks import Step, conclusion_clock
from generator.consequences.commitment_standing import has_ended
from generator.consequences.outlines import outlined
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Dialogue, Register, Unit


def answering(register: Register, unit: Unit, today: AnyDay) -> tuple[Unit, ...]:
    """The units that answer for what the unit owes: itself while it exists, later those of its successors, near or distant,
    that exist on the day. Empty where it has none: then the city answers."""
    if not unit.has_ended_by(today):
        return (register.unit_with_id(unit.id) or unit,)
    followed, found = register.lineage.after, dict[str, Unit]()
    seen, ended = {unit.id}, [unit.id]
    while ended:
        for id in followed.get(ended.pop(0), ()):
            heir = register.unit_with_id(id)
            if id in seen or heir is None:
                continue
            seen.add(id)
            if heir.has_ended_by(today):
                ended.append(id)
            else:
                found[id] = heir
    return tuple(found.values())


def followed_since(register: Register, unit: Unit, today: AnyDay) -> tuple[Unit, ...]:
    """The units to follow instead of one that is no more: those next after it or, where one of these is no more either, all
    of its successors, near or distant, that exist on the day."""
    after = tuple(found for id in unit.successors if (found := register.named_unit(id)))
    return answering(register, unit, today) if any(one.has_ended_by(today) for one in after) else after


def answering_for(register: Register, dialogue: Dialogue, commitment: Commitment, today: AnyDay) -> tuple[Unit, ...]:
    """Who is asked for the commitment: whoever took it over last, or those who answer for what its unit owes."""
    taker = register.unit_with_id(commitment.taken_over_by[-1].unit) if commitment.taken_over_by else None
    return answering(register, taker or register.unit_of(dialogue), today)


def outlives_its_unit(register: Register, dialogue: Dialogue, commitment: Commitment) -> bool:
    """Whether it was taken over, or had no result by the end of its unit's last day. The same on whatever day it is asked."""
    until = register.unit_of(dialogue).facts.exists_until
    if commitment.taken_over_by or until is None:
        return bool(commitment.taken_over_by)
    return not has_ended(commitment) or commitment.updates[-1].updated_on > until


def conclusion_outlives_its_unit(register: Register, dialogue: Dialogue) -> bool:
    """Whether the rules ask for the notice to be sent or published, and that was not done by the unit's last day. The same on
    whatever day it is asked."""
    until = register.unit_of(dialogue).facts.exists_until
    if until is None:
        return False
    clocks = (conclusion_clock(register, dialogue, step, date.max) for step in Step)
    return any(clock.due and (clock.done_on is None or clock.done_on > until) for clock in clocks)


def dialogues_handed_down(register: Register) -> Mapping[str, Mapping[str, Dialogue]]:
    """Dialogues of which something outlives their unit, whatever the day: by the id of the top unit of each successor, and of
    each unit that took a commitment over, and then by their own id."""
    found: dict[str, dict[str, Dialogue]] = defaultdict(dict)
    every = outlined(register.dialogues)
    for id, outline in every.outlines.items():
        if not outline.is_taken_over and register.units[outline.unit].facts.exists_until is None:
            continue
        dialogue = every[id]
        heirs = [taken.unit for commitment in dialogue.commitments for taken in commitment.taken_over_by]
        if _is_owed_after(register, dialogue):
            heirs.append(dialogue.unit)
        for heir in heirs:
            for one in (heir, *register.lineage.all_after(heir)):
                if one != dialogue.unit:
                    unit = register.unit_with_id(one)
                    found[unit.top_id if unit else one.partition("/")[0]][id] = dialogue
    return found


def _is_owed_after(register: Register, dialogue: Dialogue) -> bool:
    if not dialogue.held or register.units[dialogue.unit].facts.exists_until is None:
        return False
    return conclusion_outlives_its_unit(register, dialogue) or any(
        outlives_its_unit(register, dialogue, commitment) for commitment in dialogue.commitments
    )
