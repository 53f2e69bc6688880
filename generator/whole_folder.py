"""A folder that appears whole or not at all: written beside its place and put there when it is finished."""

from __future__ import annotations

import os
from contextlib import contextmanager
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
def whole_folder(folder: Path) -> Iterator[Path]:
    """A new empty folder to write to; it takes the place of ``folder`` when the block ends without an error.

    Two builds at once do not disturb each other: the later one to finish stays. Raises NotOurs.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder.parent):  # not while another build is putting its own there
        ours = _is_ours(folder)
    if not ours:
        raise NotOurs(f"{folder}: phải là thư mục trống hoặc trang đã dựng trước đó")
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as workshop:
        new = Path(workshop) / "new"
        new.mkdir()
        yield new
        if not (new / MARK).exists():
            (new / MARK).touch()
        with _alone_in(folder.parent):
            if folder.exists():
                folder.rename(Path(workshop) / "old")
            new.rename(folder)


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
