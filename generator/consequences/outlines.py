"""What is asked of every dialogue of a register, so that the rest of most records is taken out of what is kept only when
something asks for it."""

from __future__ import annotations

from datetime import date, time
from functools import cached_property
from typing import Callable, ItemsView, Iterable, Iterator, Mapping, NamedTuple, ValuesView

from generator.consequences.states import STATUSES
from generator.consequences.status import last_announced, status_of, when_of, year_of
from generator.keeping.memo import once
from generator.model import Dialogue, Register, Unit
from generator.model.named_documents import document_place, documents_of


class Outline(NamedTuple):
    """The same on every day. ``year`` is the one it counts in, and it ``begins`` on its day, or the one that was taken back, a
    day without an hour before the day's hours, or on the first of the period that it is planned for. ``documents`` are the
    places below ``documents/`` of those that it names."""

    year: int
    begins: tuple[date, time]
    unit: str
    is_taken_over: bool
    """Whether another unit took over any of its commitments."""
    documents: tuple[str, ...]


@once
def outline_of(dialogue: Dialogue) -> Outline:
    return Outline(
        year_of(dialogue), _begins(dialogue), dialogue.unit,
        any(commitment.taken_over_by for commitment in dialogue.commitments),
        tuple(document_place(dialogue, file) for _, file in documents_of(dialogue)),
    )


def _begins(dialogue: Dialogue) -> tuple[date, time]:
    when = when_of(dialogue)
    if when is None and STATUSES[status_of(dialogue, date.max)].undoes_day:  # which no day changes where it has no time
        when = last_announced(dialogue)
    if when:
        return when.day, when.start or time()
    registration = dialogue.registration
    return registration.period.first_day if registration else date(dialogue.year, 1, 1), time()


class Dialogues(Mapping[str, Dialogue]):
    """Records by id, in the order of their ``outlines``; ``take`` gives one of them when it is asked for."""

    def __init__(self, outlines: Mapping[str, Outline], take: Callable[[str], Dialogue]) -> None:
        self.outlines, self._take = outlines, take

    def some(self, ids: Iterable[str]) -> Dialogues:
        """Those with these ids, in their order."""
        return Dialogues({id: self.outlines[id] for id in ids}, self._take)

    def with_new(self, new: Mapping[str, Dialogue]) -> Dialogues:
        """With these beside them or, where the id is the same, in their place; sorted by id."""
        every = {**self.outlines, **outlined(new).outlines}
        return Dialogues(dict(sorted(every.items())), lambda id: new[id] if id in new else self._take(id))

    def __getitem__(self, id: str) -> Dialogue:
        if id not in self.outlines:
            raise KeyError(id)
        return self._take(id)

    def __contains__(self, id: object) -> bool:
        return id in self.outlines

    def __iter__(self) -> Iterator[str]:
        return iter(self.outlines)

    def __len__(self) -> int:
        return len(self.outlines)

    def values(self) -> ValuesView[Dialogue]:
        return self._taken.values()

    def items(self) -> ItemsView[str, Dialogue]:
        return self._taken.items()

    @cached_property
    def _taken(self) -> dict[str, Dialogue]:
        return {id: self._take(id) for id in self.outlines}


def outlined(dialogues: Mapping[str, Dialogue]) -> Dialogues:
    """The same records, each of which is at hand where they are no ``Dialogues`` yet."""
    if isinstance(dialogues, Dialogues):
        return dialogues
    return Dialogues({id: outline_of(dialogue) for id, dialogue in dialogues.items()}, dialogues.__getitem__)


def by_year(dialogues: Mapping[str, Dialogue], years: Iterable[int] = (), last: int = date.max.year) -> Mapping[int, Dialogues]:
    """Dialogues by the year they count in, then by id; those of years after ``last`` stand under ``last``. Each of ``years``
    is there even without a dialogue."""
    every = outlined(dialogues)
    found: dict[int, list[str]] = {year: [] for year in years}
    for id, outline in every.outlines.items():
        found.setdefault(min(outline.year, last), []).append(id)
    return {year: every.some(ids) for year, ids in sorted(found.items())}


def dialogues_of_year(register: Register, year: int) -> Mapping[str, Dialogue]:
    """Those that count in the year, by id."""
    return dialogues_by_year(register).get(year, {})


def years_of(register: Register) -> list[int]:
    """Every year that has rules or dialogues, the oldest first."""
    return sorted({*register.rules, *dialogues_by_year(register)})


@once  # for all years, since each year's figures and tables ask
def dialogues_by_year(register: Register) -> Mapping[int, Mapping[str, Dialogue]]:
    """Those of each year that has any; see ``by_year``."""
    return by_year(register.dialogues)


@once  # since each district's parts ask
def dialogues_by_district(register: Register) -> Mapping[str, Mapping[str, Dialogue]]:
    """By the id of the unit at the top: the dialogues, by id, of all that lay in it on the dialogue's day."""
    every, families = outlined(register.dialogues), dict[str, list[str]]()
    for id, outline in every.outlines.items():
        families.setdefault(lying_as_then(register, id, outline.unit).top_id, []).append(id)
    return {top: every.some(ids) for top, ids in families.items()}


def lying_as_then(register: Register, id: str, unit_id: str) -> Unit:
    """The unit of the dialogue with this id, in what it lay in on the dialogue's day; where it always lay in the same, without
    asking the record."""
    unit = register.units[unit_id]
    return unit if len(unit.tops) == 1 else register.unit_of(register.dialogues[id])
