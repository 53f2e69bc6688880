"""Read, check, publish: the whole program in one function, with nothing written but what a later build can use again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterable, Iterator

import yaml

from generator.building.made import PageEntry, Published, Sources
from generator.checks import check, check_each, review
from generator.consequences.snapshot import Snapshot
from generator.keeping.fingerprints import fingerprint, folder_fingerprint, program_fingerprint
from generator.keeping.observed_day import ObservedDay
from generator.keeping.processes import nothing
from generator.keeping.stages import TellStage, counted, silent
from generator.keeping.store import Store
from generator.model.addresses import UNITS
from generator.reading.known_records import KnownRecords
from generator.reading.page_files import page_addresses
from generator.reading.problems import InvalidRegister, Problem
from generator.reading.record_files import RECORD_FOLDERS, RecordFiles
from generator.reading.records import Reading, read_records
from generator.reading.yaml_text import TextLoader
from generator.site.published import PublishedFile, PublishedPage

if TYPE_CHECKING:
    from generator.building.parts import Part
    from generator.site.site import Site

_NO_SOURCES = Sources(b"", {})


@dataclass(frozen=True)
class Publication:
    """Everything that the public gets, as of ``today``, and what a theme needs to know to put around it.

    ``stands_still``: the day is a fixed one, so the site does not age. ``navigation`` holds titles and addresses; some of
    the addresses are of pages written by hand.
    """

    site_name: str
    masthead: str
    site_url: str
    publisher: str
    description: str
    today: date
    sample: bool
    stands_still: bool
    navigation: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    sources: Sources = _NO_SOURCES
    handwritten: tuple[str, ...] = ()
    """Addresses of pages that are not the register's."""
    site: Site | None = None
    """What all is made from, for a program that goes on with it."""

    @property
    def units_page(self) -> str:
        """The address of the list of units."""
        return self.site.units_page if self.site else UNITS

    @cached_property
    def pages(self) -> tuple[PublishedPage, ...]:
        return tuple(published for published in self._all if isinstance(published, PublishedPage))

    @cached_property
    def files(self) -> tuple[PublishedFile, ...]:
        return tuple(published for published in self._all if isinstance(published, PublishedFile))

    def about_all(self, pages: Iterable[PageEntry | PublishedPage]) -> Iterator[PublishedFile]:
        """What is made from the list of all pages, when they are."""
        from generator.publications import hosting, sitemap

        if self.site:
            listed = list(pages)
            for publication in (sitemap, hosting):
                yield from publication.publish(self.site, listed, self.handwritten)

    @cached_property
    def _all(self) -> tuple[Published, ...]:
        made = [published for part in self.parts for published in part.publish(ObservedDay(self.today))]
        return (*made, *self.about_all(published for published in made if isinstance(published, PublishedPage)))


def publish(
    content: Path, *, as_of: date | None, today: date, templates: Path, report: TellStage = silent,
    store: Store | None = None, files: RecordFiles | None = None,
) -> Publication:
    """The whole site of the records in ``content``, made when it is asked for; raises InvalidRegister with every problem.

    ``as_of`` is a fixed day that is asked for, and then today is that day; without it the register's own fixed day is, and
    without that ``today`` as it was read off a clock (all in Asia/Ho_Chi_Minh). ``store`` keeps what is worked out for the
    next build. ``files`` are those of the records, where they have been read already.
    """
    snapshot, reading = _read(content, as_of, today, report, store, files, meanwhile=_import_publications)
    from generator.building.parts import parts_of
    from generator.keeping.kept_results import KeptResults
    from generator.site.line_breaks import unbroken_by

    site = _shown(snapshot, reading, content, templates)
    sources = _sources(content, templates, reading, site)
    if store:
        site = replace(site, kept=KeptResults(store, sources.key, site.today.as_date(), sources.rest))
    facts = site.register.facts
    return Publication(
        site_name=facts.name, masthead=unbroken_by(site.words)(facts.name), site_url=facts.address, publisher=facts.publisher,
        description=facts.description,
        today=site.today.as_date(), sample=facts.sample, stands_still=(as_of or facts.as_of) is not None,
        navigation=tuple(navigation_of(site)), parts=tuple(parts_of(site)), sources=sources,
        handwritten=handwritten_addresses(content), site=site,
    )


def _import_publications() -> None:
    """Which whoever only reads does not wait for."""
    import generator.building.parts  # noqa: F401


def read_site(
    content: Path, *, as_of: date | None, today: date, templates: Path, report: TellStage = silent
) -> Site:
    """The checked register on its day. Days and errors as for ``publish``."""
    return _shown(*_read(content, as_of, today, report), content, templates)


def review_register(
    content: Path, *, as_of: date | None, today: date, report: TellStage = silent
) -> tuple[Snapshot, tuple[Problem, ...]]:
    """The same without what it is shown with, and what a person has to look at in it."""
    snapshot, reading = _read(content, as_of, today, report)
    return snapshot, review(reading, snapshot.today.as_date())


def _shown(snapshot: Snapshot, reading: Reading, content: Path, templates: Path) -> Site:
    from generator.site.site import Site  # with Jinja, which a check does not wait for

    written = {file.name: file.content for file in reading.files if file.is_of_a_dialogue}
    beside = {file.path: file.content for file in reading.files if not file.is_of_a_dialogue}
    return Site(
        snapshot.register, snapshot.today, templates, content / "documents", content / "pages", written=written, beside=beside,
    )


def _read(
    content: Path, as_of: date | None, today: date, report: TellStage, store: Store | None = None,
    files: RecordFiles | None = None, meanwhile: Callable[[], object] = nothing,
) -> tuple[Snapshot, Reading]:
    report("Đang đọc bản ghi")
    kept = KnownRecords(store, program_fingerprint()) if store else None

    def day_of(reading: Reading) -> date:
        return as_of or (reading.register.facts.as_of if reading.register else None) or today

    told = counted(report, "Đang đọc bản ghi", "phần")
    reading = read_records(content, kept, files, lambda reading: check_each(reading, day_of(reading)), told, meanwhile)
    day = day_of(reading)
    problems = tuple(check(reading, day, kept, report=report))
    if problems or reading.register is None:
        raise InvalidRegister(problems)
    if kept:
        kept.keep(reading.files, reading.register.dialogues, day)
    return Snapshot(reading.register, ObservedDay(day)), reading


def _sources(content: Path, templates: Path, reading: Reading, snapshot: Snapshot) -> Sources:
    """Of the records as they were read: a file that is saved meanwhile is for the next build."""
    dialogues = {file.name: file.digest for file in reading.files if file.is_of_a_dialogue}
    others = fingerprint(*(file.digest for file in reading.files if not file.is_of_a_dialogue))
    others_there = folder_fingerprint(content, but=RECORD_FOLDERS, links_out=False)
    documents, years = fingerprint(*sorted(snapshot.register.documents)), map(str, snapshot.by_shown_year)
    return Sources(fingerprint(program_fingerprint(templates), others, others_there, documents, *years), dialogues)


def handwritten_addresses(content: Path) -> tuple[str, ...]:
    """Addresses of the pages written by hand in Markdown under ``content/pages``."""
    return page_addresses(content / "pages")


def navigation_of(site: Site) -> Iterator[tuple[str, str]]:
    """Titles and addresses of ``navigation.yml``, those of the list of units filled in."""
    text = (site.templates / "navigation.yml").read_text(encoding="utf-8")
    for title, address in yaml.load(text, TextLoader).items():
        yield title.format(units=site.levels.said.menu), address.format(units=site.units_page)
