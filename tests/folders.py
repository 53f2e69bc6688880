"""Folders as tests look at them and fill them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterable, Mapping

import yaml


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file's content, by its path below the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fill(folder: Path, files: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> None:
    """Writes each file at its path below the folder, with the folders that it lies in."""
    for name, content in dict(files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_yaml(path: Path, record: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def replace_in(path: Path, old: str, new: str) -> None:
    """Wherever it stands in the file, which is somewhere."""
    text = path.read_text("utf-8")
    assert old in text, f"{path} holds no {old}"
    path.write_text(text.replace(old, new), "utf-8")


def append_to(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
