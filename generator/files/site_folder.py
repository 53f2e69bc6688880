"""A folder with a site in it: what a build has left there, and how files come into it without being written twice."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Iterable, Iterator, Mapping, NamedTuple

from generator.files.permissions import can_be_served, let_be_served


class Written(NamedTuple):
    """A file as a build left it; ``time`` is that of its last change, in nanoseconds."""

    size: int
    time: int

    @classmethod
    def of(cls, status: os.stat_result) -> Written:
        return cls(status.st_size, status.st_mtime_ns)


Files = dict[str, Written]
"""By the path below the site's folder."""


@dataclass(frozen=True)
class SiteFolder:
    """``files`` are those known to be there and sound; more may be. ``copy`` gets a link to each file that is written
    or found to be there, where links can be made."""

    folder: Path
    files: Mapping[str, Written] = field(default_factory=dict)
    copy: SiteFolder | None = None
    _folders: set[str] = field(default_factory=set, repr=False)

    def write(self, path: str, content: bytes, time: int | None = None) -> Written:
        """What stood at the path, perhaps as a link of another site's file, stays as it is there. ``time`` is that of the
        file's last change, where it is not now."""
        with self._new(path) as file:
            rest = memoryview(content)
            while rest:
                rest = rest[file.write(rest):]
            status = os.fstat(file.fileno())
            let_be_served(file.fileno(), status)
        if time is not None:
            os.utime(file.name, ns=(time, time))
            status = os.stat(file.name)
        if self.copy:
            self.copy._link(path, self.folder)
        return Written.of(status)

    def has(self, path: str, written: Written, other: Path) -> bool:
        """Whether the file was here, or is in the folder ``other`` as it was left and now, as a link, here too."""
        if self.files.get(path) == written:
            if self.copy:
                self.copy._link(path, self.folder)
            return True
        self._link(path, other)
        target = self._target(path)
        with suppress(OSError):  # not there
            if _is_sound(os.stat(target, follow_symlinks=False), written):
                return True
            os.unlink(target)
        return False

    def keep_only(self, paths: Iterable[str]) -> None:
        """Removes every other one of ``files``, and the folders that are empty then."""
        gone = self.files.keys() - set(paths)
        for path in gone:
            with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # or else in its place
                os.unlink(self.folder / path)
        for place in sorted({path.rpartition("/")[0] for path in gone}):
            _remove_empty(self.folder, place)

    def _link(self, path: str, other: Path) -> None:
        """Makes the file the same as in the folder ``other``, where a link can be made."""
        with suppress(OSError):  # gone, or a disk that is full or knows no links
            there, here = f"{other}/{path}", self._target(path)
            try:
                os.link(there, here)
            except FileExistsError:
                _remove(here)
                os.link(there, here)

    def _new(self, path: str) -> FileIO:
        """What is known to be in the way is removed first; elsewhere nothing is, nearly always, and nothing is looked for."""
        target = self._target(path)
        if path in self.files:
            _remove(target)
        try:
            return FileIO(target, "x")
        except OSError:
            _remove(target)
            return FileIO(target, "x")

    def _target(self, path: str) -> str:
        """Where the file goes, in a folder that is there."""
        if path not in self.files:
            self._make(path.rpartition("/")[0])
        return f"{self.folder}/{path}"

    def _make(self, folder: str) -> None:
        """With those above it, each of which a web server can enter."""
        if folder in self._folders:
            return
        if folder:
            self._make(folder.rpartition("/")[0])
        path = f"{self.folder}/{folder}"
        if folder in self.files:  # a file of the site before
            with suppress(OSError):  # unless the other process was here
                os.unlink(path)
        with suppress(FileExistsError):
            os.makedirs(path)
        let_be_served(path, os.stat(path))
        self._folders.add(folder)


def _is_sound(status: os.stat_result, written: Written | None) -> bool:
    """Whether a file is as it was left, and can be served."""
    return Written.of(status) == written and can_be_served(status)


def holds(path: Path | str, content: bytes, written: Written | None = None) -> bool:
    """Whether there is a file with this content, and one that is as it was ``written``, where that is asked."""
    with suppress(OSError), FileIO(path) as file:
        found = Written.of(os.fstat(file.fileno()))
        return found.size == len(content) and written in (None, found) and file.read(found.size) == content
    return False


def _remove(target: str) -> None:
    try:
        os.unlink(target)
    except OSError:
        if os.path.lexists(target):  # somebody's folder
            shutil.rmtree(target)


def clear_others(folder: Path, left: Files) -> frozenset[str]:
    """Removes every file that is not as it was ``left``, by size and time, and every folder that is empty then; the paths
    of those files that are missed now."""
    missed = set(left)
    empty: list[str] = []
    for path, status in list(files_below(folder, empty)):
        if _is_sound(status, left.get(path)):
            missed.remove(path)
        else:
            os.unlink(folder / path)
            empty.append(path.rpartition("/")[0])
    for place in empty:
        _remove_empty(folder, place)
    return frozenset(missed)


def _remove_empty(folder: Path, place: str) -> None:
    """The folder at ``place`` below ``folder``, and each above it, as long as they are empty."""
    with suppress(OSError):  # not empty, or gone already
        while place:
            os.rmdir(folder / place)
            place = place.rpartition("/")[0]


def link_all(folder: Path, other: Path, files: Files) -> frozenset[str]:
    """Links every file of the folder ``other`` that is as it was left into the empty ``folder``; the paths of the rest."""
    new = SiteFolder(folder)
    return frozenset(path for path, written in files.items() if not new.has(path, written, other))


def is_as_left(folder: Path, files: Files, but: tuple[str, ...]) -> bool:
    """Whether the folder holds just these files, by their sizes and times, all of which can be served, and no empty folder.
    What is named in ``but``, a folder by its slash at the end, is not asked for."""
    empty: list[str] = []
    found = {
        path: Written.of(status) for path, status in files_below(folder, empty)
        if can_be_served(status) and not path.startswith(but)
    }
    return bool(files) and not empty and found == {path: left for path, left in files.items() if not path.startswith(but)}


def files_below(folder: Path, empty: list[str] | None = None) -> Iterator[tuple[str, os.stat_result]]:
    """Paths relative to the folder, in no order; ``empty`` is given those of the folders that hold nothing."""
    pending = [""]
    while pending:
        place = pending.pop()
        with os.scandir(f"{folder}/{place}") as entries:
            is_empty = True
            for entry in entries:
                is_empty = False
                path = f"{place}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{path}/")
                else:
                    yield path, entry.stat(follow_symlinks=False)
            if is_empty and empty is not None:
                empty.append(place.removesuffix("/"))
