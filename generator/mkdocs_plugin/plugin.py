"""Hands the published register to MkDocs: pages of the navigation as its own, all others through shells."""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs.config.config_options as option
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.building.build import Publication, publish
from generator.building.delivery import NO_JEKYLL, NOTHING, Delivery, Wrap
from generator.building.heads import Heads
from generator.building.page_shell import Shell, mark
from generator.building.today import today_in_vietnam
from generator.files.site_folder import SiteFolder, Written
from generator.files.whole_folder import mark_as_ours
from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.stages import TellStage, silent
from generator.keeping.store import Store
from generator.mkdocs_plugin.handwritten import meta_of, refuse_others, shown_html, with_list_of_units
from generator.mkdocs_plugin.markup import OwnScripts, finished
from generator.mkdocs_plugin.navigation import hang_below, is_of_register, navigation_of, refuse_missing, source_of
from generator.mkdocs_plugin.shell import Shells, cut, with_own
from generator.reading.problems import InvalidRegister
from generator.reading.record_files import RecordFiles
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
    delivery: Delivery | None = None  # when `dialogues build` wants the site in another folder than the theme's own files
    theme_files: dict[str, Written]
    wrap: Wrap  # what pages were delivered in

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.publication, self.prepared = self.prepared or self._published(), None
        self.shells: dict[str, Shell] = {}
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
        if self.delivery:
            env.bytecode_cache = CompiledTemplates.beside(Path(self.config.templates), "mkdocs", self.delivery.theme)
        self.environment, self.files = env, files
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
            self.shells[page.file.src_uri] = cut(html)
        return html

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return finished(output, guarded=not self.serving)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        theme = Path(config.site_dir)
        mark_as_ours(theme)
        (theme / NO_JEKYLL).touch()
        delivery = self.delivery or Delivery(theme, NOTHING, SiteFolder(theme), self.publication.today)
        self.wrap = self._wrapper(config)
        delivery.deliver(self.publication.parts, self.publication.sources, self.wrap)
        delivery.deliver_about_all(self.publication.about_all(delivery.pages()), self.wrap)
        refuse_missing(self.shells, delivery.pages())
        if self.delivery:
            self.theme_files = delivery.take_over(theme)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(self.config.content)
        server.watch(self.config.templates)
        return server

    def read(
        self, report: TellStage = silent, store: Store | None = None, files: RecordFiles | None = None,
        today: date | None = None,
    ) -> Publication:
        """The register of the options, checked and published; raises InvalidRegister."""
        return publish(
            Path(self.config.content), as_of=self._as_of(), today=today or today_in_vietnam(),
            templates=Path(self.config.templates), report=report, store=store, files=files,
        )

    def _published(self) -> Publication:
        try:
            return self.read()
        except InvalidRegister as error:
            raise PluginError(str(error)) from error  # which MkDocs shows without a traceback

    def _as_of(self) -> date | None:
        as_of = self.config.as_of
        try:
            return as_of if isinstance(as_of, date) else date.fromisoformat(as_of) if isinstance(as_of, str) else None
        except ValueError:
            raise PluginError(f"as_of: phải là ngày dạng 2023-09-15, không phải '{as_of}'") from None

    def _handwritten(self, page: Page) -> PublishedPage:
        description = page.meta.get("description", self.publication.description)
        return PublishedPage(page.url, Markup(page.title).striptags(), description, page.content or "")

    def _wrapper(self, config: MkDocsConfig) -> Wrap:
        """Puts a page into its own shell, which MkDocs has built, or into that of its neighbours."""
        shells = Shells(config, self.environment, self.files, self.navigation)
        day = cache(self.heads.day)

        def wrap(page: PublishedPage, true_for: date | None) -> bytes:
            shell = self.shells.get(source_of(page.address)) or shells.of(page.address)
            return shell.around(self.heads.head(page), escape(page.title), page.body, day(true_for))

        return wrap


THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")  # the site has a search of its own
CONTENT_ID = "noi-dung"  # the id of the page's content in main.html
