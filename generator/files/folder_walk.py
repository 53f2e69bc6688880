"""The files below a folder of the content folder, in a fixed order, and where links lead."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

_NOBODYS = {"thumbs.db", "desktop.ini"}
"""In small letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """``path`` is relative to the content folder, out of which a link may lead."""

    path: str
    leads_out: bool
    is_link_to_folder: bool


def walk(content: Path, folder: str) -> Iterator[Found]:
    """Files below a folder but for hidden ones; a link to a folder, and a folder that is called like a record, are not
    entered but listed, to be refused."""
    if (content / folder).is_dir():
        yield from _found_in(content, folder, lies_outside(content, content / folder))


def _found_in(content: Path, folder: str, leads_out: bool) -> Iterator[Found]:
    """What is no link is where its folder is, so that only links need be followed."""
    for entry in entries_in(content / folder):
        path = f"{folder}/{entry.name}"
        if is_nobodys(entry.name):
            continue
        if is_folder(entry) and not entry.name.endswith(".yml"):
            yield from _found_in(content, path, leads_out)
        elif entry.is_symlink():
            yield Found(path, lies_outside(content, content / path), (content / path).is_dir())
        else:
            yield Found(path, leads_out, False)


def entries_in(folder: Path) -> list[os.DirEntry[str]]:
    """Right below it, by name, but for hidden ones."""
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def is_nobodys(name: str) -> bool:
    """A file that Windows puts into folders by itself."""
    return name.lower() in _NOBODYS


def is_folder(entry: os.DirEntry[str]) -> bool:
    """A link to one is none."""
    return entry.is_dir(follow_symlinks=False)


def lies_outside(content: Path, path: Path) -> bool:
    """Once every link on the way has been followed."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(content))
