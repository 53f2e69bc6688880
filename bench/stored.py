"""The last run of this machine, so that a commit that made something slower is seen; it lies where everything of a bench does,
which git leaves out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Iterator

from bench.runs import Result

SLOWER = 1.15
"""As a multiple of the stored run's seconds of processor, of which a busy machine changes less than of those by the clock."""


def told_beside_stored(results: list[Result], beside: str, file: Path) -> Iterator[str]:
    """A sentence for each measure whose seconds of processor, against those of the contender called ``beside``, have grown or
    shrunk by more than ``SLOWER`` since the run that is stored in the file; nothing where none is."""
    stored = json.loads(file.read_text("utf-8")) if file.exists() else {}
    now = _measured(results)
    if beside not in stored or beside not in now:
        return
    for name in now.keys() & stored.keys() - {beside}:
        grown = (now[name] / now[beside]) / (stored[name] / stored[beside])
        if not 1 / SLOWER <= grown <= SLOWER:
            word = "slower" if grown > 1 else "faster"
            yield f"{name}: {word} than in the stored run, {grown:.2f} × its seconds of processor beside {beside}"


def store(results: list[Result], file: Path) -> None:
    file.write_text(json.dumps(_measured(results), indent=2) + "\n", "utf-8")


def _measured(results: list[Result]) -> dict[str, float]:
    return {result.name: min(result.processor) for result in results if min(result.processor) > 0}
