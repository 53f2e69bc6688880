"""Material's page rendered for an address that no page has, and cut where pages differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.building import page_shell
from generator.building.page_shell import GapMissing, Shell, mark
from generator.mkdocs_plugin.navigation import closest, lie_below, source_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

@dataclass(frozen=True)
class Theme:
    """Of one build, once MkDocs has read everything."""

    config: MkDocsConfig
    environment: jinja2.Environment
    files: Files
    navigation: Navigation

    def shell(self, address: str) -> Shell:
        """What MkDocs itself does to build a page, with marks in place of what the page holds.

        Raises PluginError when the theme no longer shows one of the gaps.
        """
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
