"""The formatted text of a record, a little Markdown, as HTML that can do no harm."""

from __future__ import annotations

import re
from functools import cache

import markdown
import nh3
from markupsafe import Markup, escape

from generator.text.everyday_text import everyday_html

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "table", "thead", "tbody", "tr", "th", "td"}
LINK_SCHEMES = {"http", "https", "mailto", "tel"}

# C0 and C1 controls but tab and line feed; soft hyphen, zero-width and direction marks (Unicode UAX #9).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb]"
)
_TAG = re.compile("<[^>]*>")
_MOST_BRACKETS = 200
_DEEP = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}\.)[ \t]+){12}", re.MULTILINE)
"""Lists within lists on one line."""


def rich_text(text: str) -> Markup:
    """Paragraphs, lists, tables, quotations, bold, italic and absolute links; all else is shown as it was written.

    Headings are not made: the page's own order of headings stays whole.
    """
    text = without_unseen(text)
    return Markup(everyday_html(text) or parsed_html(text))


def plain_text(text: str) -> str:
    """What ``rich_text`` shows, on one line."""
    text = without_unseen(text)
    if html := everyday_html(text):  # there is nothing but tags to take out of it
        return " ".join(_TAG.sub("", html).split())
    return Markup(parsed_html(text)).striptags()


def parsed_html(text: str) -> str:
    """What comes out of the parser and the cleaner, whatever the text; as it was written where it would keep the parser
    busy for minutes, or overcome it."""
    hard = text.count("[") > _MOST_BRACKETS or _DEEP.search(text)
    return nh3.clean(
        _as_written(text) if hard else _markdown().reset().convert(text),
        tags=TAGS, attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=LINK_SCHEMES, url_relative="deny", link_rel=None,
    )


def _as_written(text: str) -> str:
    lines = escape(text).replace("\n", Markup("<br>\n"))
    return f"<p>{lines}</p>"


def without_unseen(text: str) -> str:
    """Without the characters that show nothing and can turn the order of a line around; most texts have none of them, nor
    any other that Unicode calls unprintable, which is found out sooner."""
    return text if text.replace("\n", " ").isprintable() else _UNSEEN.sub("", text)


@cache
def _markdown() -> markdown.Markdown:
    """Line breaks are kept as a clerk typed them; a list may start at "3." as it does in the notice."""
    parser = markdown.Markdown(extensions=["nl2br", "sane_lists", "tables"])
    parser.preprocessors.deregister("html_block")
    for name in ("hashheader", "setextheader", "hr", "code", "reference"):
        parser.parser.blockprocessors.deregister(name)
    for name in ("html", "entity", "image_link", "image_reference", "short_image_ref", "backtick"):
        parser.inlinePatterns.deregister(name)
    return parser
