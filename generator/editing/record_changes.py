"""Puts changed files into the content folder, if the whole register is sound with them; else nothing changes."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Iterator, Mapping

from generator.checks import check
from generator.files.whole_folder import alone_in
from generator.keeping.stages import TellStage, counted, silent
from generator.reading.problems import InvalidRegister, Problem
from generator.reading.records import read_records


class NotWritten(Exception):
    """No file was changed; ``str()`` says why, in the clerk's words."""


def put_file(content: Path, path: str, text: str, today: date, read: bytes | None) -> None:
    """``put_files`` of one file; ``read`` None where there was none."""
    put_files(content, {path: text}, today, {} if read is None else {path: read})


def edit_file(content: Path, path: str, edited: Callable[[str], str], today: date) -> str:
    """``put_files`` of what ``edited`` makes of a file's text; raises what either does. Returns the path."""
    read = (content / path).read_bytes()
    put_file(content, path, edited(read.decode("utf-8-sig")), today, read)
    return path


def put_files(
    content: Path, texts: Mapping[str, str], today: date, read: Mapping[str, bytes], report: TellStage = silent
) -> None:
    """Writes each text as UTF-8 to its path, relative to the content folder; all files appear whole, or none does.

    ``read`` is what the texts were made from: what each file held, and none where there was no file. They are checked as
    of ``today`` (in Asia/Ho_Chi_Minh) in their places in a copy of the folder, and then put into the real one, so that
    what was checked is what is kept. Raises NotWritten with every problem the register would have, its cause being the
    InvalidRegister, and where somebody else has written to one of the files meanwhile.
    """
    folder = content.resolve()
    with _tried(content, texts, today, report) as workshop, alone_in(folder):
        for path in texts:
            if _held(folder / path) != read.get(path):
                raise NotWritten(
                    f"Chưa ghi gì: {content / path} vừa được người khác ghi. Hãy xem lại tệp rồi chạy lại lệnh này."
                )
        _put(workshop / "content", folder, workshop / "before", list(texts))


def try_files(content: Path, texts: Mapping[str, str], today: date, report: TellStage = silent) -> None:
    """What ``put_files`` does before it writes anything. Raises NotWritten as it would."""
    with _tried(content, texts, today, report):
        pass


@contextmanager
def _tried(content: Path, texts: Mapping[str, str], today: date, report: TellStage) -> Iterator[Path]:
    """A folder beside the content folder, holding a checked copy of it in which the texts are in their places."""
    folder = content.resolve()
    report("Đang kiểm tra cả sổ")
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as workshop:
        copy = Path(workshop) / "content"
        shutil.copytree(folder, copy, symlinks=True, copy_function=_linked)
        for path, text in texts.items():
            new = copy / path
            new.unlink(missing_ok=True)  # a link to the real file, which is not to be written to
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(text.encode())
        reading = read_records(copy, told=counted(report, "Đang kiểm tra cả sổ: đọc bản ghi", "phần"))
        problems = tuple(check(reading, today, of_documents=False, report=report))
        if problems:
            named = str(content / next(iter(texts))) if len(texts) == 1 else f"{len(texts)} tệp"
            invalid = InvalidRegister(problems)
            told = "\n".join(_told(problem, content, texts) for problem in invalid.problems)
            raise NotWritten(f"Chưa ghi gì vào {named}, vì nếu ghi thì sẽ có lỗi:\n{told}") from invalid
        yield Path(workshop)


def _told(problem: Problem, content: Path, texts: Mapping[str, str]) -> str:
    """In a text that is not written there is no line to look up."""
    sentence = f"{problem.sentence}  [{problem.rule}]"
    if problem.path not in texts:
        return f"{content / problem.path}:{problem.line}:{problem.column}: {sentence}"
    return sentence if len(texts) == 1 else f"{content / problem.path}: {sentence}"


def _put(copy: Path, folder: Path, before: Path, paths: list[str]) -> None:
    """Moves the files into the folder; if that is broken off, those already moved are taken back."""
    done: list[str] = []
    try:
        for path in paths:
            new, old, kept = copy / path, folder / path, before / path
            old.parent.mkdir(parents=True, exist_ok=True)
            if old.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(old, kept)
                shutil.copymode(old, new)
            done.append(path)
            os.replace(new, old)
    except BaseException:
        for path in done:
            if (before / path).exists():
                os.replace(before / path, folder / path)
            elif not (copy / path).exists():
                (folder / path).unlink(missing_ok=True)
        raise


def _held(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _linked(source: str, target: str) -> None:
    """A second name for the same bytes where the disk allows it, which costs nothing; else a copy."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
