"""A file in the place of another: written over it where nobody can tell, since to free a file and to make one takes a disk
five times as long; and else a new one."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from io import FileIO
from stat import S_ISREG

try:
    import fcntl
except ImportError:  # on Windows
    fcntl = None  # type: ignore[assignment]  # a name for a module that this system has not


def opened(target: str) -> FileIO:
    """To be written from its beginning, and cut off where that ends. What was there under another name as well, or is being
    read, stays as it is. Where nothing is in the way, which is nearly always at first, nothing is looked for."""
    try:
        return FileIO(target, "x")
    except OSError:
        with suppress(OSError):
            return FileIO(target, "r+", opener=_opened_alone)
        remove(target)
        return FileIO(target, "x")


def remove(target: str) -> None:
    try:
        os.unlink(target)
    except FileNotFoundError:
        pass
    except OSError:  # somebody's folder
        shutil.rmtree(target)


def _opened_alone(path: str, _: int) -> int:
    """Raises OSError of what is no file or has another name, which another site's would be; of one that somebody still
    reads, such as a web server that sends it to a slow phone; and where the system cannot tell (fcntl(2), F_SETLEASE)."""
    if not hasattr(fcntl, "F_SETLEASE"):
        raise OSError(f"{path}: nobody knows who reads it")
    descriptor = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        if not S_ISREG(status.st_mode) or status.st_nlink != 1:
            raise OSError(f"{path}: is not only here")
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
