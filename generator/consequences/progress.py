"""Progress against the target: n of N at every level, as of a day, and the pace through the year."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable, Mapping

from generator.consequences.ledger import LedgerEntry, ledger
from generator.consequences.status import dialogues_of_year, held_day, known_day
from generator.consequences.verdict import concerns
from generator.model import LEVELS_THAT_OWE, Dialogue, Level, Post, Register, Unit


@dataclass(frozen=True)
class Share:
    """``done`` of ``owed``. Percent rounds down, so that 100 means every last one; 0 of 0 is None: none owed."""

    done: int
    owed: int

    @property
    def percent(self) -> int | None:
        return self.done * 100 // self.owed if self.owed else None

    @property
    def remaining(self) -> int:
        return self.owed - self.done


@dataclass(frozen=True)
class DistrictProgress:
    district: Unit
    own: Share
    communes: Share
    total: Share
    by_level: Mapping[Level, Share]


@dataclass(frozen=True)
class Progress:
    """The figures of one year, true for ``day``; made from ``entries`` and from nothing else."""

    year: int
    day: date
    entries: tuple[LedgerEntry, ...]
    total: Share
    by_level: Mapping[Level, Share]
    by_post: Mapping[Post, Share]
    by_level_and_post: Mapping[tuple[Level, Post], Share]
    districts: tuple[DistrictProgress, ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """Those at which there was a unit on some day of the year, the highest first."""
        there = {entry.unit.level for entry in self.entries}
        return tuple(level for level in LEVELS_THAT_OWE if level in there)


@dataclass(frozen=True)
class PacePoint:
    """Posts that by the end of ``day`` had a plan registered, a day announced, a dialogue held that counts."""

    day: date
    registered: int
    announced: int
    held: int


@dataclass(frozen=True)
class Pace:
    """``time_used`` is in days of the year up to its last cut-off."""

    points: tuple[PacePoint, ...]
    owed: int
    time_used: Share


def progress(register: Register, year: int, day: date) -> Progress:
    """Figures as of ``day``; pass a cut-off day for the frozen figures of a report."""
    entries = ledger(register, year, day)
    posts = register.rules[year].target.posts
    return Progress(
        year, day, entries, share(entries),
        by_level(entries),
        {post: share(entry for entry in entries if entry.post == post) for post in posts},
        {
            (level, post): share(entry for entry in entries if entry.unit.level == level and entry.post == post)
            for level in LEVELS_THAT_OWE for post in posts
        },
        _districts(register, entries),
    )


def by_level(entries: Iterable[LedgerEntry]) -> dict[Level, Share]:
    """Of each level whose heads owe dialogues, the highest first."""
    entries = tuple(entries)
    return {level: share(entry for entry in entries if entry.unit.level == level) for level in LEVELS_THAT_OWE}


def share(entries: Iterable[LedgerEntry]) -> Share:
    owed = [entry for entry in entries if entry.owed]
    return Share(sum(entry.credited for entry in owed), len(owed))


def pace(register: Register, progress: Progress) -> Pace:
    """A point at each month's end up to the day of the figures and one on that day, counting posts owed on it.

    A registration whose own day is not known counts from the day the dialogue was announced or held.
    """
    year, day = progress.year, progress.day
    entries = [entry for entry in progress.entries if entry.owed]
    by_unit: dict[str, list[Dialogue]] = defaultdict(list)
    for dialogue in dialogues_of_year(register, year):
        if dialogue.kind == register.rules[year].target.kind:
            by_unit[dialogue.unit].append(dialogue)
    first_days = [_first_days(entry, by_unit[entry.unit.id]) for entry in entries]
    columns = [sorted(filter(None, column)) for column in zip(*first_days, strict=True)] or [[], [], []]
    points = tuple(
        PacePoint(point, *(bisect_right(column, point) for column in columns)) for point in (*_month_ends(year, day), day)
    )
    end = register.rules[year].cutoffs.year_end
    first = date(year, 1, 1)
    used = (min(day, end) - first).days + 1
    return Pace(points, len(entries), Share(max(used, 0), (end - first).days + 1))


def _first_days(entry: LedgerEntry, dialogues: list[Dialogue]) -> tuple[date | None, date | None, date | None]:
    registered, announced = [], []
    for dialogue in dialogues:
        if not concerns(entry.unit, entry.post, dialogue, entry.day):
            continue
        if dialogue.registration:
            registered.append(known_day(dialogue.registration.registered_on))
        announced += [known_day(announcement.announced_on) for announcement in dialogue.schedule if announcement.day]
    held = sorted(day for dialogue in entry.dialogues if (day := held_day(dialogue))) if entry.credited else []
    held_on = held[entry.minimum - 1] if held else None
    # A dialogue that was held had been planned and announced by then, recorded or not.
    announced_on = min([day for day in (*announced, held_on) if day], default=None)
    registered_on = min([day for day in (*registered, announced_on) if day], default=None)
    return registered_on, announced_on, held_on


def _month_ends(year: int, before: date) -> list[date]:
    ends = [date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13)]
    return [end for end in ends if end < before]


def _districts(register: Register, entries: tuple[LedgerEntry, ...]) -> tuple[DistrictProgress, ...]:
    of_district: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        of_district[entry.unit.top_id].append(entry)
    # A district may be gone while its communes still stand: no entry is left out of the sum.
    return tuple(_district(register.units[id], own) for id, own in of_district.items())


def _district(district: Unit, entries: list[LedgerEntry]) -> DistrictProgress:
    levels = by_level(entry for entry in entries if entry.unit.parent_id)
    own = share(entry for entry in entries if entry.unit.parent_id is None)
    return DistrictProgress(district, own, levels[Level.COMMUNE], share(entries), by_level(entries))
