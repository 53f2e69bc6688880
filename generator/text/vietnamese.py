"""Vietnamese text as a program needs it: folded for search, ordered as in a dictionary, made into an address."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import Iterable

READ_AS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
"""Letters of other alphabets that look like Đ and đ, which old keyboards and fonts put in their place."""
BARE = {"đ": "d"}
"""Small letters that no accent makes of another. Scripts fold by both tables too: the build writes them there."""
_READ_AS, _BARE = str.maketrans(READ_AS), str.maketrans(BARE)
_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining marks in dictionary order: huyền, hỏi, ngã, sắc, nặng; no mark (ngang) is 0."""
_UNIT_TYPES = re.compile(
    r"(?:tỉnh|thành phố|thị xã|thị trấn|quận|huyện đảo|huyện|phường|xã|đặc khu)\s+", re.IGNORECASE
)
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Of an id, as ``slug`` makes one."""
_NEAR_ENOUGH = 0.75

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...]]


def fold(text: str) -> str:
    """What two spellings share: lower case, no accents, đ as d, one space between words.

    Composed and decomposed text give the same, and so do both places of a tone mark (Thuỷ, Thủy).
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_READ_AS))
    bare = "".join(mark for mark in decomposed if not unicodedata.category(mark).startswith("M"))
    return " ".join(bare.lower().translate(_BARE).split())


def composed(text: str) -> str:
    """In normal form C, and with Đ for the letters that look like it, none of which most texts hold: to look for each is a
    thousand times as fast as ``translate``."""
    text = unicodedata.normalize("NFC", text)
    for letter, meant in READ_AS.items():
        text = text.replace(letter, meant)
    return text


def spelling(text: str) -> str:
    """One form for both ways to place a tone mark, and nothing else: Thuỷ is Thủy, but Sa Pa is not Sa Pả."""
    words = unicodedata.normalize("NFD", text.lower()).split()
    placed = ("".join(sorted(word, key=_TONES.__contains__)) for word in words)  # a stable sort: marks go last
    return unicodedata.normalize("NFC", " ".join(placed))


@lru_cache(20_000)
def sort_key(text: str) -> SortKey:
    """Vietnamese dictionary order as ICU has it (CLDR root for ``vi``): letters first (a ă â … d đ …), then tones
    (ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital; a run of digits counts by its value."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for run in re.findall(r"[0-9]+|[^0-9]", unicodedata.normalize("NFC", text)):
        if run.isascii() and run.isdigit():
            letter, tone, capital = (1, int(run)), 0, False
        else:
            letter, tone, capital = _letter(run)
        letters.append(letter)
        tones.append(tone)
        capitals.append(capital)
    return tuple(letters), tuple(tones), tuple(capitals)


def unit_sort_key(name: str) -> SortKey:
    """The order of units by their own name, without its type: Phường 2 before Phường 10, both among the digits."""
    return sort_key(without_type(name))


def without_type(name: str) -> str:
    """"Hải Phòng" of "thành phố Hải Phòng"."""
    return _UNIT_TYPES.sub("", unicodedata.normalize("NFC", name).strip(), count=1)


@lru_cache(20_000)  # a register names the same agencies and units again and again
def slug(text: str) -> str:
    """An id of small ASCII letters, digits and single hyphens; empty for a text without any letter or digit."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a mistyped ``word`` probably meant, accents aside; None when none is near."""
    by_folded: dict[str, str] = {}
    for candidate in candidates:
        by_folded.setdefault(fold(candidate), candidate)
    found = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=_NEAR_ENOUGH)
    return by_folded[found[0]] if found else None


@lru_cache(2_000)
def _letter(character: str) -> tuple[tuple[int, int], int, bool]:
    tone, base = 0, ""
    for mark in unicodedata.normalize("NFD", character):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            base += mark
    base = unicodedata.normalize("NFC", base)
    small = base.lower()
    if small in _LETTERS:
        return (2, _LETTERS[small]), tone, base != small
    # Punctuation and spaces come before digits and letters; letters of other alphabets come after z.
    first = ord(small[0]) if small else 0
    return ((3, first) if small.isalnum() else (0, first)), tone, base != small
