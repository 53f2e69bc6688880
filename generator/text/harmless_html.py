"""What in a page's HTML would do more than show text and the site's own pictures: run, load from elsewhere, or lead astray.

The HTML is read more strictly than by any browser, so that no browser can find a tag where none is found here: what is not
plainly one of a short list is told.
"""

from __future__ import annotations

import re
from enum import Enum
from html import unescape
from typing import Iterator, NamedTuple


class Harm(Enum):
    MARKUP = "markup"
    """A sign that opens a tag and no tag that is allowed, written as it must be."""
    ATTRIBUTE = "attribute"
    LINK = "link"
    PICTURE = "picture"


class Harmful(NamedTuple):
    """``written`` is what to look for in the page: of an attribute its name, of a link or a picture its address."""

    harm: Harm
    written: str


_OF_ALL = {"class", "id", "title", "lang", "dir"}
_OWN = {
    "a": {"href", "target", "rel", "download"}, "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"}, "li": {"value"}, "details": {"open"}, "time": {"datetime"},
    "th": {"colspan", "rowspan", "scope", "style"}, "td": {"colspan", "rowspan", "style"}, "col": {"span"},
    "colgroup": {"span"},
}
_PLAIN = (
    "p div span br hr wbr h1 h2 h3 h4 h5 h6 ul dl dt dd blockquote pre code kbd samp var strong b em i u s del ins mark small "
    "sub sup abbr cite q dfn table thead tbody tfoot tr caption figure figcaption section summary"
)
ALLOWED = {**dict.fromkeys(_PLAIN.split(), _OF_ALL), **{tag: _OF_ALL | own for tag, own in _OWN.items()}}
"""The attributes of each tag."""

_BLANK, _NAME, _VALUE = "[ \t\n\f\r]", "[A-Za-z][A-Za-z0-9-]*", "\"[^\"<>]*\"|'[^'<>]*'|[A-Za-z0-9_.:/#%-]+"
_ATTRIBUTE = re.compile(f"{_BLANK}+({_NAME})(?:{_BLANK}*={_BLANK}*({_VALUE}))?")
_TAG = re.compile(
    f"<(?:/(?P<closed>{_NAME})|(?P<opened>{_NAME})(?P<attributes>(?:{_BLANK}+{_NAME}(?:{_BLANK}*={_BLANK}*(?:{_VALUE}))?)*))"
    f"{_BLANK}*/?>"
)
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--)[^<>])*-->")
_UNSEEN = re.compile("[\x00-\x20\x7f]")
"""What browsers leave out of an address, or out of its beginning."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_ALIGNED = re.compile("text-align: ?(left|center|right);?")
"""The one style that Markdown's tables write by themselves."""


def harmful_in(html: str) -> Iterator[Harmful]:
    """In the order of the page; nothing for a page that only shows."""
    if (place := html.find("\0")) >= 0:
        yield Harmful(Harm.MARKUP, html[place])
    refused: set[str] = set()  # whose closing tags need not be told too
    place = html.find("<")
    while place >= 0:
        found = _TAG.match(html, place)
        if found and (found["opened"] or found["closed"]).lower() in ALLOWED:
            if found["opened"]:
                yield from _harmful_attributes(found["opened"].lower(), found["attributes"])
        elif found and found["closed"] and found["closed"].lower() in refused:
            pass
        elif not (found := _COMMENT.match(html, place)):
            written = re.split(r"[\s>]", html[place:place + 40])[0]
            refused.add(written[1:].lower())
            yield Harmful(Harm.MARKUP, written)
        place = html.find("<", found.end() if found else place + 1)


def _harmful_attributes(tag: str, attributes: str) -> Iterator[Harmful]:
    for found in _ATTRIBUTE.finditer(attributes):
        name, written = found[1].lower(), (found[2] or "").strip("\"'")
        value = unescape(written)
        if name not in ALLOWED[tag] or not _is_harmless_value(name, value):
            yield Harmful(Harm.ATTRIBUTE, found[1])
        elif name == "href" and _scheme(value) not in (None, *_SCHEMES):
            yield Harmful(Harm.LINK, written)
        elif name == "src" and not _is_own(value):
            yield Harmful(Harm.PICTURE, written)


def _is_harmless_value(name: str, value: str) -> bool:
    """The theme's own scripts look for ids that begin with two underscores."""
    return not (name == "id" and value.startswith("__")) and (name != "style" or _ALIGNED.fullmatch(value) is not None)


def _scheme(address: str) -> str | None:
    """In small letters, as a browser would read it; None of an address within the site."""
    before, colon, _ = re.split("[/?#]", _UNSEEN.sub("", address), maxsplit=1)[0].partition(":")
    return before.lower() if colon else None


def _is_own(address: str) -> bool:
    """Browsers read a backslash as a slash, and two of them as another host."""
    seen = _UNSEEN.sub("", address)
    return _scheme(seen) is None and "\\" not in seen and not seen.startswith("//")
