"""What long work tells of itself while it runs: the stage it is at, and how many of how many it has in hand."""

from __future__ import annotations

from typing import Callable

TellStage = Callable[[str], None]
"""Is told, in the clerk's language, what is being done now."""
TellCount = Callable[[int, int], None]
"""Is told how many of how many are in hand."""


def silent(stage: str) -> None:
    """For whoever asks for no progress."""


def uncounted(taken: int, of: int) -> None:
    """The same for parts."""


def counted(report: TellStage, stage: str, what: str) -> TellCount:
    """Tells the stage with a count: "Đang kiểm tra (3/8 phần)"."""
    return lambda taken, of: report(f"{stage} ({taken}/{of} {what})")
