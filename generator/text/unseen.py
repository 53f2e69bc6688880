"""Characters that show nothing, or turn the order of a line around."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed; soft hyphen, zero-width and direction marks (Unicode UAX #9).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb]"
)


def without_unseen(text: str) -> str:
    """Without the characters that show nothing and can turn the order of a line around; most texts have none of them, nor
    any other that Unicode calls unprintable, which is found out sooner."""
    return text if text.replace("\n", " ").isprintable() else _UNSEEN.sub("", text)
