"""One piece of news of a dialogue, with the facts that it tells of, and how pieces of news are named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.consequences.states import ChangeKind
from generator.consequences.status import When
from generator.model import Announcement, Commitment, CommitmentUpdate, Conclusion, Dialogue, Held, Opinion, TakeOver
from generator.model.corrections import Correction, Redaction


@dataclass(frozen=True)
class Change:
    """``day`` is when it became public, as far as that is known, else the day of the fact itself, in Asia/Ho_Chi_Minh; so what
    is reported late is news when it is reported. ``order`` is its place among the record's of that day.

    ``id`` is unique within the record and stays the same whatever is added to the record later. ``old`` is the time
    that a move, a postponement or a cancellation took back; ``announcement``, ``held``, ``conclusion``,
    ``opinion``, ``commitment``, ``update``, ``taken_over``, ``correction`` and ``redaction`` are the facts that the change
    tells of, where it tells of such.
    """

    dialogue: Dialogue
    kind: ChangeKind
    id: str
    day: date
    order: int = 0
    announcement: Announcement | None = None
    old: When | None = None
    held: Held | None = None
    conclusion: Conclusion | None = None
    opinion: Opinion | None = None
    commitment: Commitment | None = None
    update: CommitmentUpdate | None = None
    taken_over: TakeOver | None = None
    correction: Correction | None = None
    redaction: Redaction | None = None


class ChangeIds:
    """Names facts by their day, and numbers only those of one day, so that one added between others renames none."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def next(self, name: str, day: date) -> str:
        id = f"{name}-{day.isoformat()}"
        self._used[id] += 1
        return id if self._used[id] == 1 else f"{id}-{self._used[id]}"
