"""Who can read what is published: a web server under any name, whatever the umask of whoever built it."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_IMODE, S_ISDIR

_READ, _ENTER = 0o444, 0o555


def can_be_served(status: os.stat_result) -> bool:
    """Of a file or a folder."""
    needed = _ENTER if S_ISDIR(status.st_mode) else _READ
    return status.st_mode & needed == needed


def let_be_served(path: str | Path | int, status: os.stat_result) -> None:
    """A file or a folder, by its path or its open descriptor; ``status`` is what it has now."""
    if not can_be_served(status):
        os.chmod(path, S_IMODE(status.st_mode) | (_ENTER if S_ISDIR(status.st_mode) else _READ))
