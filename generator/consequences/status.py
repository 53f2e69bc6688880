"""What a dialogue's record comes to: its status, its day, its moves, its place and its year."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import takewhile
from typing import NamedTuple

from generator.consequences.states import ENTRIES, Status
from generator.keeping.memo import once
from generator.keeping.observed_day import ZONE, AnyDay
from generator.model import Announcement, Dialogue, PartOfDay, Presider, Venue


class When(NamedTuple):
    """A day with its hours in Asia/Ho_Chi_Minh; ``start`` is None when only the day (or part of it) is known."""

    day: date
    start: time | None = None
    end: time | None = None
    part_of_day: PartOfDay | None = None


class Move(NamedTuple):
    """A change from one announced time to another; ``announced_on`` is None when it is not known."""

    old: When
    new: When
    announced_on: date | None
    reason: str | None


def status_of(dialogue: Dialogue, today: AnyDay) -> Status:
    if dialogue.held:
        return Status.HELD
    if not dialogue.schedule:
        return Status.REGISTERED if dialogue.registration else Status.DEMANDED
    last = dialogue.schedule[-1]
    if last.state is not None:
        return ENTRIES[last.state].status
    if last.day and last.day < today:
        return Status.AWAITING
    return Status.RESCHEDULED if moves(dialogue) else Status.SCHEDULED


@once
def when_of(dialogue: Dialogue) -> When | None:
    """When it was held or will be; for a postponed or cancelled dialogue None, see ``last_announced``."""
    held = dialogue.held
    announced = announced_time(dialogue.schedule[-1]) if dialogue.schedule else None
    if held is None:
        return announced
    announced = announced or last_announced(dialogue)
    day = held.day or (announced.day if announced else None)
    if day is None:
        return None
    if held.start or held.part_of_day or announced is None or announced.day != day:
        return When(day, held.start, held.end, held.part_of_day)
    return When(day, announced.start, held.end or announced.end, announced.part_of_day)


def last_announced(dialogue: Dialogue) -> When | None:
    """The newest time ever announced, which a postponement or a cancellation has undone."""
    return next((when for entry in reversed(dialogue.schedule) if (when := announced_time(entry))), None)


@once
def held_day(dialogue: Dialogue) -> date | None:
    when = when_of(dialogue) if dialogue.held else None
    return when.day if when else None


def moves(dialogue: Dialogue) -> tuple[Move, ...]:
    found: list[Move] = []
    old: When | None = None
    for entry in dialogue.schedule:
        new = announced_time(entry)
        if new is None:
            continue
        if old is not None and is_move(old, new):
            found.append(Move(old, new, known_day(entry.announced_on), entry.reason))
        old = new
    return tuple(found)


def notice_days(dialogue: Dialogue) -> int | None:
    """Days between the announcement of the present day and that day; None when either is not known.

    A day that was given up and announced again counts from the second time.
    """
    when = when_of(dialogue)
    standing = takewhile(lambda entry: when and entry.day == when.day, reversed(dialogue.schedule))
    announced_on = next((known_day(entry.announced_on) for entry in reversed(tuple(standing))), None)
    return (when.day - announced_on).days if when and announced_on else None


@once
def venue_of(dialogue: Dialogue) -> Venue | None:
    if dialogue.held and dialogue.held.venue:
        return dialogue.held.venue
    return next((entry.venue for entry in reversed(dialogue.schedule) if entry.venue), dialogue.venue)


def presiders_of(dialogue: Dialogue) -> tuple[Presider, ...]:
    """Who really presided, once that is recorded; before that, who is announced."""
    return (dialogue.held and dialogue.held.presided_by) or dialogue.presided_by


@once
def year_of(dialogue: Dialogue) -> int:
    """The year it counts in: of its day held, else announced, else registered, else its folder's."""
    when = when_of(dialogue) or last_announced(dialogue)
    if when:
        return when.day.year
    return dialogue.registration.period.first_day.year if dialogue.registration else dialogue.year


def known_day(value: date | str | None) -> date | None:
    return value if isinstance(value, date) else None


def announced_time(entry: Announcement) -> When | None:
    """None for an entry that postpones or cancels."""
    return When(entry.day, entry.start, entry.end, entry.part_of_day) if entry.day else None


def is_move(old: When, new: When) -> bool:
    """A first hour for a day that had none completes the announcement; it moves nothing."""
    return old.day != new.day or (old.start is not None and old.start != new.start)


def machine_time(when: When) -> str:
    if when.start is None:
        return when.day.isoformat()
    return datetime.combine(when.day, when.start, ZONE).isoformat()
