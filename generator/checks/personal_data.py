"""What a trace of a person in text is, and how it is found; the traces themselves are data, which a browser reads too."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import Iterable, Iterator, NamedTuple

NEAR = 60
"""Characters before what is found in which words say what it is."""
_CAPITALS = (
    "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
CAPITAL = f"(?-i:[{_CAPITALS}])"
"""In a pattern for which small and capital letters are the same."""
DASH = re.compile("[‐‒–—]")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_DIGIT = re.compile(r"\d")
_SEVEN_DIGITS = re.compile(r"\d(?:(?:[^\w\n]|_){0,4}[\d*•xXoOlI]){6}")


class Pattern:
    """A regular expression that is compiled when a text first asks it: they are many and long, and a small change asks few."""

    def __init__(self, written: str, flags: int = 0) -> None:
        self.written, self._flags = written, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.written, self._flags)


DATE = Pattern(r"(?<![\d./])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d|[./-]\d{3})")
LINK = Pattern(r"(?<!\w)\w+://\S+")


class Trace(NamedTuple):
    """A pattern by which what leads to a person is found in text.

    What matches ``found`` counts only where the ``NEAR`` characters before it match ``after`` and not ``not_after``, those
    behind it do not begin with ``not_before``, and it itself matches ``written`` and not ``not_written``; None asks nothing.
    ``hides``: dates or links, which are no part of it, are blanked out first.

    Most texts are passed over sooner: a text that holds one has one of the ``signs`` (in small letters), so many digits
    (``least_digits``: 0, 1, or 7 near each other), and where ``found`` is slow a match of ``holds`` or one of the ``words`` (in
    small letters too).
    ``may_be_an_offices``: it may stand in a field made for an office.
    """

    kind: str
    found: Pattern
    signs: tuple[str, ...] = ()
    least_digits: int = 0
    after: Pattern | None = None
    not_after: Pattern | None = None
    not_before: Pattern | None = None
    written: Pattern | None = None
    not_written: Pattern | None = None
    hides: tuple[Pattern, ...] = ()
    may_be_an_offices: bool = False
    holds: Pattern | None = None
    words: tuple[str, ...] = ()

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """``personal_data.js`` decides alike."""
        for match in self.found.compiled.finditer(_shown(text, self.hides) if self.hides else text):
            words, written = text[max(0, match.start() - NEAR) : match.start()], match.group()
            if self.after and not self.after.compiled.search(words):
                continue
            if self.not_after and self.not_after.compiled.search(words):
                continue
            if self.not_before and self.not_before.compiled.match(text[match.end() : match.end() + NEAR]):
                continue
            if self.written and not self.written.compiled.search(written):
                continue
            if self.not_written and self.not_written.compiled.search(written):
                continue
            yield match


class Found(NamedTuple):
    """``text`` as it is written, at ``start``."""

    kind: str
    start: int
    text: str


def readable(text: str) -> str:
    """In one spelling of full-width letters, of signs and of dashes, without letters that show nothing."""
    return DASH.sub("-", UNSEEN.sub("", unicodedata.normalize("NFKC", text)))


def find(text: str, traces: Iterable[Trace]) -> list[Found]:
    """In a ``readable`` text, in their order there; of two that overlap, that of the earlier trace."""
    found: list[tuple[int, int, str]] = []
    for trace in _that_may_be_in(text, traces):
        for match in trace.matches(text):
            start, end = match.span()
            if all(end <= other_start or other_end <= start for other_start, other_end, _ in found):
                found.append((start, end, trace.kind))
    return [Found(kind, start, text[start:end]) for start, end, kind in sorted(found)]


def _that_may_be_in(text: str, traces: Iterable[Trace]) -> Iterator[Trace]:
    """One loop, without a call for each trace or sign: most texts hold none, and each text is asked for all."""
    small, digits = " ".join(text.lower().split()), _digits_in(text)  # words of a sign may stand on two lines
    for trace in traces:
        if digits < trace.least_digits:
            continue
        for sign in trace.signs:
            if sign in small:
                break
        else:
            if trace.signs:
                continue
        if trace.holds is None or trace.holds.compiled.search(text) or any(word in small for word in trace.words):
            yield trace


@lru_cache(8)  # a text is asked for some traces that hide the same
def _shown(text: str, hides: tuple[Pattern, ...]) -> str:
    for hidden in hides:
        text = hidden.compiled.sub(lambda match: "x" * len(match.group()), text)
    return text


def _digits_in(text: str) -> int:
    """7 where there are as many near each other beside the dates, 1 where there is any."""
    if not _DIGIT.search(text):
        return 0
    return 7 if _SEVEN_DIGITS.search(text) and _SEVEN_DIGITS.search(DATE.compiled.sub("", text)) else 1
