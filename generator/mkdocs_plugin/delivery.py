"""Puts what MkDocs does not build itself into the site's folder: files and pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_files(site: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes each content to its path below ``site``, making the folders on the way."""
    made: set[str] = set()
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(f"{site}/{folder}", exist_ok=True)
            made.add(folder)
        with open(f"{site}/{path}", "wb") as file:
            file.write(content)
