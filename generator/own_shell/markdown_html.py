"""One page of Markdown as HTML, with what a shell must know of it: its headings and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple

from generator.reading.page_text import EXTENSIONS
from generator.text.whole_options import with_whole_options

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OPTIONS = {"toc": {"permalink": False, "toc_depth": 2}}
"""Of the extensions, as mkdocs.yml has them; the handbook's messages are many."""
_MAIL = "\x02amp\x03"
"""With which Markdown itself writes the letters of an address of mail until it is done."""


class MarkdownPage(NamedTuple):
    """``title`` is the first heading, in HTML, empty where the page begins with something else. ``contents`` are the ids and
    the titles, in HTML, of the headings right below it. ``links`` are as they were written."""

    body: str
    title: str
    contents: tuple[tuple[str, str], ...]
    links: tuple[str, ...]


def markdown_html(text: str, followed: Callable[[str], str]) -> MarkdownPage:
    """``followed`` gives the address that is published for a link or a picture that is written in Markdown."""
    from markdown import Markdown  # slow to import, and what is known needs it not
    from markdown.treeprocessors import Treeprocessor

    links: list[str] = []
    begins_with_heading = False

    class Links(Treeprocessor):
        def run(self, root: Element) -> None:
            nonlocal begins_with_heading
            begins_with_heading = len(root) > 0 and root[0].tag == "h1"
            for element in root.iter():
                key = {"a": "href", "img": "src"}.get(element.tag)
                link = element.get(key) if key else None
                if key and link and _MAIL not in link:
                    links.append(link)
                    element.set(key, followed(link))

    markdown = Markdown(extensions=list(EXTENSIONS), extension_configs=OPTIONS)
    markdown.treeprocessors.register(Links(markdown), "links", 0)
    body = with_whole_options(markdown.convert(text))
    headings = getattr(markdown, "toc_tokens", [])
    title = headings[0]["name"] if headings and begins_with_heading else ""
    below = [heading for top in headings for heading in (top["children"] if top["level"] == 1 else [top])]
    return MarkdownPage(body, title, tuple((heading["id"], heading["name"]) for heading in below), tuple(links))
