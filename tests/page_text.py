"""What a reader finds on a published page: its text, a section of it, its links, its outline."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from generator.site.published import PublishedPage

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "col"})


def shown(html: str) -> str:
    """The text without its tags, one space between words."""
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" ([.,:;)])", r"\1", text)


def section(page: PublishedPage, id: str) -> str:
    """The text below the heading with this id, up to the next one of its level; "" without such a heading."""
    found = re.search(rf'<h(\d) id="{id}"[^>]*>.*?</h\1>(.*?)(?=<h\1[ >]|\Z)', page.body, re.DOTALL)
    return shown(found[2]) if found else ""


def links(page: PublishedPage) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', page.body)]


class Outline(HTMLParser):
    """Headings, ids and open elements of a page; ``problems`` holds what is not well formed."""

    def __init__(self, page: PublishedPage) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.problems: list[str] = []
        self._open: list[str] = []
        self.feed(page.body)
        self.close()
        self.problems += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.ids += [value or "" for name, value in attributes if name == "id"]
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """As in SVG: ``<path … />`` is whole."""
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.problems.append(f"</{tag}> closes another element")


def is_in_order(levels: list[int]) -> bool:
    """One h1, first; and no level is skipped on the way down."""
    return levels[:1] == [1] and levels.count(1) == 1 and all(
        below <= above + 1 for above, below in pairwise(levels)
    )
