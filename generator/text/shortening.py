"""A text on one line, and a long one cut after its last whole word: what ``textwrap.shorten`` makes of it, in a twentieth of
the time; a word that is longer than anybody's is cut within, so that it takes nothing else with it."""

from __future__ import annotations

import textwrap
import unicodedata

_ELLIPSIS = "…"
_LEEWAY = 5
"""Characters by which a text may be longer than asked for, rather than lose a word for them."""
_LONGEST_WORD = 40
"""No word of Vietnamese has so many letters; an address or a slip at the keyboard may."""


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters, the ellipsis among them; all white space becomes single spaces."""
    text = single_spaced(text)
    if len(text) <= length:
        return text
    end = text.rfind(" ", 0, length)
    cut_word = text[end + 1:].partition(" ")[0]
    if end == -1 or "-" in cut_word:  # a word that may be broken within
        end = len(textwrap.shorten(text, length, placeholder=_ELLIPSIS)) - len(_ELLIPSIS)
    return text[: _end(text, end, length)] + _ELLIPSIS


def cut(text: str, length: int) -> str:
    """At most ``length`` characters and a few more, the ellipsis among them; all white space stays as it is."""
    if len(text) <= length + _LEEWAY:
        return text
    return text[: _end(text, text.rfind(" ", 0, length - 1), length)] + _ELLIPSIS


def _end(text: str, end: int, length: int) -> int:
    """``end``, where it leaves off no more than a word; else within that word, between two letters with their marks."""
    if length - end <= _LONGEST_WORD:
        return max(end, 0)
    end = length - len(_ELLIPSIS)
    while end > 0 and unicodedata.combining(text[end]):
        end -= 1
    return end


def single_spaced(text: str) -> str:
    """All white space as single spaces, none at the ends. Most texts have no other: a space is all of it that is printable."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def single_spaced_lines(text: str) -> str:
    """Likewise each line, without those that are empty then."""
    return "\n".join(filter(None, map(single_spaced, text.splitlines())))
