"""Pages written by hand, on their way through MkDocs: what it makes of them is looked at too, whatever its extensions are."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.files.folder_walk import is_nobodys
from generator.model import addresses
from generator.reading.page_files import page_name_problems
from generator.reading.page_text import harmful_problem, page_text
from generator.text.harmless_html import harmful_in
from generator.text.whole_options import with_whole_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from generator.reading.problems import Problem


def refuse_others(files: Files, config: MkDocsConfig) -> None:
    """Raises PluginError where a file beside the pages is of no kind that is published; what Windows puts there goes."""
    for file in [file for file in files if file.src_dir == config.docs_dir and not file.inclusion.is_excluded()]:
        if is_nobodys(file.src_uri.rpartition("/")[2]):
            files.remove(file)
        else:
            _refuse(page_name_problems(f"pages/{file.src_uri}"))


def meta_of(page: Page) -> dict[str, str]:
    """The two that a page may state, of all that a theme would read there, into its HTML as they are; the title escaped."""
    stated = page_text(page.file.content_string)
    fields = {"title": escape(stated.title), "description": stated.description}
    return {name: value for name, value in fields.items() if value}


def with_list_of_units(markdown: str, units_page: str) -> str:
    """Its links to the list of units at the address where that stands today: a page stays as it is when districts end."""
    for address in (addresses.UNITS, addresses.COMMUNES):
        markdown = re.sub(rf"(\]\((?:\.\./)*){re.escape(address)}index\.md", rf"\g<1>{units_page}index.md", markdown)
    return markdown


def shown_html(page: Page, html: str) -> str:
    """What Markdown made, as it is shown. Raises PluginError where the page would do more than show."""
    path, text = f"pages/{page.file.src_uri}", page.file.content_string
    _refuse(harmful_problem(path, text, harmful) for harmful in harmful_in(html))
    return with_whole_options(html)


def _refuse(problems: Iterable[Problem]) -> None:
    if told := "\n".join(map(str, problems)):
        raise PluginError(told)
