"""A picture for links that are shared: one of the register, one of each unit at the top for all that lies in it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Iterator
from zlib import ZLIB_RUNTIME_VERSION

from generator.keeping.fingerprints import fingerprint
from generator.keeping.store import Store
from generator.model import Unit, addresses
from generator.site import share_images
from generator.site.published import PublishedFile
from generator.site.share_images import FONT, ShareWords, share_image
from generator.site.site import Site


def publish(site: Site) -> Iterator[PublishedFile]:
    """Drawn when its words change and not before: the first takes some 10 ms with what draws it, each other less than one."""
    store = site.kept.store.part("share-pictures") if site.kept else None
    drawn_with = fingerprint(
        Path(share_images.__file__).read_bytes(), (site.templates / FONT).read_bytes(), version("pillow"), ZLIB_RUNTIME_VERSION,
    )
    for unit in (None, *site.register.districts()):
        yield PublishedFile(addresses.share_picture(unit), _picture(site, _words(site, unit), store, drawn_with))
    if store:
        store.forget_others()


def _picture(site: Site, words: ShareWords, store: Store | None, drawn_with: bytes) -> bytes:
    key = fingerprint(drawn_with, *(text for text, _, _ in words.sized))
    kept: bytes | None = store.get(key) if store else None
    if kept is None:
        kept = share_image(site.templates, words)
        if store:
            store.put(key, kept)
    return kept


def _words(site: Site, unit: Unit | None) -> ShareWords:
    facts, named = site.register.facts, site.words.pages.share_picture
    publisher = f"{facts.publisher} · {named.sample}" if facts.sample else facts.publisher
    return ShareWords(facts.name, unit.name if unit else facts.place, named.about, publisher)
