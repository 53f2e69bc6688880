"""A difference as text for a terminal, or as Markdown for the comment of a merge request."""

from __future__ import annotations

from typing import Callable

from generator.comparing.public_difference import Difference
from generator.text.markdown_text import as_markdown

_HEADINGS = (
    ("refused", "Không được làm"), ("told", "Đính chính, từ trước sang sau"), ("news", "Người dân sẽ thấy"), ("notes", "Lưu ý"),
)
NOTHING = "Người dân không thấy gì thay đổi."


def plain_text(difference: Difference) -> str:
    return _written(difference, lambda heading, count: f"{heading} ({count}):", lambda line: line)


def markdown(difference: Difference) -> str:
    """No letter of a record has a meaning in it: no link, no tag, and nobody is called by an @."""
    return _written(difference, lambda heading, count: f"### {heading} ({count})\n", as_markdown)


def _written(difference: Difference, heading: Callable[[str, int], str], line: Callable[[str], str]) -> str:
    parts = [
        "\n".join([heading(title, len(lines)), *(f"- {line(text)}" for text in lines)])
        for name, title in _HEADINGS if (lines := getattr(difference, name))
    ]
    return "\n\n".join(parts or [NOTHING]) + "\n"
