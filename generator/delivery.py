"""Puts a site into a new folder: what the old one holds already is linked from it and keeps its bytes and its time."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Callable, Iterable, Iterator, Mapping, Sequence

from generator.fingerprints import fingerprint
from generator.making import MadePart
from generator.processes import in_processes
from generator.site import PublishedPage


@dataclass(frozen=True)
class Written:
    """A file as a build left it; ``digest`` is of its content, the time is of its last change in nanoseconds."""

    digest: bytes
    size: int
    time: int


Files = dict[str, Written]
"""By the path below the site's folder."""


@dataclass(frozen=True)
class Delivered:
    """A whole site as a build left it: the files of each part by the part's stamp, and those of the theme.

    ``made_from`` is the fingerprint of everything; ``pages`` counts those of the register.
    """

    made_from: bytes
    as_of: date | None
    pages: int
    parts: Mapping[bytes, Files]
    theme: Files

    def files(self) -> Files:
        return {path: written for files in (self.theme, *self.parts.values()) for path, written in files.items()}

    def plain(self) -> tuple:
        """Without a class of the program's, for a store that another version of the program reads."""
        parts = {stamp: _plain(files) for stamp, files in self.parts.items()}
        return self.made_from, self.as_of, self.pages, parts, _plain(self.theme)

    @classmethod
    def of_plain(cls, plain: tuple) -> Delivered:
        made_from, as_of, pages, parts, theme = plain
        return cls(made_from, as_of, pages, {stamp: _files(files) for stamp, files in parts.items()}, _files(theme))

    def is_intact(self, site: Path) -> bool:
        """Whether the folder holds just these files, by their sizes and times."""
        files = self.files()
        found = {path: (status.st_size, status.st_mtime_ns) for path, status in _files_below(site)}
        return bool(files) and found == {path: (written.size, written.time) for path, written in files.items()}


def _plain(files: Files) -> dict[str, tuple]:
    return {path: (written.digest, written.size, written.time) for path, written in files.items()}


def _files(plain: Mapping[str, tuple]) -> Files:
    return {path: Written(*written) for path, written in plain.items()}


NOTHING = Delivered(b"", None, 0, {}, {})

Wrap = Callable[[PublishedPage], bytes | None]
"""Gives the whole page around a published one; None for a page that somebody else delivers."""


@dataclass(frozen=True)
class Delivery:
    """From the folder ``old`` to the folder ``new``. ``before`` is how an earlier build left ``old``, as far as is known.

    ``theme`` is the fingerprint of all that a page is wrapped in.
    """

    old: Path
    new: Path
    before: Delivered
    theme: bytes
    _folders: set[str] = field(default_factory=set)

    def deliver(self, parts: Sequence[MadePart], wrap: Wrap) -> dict[bytes, Files]:
        """The files of each part, in two processes."""
        old = self.before.files()

        def deliver_one(place: int) -> Files:
            part = parts[place]
            if (files := self.before.parts.get(self.stamp(part))) and self._link_all(files):
                return files
            return dict(self._put(path, content, old) for path, content in _wrapped(part, wrap))

        files = in_processes(deliver_one, range(len(parts)))
        return {self.stamp(part): found for part, found in zip(parts, files)}

    def stamp(self, part: MadePart) -> bytes:
        """The fingerprint of what the part's files are made from, the theme with it."""
        return fingerprint(part.key, self.theme)

    def take_over(self, delivered: Iterable[Files]) -> Files:
        """The files that the theme's own builder has put there; those that are as they were become the old ones again."""
        ours = {path for files in delivered for path in files}
        old, theme = self.before.theme, {}
        for path, status in list(_files_below(self.new)):
            if path not in ours:
                content = (self.new / path).read_bytes()
                written = Written(_digest(content), status.st_size, status.st_mtime_ns)
                if path in old and old[path].digest == written.digest:
                    (self.new / path).unlink()
                    _, written = self._put(path, content, old)
                theme[path] = written
        return theme

    def _put(self, path: str, content: bytes, old: Files) -> tuple[str, Written]:
        digest = _digest(content)
        if (before := old.get(path)) and before.digest == digest and self._link(path, before):
            return path, before
        status = write_file(self.new, path, content, self._folders)
        return path, Written(digest, status.st_size, status.st_mtime_ns)

    def _link_all(self, files: Files) -> bool:
        """False where one of them is not as it was left; those that are linked by then are written over."""
        return all(self._link(path, written) for path, written in files.items())

    def _link(self, path: str, written: Written) -> bool:
        """Whether the old file is as it was left; then it stands in the new folder too."""
        _make_folder(self.new, path, self._folders)
        target = f"{self.new}/{path}"
        with suppress(OSError):  # gone, or a file system without links
            os.link(f"{self.old}/{path}", target)
            status = os.stat(target)
            if (status.st_size, status.st_mtime_ns) == (written.size, written.time):
                return True
            os.unlink(target)
        return False


def write_file(site: Path, path: str, content: bytes, folders: set[str]) -> os.stat_result:
    """``folders`` are those that are known to be there. What stood at the path, perhaps as a link, stays as it is."""
    _make_folder(site, path, folders)
    target = f"{site}/{path}"
    with suppress(FileNotFoundError):
        os.unlink(target)
    with open(target, "xb") as file:
        file.write(content)
        file.flush()
        return os.fstat(file.fileno())


def delivered_key(site: Path) -> bytes:
    """Under which a store keeps how the site in this folder was left; the number changes with the form of that."""
    return fingerprint("delivered 1", str(site.resolve()))


def changed_addresses(before: Delivered, after: Delivered) -> list[str]:
    """Of files that are new, other than they were, or gone: what a cache in front of the site must let go of."""
    old, new = before.files(), after.files()
    digest = lambda files, path: files[path].digest if path in files else None  # noqa: E731
    paths = [path for path in {*old, *new} if digest(old, path) != digest(new, path)]
    return sorted(path.removesuffix("index.html") for path in paths)


def _wrapped(part: MadePart, wrap: Wrap) -> Iterator[tuple[str, bytes]]:
    for published in part.content():
        if isinstance(published, PublishedPage):
            if (html := wrap(published)) is not None:
                yield f"{published.address}index.html", html
        else:
            yield published.address, published.content


def _make_folder(site: Path, path: str, folders: set[str]) -> None:
    folder = path.rpartition("/")[0]
    if folder not in folders:
        os.makedirs(f"{site}/{folder}", exist_ok=True)
        folders.add(folder)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _files_below(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    pending = [""]
    while pending:
        place = pending.pop()
        with os.scandir(folder / place) as entries:
            for entry in entries:
                path = f"{place}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{path}/")
                else:
                    yield path, entry.stat(follow_symlinks=False)
