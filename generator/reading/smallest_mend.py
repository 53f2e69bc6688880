"""The smallest mend after which a faulty record is sound: it tells which line a clerk must look at, and what for.

Asked only of records that are faulty. What is told line by line of such a record is believed where a mend of that line would
do; where only another line's would, that one is told in its place.
"""

from __future__ import annotations

from typing import Callable, Iterator, Sequence

from generator.reading.indent_mends import Mend
from generator.reading.mends import ALL_MENDS, as_advised
from generator.reading.problems import MOST_TOLD, Problem
from generator.reading.yaml_mistakes import GRAMMAR, Mistake

_MOST_LETTERS = 700_000
"""Read again in search of a mend: some tenth of a second's work."""
_LETTERS_A_RECORD = 700
"""What a record costs besides, however short it is."""
_OF_THE_SHAPE = (GRAMMAR, "value-is-fields", "value-is-a-list", "field-is-known", "held-is-not-left-empty")
"""Rules that a line which stands elsewhere than it was meant to can break."""

IsSound = Callable[[str, int | None], bool]
"""Of a record's text, and whether a field or an entry stands on that line, which counts from 0."""


def by_smallest_mend(
    found: Sequence[Problem], text: str, names: frozenset[str], is_sound: IsSound
) -> Sequence[Problem] | Mistake:
    """What to tell in the place of all that was found: some of it, or the mend's own mistake. ``names`` are those of all
    fields."""
    trials = _Trials(text, names, is_sound)
    if len({problem.line for problem in found}) >= MOST_TOLD:  # no one mend would do, and each of them would be tried
        return found
    if not any(problem.rule in _OF_THE_SHAPE or trials.may_be_no_entry(problem) for problem in found):
        return found
    told = sorted(found, key=lambda problem: (problem.rule != GRAMMAR, problem.rule == "field-is-there", problem.line))
    for line in dict.fromkeys(problem.line for problem in told):
        here = [problem for problem in told if problem.line == line]
        if any(problem.is_a_guess or trials.may_be_no_entry(problem) for problem in here):
            continue
        mend = trials.at(line - 1, here)
        if mend:
            is_told = mend.says in here[0].must and (len(here) == 1 or here[0].rule == GRAMMAR)
            return here if is_told else mend.mistake
    mend = trials.around(min(problem.line for problem in told) - 1)
    if mend is None:
        return found
    said = (mend.mistake.line, mend.mistake.must)
    return [problem for problem in told if (problem.line, problem.must) == said][:1] or mend.mistake


class _Trials:
    def __init__(self, text: str, names: frozenset[str], is_sound: IsSound) -> None:
        self.lines, self.names, self.is_sound = text.split("\n"), names, is_sound
        self.tried = {text}
        self.left = _MOST_LETTERS

    def may_be_no_entry(self, problem: Problem) -> bool:
        """Whether a field is missing in an entry that only its dash makes one."""
        return problem.rule == "field-is-there" and self.lines[problem.line - 1].lstrip().startswith("- ")

    def at(self, place: int, advised: Sequence[Problem]) -> Mend | None:
        """The smallest mend of one line: what it is advised to be, or another."""
        own = (mend for problem in advised if problem.example for mend in as_advised(self.lines, place, problem.example))
        if mend := self._first(own):
            return mend
        return self._first(mend for kind, _ in ALL_MENDS for mend in self._of(kind, place))

    def around(self, place: int) -> Mend | None:
        """The smallest of all, and of the same size the nearest."""
        places = sorted(range(len(self.lines)), key=lambda other: (abs(other - place), other))
        return self._first(
            mend for kind, reach in ALL_MENDS for other in places[: 2 * reach + 1] for mend in self._of(kind, other)
        )

    def _of(self, kind: Callable[[Sequence[str], int, frozenset[str]], Iterator[Mend]], place: int) -> Iterator[Mend]:
        if place < len(self.lines) and self.lines[place].strip() and not self.lines[place].lstrip().startswith("#"):
            yield from kind(self.lines, place, self.names)

    def _first(self, mends: Iterator[Mend]) -> Mend | None:
        for mend in mends:
            mended = mend.of(self.lines)
            if mended in self.tried:
                continue
            self.tried.add(mended)
            self.left -= len(mended) + _LETTERS_A_RECORD
            if self.left < 0:
                return None
            if self.is_sound(mended, mend.place if mend.begins_field else None):
                return mend
        return None
