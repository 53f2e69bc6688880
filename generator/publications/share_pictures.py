"""A picture for links that are shared: one of the register, one of each unit at the top for all that lies in it."""

from __future__ import annotations

from typing import Iterator

from generator.model import Unit, addresses
from generator.site.published import PublishedFile
from generator.site.share_images import ShareWords, share_image
from generator.site.site import Site


def publish(site: Site) -> Iterator[PublishedFile]:
    """Drawn in less time each than a page is made, so that none is kept for the next build."""
    for unit in (None, *site.register.districts()):
        yield PublishedFile(addresses.share_picture(unit), share_image(site.templates, _words(site, unit)))


def _words(site: Site, unit: Unit | None) -> ShareWords:
    facts, named = site.register.facts, site.words.pages.share_picture
    publisher = f"{facts.publisher} · {named.sample}" if facts.sample else facts.publisher
    return ShareWords(facts.name, unit.name if unit else facts.place, named.about, publisher)
