"""The formatted text that most records hold – paragraphs, plain lists, words in bold – as HTML without a parser.

The parser of Markdown and the cleaner of HTML make the same of it, and take twenty times as long.
"""

from __future__ import annotations

import re

# Nothing that Markdown or HTML reads but the stars around what is bold; a line starts with a letter, and is no list.
_SIGN = r"[\w ,.;:()/%\"“”!?+–-]"
_BOLD = rf"(?<!\S)\*\*\w{_SIGN}*(?<! )\*\*(?![\w*])"
_LINE = rf"(?=[^\W\d]|\*\*){_SIGN}*(?:{_BOLD}{_SIGN}*)*(?<!  )"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_NUMBERED = re.compile(rf"1\. {_LINE}(?:\n[0-9]+\. {_LINE})*")
_BULLETS = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")


def everyday_html(text: str) -> str | None:
    """None for a text with anything else in it. A list after a list is such: the parser makes them one."""
    if "_" in text:
        return None
    blocks: list[str] = []
    for block in text.rstrip("\n").split("\n\n"):
        if _PARAGRAPH.fullmatch(block):
            lines = _bold(block).replace("\n", "<br>\n")
            blocks.append(f"<p>{lines}</p>")
        elif blocks and not blocks[-1].startswith("<p>"):
            return None
        elif _NUMBERED.fullmatch(block):
            blocks.append(_list("ol", block))
        elif _BULLETS.fullmatch(block):
            blocks.append(_list("ul", block))
        else:
            return None
    return "\n".join(blocks)


def _list(tag: str, block: str) -> str:
    items = "".join(f"<li>{line.partition(' ')[2]}</li>\n" for line in _bold(block).split("\n"))
    return f"<{tag}>\n{items}</{tag}>"


def _bold(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text) if "**" in text else text
