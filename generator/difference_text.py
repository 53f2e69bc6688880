"""A difference as text for a terminal, or as Markdown for the comment of a merge request."""

from __future__ import annotations

from typing import Callable

from generator.difference import Difference

_HEADINGS = (
    ("refused", "Không được làm"), ("news", "Người dân sẽ thấy"), ("notes", "Lưu ý"),
)
NOTHING = "Người dân không thấy gì thay đổi."
_ZERO_WIDTH = "&#8203;"
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_[]|~"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": f"@{_ZERO_WIDTH}", "#": f"#{_ZERO_WIDTH}"}
)
"""Signs that Markdown reads, and those by which the hosts of repositories call a person or name an issue."""


def plain_text(difference: Difference) -> str:
    return _written(difference, lambda heading, count: f"{heading} ({count}):", lambda line: line)


def markdown(difference: Difference) -> str:
    """No letter of a record has a meaning in it: no link, no tag, and nobody is called by an @."""
    return _written(difference, lambda heading, count: f"### {heading} ({count})\n", _escaped)


def _written(difference: Difference, heading: Callable[[str, int], str], line: Callable[[str], str]) -> str:
    parts = [
        "\n".join([heading(title, len(lines)), *(f"- {line(text)}" for text in lines)])
        for name, title in _HEADINGS if (lines := getattr(difference, name))
    ]
    return "\n\n".join(parts or [NOTHING]) + "\n"


def _escaped(text: str) -> str:
    """An address in it is not made a link either."""
    return text.translate(_SIGNS).replace("://", f":{_ZERO_WIDTH}//").replace("www.", f"www{_ZERO_WIDTH}.")
