"""SHA-256 of every file of a site, as ``sha256sum`` writes and checks it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Mapping, Sequence

from generator.files.site_folder import files_below
from generator.keeping.processes import batches, in_processes
from generator.keeping.stages import TellCount, uncounted
from generator.model.addresses import RELEASES

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_FILES_TOGETHER = 1000
"""Some 40 ms of work."""
_OF_THE_HOST = ("_headers", "404.html")
"""Hosts read them and hand them out under no address of their own."""


class NotSums(Exception):
    """``str()`` says what is wrong with a list of sums."""


@dataclass(frozen=True)
class Sums:
    """``by_path`` has the paths below the site's folder in their order."""

    by_path: Mapping[str, str]

    def with_files(self, files: Mapping[str, bytes]) -> Sums:
        """With those of contents that are there besides, or instead."""
        return _sums({**self.by_path, **{path: sum_of(content) for path, content in files.items()}})

    @cached_property
    def text(self) -> bytes:
        return "".join(f"{digest}  {path}\n" for path, digest in self.by_path.items()).encode()

    @classmethod
    def of_text(cls, text: bytes) -> Sums:
        """Raises NotSums where it is not, byte for byte, what ``text`` gives."""
        found = [_LINE.fullmatch(line) for line in text.decode("utf-8", "replace").splitlines()]
        sums = _sums({line[2]: line[1] for line in found if line})
        if sums.text != text:
            raise NotSums("không phải là danh sách mã băm của một lần phát hành")
        return sums


def sums_of(folder: Path, told: TellCount = uncounted) -> Sums:
    """Of every file below the folder but what tells of releases. In two processes, of whose shares ``told`` hears.
    Raises NotSums."""
    paths = sorted(path for path, _ in files_below(folder) if not path.startswith(RELEASES))
    if odd := [path for path in paths if "\\" in path or not path.isprintable() or path.strip() != path]:
        raise NotSums(f"{folder}: tên tệp {odd[0]!r} không ghi được vào danh sách mã băm; hãy đổi tên tệp rồi dựng lại")

    def digests(some: Sequence[str]) -> list[tuple[str, str]]:
        return [(path, sum_of_file(f"{folder}/{path}")) for path in some]

    done = in_processes(digests, batches(paths, _FILES_TOGETHER), told)
    return _sums({path: digest for some in done for path, digest in some})


def sum_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def sum_of_file(path: str) -> str:
    with open(path, "rb", buffering=0) as file:
        return sha256(file.read()).hexdigest()


def is_handed_out(path: str) -> bool:
    """Whether a host hands the file out at its path."""
    return path not in _OF_THE_HOST and not any(part.startswith(".") for part in path.split("/"))


def _sums(by_path: Mapping[str, str]) -> Sums:
    return Sums({path: by_path[path] for path in sorted(by_path)})
