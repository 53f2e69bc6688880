"""The addresses of all pages for search engines, each with its own day, and what robots may read: everything."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from html import escape
from typing import Iterable, Iterator, Mapping
from urllib.parse import quote

from generator.model import addresses
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site

MOST_ADDRESSES = 50_000
"""In one file (Sitemaps 0.9)."""

Days = Mapping[str, date | None]
"""When each address last changed; None where nothing dated stands there."""


def publish(
    site: Site, pages: Iterable[PublishedPage], handwritten: Iterable[str] = (), most: int = MOST_ADDRESSES
) -> Iterator[PublishedFile]:
    """One file, or above ``most`` addresses an index of some.

    A page that stands at a second address too is named once. ``handwritten`` are the addresses of pages written in
    Markdown, whose day nobody records.
    """
    root = site.register.facts.address
    days = {**dict.fromkeys(handwritten), **{page.address: page.updated for page in pages if page.canonical is None}}
    days = dict(sorted(days.items()))
    if len(days) <= most:
        yield PublishedFile(addresses.SITEMAP, _document("urlset", "url", root, days))
    else:
        shares = dict(_shares(days, most))
        for address, share in shares.items():
            yield PublishedFile(address, _document("urlset", "url", root, share))
        newest = {address: max(filter(None, share.values()), default=None) for address, share in shares.items()}
        yield PublishedFile(addresses.SITEMAP, _document("sitemapindex", "sitemap", root, newest))
    # Google's calendar service obeys robots.txt: a feed that is not allowed is never read.
    yield PublishedFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {root}{addresses.SITEMAP}\n".encode())


def _shares(days: Days, most: int) -> Iterator[tuple[str, Days]]:
    """The pages of each year's dialogues by themselves, and all others: so little changes where a dialogue is added."""
    groups: dict[str, dict[str, date | None]] = defaultdict(dict)
    for address, day in days.items():
        groups[_year_of(address) or ""][address] = day
    for year, group in sorted(groups.items()):
        listed = list(group.items())
        for number, start in enumerate(range(0, len(listed), most), start=1):
            yield _sitemap_part(year, number), dict(listed[start:start + most])


def _document(kind: str, entry: str, root: str, days: Days) -> bytes:
    """In the order of ``days``."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>', f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address, day in days.items():
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<{entry}><loc>{escape(root + quote(address))}</loc>{changed}</{entry}>")
    lines.append(f"</{kind}>\n")
    return "\n".join(lines).encode()


def _year_of(address: str) -> str | None:
    """Whose dialogues' pages and files lie together there; None for every other address."""
    of_a_year = re.match(r"doi-thoai/(\d{4})/", address)
    return of_a_year[1] if of_a_year else None


def _sitemap_part(year: str, number: int) -> str:
    """Of the pages of a year's dialogues, or of all others where ``year`` is empty; ``number`` counts from 1."""
    return f"sitemap-{year or 'khac'}-{number}.xml"
