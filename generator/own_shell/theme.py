"""The register's own shell in one build: around the register's pages, around those written by hand, with all assets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.building.delivery import NO_JEKYLL
from generator.building.heads import Heads
from generator.building.site_build import refuse_missing
from generator.files.site_folder import files_below
from generator.files.whole_folder import MARK, MARK_TEXT
from generator.model.addresses import HANDBOOK
from generator.own_shell.frames import NOT_FOUND, Frames, folders_of
from generator.own_shell.handwritten import HandwrittenPage, files_beside, handwritten_pages
from generator.site.published import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.building.build import Publication
    from generator.building.delivery import Delivery, Wrap
    from generator.files.site_folder import Files

NOT_IN_MENU = HANDBOOK
"""For clerks: in the page's foot, not in the menu."""


@dataclass(frozen=True)
class OwnShell:
    templates: Path
    content: Path

    def deliver(self, publication: Publication, delivery: Delivery) -> tuple[Wrap, Files]:
        """As for Theme."""
        pages = self._pages(publication, delivery.around)
        frames = Frames(publication, _menu(publication, pages), self.templates)
        heads = Heads(publication, folders_of(self.templates))
        wrap = heads.wrapping(frames.shells)
        delivery.deliver_all(publication, wrap)
        there = {page.address for page in delivery.pages()} | {page.address for page in pages}
        refuse_missing((address for _, address in frames.menu), there)
        return wrap, delivery.put_others(self._others(publication, pages, frames, heads))

    def _pages(self, publication: Publication, around: bytes) -> list[HandwrittenPage]:
        """Made again only where something beside the dialogues has changed: Markdown is slow to import."""
        assert publication.site
        named = [address for _, address in publication.navigation]
        make = partial(handwritten_pages, self.content / "pages", named, publication.units_page)
        return publication.site.kept_beside_dialogues("handwritten", make, around)

    def _others(
        self, publication: Publication, pages: list[HandwrittenPage], frames: Frames, heads: Heads
    ) -> Iterator[tuple[str, bytes]]:
        """All files that are not the register's, by their paths."""
        for page in pages:
            described = PublishedPage(page.address, page.title, page.description or publication.description, page.body)
            html = frames.around(page.address, heads.head(described), page.body, heads.day(None), page.contents)
            yield f"{page.address}index.html", html
        yield NOT_FOUND, frames.not_found()
        yield NO_JEKYLL, b""
        yield MARK, MARK_TEXT.encode()
        for folder in (folder / "assets" for folder in folders_of(self.templates)):
            for path in sorted(path for path, _ in files_below(folder)):
                yield f"assets/{path}", (folder / path).read_bytes()
        for file in files_beside(self.content / "pages"):
            yield file.relative_to(self.content / "pages").as_posix(), file.read_bytes()


def _menu(publication: Publication, pages: list[HandwrittenPage]) -> tuple[tuple[str, str], ...]:
    """What ``navigation.yml`` names, then whatever else is written by hand."""
    named = {address for _, address in publication.navigation}
    others = ((page.title, page.address) for page in pages if page.address not in named)
    return (*publication.navigation, *(other for other in others if not other[1].startswith(NOT_IN_MENU)))
