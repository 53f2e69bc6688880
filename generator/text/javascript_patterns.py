"""A pattern of Python's as a browser reads it, so that one rule is written once."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\\.|\(\?-i:(\[[^\]]*\])\)|\[(?:\\.|[^\]\\])*\]|[^\W\d_]")
"""What must be written in another way: an escape, letters whose case counts, a set of letters, a letter."""
_LETTERS = r"\p{L}\p{N}_"
_BOUNDARY = f"(?:(?<=[{_LETTERS}])(?![{_LETTERS}])|(?<![{_LETTERS}])(?=[{_LETTERS}]))"


def javascript(pattern: re.Pattern[str]) -> str:
    """For JavaScript's flag ``u``, where ``\\w`` and ``\\b`` know no letter with an accent.

    Both cases are written out: few browsers can let the case count in a part of a pattern.
    """
    ignores_case = bool(pattern.flags & re.IGNORECASE)

    def translated(match: re.Match[str]) -> str:
        piece, exact = match.group(), match[1]
        if exact:
            return exact
        if piece == r"\b":
            return _BOUNDARY
        if piece == r"\w":
            return f"[{_LETTERS}]"
        if piece == r"\W":
            return f"[^{_LETTERS}]"
        if piece[0] == "[":
            piece = piece.replace(r"\w", _LETTERS)
            return piece.replace("a-z", "a-zA-Z") if ignores_case else piece
        return f"[{piece}{piece.upper()}]" if ignores_case and piece.islower() and len(piece) == 1 else piece

    return _PIECE.sub(translated, pattern.pattern)
