"""The record files of a content folder: which there are, and their text, made sound or refused with a reason."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from typing import Iterator, NamedTuple

from generator.fingerprints import fingerprint
from generator.model.types import ID_PATTERN
from generator.old_encodings import old_encoding
from generator.problems import Problem
from generator.yaml_text import BACKWARDS, UNSEEN

MOST_BYTES = 1_000_000
"""A record is some kilobytes; a file a thousand times as large is not a record."""

_FOLDERS = {
    "rules": re.compile(r"^[0-9]{4}\.yml$"),
    "units": re.compile(ID_PATTERN[:-1] + r"\.yml$"),
    "dialogues": re.compile(r"^[0-9]{4}/" + ID_PATTERN[1:-1] + r"\.yml$"),
    "submissions": re.compile(r"^[0-9]{4}\.yml$"),
}
RECORD_FOLDERS = tuple(_FOLDERS)
_EXAMPLES = {
    "rules": "rules/2023.yml", "units": "units/hong-bang.yml",
    "dialogues": "dialogues/2023/so-dau-doi-thoai-dinh-ky.yml", "submissions": "submissions/2023.yml",
}
_NOBODYS = {"thumbs.db", "desktop.ini"}
"""Files that Windows puts into folders by itself, in small letters."""
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060\ufeff\U000e0000-\U000e007f]")
_SIGNS = UNSEEN.pattern[1:-1] + BACKWARDS.pattern[1:-1] + "µ¸¶·¹¨»¾¼½©®ª«¬§ºÃÄÆÇËÎÏÐÑÖ×ØÜÞñïöøûåäüëæ"
_SUSPECT = re.compile(f"[{_SIGNS}âáàùê](?:(?<=[{_SIGNS}])|(?<=[ae][âáàùê])|(?<=oâ))")
"""What every finding below holds a sign of; most records hold none, and their lines need not be read one by one.
That it begins with one set of letters lets it be looked for fast."""


@dataclass(frozen=True)
class RecordFile:
    """``path`` is relative to the content folder, with forward slashes; ``text`` is in normal form C.

    ``digest`` is the fingerprint of the file as it lies there.
    """

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
    def text(self) -> str:
        return self.decoded()[0] or ""

    def decoded(self) -> tuple[str | None, list[Problem]]:
        """The text, None where it is none, and what is wrong with it."""
        return _decoded(self.path, self.content)


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
        problems.append(_problem("register.yml", "register-exists", "thư mục nội dung phải có tệp register.yml"))
    else:
        _read(content, "register.yml", _leads_out(content, content / "register.yml"), files, problems)
    problems += _astray(content)
    problems += [_leads_out_problem(found.path) for found in _walk(content, "pages") if found.leads_out]
    for folder, name in _FOLDERS.items():
        for found in _walk(content, folder):
            if found.is_link_to_folder:
                must = "không được là liên kết tới thư mục; bản ghi phải nằm ngay trong thư mục nội dung"
                problems.append(_problem(found.path, "folder-is-no-link", must))
                continue
            below = found.path.removeprefix(f"{folder}/")
            if not name.fullmatch(below):
                problems.append(_problem(
                    found.path, "file-name-is-an-id", "tên tệp phải là chữ thường không dấu, số, dấu gạch nối, đuôi .yml",
                    found=below, example=_EXAMPLES[folder],
                ))
                continue
            _read(content, found.path, found.leads_out, files, problems)
    return RecordFiles(files, problems)


def read_record_file(content: Path, path: Path) -> tuple[RecordFile | None, list[Problem]]:
    """One record file, at ``path`` below the content folder; None where it is not sound."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    _read(content, path.as_posix(), _leads_out(content, content / path), files, problems)
    text, found = files[0].decoded() if files else (None, [])
    return (files[0] if text is not None else None), problems + found


def document_paths(content: Path) -> tuple[frozenset[str], list[Problem]]:
    """Files below ``documents/``, relative to it; a link that leads out of the content folder is a problem."""
    paths, problems = set(), []
    for found in _walk(content, "documents"):
        if found.leads_out:
            problems.append(_leads_out_problem(found.path))
        elif not (content / found.path).is_file():
            problems.append(_problem(found.path, "document-is-a-file", "phải là một tệp"))
        else:
            paths.add(found.path.removeprefix("documents/"))
    return frozenset(paths), problems


def _astray(content: Path) -> list[Problem]:
    """A record in a folder that nobody reads would be lost in silence."""
    if not content.is_dir():
        return []
    must = "bản ghi phải nằm trong rules, units, dialogues hoặc submissions, và tệp chung tên là register.yml; "
    must += "tệp ở đây không được đọc"
    read = {"register.yml", "documents", "pages", *_FOLDERS}
    paths = [
        path for place in _entries(content) if place.name not in read
        for path in ([found.path for found in _walk(content, place.name)] if _is_folder(place) else [place.name])
    ]
    return [
        _problem(path, "record-has-its-folder", must, example=_EXAMPLES["dialogues"])
        for path in paths if path.endswith((".yml", ".yaml"))
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """``path`` is relative to the content folder, out of which a link may lead."""

    path: str
    leads_out: bool
    is_link_to_folder: bool


def _walk(content: Path, folder: str) -> Iterator[_Found]:
    """Files below a folder but for hidden ones; a link to a folder, and a folder that is called like a record, are not
    entered but listed, to be refused."""
    if (content / folder).is_dir():
        yield from _found_in(content, folder, _leads_out(content, content / folder))


def _found_in(content: Path, folder: str, leads_out: bool) -> Iterator[_Found]:
    """What is no link is where its folder is, so that only links need be followed."""
    for entry in _entries(content / folder):
        path = f"{folder}/{entry.name}"
        if entry.name.lower() in _NOBODYS:
            continue
        if _is_folder(entry) and not entry.name.endswith(".yml"):
            yield from _found_in(content, path, leads_out)
        elif entry.is_symlink():
            yield _Found(path, _leads_out(content, content / path), (content / path).is_dir())
        else:
            yield _Found(path, leads_out, False)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _read(content: Path, path: str, leads_out: bool, files: list[RecordFile], problems: list[Problem]) -> None:
    if leads_out:
        problems.append(_leads_out_problem(path))
        return
    place = f"{content}/{path}"
    size = _size(place)
    if size is None:
        problems.append(_problem(path, "file-is-text", "phải là một tệp văn bản"))
        return
    if size > MOST_BYTES:
        problems.append(_problem(path, "file-is-small", f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB"))
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


def _decoded(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    utf8 = "phải được lưu bằng bảng mã UTF-8 (trong Notepad: Lưu thành… → Mã hóa: UTF-8)"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [_problem(path, "file-is-utf-8", utf8, found="UTF-16")]
    if b"\0" in content:
        return None, [_problem(path, "file-is-text", "phải là tệp văn bản", found="tệp nhị phân")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [_problem(path, "file-is-utf-8", utf8, line=line)]
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    if not _SUSPECT.search(text):
        return text, []
    problems = [problem for line, written in enumerate(text.split("\n"), 1) for problem in _suspicions(path, line, written)]
    return UNSEEN.sub(" ", text), problems


def _suspicions(path: str, line: int, written: str) -> list[Problem]:
    """Characters that nobody sees, and text of the fonts and encodings that came before Unicode."""
    if unseen := UNSEEN.search(written):
        must = "không được có ký tự điều khiển; hãy xóa và gõ lại dòng này"
        return [_problem(path, "text-has-no-unseen-character", must, line=line, column=unseen.start() + 1)]
    if written.isascii():
        return []
    if backwards := BACKWARDS.search(written):
        must = "không được có ký tự đảo chiều chữ; hãy xóa và gõ lại dòng này"
        return [_problem(path, "text-has-no-hidden-direction", must, line=line, column=backwards.start() + 1)]
    if suspect := old_encoding(written):
        must = "phải là chữ Unicode; dòng này có vẻ dùng bảng mã cũ (TCVN3, VNI) hoặc bị lỗi mã, hãy chuyển mã bằng Unikey"
        return [_problem(path, "text-is-unicode", must, found=written.strip(), line=line, column=suspect.start() + 1)]
    return []


def _leads_out(content: Path, path: Path) -> bool:
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(content))


def _leads_out_problem(path: str) -> Problem:
    return _problem(path, "file-is-inside", "không được là liên kết tới tệp ở ngoài thư mục nội dung")


def _problem(path: str, rule: str, must: str, *, found: str | None = None, example: str | None = None,
             line: int = 1, column: int = 1) -> Problem:
    return Problem(path, line, column, "", rule, must, found, example)
