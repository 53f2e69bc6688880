"""Signs that only a font gives a shape (Unicode's private use): a word processor's bullets, which others show as boxes."""

from __future__ import annotations

import re

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_FONT_SYMBOL = 0xF000  # where Word puts the code of a sign of the fonts Symbol and Wingdings
_BULLETS = "\uf06c\uf06e\uf071\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
_TYPED = (
    {ord(bullet): "-" for bullet in _BULLETS}
    | {_FONT_SYMBOL + ord(sign): sign for sign in " -+.,<>=%0123456789"}
    | {0xF0A3: "≤", 0xF0B0: "°", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B4: "×", 0xF0E0: "→"}
)


def typed_instead(line: str) -> str | None:
    """The line as it should have been typed; None where that is not known of a sign in it."""
    typed = line.translate(_TYPED)
    return None if PRIVATE.search(typed) else typed
