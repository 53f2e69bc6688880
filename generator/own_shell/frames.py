"""The shell around every page: rendered once for each depth and each neighbourhood of the menu, then cut where pages differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterable
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.building.build import Publication
from generator.building.page_shell import GapMissing, Shell, Shells, closest, cut, folders_above, mark
from generator.building.site_build import SiteNotBuilt
from generator.keeping.compiled_templates import CompiledTemplates
from generator.model.addresses import HOME, relative
from generator.site.plain_templates import PlainEnvironment
from generator.site.security_policy import page_policy

Menu = tuple[tuple[str, str], ...]
"""Titles, as text, and addresses."""
FOLDERS = ("shell", "theme")
"""Of the templates: what is the shell's own, and what it shares with the other way out."""
NOT_FOUND = "404.html"
_INLINE = re.compile("<script>(.*?)</script>", re.DOTALL)


def folders_of(templates: Path) -> list[Path]:
    return [templates / name for name in FOLDERS]


@dataclass
class Frames:
    """The shells of one build."""

    publication: Publication
    menu: Menu
    templates: Path

    def __post_init__(self) -> None:
        environment = PlainEnvironment(
            loader=FileSystemLoader(folders_of(self.templates)), autoescape=True, trim_blocks=True, lstrip_blocks=True,
            bytecode_cache=CompiledTemplates.beside(self.templates, "shell"),
        )
        environment.filters["url"] = _url
        self._environment = environment
        page = (self.templates / FOLDERS[0] / "page.html").read_text("utf-8")
        self._policy = Markup(page_policy(_INLINE.findall(page)))  # an attribute in double quotes, of which it holds none
        self.shells = Shells(frozenset(folder for _, address in self.menu for folder in folders_above(address)), self._cut)

    def around(self, address: str, head: str, body: str, day: str, contents: Iterable[tuple[str, str]]) -> bytes:
        """The whole page with a list of its contents, ids and titles; all must be HTML already. Raises SiteNotBuilt."""
        return self._cut(address, contents).around(head, "", body, day)

    def not_found(self) -> bytes:
        """The page that is shown at any address, so that what it links to must be named from the host on."""
        mounted = urlsplit(self.publication.site_url).path
        shown: str = self._environment.get_template(NOT_FOUND).render(
            publication=self.publication, menu=self.menu, active=None, page_day="", policy=self._policy, contents=(),
            link=lambda address: mounted + (address or "."),
        )
        return shown.encode()

    def _cut(self, address: str, contents: Iterable[tuple[str, str]] = ()) -> Shell:
        active = HOME if address == HOME else closest((named for _, named in self.menu), address)
        html = self._environment.get_template("page.html").render(
            publication=self.publication, menu=self.menu, active=active, page_head=Markup(mark("head")),
            page_day=Markup(mark("day")), body=Markup(mark("body")), policy=self._policy,
            contents=[(id, Markup(title)) for id, title in contents], link=lambda target: relative(address, target),
        )
        try:
            return cut(html)
        except GapMissing as error:
            raise SiteNotBuilt(f"site_templates/shell/page.html: không còn chỗ cho: {error}") from error


@pass_context
def _url(context: Context, address: str) -> str:
    """An address, which may carry a fragment, as a link of the page that is rendered; "." is the home page."""
    link: Callable[[str], str] = context["link"]
    return link("" if address == "." else address)
