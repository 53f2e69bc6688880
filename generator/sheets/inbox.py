"""Sheets that somebody put into the inbox of a commit, under names that mean nothing to a shell, a host or a folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.files.revisions import files_below, kept_content
from generator.reading.record_files import INBOX, STAYS_IN_INBOX
from generator.sheets.preview import Question
from generator.sheets.workbook import MOST_BYTES

MOST_SHEETS = 50
_LONGEST_NAME = 80
_SEND = f"tải lại chính tệp Excel (.xlsx), dưới {MOST_BYTES // 1_000_000} MB"


class InboxSheet(NamedTuple):
    """``name`` is as sent but for signs that mean something elsewhere."""

    name: str
    content: bytes


@dataclass
class Inbox:
    """``receipts`` are what stays in the register of the sheets, which do not: by path below the content folder, a line that
    ``sha256sum --check`` reads; a file for each, so that those of two branches do not meet. ``questions`` are about files that
    are not even opened."""

    sheets: list[InboxSheet] = field(default_factory=list)
    receipts: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)


def read_inbox(commit: str, content: Path) -> Inbox:
    """What lies below ``content/inbox`` in the commit, by path. Raises NoSuchRevision."""
    inbox = Inbox()
    sent = [file for file in files_below(commit, content, INBOX) if not STAYS_IN_INBOX.fullmatch(file.path)]
    for file in sent[:MOST_SHEETS]:
        name = _free(harmless_name(file.path), [sheet.name for sheet in inbox.sheets])
        if not file.is_plain:
            inbox.questions.append(Question(name, "là liên kết, không phải tệp", _SEND))
            continue
        written = kept_content(file, content)
        digest = hashlib.sha256(written).hexdigest()
        inbox.receipts[f"{INBOX}/{digest}.sha256"] = f"{digest}  {name}\n"
        if file.size > MOST_BYTES:
            inbox.questions.append(Question(name, f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB", _SEND))
        else:
            inbox.sheets.append(InboxSheet(name, written))
    if len(sent) > MOST_SHEETS:
        inbox.questions.append(Question("hộp thư", f"có {len(sent)} tệp, nhiều hơn {MOST_SHEETS}", "gửi làm nhiều lần"))
    return inbox


def put_beside(sheets: list[InboxSheet], folder: Path) -> list[Path]:
    """The sheets as files of the folder, in their order."""
    for sheet in sheets:
        (folder / sheet.name).write_bytes(sheet.content)
    return [folder / sheet.name for sheet in sheets]


def harmless_name(path: str) -> str:
    """Letters, digits and a few signs of the file's own name; it is no option, no hidden file and no path."""
    name = unicodedata.normalize("NFC", path.rpartition("/")[2])
    name = re.sub(r"[^\w .()-]+", "_", name).lstrip(".- ").rstrip()
    stem, dot, kind = name.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{kind[:10]}" if dot else name[:_LONGEST_NAME] or "_"


def _free(name: str, taken: list[str]) -> str:
    stem, dot, kind = name.rpartition(".")
    names = (f"{stem}({number}){dot}{kind}" for number in range(2, MOST_SHEETS + 2))
    return name if name not in taken else next(other for other in names if other not in taken)
