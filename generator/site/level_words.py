"""What the kinds of units are called together on a day, and what is said of districts where there are any: from the units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Iterable, Mapping, NamedTuple

from generator.keeping.observed_day import AnyDay
from generator.model import Level, Register, Unit
from generator.site.words import Section, Words


class UnitKind(NamedTuple):
    """Units of one type at one level, on the days, both included, on which there are some."""

    level: Level
    type: str
    exists_from: date | None
    exists_until: date | None

    def exists_on(self, day: AnyDay) -> bool:
        return (self.exists_from is None or self.exists_from <= day) and (self.exists_until is None or day <= self.exists_until)


@dataclass(frozen=True)
class LevelWords:
    """``above`` is "quận, huyện", or empty where there is no district on the day; ``nearest`` is "xã, phường, thị trấn"."""

    above: str
    nearest: str
    words: Words

    @property
    def has_districts(self) -> bool:
        return bool(self.above)

    @property
    def all(self) -> str:
        return ", ".join(filter(None, (self.above, self.nearest)))

    @property
    def any(self) -> str:
        """"xã, phường, thị trấn, quận hoặc huyện"."""
        *others, last = ", ".join(filter(None, (self.nearest, self.above))).split(", ")
        return self.words.labels.any_of.format(others=", ".join(others), last=last) if others else last

    @cached_property
    def said(self) -> Section:
        """The texts of ``with_districts`` or ``without_districts``."""
        texts = self.words.with_districts if self.has_districts else self.words.without_districts
        called = {"above": self.above, "nearest": self.nearest, "all": self.all}
        called |= {f"{name}_first": capital(text) for name, text in called.items()}
        return Section({name: text.format(**called) for name, text in texts.items()})


def unit_kinds(register: Register) -> tuple[UnitKind, ...]:
    """Of the units whose heads owe dialogues."""
    units = (unit for unit in register.units.values() if unit.level.owes)
    kinds = (UnitKind(unit.level, unit.type.lower(), unit.facts.exists_from, unit.facts.exists_until) for unit in units)
    return tuple(dict.fromkeys(kinds))


def level_words(kinds: Iterable[UnitKind], day: AnyDay, words: Words) -> LevelWords:
    """On a day on which there is no unit at all, of all that ever were."""
    kinds = tuple(kinds)
    there = tuple(kind for kind in kinds if kind.exists_on(day)) or kinds
    return LevelWords(
        types_together((kind.type for kind in there if kind.level.gathers), words.named_first),
        types_together((kind.type for kind in there if kind.level.is_nearest), words.named_first), words,
    )


def types_together(types: Iterable[str], named_first: Mapping[str, str]) -> str:
    """"xã, phường, thị trấn": in the order in which people name them."""
    places = {type: place for place, type in enumerate(named_first)}
    ordered = sorted(set(types), key=lambda type: (places.get(type, len(places)), type))
    return ", ".join(named_first.get(type, type) for type in ordered)


def kinds_below(unit: Unit, register: Register, words: Words) -> str:
    """"xã, thị trấn": of all units that ever lay in it, "đơn vị cấp xã" where there are none."""
    types = types_together((below.type.lower() for below in register.communes_of(unit)), words.named_first)
    return types or words.labels.unit_below


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
