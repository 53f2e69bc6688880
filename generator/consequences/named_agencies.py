"""Which agency of the register's list a commitment means, however it is spelled."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from generator.keeping.memo import once
from generator.model.agencies import Agency, AgencyList
from generator.text.vietnamese import nearest, slug


class NamedAgency(NamedTuple):
    """``name`` is canonical, with the unit's name as it was written: "Công an phường Sở Dầu" for "CA phường Sở Dầu".
    ``listed`` is its entry in the list; None for one that is not there, whose name is as written."""

    name: str
    listed: Agency | None


def named_agency(agencies: AgencyList, written: str) -> NamedAgency:
    """By the longest name or spelling in the list that ``written`` begins with, in whole words, accents aside."""
    known = _known(agencies)
    if written not in known:
        known[written] = _named_now(agencies, written)
    return known[written]


@once
def _known(agencies: AgencyList) -> dict[str, NamedAgency]:
    """A register's commitments name the same few agencies again and again."""
    return {}


def _named_now(agencies: AgencyList, written: str) -> NamedAgency:
    words = written.split()
    for length in range(len(words), 0, -1):
        if listed := agencies.by_spelling.get(slug(" ".join(words[:length]))):
            return NamedAgency(" ".join((listed.name, *words[length:])), listed)
    return NamedAgency(written, None)


def nearest_agency(agencies: AgencyList, written: str) -> str | None:
    """The canonical name that a spelling outside the list probably meant, with the words that follow; None for none. "Trung tâm
    Văn hóa" begins as "Trung tâm Y tế" does, and means another."""
    words, spelled, found = written.split(), agencies.by_spelling, []
    for length in range(len(words), 0, -1):
        begun = slug(" ".join(words[:length]))
        near = nearest(begun, spelled)
        if near and not (length < len(words) and near.startswith(f"{begun}-")):
            found.append((SequenceMatcher(None, begun, near).ratio(), length, near))
    if not found:
        return None
    _, length, near = max(found)
    return " ".join((spelled[near].name, *words[length:]))
