"""Work in two processes: the other is forked, so that what is ready in memory need not be handed over."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import Callable, Iterator, NoReturn, Sequence, TypeVar

from generator.keeping.stages import TellCount, uncounted

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = min(2, os.cpu_count() or 1) if hasattr(os, "fork") else 1
"""More would need more memory than they save in time: each writes to what it shares with the others."""
_PLACE_BYTES = 4


def nothing() -> None:
    """For whoever has nothing else to do."""


def in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], taken: TellCount = uncounted, first: Callable[[], object] = nothing
) -> list[Result]:
    """The result of ``work`` for each item, in their order; each process takes the next item when it is done with one.
    ``taken`` is told, in this process, how many of how many have been taken by either. ``first`` is done in this process,
    before it takes one, while the other begins.

    Results of the other process travel as pickles. What fails there is done again here, where its error is raised.
    """
    if PROCESSES == 1 or len(items) < 2:
        first()
        results = []
        for number, item in enumerate(items, 1):
            taken(number, len(items))
            results.append(work(item))
        return results
    here = os.getpid()

    def places(left: int) -> Iterator[int]:
        while os.getpid() == here or os.getppid() == here:  # nobody waits for what goes on without the one that asked
            place = os.read(left, _PLACE_BYTES)
            if not place:
                return
            if os.getpid() == here:
                taken(int.from_bytes(place) + 1, len(items))
            yield int.from_bytes(place)

    with TemporaryFile() as left:
        # Both processes read it where the other one left off; no lock is needed, which one that is killed would keep.
        left.write(b"".join(place.to_bytes(_PLACE_BYTES) for place in range(len(items))))
        left.seek(0)

        def share() -> dict[int, Result]:
            return {place: work(items[place]) for place in places(left.fileno())}

        with beside(share) as others:
            first()
            done = share()
            done |= others()
    return [done[place] if place in done else work(items[place]) for place in range(len(items))]


def batches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in their order, ``size`` of them together, for ``in_processes``."""
    return [items[start:start + size] for start in range(0, len(items), size)]


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """``work`` done in another process meanwhile; what is given waits for its result, which travels as a pickle.

    It is done here where there is no other process or none can begin, and where it failed there, so that its error is raised
    here.
    """
    if PROCESSES == 1:
        yield work
        return
    receiving, sending = os.pipe()
    other = None
    gc.freeze()  # so that neither process goes through, and copies, what both share

    def result() -> Result:
        try:
            with open(receiving, "rb", closefd=False) as received:
                given: Result = pickle.load(received)
                return given
        except Exception:  # nothing came, half of it, or what cannot be unpacked
            return work()

    try:
        with _not_stopped(), suppress(OSError):  # no more processes, or no memory for one: nothing comes then
            other = os.fork()
            if other == 0:
                os.close(receiving)  # so that it ends when nobody is there any more to receive
                _send(work, sending)
        os.close(sending)
        yield result
    finally:
        if other is not None:
            os.kill(other, signal.SIGKILL)
            os.waitpid(other, 0)
        os.close(receiving)
        gc.unfreeze()


def _send(work: Callable[[], object], sending: int) -> NoReturn:
    """The whole of the other process, which says nothing of what fails and leaves to the first what is open in both."""
    try:
        with open(sending, "wb") as sent:
            pickle.dump(work(), sent, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


@contextmanager
def _not_stopped() -> Iterator[None]:
    """A process that begins here is not stopped by Ctrl+C, which reaches it too, but by the one that began it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
