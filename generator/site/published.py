"""What is published at an address: pages, each with what its head needs, and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True)
class PublishedFile:
    """Bytes at an address, such as a feed, a table or a document.

    ``address`` is relative to the site's root, in lower-case ASCII, without a leading slash.
    """

    address: str
    content: bytes


class FeedLink(NamedTuple):
    """A feed that a page points to with ``<link rel="alternate">``."""

    address: str
    title: str
    media_type: str = "text/calendar"


@dataclass(frozen=True)
class PublishedPage:
    """One HTML page: its ``<main>`` content and what its head needs; a shell puts the theme around it.

    ``address`` ends with a slash ("" is the home page). ``body`` is safe HTML whose links are relative to the
    address. ``updated`` is the newest day of a fact shown, or on which a state turned, for the sitemap; None where nothing
    dated is shown. ``structured`` is a JSON-LD text (schema.org), safe to stand inside a script element. ``canonical`` is
    the address that search engines should know, where the same content stands at two; None where it is this one.
    ``leads_to`` is the address that a browser is sent on to at once.
    ``picture`` is the address of the one that a messenger shows beside a link to it, None where it is the register's own.
    """

    address: str
    title: str
    description: str
    body: str
    updated: date | None = None
    feeds: tuple[FeedLink, ...] = ()
    structured: str | None = None
    canonical: str | None = None
    leads_to: str | None = None
    picture: str | None = None

    @property
    def canonical_address(self) -> str:
        return self.address if self.canonical is None else self.canonical
