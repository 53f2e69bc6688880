"""A dialogue's announcements as they followed on each other, each with what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.consequences.status import When, announced_time, known_day, moves
from generator.model import Announcement, Dialogue


class AnnouncementStep(StrEnum):
    """What an announcement of a time did. ``NEW_DAY``: it set one after a postponement, which moved nothing."""

    FIRST = "first"
    MOVED = "moved"
    NEW_DAY = "new-day"
    COMPLETED = "completed"


@dataclass(frozen=True)
class PastAnnouncement:
    """``step`` is None for one that names a state and no time; ``old`` is the time announced before it, if any."""

    announcement: Announcement
    step: AnnouncementStep | None
    announced_on: date | None
    when: When | None
    old: When | None


def history(dialogue: Dialogue) -> tuple[PastAnnouncement, ...]:
    """Oldest first."""
    past: list[PastAnnouncement] = []
    pending = list(moves(dialogue))
    old: When | None = None
    for announcement in dialogue.schedule:
        when = announced_time(announcement)
        step: AnnouncementStep | None
        if announcement.state:
            step = None
        elif pending and (pending[0].old, pending[0].new) == (old, when):
            step, _ = AnnouncementStep.MOVED, pending.pop(0)
        elif old is None:
            step = AnnouncementStep.FIRST
        else:
            step = AnnouncementStep.NEW_DAY if past[-1].announcement.state else AnnouncementStep.COMPLETED
        past.append(PastAnnouncement(announcement, step, known_day(announcement.announced_on), when, old))
        old = when or old
    return tuple(past)


def last_move(past: tuple[PastAnnouncement, ...]) -> PastAnnouncement | None:
    return next((entry for entry in reversed(past) if entry.step == AnnouncementStep.MOVED), None)
