"""Text of records within Markdown that a host of repositories shows: no letter of it has a meaning there."""

from __future__ import annotations

_ZERO_WIDTH = "&#8203;"
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_[]|~"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": f"@{_ZERO_WIDTH}", "#": f"#{_ZERO_WIDTH}", "\n": " "}
)
"""Signs that Markdown reads, and those by which the hosts of repositories call a person or name an issue."""


def as_markdown(text: str) -> str:
    """On one line; an address in it is not made a link either."""
    return text.translate(_SIGNS).replace("://", f":{_ZERO_WIDTH}//").replace("www.", f"www{_ZERO_WIDTH}.")
