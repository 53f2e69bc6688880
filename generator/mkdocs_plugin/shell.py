"""Material's page rendered once and cut where pages differ, so that ten thousand pages cost little more than one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.building import page_shell
from generator.building.page_shell import GapMissing, Shell, folders_above, mark
from generator.mkdocs_plugin.navigation import closest, lie_below, source_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

_NO_PAGE = "-/"


@dataclass
class Shells:
    """The shells of one build: one for each depth and each neighbourhood of the navigation.

    A page's links to the navigation are relative, so two pages share a shell when they lie equally deep and
    share the same closest ancestor among the folders the navigation leads to.
    """

    config: MkDocsConfig
    environment: jinja2.Environment
    files: Files
    navigation: Navigation

    def __post_init__(self) -> None:
        self._folders = {folder for page in self.navigation.pages for folder in folders_above(page.url)}
        self._shells: dict[str, Shell] = {}

    def of(self, address: str) -> Shell:
        """The shell for the page at this address, rendered when first needed.

        Raises PluginError when the theme no longer shows one of the gaps.
        """
        above = folders_above(address)
        near = next(folder for folder in above if folder in self._folders or folder == "")
        # Rendered for an address that no page has: what the theme links to must look the same from every page.
        stand_in = near + _NO_PAGE * (len(above) - 1 - near.count("/"))
        if stand_in not in self._shells:
            self._shells[stand_in] = self._rendered(stand_in)
        return self._shells[stand_in]

    def _rendered(self, address: str) -> Shell:
        """What MkDocs itself does to build a page, with marks in place of what the page holds."""
        page = Page(mark("title"), File(source_of(address), None, self.config.site_dir, True), self.config)
        page.meta = {"title": mark("title")}
        page.content = mark("body")
        page.toc = TableOfContents([])
        lie_below(page, closest(self.navigation, address))
        page.active = True
        context = get_context(self.navigation, self.files, self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.navigation)
        context = with_own(context, page_head=mark("head"), page_day=mark("day"))
        html = self.environment.get_template("main.html").render(context)
        html = self.config.plugins.on_post_page(html, page=page, config=self.config)
        page.active = False
        return cut(html)


def with_own(context: TemplateContext, **own: object) -> TemplateContext:
    """The names that MkDocs hands to a template, and those that the register's own templates are handed beside them."""
    return cast("TemplateContext", {**context, **own})


def cut(html: str) -> Shell:
    """Cuts a page at its marks. Raises PluginError."""
    try:
        return page_shell.cut(html)
    except GapMissing as error:
        raise PluginError(f"Giao diện không còn chỗ cho: {error} (site_templates/theme/main.html)") from error
