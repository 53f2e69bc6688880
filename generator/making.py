"""Makes the parts of a site that no earlier build has made, in two processes where that pays."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Callable, Iterable, Sequence

from generator.fingerprints import fingerprint
from generator.parts import Part, Published, Sources
from generator.processes import in_processes
from generator.site import PublishedFile, PublishedPage
from generator.store import Store


@dataclass(frozen=True)
class PageEntry:
    """What lists of pages need of a page, without its content."""

    address: str
    updated: date | None
    canonical: str | None


@dataclass(frozen=True)
class Entries:
    """What a part holds, without its content; ``files`` are addresses."""

    pages: tuple[PageEntry, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class MadePart:
    """``key`` is the fingerprint of all that it was made from."""

    key: bytes
    entries: Entries
    content: Callable[[], Sequence[Published]] = field(repr=False)


def made(key: bytes, published: Iterable[Published]) -> MadePart:
    """A part that stays in memory."""
    content = tuple(published)
    return MadePart(key, _entries(content), lambda: content)


def make_parts(parts: Sequence[Part], sources: Sources, today: date, store: Store | None) -> list[MadePart]:
    """Each part from the store, or made and put there; the order is that of ``parts``."""
    keys = [part.key(sources, today) for part in parts]
    if store is None:
        return [made(key, part.publish()) for key, part in zip(keys, parts)]
    found: list[Entries | None] = [store.get(_entries_key(key)) for key in keys]
    missing = [place for place, entries in enumerate(found) if entries is None]

    def make(place: int) -> Entries:
        content = parts[place].publish()
        entries = _entries(content)
        store.put(_content_key(keys[place]), content)
        store.put(_entries_key(keys[place]), entries)
        return entries

    for place, entries in zip(missing, in_processes(make, missing)):
        found[place] = entries
    store.used.update(name.hex() for key in keys for name in (_entries_key(key), _content_key(key)))
    return [
        MadePart(key, entries, _content_of(part, key, store)) for part, key, entries in zip(parts, keys, found)
    ]


def _content_of(part: Part, key: bytes, store: Store) -> Callable[[], Sequence[Published]]:
    """What turns out to be damaged is made again."""
    return lambda: store.get(_content_key(key)) or part.publish()


def _entries(content: Sequence[Published]) -> Entries:
    return Entries(
        tuple(PageEntry(page.address, page.updated, page.canonical) for page in content if isinstance(page, PublishedPage)),
        tuple(file.address for file in content if isinstance(file, PublishedFile)),
    )


def _entries_key(key: bytes) -> bytes:
    return fingerprint("entries", key)


def _content_key(key: bytes) -> bytes:
    return fingerprint("content", key)
