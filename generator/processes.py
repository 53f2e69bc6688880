"""Work in two processes: they are forked, so that what is ready in memory need not be handed over."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, Callable, Sequence, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = min(2, os.cpu_count() or 1) if hasattr(os, "fork") else 1
"""More would need more memory than they save in time: each writes to what it shares with the others."""

_work: Callable[[Any], Any]


def in_processes(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """The result of ``work`` for each item, in their order; results travel as pickles. Errors are raised here."""
    global _work
    if PROCESSES == 1 or len(items) < 2:
        return [work(item) for item in items]
    _work = work
    gc.freeze()  # so that no process goes through, and copies, what all of them share
    try:
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork")) as pool:
            return list(pool.map(_run, items))
    finally:
        gc.unfreeze()


def shares(items: Sequence[Item], least: int) -> list[Sequence[Item]]:
    """``items`` cut into as many runs as there are processes, none shorter than ``least``; one where there are few."""
    count = max(1, min(PROCESSES, len(items) // least))
    size = max(1, -(-len(items) // count))
    return [items[start:start + size] for start in range(0, len(items), size)]


def _run(item: Any) -> Any:
    return _work(item)
