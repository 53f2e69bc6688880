"""How many people came to several dialogues together, and what such a sum leaves out: offices count in several ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from generator.model import CountOf, Held, Precision
from generator.reports.forms import FormPage
from generator.reports.rows import sum_known


@dataclass(frozen=True)
class AttendanceSum:
    """``people`` adds up people alone, None where nobody counted any: a household is not so many people, and of
    delegates the guidance does not say whether they are among the people.

    The others count dialogues: ``all`` of them; ``unknown`` without any count; ``not_people`` counted in households or
    delegates only; ``rounded`` whose people are "trên", "khoảng" or "dưới" a number. ``other_counts`` says whether any
    has households or delegates, be it beside people.
    """

    people: int | None
    all: int
    unknown: int
    not_people: int
    rounded: int
    other_counts: bool


def attendance_of(held: Iterable[Held]) -> AttendanceSum:
    counts = [took_place.attendance for took_place in held]
    people = [[count for count in of_dialogue if count.of == CountOf.PEOPLE] for of_dialogue in counts]
    return AttendanceSum(
        people=sum_known(count.count for of_dialogue in people for count in of_dialogue),
        all=len(counts),
        unknown=counts.count(()),
        not_people=sum(bool(every) and not of_people for every, of_people in zip(counts, people, strict=True)),
        rounded=sum(any(count.precision != Precision.EXACT for count in of_dialogue) for of_dialogue in people),
        other_counts=any(count.of != CountOf.PEOPLE for of_dialogue in counts for count in of_dialogue),
    )


def attendance_note(page: FormPage, found: AttendanceSum) -> str | None:
    """What is in the sum of people and what is not; None where it holds every count there is, and each is exact."""
    words = page.people
    parts = [
        words.unknown.format(count=found.unknown) if found.unknown else None,
        words.not_people.format(count=found.not_people) if found.other_counts else None,
        words.rounded.format(count=found.rounded) if found.rounded else None,
    ]
    if not any(parts):
        return None
    counted = words.counted.format(count=found.all - found.unknown - found.not_people, all=found.all)
    return "; ".join(filter(None, (counted, *parts))) + "."
