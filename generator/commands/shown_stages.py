"""How far long work is, on one line of a terminal; a pipe, a log and a pipeline's machine get only the result."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import Iterator

from generator.keeping.stages import TellStage, silent

SHORT_SECONDS = 2.0
"""Work that takes less tells nothing."""
_BETWEEN_SECONDS = 0.5
_START_OF_A_CLEARED_LINE = "\r\x1b[K"


@contextmanager
def shown_stages() -> Iterator[TellStage]:
    """What is told of a stage is shown from ``SHORT_SECONDS`` on, and gone from the terminal when the block ends.

    A timer shows it, so that a stage which takes long is seen too; children of this process have none. Nothing else may be
    printed within the block. A terminal that is gone, or knows fewer letters, never ends the work.
    """
    if not sys.stderr.isatty() or "CI" in os.environ or not hasattr(signal, "setitimer"):
        yield silent
        return
    terminal, letters, now, shown = sys.stderr.fileno(), sys.stderr.encoding, "", False

    def tell(stage: str) -> None:
        nonlocal now
        now = stage

    def show(*_: object) -> None:
        nonlocal shown
        if now:
            with suppress(OSError):
                columns = os.get_terminal_size(terminal).columns or 80  # one that does not know tells 0
                line = f"{now} …"[: columns - 1]
                shown = bool(os.write(terminal, f"{_START_OF_A_CLEARED_LINE}{line}".encode(letters, "replace")))

    before = signal.signal(signal.SIGALRM, show)
    signal.setitimer(signal.ITIMER_REAL, SHORT_SECONDS, _BETWEEN_SECONDS)
    try:
        yield tell
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if shown:
            with suppress(OSError):
                os.write(terminal, _START_OF_A_CLEARED_LINE.encode())
