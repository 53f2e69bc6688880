"""The addresses of all pages for search engines, each with its own day, and what robots may read: everything."""

from __future__ import annotations

from html import escape
from typing import Iterable, Iterator

from generator.site import PublishedFile, PublishedPage, Site


def publish(
    site: Site, pages: Iterable[PublishedPage], handwritten: Iterable[str] = ()
) -> Iterator[PublishedFile]:
    """Sitemaps 0.9 allows 50,000 addresses in one file. A page without a dated fact carries no day.

    A page that stands at a second address too is named once. ``handwritten`` are the addresses of pages written in Markdown, whose day nobody records.
    """
    root = site.register.facts.address
    days = {**dict.fromkeys(handwritten), **{page.address: page.updated for page in pages if page.canonical is None}}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for address in sorted(days):
        day = days[address]
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(root + address)}</loc>{changed}</url>")
    lines.append("</urlset>\n")
    yield PublishedFile("sitemap.xml", "\n".join(lines).encode())
    # Google's calendar service obeys robots.txt: a feed that is not allowed is never read.
    yield PublishedFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n".encode())
