"""The options of commands in HTML, each in one piece: browsers break a line after "--", and paper cannot be scrolled."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<=<code>).*?(?=</code>)|(?<=<code )[^>]*>.*?(?=</code>)", re.DOTALL)
_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*(?![^<]*>)")


def with_whole_options(html: str) -> str:
    """``html`` with each option within ``code`` in a span in which no line breaks; its text stays, to the letter."""
    return _CODE.sub(lambda code: _OPTION.sub(r'<span class="whole">\g<0></span>', code[0]), html) if "--" in html else html
