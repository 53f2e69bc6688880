"""Puts one changed file into the content folder, if the whole register is sound with it; else nothing changes."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.checks import check
from generator.problems import InvalidRegister
from generator.records import read_records


class NotWritten(Exception):
    """No file was changed; ``str()`` says why, in the clerk's words."""


def put_file(content: Path, path: str, text: str, today: date) -> None:
    """Writes ``text`` as UTF-8 to ``path``, relative to the content folder; the file appears whole or stays as it was.

    It is checked as of ``today`` (in Asia/Ho_Chi_Minh) in its place in a copy of the folder, and then put into the
    real one, so that what was checked is what is kept. Raises NotWritten with every problem the register would have.
    """
    folder = content.resolve()
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as workshop:
        copy = Path(workshop) / "content"
        shutil.copytree(folder, copy, symlinks=True, copy_function=_linked)
        new, old = copy / path, folder / path
        new.unlink(missing_ok=True)  # a link to the real file, which is not to be written to
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(text.encode())
        problems = tuple(check(read_records(copy), today))
        if problems:
            raise NotWritten(f"Chưa ghi gì vào {path}, vì nếu ghi thì sẽ có lỗi:\n{InvalidRegister(problems)}")
        if old.exists():
            shutil.copymode(old, new)
        old.parent.mkdir(parents=True, exist_ok=True)
        os.replace(new, old)


def _linked(source: str, target: str) -> None:
    """A second name for the same bytes where the disk allows it, which costs nothing; else a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
