"""Work in two processes: they are forked, so that what is ready in memory need not be handed over."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing import get_context
from typing import Any, Callable, Iterator, Sequence, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = min(2, os.cpu_count() or 1) if hasattr(os, "fork") else 1
"""More would need more memory than they save in time: each writes to what it shares with the others."""

_work: Callable[[Any], Any] | None = None
"""What the processes do that are forked now."""


def in_processes(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """The result of ``work`` for each item, in their order; results travel as pickles. Errors are raised here."""
    if PROCESSES == 1 or len(items) < 2:
        return [work(item) for item in items]
    with _forked(work, PROCESSES) as pool:
        return list(pool.map(_run, items))


def in_shares(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], few: int) -> list[Result]:
    """``work`` done on a run of ``items`` here and on the rest beside it; on all of them here where there are ``few``.

    What is done here need not travel. Errors are raised here.
    """
    count = min(PROCESSES, len(items) // few)
    if count < 2:
        return work(items)
    size = -(-len(items) // count)
    own, *others = [items[start:start + size] for start in range(0, len(items), size)]
    with _forked(lambda number: work(others[number]), len(others)) as pool:  # so that the items need not travel either
        rest = pool.map(_run, range(len(others)))
        return [*work(own), *chain.from_iterable(rest)]


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """``work`` done in another process meanwhile; what is given waits for its result, which travels as a pickle.

    It is done here where there is no other process, and where it failed there, so that its error is raised here.
    """
    if PROCESSES == 1:
        yield work
        return
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)

    def send() -> None:
        receiving.close()  # so that it ends when nobody is there any more to receive
        with suppress(Exception):
            sending.send(work())

    other = context.Process(target=send)
    other.start()
    sending.close()

    def result() -> Result:
        try:
            return receiving.recv()
        except EOFError:
            return work()

    try:
        yield result
    finally:
        other.kill()
        other.join()
        receiving.close()


@contextmanager
def _forked(work: Callable[[Any], Any], count: int) -> Iterator[ProcessPoolExecutor]:
    """As many processes, whose ``_run`` does the work."""
    global _work
    _work = work
    gc.freeze()  # so that no process goes through, and copies, what all of them share
    try:
        with ProcessPoolExecutor(count, mp_context=get_context("fork")) as pool:
            yield pool
    finally:
        gc.unfreeze()
        _work = None


def _run(item: Any) -> Any:
    return _work(item)
