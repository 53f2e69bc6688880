"""Official text as HTML in which it can do no harm: every character of it is escaped, and every tag is this module's own."""

from __future__ import annotations

from html import escape
from typing import Iterable, Sequence

from markupsafe import Markup

from generator.text.marked_words import Words, has_marks, words_of
from generator.text.official_text import Item, Paragraph, Table, blocks_of


def official_html(text: str) -> Markup:
    """Paragraphs, lists with the markers that were written, tables, bold and links; no heading, which is the page's own.

    A list is one without markers of the browser's: the style sheet lets its items hang by those of the text.
    """
    html: list[str] = []
    items: list[Item] = []
    for block in blocks_of(text):
        if isinstance(block, Item):
            items.append(block)
            continue
        html += _list(items)
        items = []
        html.append(_block(block))
    return Markup("\n".join([*html, *_list(items)]))


def _block(block: Paragraph | Table) -> str:
    match block:
        case Paragraph(lines):
            return f"<p>{_lines(lines)}</p>"
        case Table(rows):
            return _table(rows)


def _list(items: Sequence[Item]) -> Iterable[str]:
    """Each item's list below the item before it where its level is one more; none for no items."""
    if not items:
        return
    html, level = "", 0
    for item in items:
        if item.level > level:
            html += '\n<ul class="written">\n<li>'
        else:
            html += "</li>\n" + "</ul></li>\n" * (level - item.level) + "<li>"
        level = item.level
        html += f'<span class="marker">{escape(item.marker, quote=False)}</span> {_lines(item.lines)}'
    yield html.lstrip("\n") + "</li>\n</ul>" * level


def _table(rows: Sequence[Sequence[str]]) -> str:
    """As wide as its widest row, so that no cell is lost."""
    width = max(map(len, rows))
    head, body = _row(rows[0], width, "th"), "".join(_row(row, width, "td") for row in rows[1:])
    return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table>"


def _row(row: Sequence[str], width: int, tag: str) -> str:
    cells = "".join(f"<{tag}>{_line(cell)}</{tag}>\n" for cell in row)
    return "<tr>\n" + cells + "<td></td>\n" * (width - len(row)) + "</tr>\n"


def _lines(lines: Iterable[str]) -> str:
    return "<br>\n".join(map(_line, lines))


def _line(line: str) -> str:
    return "".join(map(_words, words_of(line))) if has_marks(line) else escape(line, quote=False)


def _words(words: Words) -> str:
    html = escape(words.text, quote=False)
    if words.address:
        html = f'<a href="{escape(words.address)}">{html}</a>'
    return f"<strong>{html}</strong>" if words.is_bold and html else html
