"""What publications work out of some dialogues and nothing else, kept from one build to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, Iterator, Sequence, TypeVar
from zlib import crc32

from generator.keeping.fingerprints import fingerprint
from generator.keeping.observed_day import ObservedDay
from generator.keeping.packed import Packed
from generator.keeping.store import Store

Result = TypeVar("Result")
Dialogues = Sequence[str]
"""Their ids."""
MANY = 4000
RUN_LENGTH, RUN_LENGTH_OF_MANY = 64, 256
"""How many dialogues lie in a run, on average: a change in one costs as many; more runs cost more to join."""
RUN_LENGTH_OF_PRESENT = 16
"""Of those in which something turns on most days, in a register of fewer than ``MANY``."""


def runs(ids: Sequence[str], length: int | None = None) -> Iterator[list[str]]:
    """Cuts after the dialogues whose own id says so: one more or less moves no other cut, however many have one day, unless
    they come to be ``MANY`` and no ``length`` is asked for."""
    length = length or (RUN_LENGTH if len(ids) < MANY else RUN_LENGTH_OF_MANY)
    run: list[str] = []
    for id in ids:
        run.append(id)
        if crc32(id.encode()) % length == 0:
            yield run
            run = []
    if run:
        yield run


@dataclass(frozen=True)
class KeptResults:
    """``key`` gives the fingerprint of all that can show in what is made of some dialogues but the day, which is ``today``;
    ``rest`` is the fingerprint of all but dialogues and day."""

    store: Store
    key: Callable[[Dialogues], bytes]
    today: date
    rest: bytes

    def made_beside_dialogues(self, name: str, make: Callable[[], Result], beside: bytes = b"") -> Result:
        """What ``make`` makes of no dialogue and on whatever day, or made of the same in an earlier build; ``beside`` is all
        that it looks at of dialogues and of the day."""
        store, made_from = self.store.part(f"rest-{name}"), fingerprint(self.rest, beside)
        known: tuple[Result] | None = store.get(made_from)
        if known is None:
            known = (make(),)
            store.put(made_from, known)
        store.forget_others()
        return known[0]

    def made_of_each(
        self, name: str, groups: Sequence[Dialogues], make: Callable[[Dialogues, ObservedDay], Result]
    ) -> list[Result]:
        """What ``make`` makes of each group, or made of it in an earlier build, and would make of it today too.

        Nothing else is kept under the ``name``: what no group asks for any more is forgotten. Who asks is not told on which
        days the results are the same, and so shows the day itself, or is made again on each.
        """
        return [packed.value for packed in self._packed_of_each(name, groups, make)]

    def fingerprint_of_each(
        self, name: str, groups: Sequence[Dialogues], make: Callable[[Dialogues, ObservedDay], Result]
    ) -> bytes:
        """Of what ``made_of_each`` gives: the same where no result has become another. None that is kept is unpacked."""
        return fingerprint(*(packed.content for packed in self._packed_of_each(name, groups, make)))

    def _packed_of_each(
        self, name: str, groups: Sequence[Dialogues], make: Callable[[Dialogues, ObservedDay], Result]
    ) -> list[Packed[Result]]:
        store, today = self.store.part(name), self.today.toordinal()

        def kept(group: Dialogues) -> Packed[Result]:
            key = self.key(group)
            first, last, content = store.get(key) or (1, 0, b"")
            if first <= today <= last:
                return Packed(content)
            observed = ObservedDay(self.today)
            packed = Packed.of(make(group, observed))
            store.put(key, (observed.same.first, observed.same.last, packed.content))
            return packed

        results = [kept(group) for group in groups]
        store.forget_others()
        return results
