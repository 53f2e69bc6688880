"""What follows from the program and its words alone, kept beside it as Python keeps its compiled modules: no register makes it
another."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterable, TypeVar

from generator.keeping.fingerprints import GENERATOR, fingerprint, program_fingerprint
from generator.keeping.store import Store

Result = TypeVar("Result")


def kept_beside_the_program(
    name: str, make: Callable[[], Result], program: Path = GENERATOR, contents: Iterable[bytes] = ()
) -> Result:
    """What ``make`` makes of the program, its libraries and the ``contents`` of some of its files, or made of the same in an
    earlier run; plain values, since another version reads them before it makes its own. Where nothing can be written beside
    the ``program``, it is made each time."""
    store, made_from = Store(program / "__pycache__" / "made"), fingerprint(program_fingerprint(), *contents)
    known: tuple[bytes, Result] | None = store.get(name)
    if known is None or known[0] != made_from:
        known = made_from, make()
        store.put(name, known)
    return known[1]
