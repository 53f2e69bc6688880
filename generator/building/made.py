"""What a part of the site publishes, and what it is made from; apart from how it is made, which takes long to import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Iterable, Mapping, NamedTuple

from generator.keeping.fingerprints import fingerprint
from generator.site.published import PublishedFile, PublishedPage

Published = PublishedPage | PublishedFile


class PageEntry(NamedTuple):
    """What a list of all pages needs of one; see PublishedPage."""

    address: str
    updated: date | None
    canonical: str | None


@dataclass(frozen=True)
class Sources:
    """Fingerprints of what a site is made from: of each dialogue's record by its id, and of all the rest together, the
    years shown among it."""

    rest: bytes
    dialogues: Mapping[str, bytes]

    def of(self, dialogues: Iterable[str]) -> bytes:
        return fingerprint(b"".join(map(self.dialogues.__getitem__, dialogues)))  # each is as long, and of the id too

    @cached_property
    def whole(self) -> bytes:
        return self.of(self.dialogues)

    def key(self, dialogues: Iterable[str]) -> bytes:
        """Of all that can show in what is made of these dialogues, by their ids, but the day."""
        return fingerprint(self.rest, self.of(dialogues))


class Made(NamedTuple):
    """What a part publishes. It is the same on every day from ``first`` to ``last``; ``last`` is None where no later day
    changes it."""

    published: tuple[Published, ...]
    first: date
    last: date | None
