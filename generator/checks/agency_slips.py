"""Names of agencies that one record gives and that are a letter away from one that many give."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Iterator

from generator.consequences.named_agencies import named_agency
from generator.keeping.memo import once
from generator.model import Register
from generator.text.vietnamese import slug

_OFTEN = 3
"""Records; a slip is not made in so many."""
_NUMBER = re.compile(r"[ivx]+|[a-z]*\d[a-z\d]*")
_SHORTEST = 3
"""Letters of a word in which one too many, one too few, another one or one that moved is a slip."""


@once  # two rules ask
def agencies_meant(register: Register) -> dict[str, str]:
    """By the canonical name that only one record gives, the one that was probably meant; accents aside, as the page of
    agencies has them. What ends with the name of another unit, or has another number, is another agency."""
    records: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for dialogue in register.dialogues.values():
        for commitment in dialogue.commitments:
            name = named_agency(register.agencies, commitment.agency).name
            records[slug(name)].add(dialogue.id)
            names.setdefault(slug(name), name)
    often: dict[str, list[str]] = defaultdict(list)
    for written, ids in records.items():
        if len(ids) >= _OFTEN:
            for part in _with_one_letter_less(written):
                often[part].append(written)
    units = {slug(unit.own_name) for unit in register.units.values()} if often else set()
    found: dict[str, str] = {}
    for written, ids in records.items():
        if len(ids) == 1:
            near = dict.fromkeys(other for part in _with_one_letter_less(written) for other in often.get(part, ()))
            meant = [other for other in near if _is_slip(written, other, units)]
            if len(meant) == 1:
                found[names[written]] = names[meant[0]]
    return found


def _with_one_letter_less(name: str) -> Iterator[str]:
    """What two names have in common that are a slip apart: the name itself, and without each of its letters."""
    yield name
    yield from (name[:place] + name[place + 1 :] for place in range(len(name)))


def _is_slip(written: str, meant: str, units: set[str]) -> bool:
    here, there = written.split("-"), meant.split("-")
    unit = next((tail for at in range(len(here)) if (tail := "-".join(here[at:])) in units), None)
    other = {*here} ^ {*there}
    return (
        not (unit and not f"-{meant}".endswith(f"-{unit}")) and not any(map(_NUMBER.fullmatch, other))
        and max(map(len, other), default=0) >= _SHORTEST
    )
