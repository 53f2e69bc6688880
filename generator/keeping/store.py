"""What earlier builds worked out, kept in a folder under the fingerprint of all that it was made from.

Nothing here is ever wrong, only missing: what is damaged, or was made from anything else, is worked out again. So the
folder can be deleted at any time, and two builds can use it at once. It is trusted like the program: do not fill it
from a place that you would not take code from (its files are pickles).
"""

from __future__ import annotations

import os
import pickle
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Iterator
from zlib import crc32

_SUM_BYTES = 4
_UNSURE = "unsure"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}(\.|$)")


@dataclass(frozen=True)
class Store:
    """``used`` holds the names of the files that this build has need of, for ``forget_others``; ``place`` names the parts
    that it lies in, so that what lies under another name than its own is as good as damaged."""

    folder: Path
    used: set[str] = field(default_factory=set)
    place: str = ""

    def get(self, key: bytes | str) -> Any:
        """What is kept under the key; None where there is nothing sound."""
        name = _name(key)
        pickled = self._read(name)
        if pickled is None:
            with suppress(OSError):
                (self.folder / name).unlink()
            return None
        self.used.add(name)
        return pickle.loads(pickled)

    def has(self, key: bytes | str) -> bool:
        """Whether there is something under the key, sound or not; what is not is gone once it is asked for."""
        return (self.folder / _name(key)).is_file()

    def put(self, key: bytes | str, value: Any) -> None:
        """Under a name, or under the fingerprint of what it was made from. A folder that cannot be written to keeps
        nothing, which costs time and nothing else."""
        self.will_use(key)
        self._write(_name(key), pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def will_use(self, key: bytes | str) -> None:
        """Not to be forgotten, since this build has need of it, perhaps in another process."""
        self.used.add(_name(key))

    def rename(self, name: str, new: str) -> None:
        """What is kept under a name is kept under another one instead."""
        pickled = self._read(name)
        with suppress(OSError):
            for before in (name, new):
                (self.folder / before).unlink(missing_ok=True)
        if pickled is not None:
            self._write(new, pickled)

    @contextmanager
    def unsure(self, is_true: Callable[[], bool]) -> Iterator[None]:
        """All is forgotten where what is kept meanwhile turns out, at the end of the block, not to be true; and by the next
        who begins one, where this one was killed before it was asked."""
        if self.get(_UNSURE):
            self.forget_all()
        self.put(_UNSURE, True)
        try:
            yield
        finally:
            if not is_true():
                self.forget_all()
            with suppress(OSError):
                (self.folder / _UNSURE).unlink()

    def part(self, name: str) -> Store:
        """A store within this one, whose owner alone forgets what is in it."""
        return Store(self.folder / name, place=f"{self.place}{name}/")

    def forget_all(self) -> None:
        """Removes what is kept under fingerprints, here and in the parts; what has a name says itself whether it is true."""
        with suppress(OSError):
            for folder in (self.folder, *(path for path in self.folder.iterdir() if path.is_dir())):
                for path in list(folder.iterdir()):
                    if _FINGERPRINT.match(path.name):
                        path.unlink(missing_ok=True)

    def forget_others(self) -> None:
        """Removes what this build neither read nor wrote, but what has a name; another build that misses it works it out
        again."""
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                if _FINGERPRINT.match(path.name) and path.name not in self.used:
                    path.unlink(missing_ok=True)

    def _read(self, name: str) -> memoryview | None:
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        pickled = memoryview(content)[_SUM_BYTES:]
        return pickled if content[:_SUM_BYTES] == self._sum(name, pickled) else None

    def _write(self, name: str, pickled: bytes | memoryview) -> None:
        beside = self.folder / f"{name}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with beside.open("wb") as file:
                    file.write(self._sum(name, pickled))
                    file.write(pickled)
                beside.rename(self.folder / name)
            except OSError:  # a full disk, which half of it would keep full
                beside.unlink(missing_ok=True)

    def _sum(self, name: str, pickled: bytes | memoryview) -> bytes:
        """A CRC-32, which tells damage, as in ZIP and PNG, and takes a tenth of the time of a fingerprint."""
        return crc32(pickled, crc32(f"{self.place}{name}".encode())).to_bytes(_SUM_BYTES)


def _name(key: bytes | str) -> str:
    return key if isinstance(key, str) else key.hex()
