"""Makes the parts of a site and puts them into a folder; what an earlier build has made is taken over from there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterable, Iterator, Mapping, Sequence

from generator.building.made import Made, PageEntry, Sources
from generator.files.site_folder import Files, SiteFolder, Written, holds, is_as_left
from generator.keeping.fingerprints import fingerprint
from generator.keeping.processes import in_processes
from generator.site.published import PublishedPage

if TYPE_CHECKING:
    from generator.building.build import Publication
    from generator.building.parts import Part

Wrap = Callable[[PublishedPage, date | None], bytes]
"""Gives the whole page around a published one, with the day that it is true for; None where no later day changes it."""

PlainFiles = tuple[list[str], list[int], list[int]]
PlainPages = tuple[list[str], list[date | None], list[str | None]]
PlainPart = tuple[PlainFiles, PlainPages, date, date | None, bytes]
PlainDelivered = tuple[bytes, date | None, dict[bytes, PlainPart], PlainFiles]  # field by field, quicker than file by file


@dataclass(frozen=True)
class DeliveredPart:
    """``pages`` in the order in which they were published. True from the day ``first`` to ``last``, None for ever."""

    files: Files
    pages: tuple[PageEntry, ...]
    first: date
    last: date | None
    outcome_key: bytes = b""
    """See ``Part``."""

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Delivered:
    """A whole site as a build left it: each part by its stamp, and the files of the theme.

    ``made_from`` is the fingerprint of everything.
    """

    made_from: bytes
    today: date | None
    parts: Mapping[bytes, DeliveredPart]
    theme: Files

    @cached_property
    def files(self) -> Files:
        every = (self.theme, *(part.files for part in self.parts.values()))
        return {path: written for files in every for path, written in files.items()}

    @property
    def pages(self) -> int:
        """How many pages the register has."""
        return sum(len(part.pages) for part in self.parts.values())

    def plain(self) -> PlainDelivered:
        """Without a class of the program's, for a store that another version of the program reads."""
        parts = {
            stamp: (_plain(part.files), _plain_pages(part.pages), part.first, part.last, part.outcome_key)
            for stamp, part in self.parts.items()
        }
        return self.made_from, self.today, parts, _plain(self.theme)

    @classmethod
    def of_plain(cls, plain: PlainDelivered) -> Delivered:
        made_from, today, parts, theme = plain
        return cls(made_from, today, {
            stamp: DeliveredPart(_files(files), tuple(map(PageEntry, *pages)), first, last, outcome_key)
            for stamp, (files, pages, first, last, outcome_key) in parts.items()
        }, _files(theme))

    def is_intact(self, site: Path) -> bool:
        """Whether the folder is as it was left, but for what a release has put there since."""
        return is_as_left(site, self.files, OF_RELEASES)


def _plain(files: Files) -> PlainFiles:
    return [*files], [written.size for written in files.values()], [written.time for written in files.values()]


def _plain_pages(pages: Sequence[PageEntry]) -> PlainPages:
    return [page.address for page in pages], [page.updated for page in pages], [page.canonical for page in pages]


def _files(plain: PlainFiles) -> Files:
    return dict(zip(plain[0], map(Written, *plain[1:]), strict=True))


NOTHING = Delivered(b"", None, {}, {})
OF_RELEASES = (
    "phat-hanh/", "api/v1/register.zip", "api/v1/register.sqlite", "api/v1/register.xlsx", "api/v1/changes.json",
    "api/v1/datapackage.json", "du-lieu/index.html",
)
"""``BY_RELEASE`` of the addresses, which take as long to import with all the model as a site takes to be found unchanged."""
NO_JEKYLL = ".nojekyll"
"""An empty file by which GitHub Pages lets a site be as it is."""
COARSEST_TIME = 2_000_000_000
"""In nanoseconds: FAT tells the times of files in steps of two seconds."""


@dataclass(frozen=True)
class Delivery:
    """Into the folder ``new``, from the folder ``old`` where a file has not changed: it keeps its bytes and its time.

    ``before`` is how an earlier build left ``old``, as far as is known. ``around`` is the fingerprint of all that goes around
    the register's pages and beside them; ``today`` is the "as of" day. ``in_doubt`` reads every file of ``old`` instead of
    trusting its size and time. ``told`` hears how many of how many parts are in hand.
    """

    old: Path
    before: Delivered
    new: SiteFolder
    today: date
    around: bytes = b""
    in_doubt: bool = False
    delivered: dict[bytes, DeliveredPart] = field(default_factory=dict)
    told: Callable[[int, int], None] = lambda taken, of: None

    def deliver_all(self, publication: Publication, wrap: Wrap) -> None:
        """The parts, and what is made from the list of all pages."""
        self._deliver_parts(publication.parts, publication.sources, wrap)
        about_all = Made(tuple(publication.about_all(self.pages())), self.today, self.today)
        self.delivered[fingerprint(*self.delivered)] = self._put_all(about_all, wrap)

    def _deliver_parts(self, parts: Sequence[Part], sources: Sources, wrap: Wrap) -> None:
        """What is not there is made in two processes."""
        there = {stamp: self._known(stamp) for part in parts for stamp in [fingerprint(part.key(sources), self.around)]}
        missing = [part for part, known in zip(parts, there.values(), strict=True) if known is None]
        made = iter(in_processes(lambda part: self._made(part, sources, wrap), missing, self.told))
        self.delivered.update((stamp, known or next(made)) for stamp, known in there.items())

    def pages(self) -> Iterator[PageEntry]:
        return (page for part in self.delivered.values() for page in part.pages)

    def put_others(self, files: Iterable[tuple[str, bytes]]) -> Files:
        """The theme's own, by their paths, where no part has anything."""
        ours = {path for part in self.delivered.values() for path in part.files}
        return {path: self._put(path, content) for path, content in files if path not in ours}

    def _known(self, stamp: bytes) -> DeliveredPart | None:
        """The part as an earlier build left it, where it still holds and all its files are there."""
        known = None if self.in_doubt else self.before.parts.get(stamp)
        return known if known and known.holds_on(self.today) and self._has(known.files) else None

    def _made(self, part: Part, sources: Sources, wrap: Wrap) -> DeliveredPart:
        """As an earlier build made it of other records, where it comes to the same; else made now."""
        outcome = part.outcome_key(sources, self.today)
        key = outcome and fingerprint(outcome, self.around)
        for known in self.before.parts.values() if key and not self.in_doubt else ():
            if known.outcome_key == key and self._has(known.files):
                return replace(known, first=self.today, last=self.today)
        return replace(self._put_all(part.make(self.today), wrap), outcome_key=key)

    def _has(self, files: Files) -> bool:
        at_once = self.new.copy is None and files.items() <= self.new.files.items()  # as for most
        return at_once or all(self.new.has(path, written, self.old) for path, written in files.items())

    def _put_all(self, made: Made, wrap: Wrap) -> DeliveredPart:
        files = {path: self._put(path, content) for path, content in whole_files(made, wrap)}
        pages = [PageEntry(one.address, one.updated, one.canonical) for one in made.published if isinstance(one, PublishedPage)]
        return DeliveredPart(files, tuple(pages), made.first, made.last)

    def _put(self, path: str, content: bytes) -> Written:
        """A file that is the same keeps its time; one that is not gets another, even on a disk that tells seconds only."""
        before = self.before.files.get(path)
        if before and before.size == len(content):
            # Read before it is linked, since most of what is made again is another, by a day at least.
            is_there = self.new.files.get(path) == before
            if holds(f"{self.new.folder if is_there else self.old}/{path}", content, before):
                is_here = self.new.has(path, before, self.old)  # not where no link can be made
                return before if is_here else self.new.write(path, content, before.time)
        written = self.new.write(path, content)
        return self.new.write(path, content, written.time + COARSEST_TIME) if written == before else written


def whole_files(made: Made, wrap: Wrap) -> Iterator[tuple[str, bytes]]:
    """Paths and contents of what is published, each page with all around it."""
    for one in made.published:
        if isinstance(one, PublishedPage):
            yield f"{one.address}index.html", wrap(one, made.last)
        else:
            yield one.address, one.content


def delivered_name(site: Path) -> str:
    """Under which a store keeps how the site in this folder was left; the number changes with the form of that."""
    return f"delivered-6-{fingerprint(str(site.resolve())).hex()[:32]}"
