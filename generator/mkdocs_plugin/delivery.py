"""Puts what MkDocs does not build itself into the site's folder: files, pages and search entries."""

from __future__ import annotations

import json
import os
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.site import PublishedPage


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


def write_search_entries(index: Path, pages: Iterable[PublishedPage]) -> None:
    """Adds one entry a page to the index that Material's search plugin has written.

    Every visitor's first search loads the whole index, so an entry is a title and a line, not the page's text.
    """
    search = json.loads(index.read_text("utf-8"))
    search["docs"] += [
        # The search window writes both as HTML.
        {"location": page.address, "title": escape(page.title), "text": escape(page.search_text)}
        for page in pages if page.search_text is not None
    ]
    index.write_text(json.dumps(search, ensure_ascii=False, separators=(",", ":")), "utf-8")
