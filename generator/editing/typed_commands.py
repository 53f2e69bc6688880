"""Commands as a clerk would type them, for messages that name the remedy."""

from __future__ import annotations

import re
import shlex


def correct_command(id: str, field: str, now: str | None = None, was: str | None = None) -> str:
    """The one that corrects a field of a record: to ``now``, or a field that was mended in the file and held ``was``; "…"
    stands where the clerk is to say what is right."""
    value = f" --now {_quoted(now)}" if now is not None else f" --was {_quoted(was)}" if was is not None else ""
    return f"dialogues correct {id} --field \"{field}\"{value} \"Vì sao sửa\""


def _quoted(text: str) -> str:
    """Between quotation marks that no letter of it ends."""
    return shlex.quote(text) if re.search(r"[\"$`\\!]", text) else f'"{text}"'
