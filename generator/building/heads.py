"""What the theme leaves to the register in each page: its head, and the day that it is true for."""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Sequence
from urllib.parse import quote

from jinja2 import FileSystemLoader

from generator.building.build import Publication
from generator.building.delivery import Wrap
from generator.building.page_shell import Shells
from generator.keeping.compiled_templates import CompiledTemplates
from generator.model.addresses import SHARE_PICTURE
from generator.site.formatting import short_day
from generator.site.plain_templates import PlainEnvironment
from generator.site.published import PublishedPage


class Heads:
    """``folders`` are the theme's. They escape by themselves, unlike the theme's other templates."""

    def __init__(self, publication: Publication, folders: Sequence[str | Path]) -> None:
        self._publication = publication
        self._environment = PlainEnvironment(
            loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True,
            bytecode_cache=CompiledTemplates.beside(publication.site.templates, "heads") if publication.site else None,
        )

    def wrapping(self, shells: Shells) -> Wrap:
        """Puts a page into its shell."""
        day = cache(self.day)

        def wrap(page: PublishedPage, true_for: date | None) -> bytes:
            return shells.of(page.address).around(self.head(page), escape(page.title), page.body, day(true_for))

        return wrap

    def head(self, page: PublishedPage) -> str:
        return self._environment.get_template("partials/page_head.html").render(
            page=page, site_name=self._publication.site_name, root="../" * page.address.count("/"),
            canonical=self._publication.site_url + quote(page.canonical_address),
            picture=self._publication.site_url + (page.picture or SHARE_PICTURE),
        )

    def day(self, day: date | None) -> str:
        """Says what day a page is true for; None where no later day changes it."""
        return self._environment.get_template("partials/page_day.html").render(
            day=day, written=day and short_day(day), stands_still=self._publication.stands_still,
        )
