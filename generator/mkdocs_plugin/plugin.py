"""Hands the published register to MkDocs: pages of the navigation as its own, all others through shells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs.config.config_options as option
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.building.build import Publication, publish
from generator.building.delivery import NO_JEKYLL, NOTHING, Delivery
from generator.building.heads import Heads
from generator.building.page_shell import Shells, folders_above, mark
from generator.building.site_build import SiteNotBuilt, refuse_missing
from generator.building.today import today_in_vietnam
from generator.files.site_folder import SiteFolder
from generator.files.whole_folder import mark_as_ours
from generator.keeping.compiled_templates import CompiledTemplates
from generator.mkdocs_plugin.handwritten import meta_of, refuse_others, shown_html, with_list_of_units
from generator.mkdocs_plugin.markup import OwnScripts, finished
from generator.mkdocs_plugin.navigation import address_of, hang_below, is_of_register, navigation_of
from generator.mkdocs_plugin.settings import day_of
from generator.mkdocs_plugin.shell import Theme, cut, with_own
from generator.reading.problems import InvalidRegister
from generator.site.published import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class DialoguesOptions(Config):
    """The options under ``dialogues`` in mkdocs.yml; folders are relative to that file."""

    content = option.Dir(default="content", exists=True)
    templates = option.Dir(default="site_templates", exists=True)
    as_of = option.Optional(option.Type((date, str)))


class DialoguesPlugin(BasePlugin[DialoguesOptions]):
    """Publishes the register before MkDocs touches the old site, then puts every page and file into the new one."""

    publication: Publication
    serving = False
    prepared: Publication | None = None  # for the next build, when `dialogues build` has read the records itself
    delivers = True  # but for `dialogues build`, which delivers them itself
    shells: Shells
    led_to: tuple[str, ...]  # addresses of the register's pages in the navigation

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.publication, self.prepared = self.prepared or self._published(), None
        # The theme writes both into its pages as they are, in attributes too.
        config.site_name = Markup.escape(self.publication.site_name)
        config.site_description = Markup.escape(self.publication.description)
        if not self.serving:  # MkDocs serves under an address of its own
            config.site_url = self.publication.site_url
        config.theme.static_templates.discard("sitemap.xml")  # it carries the day of the build
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        refuse_others(files, config)
        config.nav = navigation_of(self.publication.navigation, config, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.navigation = nav
        hang_below(nav, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if is_of_register(page):
            page.meta = {"title": mark("title")}
            return markdown
        page.meta = meta_of(page)
        return with_list_of_units(markdown, self.publication.units_page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return mark("body") if is_of_register(page) else shown_html(page, html)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        env.trim_blocks = env.lstrip_blocks = True  # the theme's own pages are a third blank space
        if env.loader:
            env.loader = OwnScripts(env.loader)
        for file in list(files):
            if file.src_uri.startswith(THEME_SEARCH):
                files.remove(file)
        if not self.delivers:
            settings = Path(config.config_file_path).read_bytes()
            env.bytecode_cache = CompiledTemplates.beside(Path(self.config.templates), "mkdocs", settings)
        folders = frozenset(folder for page in self.navigation.pages for folder in folders_above(page.url))
        self.shells = Shells(folders, Theme(config, env, files, self.navigation).shell)
        self.files = files
        self.heads = Heads(self.publication, config.theme.dirs)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        head = mark("head") if is_of_register(page) else self.heads.head(self._handwritten(page))
        day = mark("day") if is_of_register(page) else self.heads.day(None)
        # The theme's skip link leads to the first heading listed; only what is below it is shown as contents.
        below = [link for top in page.toc for link in (top.children if top.level == 1 else [top])]
        page.toc = TableOfContents([AnchorLink("Nội dung", CONTENT_ID, 1)])
        page.toc.items[0].children = below
        return with_own(context, page_head=head, page_day=day, publication=self.publication)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        return with_own(context, publication=self.publication)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        html = finished(output, guarded=not self.serving)
        if is_of_register(page) and self.files.get_file_from_path(page.file.src_uri):  # not one that only a shell is made of
            self.shells.known[address_of(page)] = cut(html)
        return html

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return finished(output, guarded=not self.serving)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        theme = Path(config.site_dir)
        mark_as_ours(theme)
        (theme / NO_JEKYLL).touch()
        self.led_to = tuple(self.shells.known)
        if self.delivers:
            delivery = Delivery(theme, NOTHING, SiteFolder(theme), self.publication.today)
            delivery.deliver_all(self.publication, self.heads.wrapping(self.shells))
            try:
                refuse_missing(self.led_to, {page.address for page in delivery.pages()})
            except SiteNotBuilt as error:
                raise PluginError(str(error)) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(self.config.content)
        server.watch(self.config.templates)
        return server

    def _published(self) -> Publication:
        content, templates = Path(self.config.content), Path(self.config.templates)
        try:
            return publish(content, as_of=day_of(self.config.as_of), today=today_in_vietnam(), templates=templates)
        except (InvalidRegister, SiteNotBuilt) as error:
            raise PluginError(str(error)) from error  # which MkDocs shows without a traceback

    def _handwritten(self, page: Page) -> PublishedPage:
        description = page.meta.get("description", self.publication.description)
        return PublishedPage(page.url, Markup(page.title).striptags(), description, page.content or "")


THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")  # the site has a search of its own
CONTENT_ID = "noi-dung"  # the id of the page's content in main.html
