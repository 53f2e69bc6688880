"""The site in parts: each is made by itself, from what it may see and from nothing else, and so can be kept by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial, update_wrapper
from typing import Callable, Collection, Iterable, Iterator

from generator.building.made import Made, Published, Sources
from generator.consequences.outlines import Dialogues, by_year, dialogues_by_district, outline_of, outlined
from generator.keeping.fingerprints import fingerprint
from generator.keeping.observed_day import ObservedDay
from generator.keeping.processes import batches
from generator.model import Dialogue, Register, Unit
from generator.publications import (
    OF_A_DISTRICT,
    OF_A_DISTRICTS_PAST,
    OF_A_DISTRICTS_YEAR,
    OF_A_MONTHS_CHANGES,
    OF_A_SHOWN_YEAR,
    OF_A_YEAR,
    OF_EACH_DISTRICT,
    OF_NO_DIALOGUE,
    OF_NO_DIALOGUE_BY_DAY,
    OF_OLD_UNITS_TOO,
    OF_THE_CITY,
    THE_INDEX,
)
from generator.publications.change_archives import archived_months
from generator.publications.old_addresses import with_old_addresses
from generator.site.published import PublishedPage
from generator.site.site import Site

MADE_TOGETHER = 8
"""Communes that have together about as many dialogues a year as a district, so that one record makes no more anew."""


@dataclass(frozen=True)
class Part:
    """Pages and files that are made together: ``publications`` publish them from ``site``, which gives what they may see
    on a day."""

    name: str
    site: Callable[[ObservedDay], Site]
    publications: tuple[Callable[[Site], Iterable[Published]], ...]
    dialogues: Collection[str] | None = None
    """The ids of those that ``site`` holds; None for all."""
    made_from: Callable[[Site], bytes] | None = None
    """Gives a fingerprint by which is known, once it is worked out, that what is published is the same as before."""

    def publish(self, today: ObservedDay) -> Iterator[Published]:
        site = self.site(today)
        for publish in self.publications:
            yield from with_old_addresses(site, publish(site))

    def make(self, today: date) -> Made:
        """With the days on which it is the same, found by watching what is asked of ``today``."""
        observed = ObservedDay(today)
        published = tuple(self.publish(observed))
        same = observed.same
        if same.without_end and self.dialogues is not None:
            return Made(published, date.fromordinal(same.first), None)
        # A page that another day changes names the day that it is true for; the whole site's day is not observed.
        if self.dialogues is None or any(isinstance(one, PublishedPage) for one in published):
            return Made(published, today, today)
        return Made(published, date.fromordinal(same.first), date.fromordinal(same.last))

    def outcome_key(self, sources: Sources, today: date) -> bytes:
        """Of all that shows in the part on the day, where that is told by more than ``key``; else nothing."""
        if self.made_from is None:
            return b""
        site = self.site(ObservedDay(today))
        return fingerprint(self.name, sources.rest, self.made_from(site)) if site.kept else b""

    def key(self, sources: Sources) -> bytes:
        """Of all that can show in the part but the day."""
        records = sources.whole if self.dialogues is None else sources.of(self.dialogues)
        return fingerprint(self.name, sources.rest, records)


def parts_of(site: Site) -> Iterator[Part]:
    """All of the site; what takes longest comes first, and the many small parts last, so that two processes finish together."""
    index, made_from = THE_INDEX
    yield Part("search index", lambda today: site, (index,), made_from=made_from)
    for publish in OF_THE_CITY:
        yield Part(f"{publish.__module__}.{publish.__name__}", lambda today: site, (publish,))
    yield Part("no dialogue", site.of_no_dialogue, OF_NO_DIALOGUE, {})
    yield Part("no dialogue, by day", site.of_no_dialogue, OF_NO_DIALOGUE_BY_DAY, {})
    for year, shown in site.by_shown_year.items():
        for name, of_year in OF_A_SHOWN_YEAR.items():
            yield Part(f"{name} shown with {year}", partial(site.of_shown_year, year), of_year, shown)
    months = list(archived_months(site))
    for month in months:
        changed, is_first = site.changed_in_months.get(month, {}), month == months[0]
        of_changes = tuple(_of_month(publish, month, is_first) for publish in OF_A_MONTHS_CHANGES)
        yield Part(f"changes {month} {is_first}", partial(site.of_dialogues, changed), of_changes, changed)
    for year, own in by_year(site.register.dialogues, site.register.rules).items():
        for publish in OF_A_YEAR:
            yield Part(f"year {year} {publish.__module__}", partial(site.of_year, year, own), (publish,), own)
    for districts in _made_together(site.register):
        held = _held_in(site.register, districts)
        moved = [id for district in districts for id in site.register.moved_into(district)]
        told = outlined(site.register.dialogues).some((*held, *moved))
        inherited = _handed_down(site, districts)
        of_districts = partial(site.of_districts, districts, told, inherited=inherited)
        for name, publications in OF_A_DISTRICT.items():
            yield Part(f"{name} {_named(districts)}", of_districts, publications, dict.fromkeys((*told, *inherited)))
        past = told.some(id for id, outline in told.outlines.items() if outline.year < site.year)
        yield Part(f"past {_named(districts)}", partial(site.of_districts, districts, past), OF_A_DISTRICTS_PAST, past)
        for year, own in by_year(held, last=site.year).items():
            yield from _of_a_year(site, districts, year, own)


def _made_together(register: Register) -> list[tuple[Unit, ...]]:
    """Units at the top, each by itself; but those that still exist and in which no commune ever lay, some together, in their
    order, since what a part costs before its first page would grow with the number of such communes."""
    districts, lay_in = register.districts(), Counter(top for unit in register.units.values() for top in unit.tops)
    alone = [
        unit for unit in districts
        if unit.facts.exists_until is None and lay_in[unit.id] == 1 and unit.tops == {unit.id}
    ]
    ids = {unit.id for unit in alone}
    return [(unit,) for unit in districts if unit.id not in ids] + [tuple(some) for some in batches(alone, MADE_TOGETHER)]


def _held_in(register: Register, districts: tuple[Unit, ...]) -> Dialogues:
    held = dialogues_by_district(register)
    return outlined(register.dialogues).some(id for district in districts for id in held.get(district.id, ()))


def _handed_down(site: Site, districts: tuple[Unit, ...]) -> dict[str, Dialogue]:
    return {id: dialogue for district in districts for id, dialogue in site.handed_down.get(district.id, {}).items()}


def _named(districts: tuple[Unit, ...]) -> str:
    return " ".join(district.id for district in districts)


def _of_month(
    publish: Callable[..., Iterable[Published]], first_day: date, is_first: bool
) -> Callable[[Site], Iterable[Published]]:
    """Still called as in its module, by which a part's publications are told apart."""
    return update_wrapper(partial(publish, first_day=first_day, is_first=is_first), publish)


def parts_of_dialogue(site: Site, dialogue: Dialogue) -> Iterator[Part]:
    """Those that the dialogue's own page and files are in."""
    unit = site.register.unit_of(dialogue)
    districts = next(some for some in _made_together(site.register) if any(one.id == unit.top_id for one in some))
    year = min(outline_of(dialogue).year, site.year)
    return _of_a_year(site, districts, year, by_year(_held_in(site.register, districts), last=site.year)[year])


def _of_a_year(site: Site, districts: tuple[Unit, ...], year: int, own: Dialogues) -> Iterator[Part]:
    handed_down = _handed_down(site, districts) if year == site.year else {}
    for name, publications in OF_A_DISTRICTS_YEAR.items():
        inherited = handed_down if name in OF_OLD_UNITS_TOO else {}
        for some in [(district,) for district in districts] if name in OF_EACH_DISTRICT else [districts]:
            if shown := own if some == districts else own.some(id for id in _held_in(site.register, some) if id in own):
                of_year = partial(site.of_districts, some, shown, shown_year=year, inherited=inherited)
                yield Part(f"{name} {_named(some)} {year}", of_year, publications, dict.fromkeys((*shown, *inherited)))
