"""A page around everything, rendered once and cut where pages differ, so that ten thousand pages cost little more than one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Callable, Iterable

# What differs between two pages at the same depth below the same page of the menu; a theme may show the title too.
GAPS = ("head", "body", "day")
_AS_WRITTEN = re.compile(r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_NO_PAGE = "-/"


class GapMissing(Exception):
    """What was rendered has no place for one of the gaps; ``str()`` names those that are missing."""


@dataclass(frozen=True)
class Shell:
    """A rendered page: the literal HTML, in UTF-8, around each of the ``gaps``, which are told by their names."""

    literal: tuple[bytes, ...]
    gaps: tuple[str, ...]

    def around(self, head: str, title: str, body: str, day: str) -> bytes:
        """The whole HTML page around the four, in UTF-8; each must be HTML already."""
        content = {"head": head.encode(), "title": title.encode(), "body": body.encode(), "day": day.encode()}
        filled = [b""] * (len(self.literal) + len(self.gaps))
        filled[::2] = self.literal
        filled[1::2] = [content[gap] for gap in self.gaps]
        return b"".join(filled)


@dataclass
class Shells:
    """The shells of one build, by address: one for each depth and each neighbourhood of the menu.

    A page's links to the menu are relative, so two pages share a shell when they lie equally deep and the same one of
    ``folders``, to which the menu leads, is the closest above both. ``render`` makes one when it is first needed.
    """

    folders: frozenset[str]
    render: Callable[[str], Shell]
    known: dict[str, Shell] = field(default_factory=dict)

    def of(self, address: str) -> Shell:
        """For the page at this address; raises what ``render`` raises."""
        near = address
        while near and near not in self.folders:
            near = near[:near.rfind("/", 0, -1) + 1]
        # Rendered for an address that no page has: what is linked to must look the same from every page.
        stand_in = near + _NO_PAGE * (address.count("/") - near.count("/"))
        if stand_in not in self.known:
            self.known[stand_in] = self.render(stand_in)
        return self.known[stand_in]


def cut(html: str) -> Shell:
    """Cuts a page at its marks. Raises GapMissing."""
    parts = re.split("\0([a-z]+)\0", without_indents(html))
    if missing := [gap for gap in GAPS if gap not in parts[1::2]]:
        raise GapMissing(", ".join(missing))
    return Shell(tuple(part.encode() for part in parts[::2]), tuple(parts[1::2]))


def without_indents(html: str) -> str:
    """Each line from its first letter on, which every page that is loaded has the less to carry; what a browser shows or runs
    as it is written stays."""
    parts = _AS_WRITTEN.split(html)
    return "".join(part if place % 2 else _INDENT.sub("\n", part) for place, part in enumerate(parts))


def mark(gap: str) -> str:
    """What stands in a gap until it is cut."""
    # No page can hold NUL, which HTML forbids.
    return f"\0{gap}\0"


def folders_above(address: str) -> list[str]:
    """The address itself and every folder above it, the longest first, the site's root ("") last."""
    steps = address.split("/")[:-1]
    return ["".join(f"{step}/" for step in steps[:count]) for count in range(len(steps), -1, -1)]


def closest(addresses: Iterable[str], address: str) -> str | None:
    """The address of the menu that the address lies below, None where there is none but the home page's."""
    return max((above for above in addresses if above and address.startswith(above)), key=len, default=None)
