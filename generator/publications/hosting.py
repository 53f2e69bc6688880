"""The headers that Netlify and Cloudflare Pages are to send, in the file that both read from the site's root."""

from __future__ import annotations

from typing import Iterable, Iterator

from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site

OPEN_FOLDERS = ("api", "nhung", "phat-hanh", "thay-doi")
"""Whose files scripts of other sites may read."""


def publish(
    site: Site, pages: Iterable[PublishedPage], handwritten: Iterable[str] = ()
) -> Iterator[PublishedFile]:
    """Every folder that holds pages is kept out of other sites' frames; ``handwritten`` are addresses of more pages."""
    addresses = [*(page.address for page in pages), *handwritten]
    folders = sorted({address.partition("/")[0] for address in addresses} - {""})
    text = site.render("hosting/_headers", folders=folders, shared=OPEN_FOLDERS)
    yield PublishedFile("_headers", f"{text}\n".encode())
