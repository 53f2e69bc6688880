"""Characters that show nothing, or turn the order of a line around."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Control characters and line ends that only some programs see; a tab and a line feed are text."""
BACKWARDS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of the text after them, so that a reader sees other words than a program."""
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060\ufeff\U000e0000-\U000e007f]")
"""Characters without a width, which are copied with a text; what is recorded is read without them."""
_OTHERS = "\u2061-\u2064\u206a-\u206f\ufff9-\ufffb"
"""Signs of formulas, of shapes of letters and of remarks between lines, which programs alone read."""
_UNSEEN = re.compile(f"[{CONTROL.pattern[1:-1]}{BACKWARDS.pattern[1:-1]}{INVISIBLE.pattern[1:-1]}{_OTHERS}]")


def without_unseen(text: str) -> str:
    """Without the characters that show nothing and can turn the order of a line around; most texts have none of them, nor
    any other that Unicode calls unprintable, which is found out sooner."""
    return text if text.replace("\n", " ").isprintable() else _UNSEEN.sub("", text)
