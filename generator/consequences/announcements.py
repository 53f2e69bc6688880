"""A dialogue's announcements as they followed on each other, each with what it changed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.consequences.status import When, announced_time, is_move, known_day
from generator.model import Announcement, Dialogue


class AnnouncementStep(StrEnum):
    """What an announcement of a time did. ``NEW_DAY``: it set one after a postponement, which moved nothing."""

    FIRST = "first"
    MOVED = "moved"
    NEW_DAY = "new-day"
    COMPLETED = "completed"


class PastAnnouncement(NamedTuple):
    """``step`` is None for one that names a state and no time; ``old`` is the time announced before it, if any."""

    announcement: Announcement
    step: AnnouncementStep | None
    announced_on: date | None
    when: When | None
    old: When | None


def history(dialogue: Dialogue) -> tuple[PastAnnouncement, ...]:
    """Oldest first."""
    past: list[PastAnnouncement] = []
    old: When | None = None
    for announcement in dialogue.schedule:
        when, stood = announced_time(announcement), bool(past and past[-1].step)
        step = _step(old, when, stood) if when else None
        past.append(PastAnnouncement(announcement, step, known_day(announcement.announced_on), when, old))
        old = when or old
    return tuple(past)


def _step(old: When | None, new: When, stood: bool) -> AnnouncementStep:
    """``stood``: the old time had not been taken back."""
    if old is None:
        return AnnouncementStep.FIRST
    if is_move(old, new):
        return AnnouncementStep.MOVED
    return AnnouncementStep.COMPLETED if stood else AnnouncementStep.NEW_DAY


def last_move(past: tuple[PastAnnouncement, ...]) -> PastAnnouncement | None:
    return next((entry for entry in reversed(past) if entry.step == AnnouncementStep.MOVED), None)
