"""Vietnamese that lacks its letters: typed while the keyboard's program slept, or saved where they became question marks."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(r"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?")
_TELEX_SIGNS = re.compile(
    r"(?<=d)d|(?<=a)a|(?<=e)e|(?<=o)o|(?<=[aou])w|(?<=[aeiouyw])[fsrxj]|(?:(?<=[aeiouyw][cmnpt])|(?<=ng|nh|ch))[fsrxj]$"
)
_SURELY_TELEX = re.compile(r"[aeiouyw](?:ch|n[gh]|[cmnpt])?j|uw|uow|^dd[aeiouy]")
"""What neither Vietnamese without accents nor English has."""
_VNI_SIGNS = re.compile(r"[1-9]")
_SURELY_VNI = re.compile(r"[a-z][1-9]{1,2}[a-z]")
_LINK = re.compile(r"(?<!\w)\w+://\S+")
_LOST = re.compile(r"(?:(?<=[^\W\d_])|(?<!\S))\?+(?=[a-zà-ỹ])")
_FEWEST = 2
"""Words, or signs in them; a single one may be a name, or a space forgotten after a question."""


def typing_left(text: str) -> str | None:
    """Telex or VNI where at least half of the words are its keys; None of a text that has a letter with an accent."""
    if any(letter.isalpha() and not letter.isascii() for letter in text):
        return None
    words = re.findall(r"[a-z0-9]+", text.lower())
    for method, is_typed, surely in (("Telex", _is_telex, _SURELY_TELEX), ("VNI", _is_vni, _SURELY_VNI)):
        typed = [word for word in words if is_typed(word)]
        if len(typed) >= max(_FEWEST, len(words) / 2) and any(map(surely.search, typed)):
            return method
    return None


def letters_lost(text: str) -> bool:
    """Whether question marks stand within words, as a program leaves them that cannot save Vietnamese: Tr?t t? ?? th?."""
    return "?" in text and len(_LOST.findall(_LINK.sub("", text))) >= _FEWEST


def _is_telex(word: str) -> bool:
    return _becomes_a_syllable(word, _TELEX_SIGNS)


def _is_vni(word: str) -> bool:
    return word[0].isalpha() and len(word) > 2 and _becomes_a_syllable(word, _VNI_SIGNS)


def _becomes_a_syllable(word: str, signs: re.Pattern[str]) -> bool:
    plain = signs.sub("", word)
    return plain != word and _SYLLABLE.fullmatch(plain) is not None
