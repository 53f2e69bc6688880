"""What Ctrl+C does: the command ends in an orderly way, at the second time at once, and never with a traceback."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

_STOPPED = 128 + signal.SIGINT
"""What a shell gives for a program that this signal has ended."""


def stop_when_asked() -> None:
    signal.signal(signal.SIGINT, _stop)
    sys.unraisablehook = _stop_where_nothing_can_be_raised


def _stop(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    raise KeyboardInterrupt


def _stop_where_nothing_can_be_raised(error: sys.UnraisableHookArgs) -> None:
    """Within a finalizer, say, where Python would show a traceback and go on."""
    if issubclass(error.exc_type, KeyboardInterrupt):
        os._exit(_STOPPED)
    sys.__unraisablehook__(error)
