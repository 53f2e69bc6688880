"""Writes down what districts sent, at a place of their own in the year's list, so that two who write at once do not meet.

Git merges lines, and a host's server knows no other merge: two entries at the end of a list are a conflict there. What a
district sent stands together, under a comment that names it, which the file has from its first line on. Two who begin the file
itself meet too, so a year that is opened begins it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Sequence

from generator.editing.record_changes import put_file
from generator.editing.record_entries import composed_fields, filled
from generator.editing.yaml_additions import with_entry_of
from generator.model import Register

_HEAD = """\
# yaml-language-server: $schema=../.schema/submissions.schema.json
# Kế hoạch và báo cáo các đơn vị đã gửi trong năm: mỗi lần gửi một mục, ghi thêm dưới mã của đơn vị, sau các mục đã có.
submissions:
"""


def no_submissions(register: Register) -> str:
    """The list of a year in which nothing was sent yet, with a place for each of those that send."""
    return _HEAD + "".join(f"  # {unit.id}\n" for unit in register.districts() if unit.level.owes)


def add_submissions(
    content: Path, register: Register, year: int, report: str, units: Sequence[str], sent_on: date, note: str | None,
    today: date,
) -> str:
    """Adds to ``submissions/<year>.yml`` what districts sent; days and errors as for ``add_to_record``."""
    path = f"submissions/{year}.yml"
    file = content / path
    read = file.read_bytes() if file.exists() else None
    text = no_submissions(register) if read is None else read.decode("utf-8-sig")
    for unit in units:
        sent = filled({"unit": unit, "report": report, "sent_on": sent_on.isoformat(), "note": note})
        text = with_entry_of(text, "submissions", "unit", composed_fields(sent))
    put_file(content, path, text, today, read)
    return path
