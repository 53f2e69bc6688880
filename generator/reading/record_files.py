"""The record files of a content folder: which there are, and what lies there and should not."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from generator.files.folder_walk import entries_in, is_folder, lies_outside, walk
from generator.keeping.fingerprints import fingerprint
from generator.reading.decoded_text import decoded, no_file_problem, problem_of_file
from generator.reading.problems import Problem
from generator.text.vietnamese import ID_PATTERN

MOST_BYTES = 1_000_000
"""A record is some kilobytes; a file a thousand times as large is not a record."""

_FOLDERS = {
    "rules": re.compile(r"^[0-9]{4}\.yml$"),
    "units": re.compile(ID_PATTERN[:-1] + r"\.yml$"),
    "dialogues": re.compile(r"^[0-9]{4}/" + ID_PATTERN[1:-1] + r"\.yml$"),
    "submissions": re.compile(r"^[0-9]{4}\.yml$"),
    "reforms": re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\.yml$"),
}
RECORD_FOLDERS = tuple(_FOLDERS)
FILES_BESIDE = ("register.yml", "agencies.yml")
"""Record files that lie in no folder; only the first has to be there."""
INBOX = "inbox"
"""Where sheets are put for the machine to import; only a receipt of each comes into the register, by its SHA-256."""
STAYS_IN_INBOX = re.compile(r"[0-9a-f]{64}\.sha256|\.gitkeep")
_EXAMPLES = {
    "rules": "rules/2023.yml", "units": "units/hong-bang.yml",
    "dialogues": "dialogues/2023/so-dau-doi-thoai-dinh-ky.yml", "submissions": "submissions/2023.yml",
    "reforms": "reforms/2025-07-01.yml",
}
_PLAIN = "tên tệp phải là chữ thường không dấu, số, dấu gạch nối, đuôi .yml"
_OF_A_YEAR = "tên tệp phải là năm, đuôi .yml; bản ghi một cuộc đối thoại thì để trong dialogues/<năm>/"


@dataclass(frozen=True)
class RecordFile:
    """``path`` is relative to the content folder, with forward slashes; ``text`` is in normal form C. ``digest`` is the
    fingerprint of the file as it lies there."""

    path: str
    content: bytes = field(repr=False)
    digest: bytes

    @classmethod
    def empty(cls, path: str) -> RecordFile:
        """For a problem whose file is not there."""
        return cls(path, b"", b"")

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @property
    def is_of_a_dialogue(self) -> bool:
        return self.path.startswith("dialogues/")

    @property
    def text(self) -> str:
        return self.decoded()[0] or ""

    def decoded(self) -> tuple[str | None, tuple[Problem, ...]]:
        """The text, None where it is none, and what is wrong with it."""
        return decoded(self.path, self.content)


class RecordFiles(NamedTuple):
    """Every record file in a fixed order, and a problem for each file that is not one and should be."""

    files: list[RecordFile]
    problems: list[Problem]

    def fingerprint(self) -> bytes:
        """Of all that reading the records can come to, but for the documents."""
        return fingerprint(*(file.digest for file in self.files), *map(repr, self.problems))


def read_record_files(content: Path) -> RecordFiles:
    """Their contents as they lie there, not yet decoded."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    if not (content / "register.yml").is_file():
        problems.append(problem_of_file("register.yml", "register-exists", "thư mục nội dung phải có tệp register.yml"))
    else:
        _read(content, "register.yml", lies_outside(content, content / "register.yml"), files, problems)
    for beside in FILES_BESIDE[1:]:
        if (content / beside).exists():
            _read(content, beside, lies_outside(content, content / beside), files, problems)
    problems += [*_astray(content), *_not_imported(content)]
    for found in walk(content, "pages"):
        if found.leads_out:
            problems.append(_leads_out_problem(found.path))
        elif found.is_link_to_folder:
            problems.append(_link_to_folder_problem(found.path))
    for folder, name in _FOLDERS.items():
        for found in walk(content, folder):
            if found.is_link_to_folder:
                problems.append(_link_to_folder_problem(found.path))
                continue
            below = found.path.removeprefix(f"{folder}/")
            if not name.fullmatch(below):
                must = _OF_A_YEAR if folder in ("rules", "submissions") else _PLAIN
                problems.append(problem_of_file(found.path, "file-name-is-an-id", must, found=below, example=_EXAMPLES[folder]))
                continue
            _read(content, found.path, found.leads_out, files, problems)
    return RecordFiles(files, problems)


def read_record_file(content: Path, path: Path) -> tuple[RecordFile | None, list[Problem]]:
    """One record file, at ``path`` below the content folder; None where it is not sound."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    _read(content, path.as_posix(), lies_outside(content, content / path), files, problems)
    text, found = files[0].decoded() if files else (None, ())
    return (files[0] if text is not None else None), [*problems, *found]


def document_paths(content: Path) -> tuple[frozenset[str], list[Problem]]:
    """Files below ``documents/``, relative to it; a link that leads out of the content folder is a problem."""
    paths, problems = set(), []
    for found in walk(content, "documents"):
        if found.leads_out:
            problems.append(_leads_out_problem(found.path))
        elif not (content / found.path).is_file():
            problems.append(no_file_problem(found.path))
        else:
            paths.add(found.path.removeprefix("documents/"))
    return frozenset(paths), problems


def _astray(content: Path) -> list[Problem]:
    """A record in a folder that nobody reads would be lost in silence."""
    if not content.is_dir():
        return []
    must = "bản ghi phải nằm trong rules, units, reforms, dialogues hoặc submissions, và tệp chung tên là register.yml; "
    must += "tệp ở đây không được đọc"
    read = {*FILES_BESIDE, "documents", "pages", *_FOLDERS}
    paths = [
        path for place in entries_in(content) if place.name not in read
        for path in ([found.path for found in walk(content, place.name)] if is_folder(place) else [place.name])
    ]
    return [
        problem_of_file(path, "record-has-its-folder", must, example=_EXAMPLES["dialogues"])
        for path in paths if path.endswith((".yml", ".yaml"))
    ]


def _not_imported(content: Path) -> list[Problem]:
    """A sheet holds what is not for the public, and its name would stay in the history of the register for ever."""
    must = "bảng gửi vào hộp thư không được ở lại trong sổ: hãy hợp đề nghị mà máy lập từ bảng này, không hợp chính bảng; "
    must += "trên máy này thì chuyển tệp ra ngoài thư mục nội dung rồi chạy dialogues import"
    folder = content / INBOX
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return [
        problem_of_file(f"{INBOX}/{path}", "sheet-is-imported", must) for path in paths
        if not STAYS_IN_INBOX.fullmatch(path) and not path.endswith((".yml", ".yaml"))
    ]


def _read(content: Path, path: str, leads_out: bool, files: list[RecordFile], problems: list[Problem]) -> None:
    if leads_out:
        problems.append(_leads_out_problem(path))
        return
    place = f"{content}/{path}"
    if (size := _size(place)) is None:
        problems.append(problem_of_file(path, "file-is-text", "phải là một tệp văn bản"))
        return
    if size > MOST_BYTES:
        problems.append(problem_of_file(path, "file-is-small", f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB"))
        return
    with FileIO(place) as opened:
        written = opened.readall()
    files.append(RecordFile(path, written, fingerprint(path, written)))


def _size(place: str) -> int | None:
    """In bytes; None of what is no file."""
    try:
        status = os.stat(place)
    except OSError:
        return None
    return status.st_size if S_ISREG(status.st_mode) else None


def _leads_out_problem(path: str) -> Problem:
    return problem_of_file(path, "file-is-inside", "không được là liên kết tới tệp ở ngoài thư mục nội dung")


def _link_to_folder_problem(path: str) -> Problem:
    must = "không được là liên kết tới thư mục; tệp phải nằm ngay trong thư mục nội dung"
    return problem_of_file(path, "folder-is-no-link", must)
