"""The site in parts: each is made by itself, from what it may see and from nothing else, and so can be kept by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Callable, Iterable, Iterator, Mapping

from generator.fingerprints import fingerprint
from generator.model import Dialogue
from generator.publications import FEEDS_OF_A_DISTRICTS_YEAR, OF_A_DISTRICT, OF_A_DISTRICTS_YEAR, OF_A_YEAR, OF_THE_CITY
from generator.site import PublishedFile, PublishedPage, Site
from generator.status import year_of

Published = PublishedPage | PublishedFile


@dataclass(frozen=True)
class PageEntry:
    """What a list of all pages needs of one; see PublishedPage."""

    address: str
    updated: date | None
    canonical: str | None


@dataclass(frozen=True)
class Sources:
    """Fingerprints of what a site is made from: of each dialogue's record by its id, and of all the rest together."""

    rest: bytes
    dialogues: Mapping[str, bytes]

    def of(self, dialogues: Iterable[str]) -> bytes:
        return fingerprint(*(part for id in dialogues for part in (id, self.dialogues[id])))

    @cached_property
    def whole(self) -> bytes:
        return self.of(self.dialogues)


@dataclass(frozen=True)
class Part:
    """Pages and files that are made together: ``publications`` publish them from ``site``, which gives what they may see."""

    name: str
    site: Callable[[], Site]
    publications: tuple[Callable[[Site], Iterable[Published]], ...]
    dialogues: Mapping[str, Dialogue] | None = None
    """What ``site`` holds; None for all."""

    def publish(self) -> Iterator[Published]:
        site = self.site()
        for publish in self.publications:
            yield from publish(site)

    def key(self, sources: Sources, today: date) -> bytes:
        """Nothing else can show in the part. ``today`` is the "as of" day."""
        records = sources.whole if self.dialogues is None else sources.of(self.dialogues)
        return fingerprint(self.name, sources.rest, today.isoformat(), records)


def parts_of(site: Site) -> Iterator[Part]:
    """All of the site; what takes longest comes first, so that two processes finish together."""
    for publish in OF_THE_CITY:
        yield Part(f"{publish.__module__}.{publish.__name__}", lambda: site, (publish,))
    for district in site.register.districts():
        dialogues = site.register.of_district(district).dialogues
        yield Part(f"district {district.id}", partial(site.of_district, district), OF_A_DISTRICT, dialogues)
        for year, own in _by_year(dialogues).items():
            of_year = partial(site.of_district, district, own)
            yield Part(f"district {district.id} {year}", of_year, OF_A_DISTRICTS_YEAR, own)
            yield Part(f"feeds {district.id} {year}", of_year, FEEDS_OF_A_DISTRICTS_YEAR, own)
    for year, own in _by_year(site.register.dialogues, site.register.rules).items():
        yield Part(f"year {year}", partial(site.of_year, year, own), OF_A_YEAR, own)


def _by_year(dialogues: Mapping[str, Dialogue], years: Iterable[int] = ()) -> Mapping[int, dict[str, Dialogue]]:
    """Those that count in each of the years, which are there in any case, and in any other; by id."""
    found: dict[int, dict[str, Dialogue]] = {year: {} for year in years}
    for id, dialogue in dialogues.items():
        found.setdefault(year_of(dialogue), {})[id] = dialogue
    return dict(sorted(found.items()))
