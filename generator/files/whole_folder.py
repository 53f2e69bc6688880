"""A folder that appears whole or not at all: written beside its place and put there when it is finished."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Callable, Iterator

from generator.files.permissions import let_be_served

try:
    import fcntl
except ImportError:  # on Windows, where a clerk builds alone
    fcntl = None  # type: ignore[assignment]  # a name for a module that this system has not

MARK = ".dialogues-site"
"""The file that every folder holds which this program has filled; one without it is not ours to replace."""
MARK_TEXT = "Thư mục này do lệnh dialogues dựng. Lần dựng sau thay mọi tệp ở đây, kể cả tệp do người khác để vào.\n"


class NotOurs(Exception):
    """The folder holds something that no build made; it is left as it is."""


@contextmanager
def whole_folder(folder: Path, spare: Path | None = None, is_known: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """A folder to write to; it takes the place of ``folder`` when the block ends without an error.

    It is empty, unless there is a ``spare``, the folder before the last: then it is that one, and ``folder`` is the next
    spare. So nothing need be made or removed that is the same in all of them. With an error it is the spare again, with
    what the block has done to it. A web server can read it, whatever the umask.
    ``is_known`` says of a folder without the mark whether it is ours all the same, from before there was one.
    Two builds at once do not disturb each other: the later one to finish stays. Raises NotOurs.
    """
    folder = folder.resolve()
    missing = [parent for parent in folder.parents if not parent.exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    for parent in missing:
        let_be_served(parent, parent.stat())
    try:
        with _in_its_place(folder, spare, is_known) as new:
            yield new
    except BaseException:
        for parent in missing:
            with suppress(OSError):  # not empty any more
                parent.rmdir()
        raise


@contextmanager
def _in_its_place(folder: Path, spare: Path | None, is_known: Callable[[], bool]) -> Iterator[Path]:
    _refuse_others(folder, is_known)
    with _workshop(folder) as workshop:
        new, old = workshop / "new", workshop / "old"
        taken = spare if spare and spare.is_dir() and not spare.is_symlink() and _moved(spare, new) else None
        if not taken:
            new.mkdir()
        let_be_served(new, new.stat())
        try:
            yield new
        except BaseException:
            if taken:
                _moved(new, taken)
            raise
        if not (new / MARK).exists():
            mark_as_ours(new)
        with alone_in(folder.parent):
            _put(new, folder, old)
        if spare and old.exists():
            _moved(old, spare)


def mark_as_ours(folder: Path) -> None:
    mark = folder / MARK
    mark.write_text(MARK_TEXT, "utf-8")
    let_be_served(mark, mark.stat())


def _put(new: Path, folder: Path, old: Path) -> None:
    """``new`` becomes ``folder``, and that ``old``, if it is there; in one step, so that nobody finds none, where the kernel
    can. What breaks this off leaves the old folder or the new one in its place."""
    if not folder.exists():
        new.rename(folder)
    elif _exchanged(new, folder):
        new.rename(old)
    else:
        try:
            folder.rename(old)
            new.rename(folder)
        except BaseException:
            if not folder.exists():
                old.rename(folder)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """By renameat2(2), which Linux has and Python has not."""
    import ctypes  # seldom needed, and slow to import

    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):  # another system
        return False
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder beside ``folder``, on its disk, that goes away in the end; what a build that was killed has left goes too,
    or goes back where it was."""
    prefix = f".{folder.name}.dialogues-build-"
    with ExitStack() as held:
        with alone_in(folder.parent):
            for left in folder.parent.glob(f"{escape(prefix)}*"):
                _remove_if_left(left, folder)
            workshop = held.enter_context(TemporaryDirectory(prefix=prefix, dir=folder.parent))
            held.enter_context(alone_in(Path(workshop)))  # which says that it is in use
        yield Path(workshop)


def _remove_if_left(workshop: Path, folder: Path) -> None:
    """Only what holds nothing but what a build puts there; an old site that has no other gets its place back."""
    if fcntl is None:
        return
    with suppress(OSError):  # gone, or refused
        descriptor = os.open(workshop, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while a build holds it
            if {path.name for path in workshop.iterdir()} <= {"new", "old"}:
                if not folder.exists() and (workshop / "old").exists():
                    (workshop / "old").rename(folder)
                rmtree(workshop, ignore_errors=True)
        finally:
            os.close(descriptor)


def _refuse_others(folder: Path, is_known: Callable[[], bool]) -> None:
    """Raises NotOurs where ``folder`` holds something that no build made."""
    with alone_in(folder.parent):  # not while another build is putting its own there
        if not _is_ours(folder, is_known):
            raise NotOurs(
                f"{folder}: phải là thư mục trống hoặc trang đã dựng trước đó, có tệp {MARK}; không có gì bị xóa. "
                "Nếu đây là trang do bản cũ của chương trình dựng thì đổi tên hoặc xóa thư mục rồi chạy lại"
            )


def _moved(folder: Path, place: Path) -> bool:
    """False where there is no such folder, or the place is taken or on another disk."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)
        return True
    return False


def _is_ours(folder: Path, is_known: Callable[[], bool]) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).is_file() or is_known())


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other build holds the folder, and holds it; leaves no file behind."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
