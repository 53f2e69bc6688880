"""The register as it stands on a day, whole or the part of it that a district or a year has, and what follows from that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Mapping, Self

from generator.consequences.all_views import Views
from generator.consequences.inheritance import conclusion_outlives_its_unit, dialogues_handed_down
from generator.consequences.outlines import by_year, dialogues_of_year
from generator.consequences.progress import Pace, Progress, pace, progress
from generator.consequences.punctuality import ReportStanding, report_standings
from generator.consequences.rule_periods import RulesPeriod, period_on, periods_of
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Register, Rules, Unit
from generator.model.groups import grouped

_Counted = tuple[int, date, tuple[str, ...]]
"""A year, a day and the ids of the dialogues that count in the year."""


@dataclass(frozen=True)
class Snapshot:
    """``today`` is a day in Asia/Ho_Chi_Minh."""

    register: Register
    today: ObservedDay
    whole: Self | None = field(default=None, kw_only=True)
    """What this is a part of; None for the whole."""
    own_districts: tuple[Unit, ...] = field(default=(), kw_only=True)
    """Those whose part this is; none of a part of another kind and of the whole."""
    shown_year: int | None = field(default=None, kw_only=True)
    """The year of ``by_shown_year`` that this is shown with; None of a part that is of no year and of the whole."""
    inherited: Mapping[str, Dialogue] = field(default_factory=dict, kw_only=True)
    """Of some districts' part, by id: dialogues of closed units that its units came after, of which something is still owed or
    done here. None in a part that does not show them."""

    def of_districts(
        self, districts: tuple[Unit, ...], dialogues: Mapping[str, Dialogue], today: ObservedDay, shown_year: int | None = None,
        inherited: Mapping[str, Dialogue] | None = None,
    ) -> Self:
        """The part that some units at the top and their communes have for themselves; it sees no other's dialogues.

        ``dialogues`` are those of their dialogues that it sees, by id. ``shown_year`` is the year that they are shown with,
        where they are of one. ``inherited`` are those of ``handed_down`` that it sees too, by id.
        """
        register = self.register.of_districts(districts, dialogues)
        others = {id: dialogue for id, dialogue in (inherited or {}).items() if id not in dialogues}
        return self._part(register, today, own_districts=districts, shown_year=shown_year, inherited=others)

    def of_year(self, year: int, dialogues: Mapping[str, Dialogue], today: ObservedDay) -> Self:
        """The part that a year has for itself; it sees its ``dialogues``, by id, and no other year's, nor other rules."""
        return self._part(self.register.of_year(year, dialogues), today)

    def of_shown_year(self, year: int, today: ObservedDay) -> Self:
        """The part that is shown with one of ``by_shown_year``; it sees its dialogues and no others."""
        return self._part(self.register.of_dialogues(self.by_shown_year[year]), today, shown_year=year)

    def of_dialogues(self, dialogues: Mapping[str, Dialogue], today: ObservedDay) -> Self:
        """The part that has these ``dialogues``, by id, and no others, beside the facts, the rules and the units."""
        return self._part(self.register.of_dialogues(dialogues), today)

    def of_no_dialogue(self, today: ObservedDay) -> Self:
        return self.of_dialogues({}, today)

    def _part(self, register: Register, today: ObservedDay, **part_of: Any) -> Self:
        return replace(self, register=register, today=today, whole=self, **part_of)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Those that have their pages and feeds here, in the register's order."""
        units = self.register.units.values()
        if not self.own_districts:
            return tuple(units)
        return tuple(unit for unit in units if any(map(unit.lies_in, self.own_districts)))

    @cached_property
    def districts(self) -> tuple[Unit, ...]:
        """Those of ``units`` that lie in no other."""
        return tuple(unit for unit in self.units if unit.parent_id is None)

    @cached_property
    def year(self) -> int:
        """Today's year, or the newest year with rules that is not after it; a part has the whole's."""
        if self.whole:
            return self.whole.year
        years = [year for year in self.register.rules if year <= self.today.year]
        return max(years, default=min(self.register.rules))

    @cached_property
    def by_shown_year(self) -> Mapping[int, Mapping[str, Dialogue]]:
        """The dialogues, by id, of each year that has rules, or dialogues, and is not after ``year``, the oldest first; what
        counts in a later year is shown with that one. A part knows the whole's."""
        if self.whole:
            return self.whole.by_shown_year
        return by_year(self.register.dialogues, (year for year in self.register.rules if year <= self.year), self.year)

    @cached_property
    def views(self) -> Views:
        return Views(self.register, self.today)

    @cached_property
    def inherited_views(self) -> Views:
        return Views(self.register.of_dialogues(self.inherited), self.today)

    @cached_property
    def handed_down(self) -> Mapping[str, Mapping[str, Dialogue]]:
        """See ``dialogues_handed_down``; of the whole register."""
        return self.whole.handed_down if self.whole else dialogues_handed_down(self.register)

    @cached_property
    def missing_reports(self) -> Mapping[str, list[ReportStanding]]:
        """By unit, those it owes or owed and has not sent; of the whole register, since each district asks for its own."""
        if self.whole:
            return self.whole.missing_reports
        standings = (standing for year in self.register.rules for standing in report_standings(self.register, year))
        return grouped((unit.id, standing) for standing in standings for unit in standing.missing)

    @cached_property
    def outliving_conclusions(self) -> frozenset[str]:
        """The ids of those whose conclusion outlives their unit; of the whole register, since each heir asks."""
        if self.whole:
            return self.whole.outliving_conclusions
        found = {id: dialogue for left in self.handed_down.values() for id, dialogue in left.items()}
        return frozenset(id for id, one in found.items() if conclusion_outlives_its_unit(self.register, one))

    @cached_property
    def period(self) -> RulesPeriod:
        """Of ``year``, the one that today is in, or its last."""
        return period_on(self.register.rules[self.year], self.today)

    @property
    def rules(self) -> Rules:
        """Those that hold in ``period``."""
        return self.period.rules

    def periods(self, year: int) -> tuple[RulesPeriod, ...]:
        """Those of a year that have begun, the earliest first; its first in any case."""
        first, *later = periods_of(self.register.rules[year])
        return (first, *(period for period in later if self.today >= period.first_day))

    def progress(self, year: int, day: date | None = None) -> Progress:
        """Of the year's period that ``day`` or today is in, as of that day, but never after the year's last cut-off; each is
        worked out once."""
        end = self.register.rules[year].cutoffs.year_end
        day = min(day, end) if day else end if self.today > end else self.today.as_date()
        key = year, day, self._counted_in(year)
        if key not in self._progress:
            self._progress[key] = progress(self.register, year, day)
        return self._progress[key]

    def progress_of_periods(self, year: int) -> tuple[Progress, ...]:
        """Of each that has begun, as of its last day or of today, the earliest first."""
        *past, _ = self.periods(year)
        return (*(self.progress(year, period.last_day) for period in past), self.progress(year))

    def pace(self, figures: Progress) -> Pace:
        """Up to the day of the figures; each is worked out once."""
        key = figures.year, figures.day, self._counted_in(figures.year)
        if key not in self._paces:
            self._paces[key] = pace(self.register, figures)
        return self._paces[key]

    def _counted_in(self, year: int) -> tuple[str, ...]:
        """The ids of all dialogues that its figures are made from, beside its rules and the units."""
        return tuple(dialogues_of_year(self.register, year))

    @cached_property
    def _progress(self) -> dict[_Counted, Progress]:
        """Of all parts that have the whole's units, since a year's figures stand on pages, in tables and among what is
        promised."""
        return self.whole._progress if self.whole and self.whole.register.units is self.register.units else {}

    @cached_property
    def _paces(self) -> dict[_Counted, Pace]:
        return self.whole._paces if self.whole and self.whole.register.units is self.register.units else {}
