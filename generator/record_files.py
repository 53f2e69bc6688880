"""The record files of a content folder: which there are, and their text, made sound or refused with a reason."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Callable

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
_EXAMPLES = {
    "rules": "rules/2023.yml", "units": "units/hong-bang.yml",
    "dialogues": "dialogues/2023/so-dau-doi-thoai-dinh-ky.yml", "submissions": "submissions/2023.yml",
}
_NOBODYS = {"thumbs.db", "desktop.ini"}
"""Files that Windows puts into folders by itself, in small letters."""
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060\ufeff\U000e0000-\U000e007f]")
_SUSPECT = re.compile(f"{UNSEEN.pattern}|{BACKWARDS.pattern}|[µ¸¶·¹¨»¾¼½©®ª«¬§ºÃÄÆÇËÎÏÐÑÖ×ØÜÞñïöøûåäüëæ]|[ae][âáàùê]|oâ")
"""What every finding below holds a sign of; most records hold none, and their lines need not be read one by one."""


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

    @cached_property
    def text(self) -> str:
        return _decoded(self.path, self.content)[0] or ""


IsKnown = Callable[[str, bytes], bool]


def read_record_files(
    content: Path, is_known: IsKnown = lambda path, digest: False
) -> tuple[list[RecordFile], list[Problem]]:
    """Every record file in a fixed order, and a problem for each file that is not one and should be.

    A file that ``is_known`` to be sound, by its path and digest, is not looked at again.
    """
    files: list[RecordFile] = []
    problems: list[Problem] = []
    if not (content / "register.yml").is_file():
        problems.append(_problem("register.yml", "register-exists", "thư mục nội dung phải có tệp register.yml"))
    else:
        _read(content, content / "register.yml", files, problems, is_known)
    problems += _astray(content)
    problems += [
        _leads_out_problem(path.relative_to(content).as_posix()) for path in _walk(content / "pages")
        if _leads_out(content, path)
    ]
    for folder, name in _FOLDERS.items():
        for path in _walk(content / folder):
            relative = path.relative_to(content).as_posix()
            below = path.relative_to(content / folder).as_posix()
            if path.is_symlink() and path.is_dir():
                must = "không được là liên kết tới thư mục; bản ghi phải nằm ngay trong thư mục nội dung"
                problems.append(_problem(relative, "folder-is-no-link", must))
                continue
            if not name.fullmatch(below):
                problems.append(_problem(
                    relative, "file-name-is-an-id", "tên tệp phải là chữ thường không dấu, số, dấu gạch nối, đuôi .yml",
                    found=below, example=_EXAMPLES[folder],
                ))
                continue
            _read(content, path, files, problems, is_known)
    return files, problems


def read_record_file(content: Path, path: Path) -> tuple[RecordFile | None, list[Problem]]:
    """One record file, at ``path`` below the content folder; None where it is not sound."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    _read(content, content / path, files, problems, lambda path, digest: False)
    return (files[0] if files else None), problems


def document_paths(content: Path) -> tuple[frozenset[str], list[Problem]]:
    """Files below ``documents/``, relative to it; a link that leads out of the content folder is a problem."""
    folder = content / "documents"
    found, problems = set(), []
    for path in _walk(folder):
        if _leads_out(content, path):
            problems.append(_leads_out_problem(path.relative_to(content).as_posix()))
        elif not path.is_file():
            problems.append(_problem(path.relative_to(content).as_posix(), "document-is-a-file", "phải là một tệp"))
        else:
            found.add(path.relative_to(folder).as_posix())
    return frozenset(found), problems


def _astray(content: Path) -> list[Problem]:
    """A record in a folder that nobody reads would be lost in silence."""
    if not content.is_dir():
        return []
    must = "bản ghi phải nằm trong rules, units, dialogues hoặc submissions, và tệp chung tên là register.yml; "
    must += "tệp ở đây không được đọc"
    read = {"register.yml", "documents", "pages", *_FOLDERS}
    paths = [
        path for place in sorted(content.iterdir()) if place.name not in read and not place.name.startswith(".")
        for path in (_walk(place) if place.is_dir() and not place.is_symlink() else [place])
    ]
    return [
        _problem(path.relative_to(content).as_posix(), "record-has-its-folder", must, example=_EXAMPLES["dialogues"])
        for path in paths if path.suffix in (".yml", ".yaml")
    ]


def _walk(folder: Path) -> list[Path]:
    """Files below a folder but for hidden ones; a link to a folder, and a folder that is called like a record, are not
    entered but listed, to be refused."""
    if not folder.is_dir():
        return []
    found: list[Path] = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith(".") or path.name.lower() in _NOBODYS:
            continue
        entered = path.is_dir() and not path.is_symlink() and path.suffix != ".yml"
        found += _walk(path) if entered else [path]
    return found


def _read(
    content: Path, path: Path, files: list[RecordFile], problems: list[Problem], is_known: IsKnown
) -> None:
    relative = path.relative_to(content).as_posix()
    if _leads_out(content, path):
        problems.append(_leads_out_problem(relative))
        return
    if not path.is_file():
        problems.append(_problem(relative, "file-is-text", "phải là một tệp văn bản"))
        return
    with path.open("rb") as opened:
        content_bytes = opened.read(MOST_BYTES + 1)
    if len(content_bytes) > MOST_BYTES:
        problems.append(_problem(relative, "file-is-small", f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB"))
        return
    digest = fingerprint(relative, content_bytes)
    text, found = ("", []) if is_known(relative, digest) else _decoded(relative, content_bytes)
    problems += found
    if text is not None:
        files.append(RecordFile(relative, content_bytes, digest))


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
