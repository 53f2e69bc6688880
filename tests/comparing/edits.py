"""Edits of a content folder by the names of fields, and the entries of a refusal pasted where it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterable

import yaml

from generator.reading.yaml_text import TextLoader
from tests.folders import write_yaml

GONE = "GONE"
WHY = "Vì sao sửa"


def loaded(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), TextLoader) if path.exists() else {}


def put(record: Any, field: str, value: Any) -> None:
    """GONE takes it away; a field that ends in [+] adds an entry."""
    path = re.findall(r"[\w-]+(?=[.\[]|$)|\d+(?=\])|\+(?=\])", field)
    for name in path[:-1]:
        record = record[int(name) - 1] if isinstance(record, list) else record.setdefault(name, [] if path[-1] == "+" else {})
    last = path[-1]
    if last == "+":
        record.append(value)
    elif value == GONE:
        del record[int(last) - 1 if isinstance(record, list) else last]
    elif isinstance(record, list):
        record[int(last) - 1] = value
    else:
        record[last] = value


def pasted(content: Path, uncorrected: Iterable[str], why: str = WHY) -> None:
    """As a clerk does who pastes each entry where its line says that it belongs."""
    for line in uncorrected:
        [proposed] = re.findall(rf"- (\{{corrected_on: .*?, text: {WHY}\}})", line)
        path, place = file_of(content, line)
        record = loaded(path)
        inside = next((one for one in record.get("communes", []) if one["id"] == place), record)
        inside.setdefault("corrections", []).append(yaml.load(proposed, TextLoader) | {"text": why})
        write_yaml(path, record)


def file_of(content: Path, line: str) -> tuple[Path, str]:
    what, _, _ = line.partition(":")
    match what.split(" "):
        case ["Bản", "ghi", id]:
            return next(content.glob(f"dialogues/*/{id}.yml")), ""
        case ["Đơn", "vị", id]:
            return content / f"units/{id.partition('/')[0]}.yml", id.partition("/")[2]
    rules = re.search(r"corrections của (rules/\d+\.yml)", line)
    return content / (rules[1] if rules else what), ""
