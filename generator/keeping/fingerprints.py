"""What a build is made from, as fingerprints: equal fingerprints mean equal bytes, and so an equal site."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import Iterable

import generator

GENERATOR = Path(generator.__file__).parent
"""The whole program, wherever in it this module lies."""


def fingerprint(*parts: bytes | str) -> bytes:
    """Of the parts in their order; no two different lists of parts run into one."""
    digest = blake2b(digest_size=32)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.digest()


def program_fingerprint(*folders: Path) -> bytes:
    """Of the program itself, of every library at its version, and of ``folders``, such as the templates."""
    return fingerprint(_as_started(tuple(sys.path)), *map(folder_fingerprint, folders))


@lru_cache(1)  # asked again and again, and what is written over the program meanwhile does not run
def _as_started(search_path: tuple[str, ...]) -> bytes:
    return fingerprint(sys.version, *_libraries(search_path), folder_fingerprint(GENERATOR))


def folder_fingerprint(folder: Path, *, but: Iterable[str] = (), links_out: bool = True) -> bytes:
    """Of all files below it, their paths and contents; ``but`` names folders right below it that do not count. What links
    lead to counts as if it lay there, and that of several links to one folder once. Without ``links_out`` nothing that lies
    outside is read, however much it may be: only where the link leads counts."""
    digests: dict[str, bytes] = {}
    led_to: set[str] = set()
    whole = os.path.realpath(folder)

    def is_read(target: str) -> bool:
        return links_out or f"{target}/".startswith(f"{whole}/")

    for place, folders, files in os.walk(folder, followlinks=True):
        left_out = {"__pycache__", *but} if place == os.fspath(folder) else {"__pycache__"}
        below = place.removeprefix(os.fspath(folder))
        folders[:] = sorted(name for name in folders if name not in left_out)
        for name in [name for name in folders if os.path.islink(f"{place}/{name}")]:
            target = os.path.realpath(f"{place}/{name}")
            digests[f"{below}/{name}"] = os.fsencode(target)
            if target in led_to or not is_read(target):  # perhaps by a link that leads to where it lies
                folders.remove(name)
            led_to.add(target)
        for name in files:
            path = f"{place}/{name}"
            if os.path.islink(path) and not is_read(target := os.path.realpath(path)):
                digests[f"{below}/{name}"] = os.fsencode(target)
            elif os.path.isfile(path):
                with FileIO(path) as file:
                    digests[f"{below}/{name}"] = blake2b(file.readall()).digest()
    return fingerprint(*(part for path in sorted(digests) for part in (path, digests[path])))


def _libraries(search_path: tuple[str, ...]) -> list[str]:
    """Names with versions, as installing them names their folders."""
    return sorted({
        path.name for place in search_path if place and Path(place).is_dir() for path in Path(place).glob("*.dist-info")
    })
