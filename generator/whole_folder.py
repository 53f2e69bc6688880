"""A folder that appears whole or not at all: written beside its place and put there when it is finished."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Iterator

try:
    import fcntl
except ImportError:  # on Windows, where a clerk builds alone
    fcntl = None  # type: ignore[assignment]

MARK = ".nojekyll"
"""The file that every built site holds, which GitHub Pages wants; a folder without it is not ours to replace."""


class NotOurs(Exception):
    """The folder holds something that no build made; it is left as it is."""


@contextmanager
def whole_folder(folder: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder to write to; it takes the place of ``folder`` when the block ends without an error.

    It is empty, unless there is a ``spare``, the folder before the last: then it is that one, and ``folder`` is the next
    spare. So nothing need be made or removed that is the same in all of them.
    Two builds at once do not disturb each other: the later one to finish stays. Raises NotOurs.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    refuse_others(folder)
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as workshop:
        new, old = Path(workshop) / "new", Path(workshop) / "old"
        if not (spare and _moved(spare, new)):
            new.mkdir()
        yield new
        if not (new / MARK).exists():
            (new / MARK).touch()
        with _alone_in(folder.parent):
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
        if spare and old.exists():
            _moved(old, spare)


def refuse_others(folder: Path) -> None:
    """Raises NotOurs where ``folder`` holds something that no build made."""
    folder = folder.resolve()
    if folder.parent.is_dir():
        with _alone_in(folder.parent):  # not while another build is putting its own there
            if not _is_ours(folder):
                raise NotOurs(f"{folder}: phải là thư mục trống hoặc trang đã dựng trước đó")


def _moved(folder: Path, place: Path) -> bool:
    """False where there is no such folder, or the place is taken or on another disk."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)
        return True
    return False


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).exists())


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other build is putting its site into the folder; leaves no file behind."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
