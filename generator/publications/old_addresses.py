"""Where communes that lie in no district stood before they had addresses of their own: files go on, pages lead on."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable, Iterator

from generator.model.addresses import before_the_move
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site

_FRAME = "/index.html"


def with_old_addresses(
    site: Site, published: Iterable[PublishedPage | PublishedFile]
) -> Iterator[PublishedPage | PublishedFile]:
    """All that is published, and again what once stood elsewhere, unless the register began after that."""
    for one in published:
        yield one
        if (old := before_the_move(one.address)) and site.register.facts.old_commune_addresses:
            if isinstance(one, PublishedPage):
                yield leading_page(site, old, one.address, one.title)
            elif old.endswith(_FRAME):  # a frame's links are relative to its place
                here, to = (address.removesuffix("index.html") for address in (old, one.address))
                yield replace(one, address=old, content=f"{site.render('embeds/moved.html', here, to=to)}\n".encode())
            else:
                yield replace(one, address=old)


def leading_page(site: Site, address: str, to: str, title: str) -> PublishedPage:
    """Sends a browser on at once, and says where to for who is not sent."""
    named = site.words.pages.moved
    return PublishedPage(
        address, title, named.description.format(page=title),
        site.render("pages/moved.html", address, title=title, to=to), canonical=to, leads_to=to,
    )
