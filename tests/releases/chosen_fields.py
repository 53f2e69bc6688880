"""Fields of records chosen by chance, and other values of the same sort for them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Iterator

from tests.comparing.edits import loaded, put
from tests.folders import write_yaml

_REMARKS = re.compile(r"note|sources\b.*|corrections\b.*|redactions\b.*")
_CHOICES: tuple[tuple[str, ...], ...] = (
    ("periodic", "thematic", "ad-hoc"), ("party", "government"), ("in-person", "online", "mixed"), ("true", "false"),
    ("in-progress", "kept", "not-kept", "passed-up"), ("exact", "about", "almost", "more-than", "less-than"),
    ("at-meeting", "later", "passed-up"), ("people", "households", "delegates"), ("postponed", "cancelled"),
    ("hong-bang/so-dau", "hong-bang/thuong-ly", "hong-bang/ha-ly", "hong-bang"),
)


def fields_of(record: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Each value of a record by its field's name; remarks aside."""
    if isinstance(record, dict):
        for name, inner in record.items():
            yield from fields_of(inner, f"{above}.{name}" if above else name)
    elif isinstance(record, list):
        for place, inner in enumerate(record, 1):
            yield from fields_of(inner, f"{above}[{place}]")
    elif not _REMARKS.fullmatch(above):
        yield above, record


def another(value: str, chance: Random) -> str:
    """Of the same sort."""
    for choices in _CHOICES:
        if value in choices:
            return chance.choice([one for one in choices if one != value])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value) + timedelta(days=chance.choice([-9, -2, -1, 1, 3, 14]))).isoformat()
    if re.fullmatch(r"\d\d:\d\d", value):
        return f"{int(value[:2]) + chance.choice([-1, 1]):02}{value[2:]}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{value[:5]}{int(value[5:]) % 12 + 1:02}"
    if re.fullmatch(r"\d+", value):
        return str(max(0, int(value) + chance.choice([-5, -1, 1, 30] if int(value) else [1, 30])))
    return f"{value} khác"


def records(content: Path) -> list[Path]:
    return sorted(content.glob("dialogues/*/*.yml"))


def edited(path: Path, field: str, value: Any) -> str:
    record = loaded(path)
    put(record, field, value)
    write_yaml(path, record)
    return f"{path.name} {field}"


def any_field(content: Path, chance: Random, fits: str = ".*") -> tuple[Path, str, str]:
    """One whose name fits wholly."""
    return chance.choice([
        (path, field, value)
        for path in records(content) for field, value in fields_of(loaded(path)) if re.fullmatch(fits, field)
    ])
