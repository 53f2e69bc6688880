"""All dialogues as pages list them, worked out once and grouped by unit, so that no page searches the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Mapping

from generator.consequences.commitment_standing import commitment_standing
from generator.consequences.outlines import by_year, outline_of, outlined
from generator.consequences.status import presiders_of, venue_of, when_of, year_of
from generator.consequences.views import CommitmentView, DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.model import Commitment, Dialogue, Register, Unit, addresses
from generator.model.groups import grouped


@dataclass(frozen=True)
class Views:
    """All the register's dialogues on one day (``today``, in Asia/Ho_Chi_Minh)."""

    register: Register
    today: ObservedDay

    @cached_property
    def dialogues(self) -> Mapping[str, DialogueView]:
        """By id, from the earliest to the latest; those without any day stand by the period they are planned for."""
        return {id: self._view(self.register.dialogues[id]) for id in self.ids}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """In the order of ``dialogues``, for whoever needs nothing else of all."""
        outlines = outlined(self.register.dialogues).outlines
        return tuple(sorted(outlines, key=lambda id: (outlines[id].begins, id)))

    @cached_property
    def upcoming(self) -> tuple[DialogueView, ...]:
        """With an announced day that is today or later, soonest first."""
        return tuple(view for view in self.dialogues.values() if view.is_upcoming)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[DialogueView, ...]]:
        """Those counted in each year that has rules or dialogues; the oldest year first, and within one by id."""
        years = by_year(self.register.dialogues, self.register.rules)
        return {year: tuple(self.dialogues[id] for id in own) for year, own in years.items()}

    @cached_property
    def commitments(self) -> tuple[CommitmentView, ...]:
        """In the order of their dialogues, and within one as recorded."""
        return tuple(view for dialogue in self.dialogues.values() for view in self.commitments_of(dialogue))

    def commitments_of(self, view: DialogueView) -> tuple[CommitmentView, ...]:
        id = view.dialogue.id
        if view.dialogue.commitments and id not in self._commitments:
            self._commitments[id] = tuple(self._commitment(view, commitment) for commitment in view.dialogue.commitments)
        return self._commitments.get(id, ())

    def of_unit(self, unit: Unit) -> tuple[DialogueView, ...]:
        """The unit's own, earliest first."""
        return tuple(self._by_unit.get(unit.id, ()))

    def communes_of(self, district: Unit) -> tuple[Unit, ...]:
        return tuple(self._communes.get(district.id, ()))

    def of_district(self, district: Unit) -> tuple[DialogueView, ...]:
        """The district's own and its communes', earliest first."""
        return tuple(self._by_district.get(district.id, ()))

    def serving(self, commune: Unit) -> tuple[DialogueView, ...]:
        """Other units' dialogues meant for the commune too: its district's own, unless they name other communes."""
        district = self._by_unit.get(commune.top_id, ()) if commune.parent_id else ()
        whole = [view for view in district if not view.dialogue.serves]
        named = [view for view in self._by_served.get(commune.id, ()) if view.unit.id != commune.id]
        if not named:
            return tuple(whole)
        return tuple(sorted((*whole, *named), key=lambda view: (outline_of(view.dialogue).begins, view.dialogue.id)))

    @cached_property
    def _commitments(self) -> dict[str, tuple[CommitmentView, ...]]:
        """Those worked out so far, by their dialogue's id."""
        return {}

    def _commitment(self, view: DialogueView, commitment: Commitment) -> CommitmentView:
        rules = self.register.rules.get(year_of(view.dialogue))
        return CommitmentView(
            view, commitment, commitment_standing(commitment, rules, self.today), f"{view.page}#cam-ket-{commitment.id}"
        )

    @cached_property
    def _by_unit(self) -> Mapping[str, list[DialogueView]]:
        return grouped((view.unit.id, view) for view in self.dialogues.values())

    @cached_property
    def _by_district(self) -> Mapping[str, list[DialogueView]]:
        return grouped((view.district.id, view) for view in self.dialogues.values())

    @cached_property
    def _by_served(self) -> Mapping[str, list[DialogueView]]:
        return grouped((unit_id, view) for view in self.dialogues.values() for unit_id in view.dialogue.serves)

    @cached_property
    def _communes(self) -> Mapping[str, list[Unit]]:
        return grouped((unit.parent_id, unit) for unit in self.register.units.values() if unit.parent_id is not None)

    def _view(self, dialogue: Dialogue) -> DialogueView:
        unit = self.register.unit_of(dialogue)
        return DialogueView(
            dialogue, unit, self.register.district_of(unit) or unit, when_of(dialogue), presiders_of(dialogue),
            venue_of(dialogue), addresses.dialogue_page(dialogue), self.register, self.today,
        )
