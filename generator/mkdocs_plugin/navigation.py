"""The navigation that MkDocs is given, which page of it another lies below, and what MkDocs knows the register's pages by."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from generator.building import page_shell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def navigation_of(named: Sequence[tuple[str, str]], config: MkDocsConfig, files: Files) -> list[dict[str, str] | str]:
    """Pages by title and address, then whatever else is written by hand; ``files`` gains the register's among them."""
    sources = {file.url: file.src_uri for file in files.documentation_pages()}
    for _, address in named:
        if (address or "./") not in sources:
            file = File.generated(config, source_of(address), content="")
            files.append(file)
            sources[file.url] = file.src_uri
    navigation = [(escape(title), sources[address or "./"]) for title, address in named]
    paths = {path for _, path in navigation}
    others = [file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav() and file.src_uri not in paths]
    return [*({title: path} for title, path in navigation), *others]


def hang_below(navigation: Navigation, files: Files) -> None:
    """Gives each page outside the navigation its parent: the page of the navigation whose address it lies below."""
    for file in files.documentation_pages():
        if file.page and file.page not in navigation.pages:
            lie_below(file.page, closest(navigation, file.url))


def lie_below(page: Page, above: Page | None) -> None:
    page.parent = above  # type: ignore[assignment]  # MkDocs asks of a section no more than a page can tell


def is_of_register(page: Page) -> bool:
    """A page that MkDocs has no file for: the register's, which is put into the shell that MkDocs makes of it."""
    return page.file.abs_src_path is None


def source_of(address: str) -> str:
    """The path MkDocs knows a published page by, as though it had been written in Markdown."""
    return f"{address}index.md"


def address_of(page: Page) -> str:
    """Of a page of the register's."""
    return page.file.src_uri.removesuffix("index.md")


def closest(navigation: Navigation, address: str) -> Page | None:
    """The page of the navigation that the address lies below, None where there is none but the home page."""
    pages = {page.url: page for page in navigation.pages}
    above = page_shell.closest(pages, address)
    return None if above is None else pages[above]
