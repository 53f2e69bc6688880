"""The register: its own facts and all the records, looked up by id."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Iterable, Mapping

from generator.keeping.memo import once
from generator.keeping.observed_day import AnyDay
from generator.model.agencies import AgencyList
from generator.model.corrections import Correction
from generator.model.dialogue import Dialogue
from generator.model.groups import grouped
from generator.model.lineage import Lineage, lineage_of
from generator.model.reforms import ReformFile
from generator.model.register_facts import RegisterFacts
from generator.model.rules import Rules
from generator.model.submissions import Submission
from generator.model.units import Unit, in_administrative_order
from generator.text.vietnamese import unit_sort_key


@dataclass(frozen=True)
class Register:
    """Everything recorded. The mappings keep a fixed order: units by file and place in it, dialogues by id."""

    facts: RegisterFacts
    rules: Mapping[int, Rules]
    units: Mapping[str, Unit]
    dialogues: Mapping[str, Dialogue]
    documents: frozenset[str] = field(default_factory=frozenset)
    """Paths below ``documents/`` of the files that exist, such as ``2023/so-dau-dinh-ky/thong-bao.pdf``."""
    submissions: Mapping[int, tuple[Submission, ...]] = field(default_factory=dict)
    """By year, as recorded; a year without a file is not kept track of."""
    submission_corrections: Mapping[int, tuple[Correction, ...]] = field(default_factory=dict)
    """Of those, by year."""
    agencies: AgencyList = field(default_factory=AgencyList)
    elsewhere: Mapping[str, Unit] = field(default_factory=dict)
    """Units of other provinces that are only named, as what units of this one came from: they owe nothing and have no page."""
    reforms: Mapping[date, ReformFile] = field(default_factory=dict)
    """By the first day of the new units, the earliest first."""
    whole: Register | None = field(default=None, repr=False, compare=False)
    """What this is a part of; None for the whole."""

    def named_unit(self, id: str) -> Unit | None:
        """Also one of another province."""
        return self.unit_with_id(id) or self.elsewhere.get(id)

    def unit_with_id(self, id: str) -> Unit | None:
        """Of the whole register, also where this is a part."""
        return self.units.get(id) or (self.whole.units.get(id) if self.whole else None)

    @cached_property
    def lineage(self) -> Lineage:
        """Of the whole register."""
        return self.whole.lineage if self.whole else lineage_of((*self.units.values(), *self.elsewhere.values()))

    def districts(self) -> tuple[Unit, ...]:
        """Units at the top, in the order of their codes (administrative order)."""
        return tuple(unit for unit in self.units.values() if unit.parent_id is None)

    @cached_property
    def tops_for_readers(self) -> tuple[Unit, ...]:
        """Districts, which are few, in administrative order; then the other units at the top by name."""
        others = [unit for unit in self.districts() if not unit.level.gathers]
        others.sort(key=lambda unit: (unit_sort_key(unit.name), unit.id))
        return (*(unit for unit in self.districts() if unit.level.gathers), *others)

    def by_area(self, units: Iterable[Unit]) -> dict[str | None, list[Unit]]:
        """Units at the top by the name of their area, in the order of the areas; under None those of no area, last. Without
        the areas that none of them lies in."""
        found: dict[str | None, list[Unit]] = {area.name: [] for area in self.facts.areas} | {None: []}
        for unit in units:
            found[self.areas_by_unit.get(unit.id)].append(unit)
        return {name: own for name, own in found.items() if own}

    @cached_property
    def areas_by_unit(self) -> Mapping[str, str]:
        """The names of the areas that units at the top stand in."""
        return {id: area.name for area in self.facts.areas for id in area.units}

    def senders_on(self, day: date) -> tuple[Unit, ...]:
        """Units that answer to the city itself on a day, and so send it their plans and reports."""
        return tuple(unit for unit in self.tops_for_readers if unit.level.owes and unit.exists_on(day))

    def communes_of(self, unit: Unit) -> tuple[Unit, ...]:
        return tuple(child for child in self.units.values() if child.parent_id == unit.id)

    def district_of(self, unit: Unit) -> Unit | None:
        """The unit at the top that it lies in; None for one that is at the top itself."""
        district = None if unit.parent_id is None else self.named_unit(unit.top_id)
        return self.called_on(district, unit.called_as_on) if district and unit.called_as_on else district

    def unit_of(self, dialogue: Dialogue) -> Unit:
        """As it was called on the dialogue's day, and in what it lay in then."""
        unit = self.unit_with_id(dialogue.unit)
        assert unit, "a dialogue is of a unit of the register: unit-is-known"
        return self.called_on(unit, _last_named_day(dialogue)) if unit.id in self._once_called_otherwise else unit

    def called_on(self, unit: Unit, day: date) -> Unit:
        """As it was called on a day, and in what it lay in then; made once, since many things ask it of each dialogue."""
        if unit.id not in self._once_called_otherwise:
            return unit
        if (unit.id, day) not in self._units_by_day:
            self._units_by_day[unit.id, day] = unit.called_on(day)
        return self._units_by_day[unit.id, day]

    def units_called_on(self, day: date) -> tuple[Unit, ...]:
        """All, as they were called on a day, after the district that each lay in."""
        if self._once_called_otherwise.isdisjoint(self.units):
            return tuple(self.units.values())
        return in_administrative_order(self.called_on(unit, day) for unit in self.units.values())

    def of_districts(self, districts: tuple[Unit, ...], dialogues: Mapping[str, Dialogue]) -> Register:
        """What the pages of some units at the top and their communes are made from, with ``dialogues``, by id, and no others.

        Of other units there are only those that these came from or have become since, with the districts those lie in.
        """
        key = tuple(district.id for district in districts)
        if key not in self._units_of_districts:
            own = [unit for id in key for unit in self._families[id]]
            named = {id for unit in own for id in (unit.id, *unit.tops, *unit.predecessors, *self.lineage.all_after(unit.id))}
            named |= {above for id in named for above in accumulate(id.split("/"), "{}/{}".format)}
            ids = sorted(named & self.units.keys(), key=self.places.__getitem__)
            self._units_of_districts[key] = {id: self.units[id] for id in ids}
        units, documents = self._units_of_districts[key], self._documents_of(dialogues)
        return replace(self, units=units, dialogues=dialogues, documents=documents, whole=self.whole or self)

    def moved_into(self, district: Unit) -> dict[str, Dialogue]:
        """By id, the dialogues that units which lie in the district held while they lay in another: their pages tell them."""
        moved = {unit.id for unit in self._families[district.id] if unit.top_id == district.id and len(unit.tops) > 1}
        dialogues = self.dialogues.items() if moved else ()
        return {id: one for id, one in dialogues if one.unit in moved and self.unit_of(one).top_id != district.id}

    def of_year(self, year: int, dialogues: Mapping[str, Dialogue]) -> Register:
        """With the rules of one year and with ``dialogues``, those counted in it, and no others."""
        return replace(self.of_dialogues(dialogues), rules={year: self.rules[year]} if year in self.rules else {})

    def of_dialogues(self, dialogues: Mapping[str, Dialogue]) -> Register:
        """With these, by id, and no others."""
        return replace(self, dialogues=dialogues, documents=self._documents_of(dialogues), whole=self.whole or self)

    def units_counted_on(self, day: AnyDay) -> tuple[Unit, ...]:
        """District- and commune-level units that exist on a day: those whose heads owe a dialogue."""
        return tuple(unit for unit in self.units.values() if unit.level.owes and unit.exists_on(day))

    @cached_property
    def _units_by_day(self) -> dict[tuple[str, date], Unit]:
        return self.whole._units_by_day if self.whole else {}

    @cached_property
    def _once_called_otherwise(self) -> frozenset[str]:
        """The ids of units with earlier facts, and of all that lie, or ever lay, in the same as one of them."""
        if self.whole:
            return self.whole._once_called_otherwise
        units = *self.units.values(), *self.elsewhere.values()
        tops = {top for unit in units if unit.facts.earlier or unit.top_id != unit.file_id for top in unit.tops}
        return frozenset(unit.id for unit in units if tops and not tops.isdisjoint(unit.tops))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Of units in the order of the whole register, by id."""
        return self.whole.places if self.whole else {id: place for place, id in enumerate(self.units)}

    @cached_property
    def _units_of_districts(self) -> dict[tuple[str, ...], Mapping[str, Unit]]:
        """What ``of_districts`` has found so far, since a district has a part for each of its years and kinds of pages."""
        return {}

    @cached_property
    def _families(self) -> Mapping[str, list[Unit]]:
        """By the id of the unit at the top: itself, those that lie in it and those that ever did."""
        return grouped((top, unit) for unit in self.units.values() for top in unit.tops)

    @cached_property
    def _documents_by_dialogue(self) -> Mapping[str, list[str]]:
        return grouped((document.split("/")[1], document) for document in self.documents)

    def _documents_of(self, dialogues: Mapping[str, Dialogue]) -> frozenset[str]:
        named = self._documents_by_dialogue
        return frozenset(document for id in dialogues.keys() & named.keys() for document in named[id])


@once
def _last_named_day(dialogue: Dialogue) -> date:
    """The newest day that it was held on or announced for; the last of its record's year where it has none."""
    days = [announced.day for announced in dialogue.schedule if announced.day]
    held = dialogue.held.day if dialogue.held else None
    return held or max(days, default=date(dialogue.year, 12, 31))
