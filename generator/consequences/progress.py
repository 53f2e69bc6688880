"""Progress against the target: n of N at every level, as of a day, and the pace through the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Iterable, Mapping, NamedTuple

from generator.consequences.ledger import LedgerEntry, dialogues_of_period, ledger
from generator.consequences.rule_periods import RulesPeriod, period_on
from generator.consequences.status import held_day, known_day
from generator.consequences.verdict import concerns
from generator.model import LEVELS_THAT_OWE, Dialogue, Level, Post, Register, Unit
from generator.model.groups import grouped

FirstDays = tuple[date | None, date | None, date | None]
"""On which a post had a plan registered, a day announced, its last dialogue owed held."""


class Share(NamedTuple):
    """``done`` of ``owed``. Percent rounds down, so that 100 means every last one; 0 of 0 is None: none owed."""

    done: int
    owed: int

    @property
    def percent(self) -> int | None:
        return self.done * 100 // self.owed if self.owed else None

    @property
    def remaining(self) -> int:
        return self.owed - self.done


class DistrictProgress(NamedTuple):
    district: Unit
    own: Share
    communes: Share
    total: Share
    by_level: Mapping[Level, Share]


class Progress(NamedTuple):
    """The figures of one year, or of the period of it that ``day`` is in, true for ``day``; made from ``entries`` and from
    nothing else."""

    year: int
    day: date
    period: RulesPeriod
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


class PacePoint(NamedTuple):
    """Posts, of those ``owed`` on ``day``, that by its end had a plan registered, a day announced, a dialogue held that
    counts."""

    day: date
    registered: int
    announced: int
    held: int
    owed: int


class Pace(NamedTuple):
    """``owed`` are the posts on the last point's day; ``time_used`` is in days of the year, or of its period, up to its last
    cut-off."""

    points: tuple[PacePoint, ...]
    owed: int
    time_used: Share

    @property
    def is_even(self) -> bool:
        """Whether as many posts owe on each point's day."""
        return all(point.owed == self.owed for point in self.points)


def progress(register: Register, year: int, day: date) -> Progress:
    """Figures as of ``day``; pass a cut-off day for the frozen figures of a report."""
    entries = ledger(register, year, day)
    period = period_on(register.rules[year], day)
    posts = period.rules.target.posts
    return Progress(
        year, day, period, entries, share(entries),
        by_level(entries),
        {post: share(entry for entry in entries if entry.post == post) for post in posts},
        {
            (level, post): share(entry for entry in entries if entry.unit.level == level and entry.post == post)
            for level in LEVELS_THAT_OWE for post in posts
        },
        _districts(register, entries, day),
    )


def by_level(entries: Iterable[LedgerEntry]) -> dict[Level, Share]:
    """Of each level whose heads owe dialogues, the highest first."""
    entries = tuple(entries)
    return {level: share(entry for entry in entries if entry.unit.level == level) for level in LEVELS_THAT_OWE}


def share(entries: Iterable[LedgerEntry]) -> Share:
    owed = [entry for entry in entries if entry.owed]
    return Share(sum(entry.credited for entry in owed), len(owed))


def pace(register: Register, progress: Progress) -> Pace:
    """A point at each month's end up to the day of the figures and one on that day, counting the posts owed on its own day.

    A registration whose own day is not known counts from the day the dialogue was announced or held.
    """
    period, day = progress.period, progress.day
    by_unit = {
        id: [dialogue for dialogue in dialogues if dialogue.kind == period.rules.target.kind]
        for id, dialogues in dialogues_of_period(register, period).items()
    }
    first_days = [(entry, _first_days(entry, by_unit.get(entry.unit.id, []))) for entry in progress.entries]
    points = tuple(_point(progress, first_days, point) for point in (*_month_ends(period, day), day))
    used = (min(day, period.last_day) - period.first_day).days + 1
    return Pace(
        points, progress.total.owed, Share(max(used, 0), (period.last_day - period.first_day).days + 1)
    )


def _point(progress: Progress, first_days: Iterable[tuple[LedgerEntry, FirstDays]], day: date) -> PacePoint:
    owing = [days for entry, days in first_days if _owes_on(progress, entry, days, day)]
    columns = list(zip(*owing, strict=True)) or [(), (), ()]
    registered, announced, held = (sum(known is not None and known <= day for known in column) for column in columns)
    return PacePoint(day, registered, announced, held, len(owing))


def _owes_on(progress: Progress, entry: LedgerEntry, days: FirstDays, day: date) -> bool:
    if day == progress.day:
        return entry.owed
    held_on, unit = days[2], entry.unit
    vacant_owes = progress.period.rules.target.vacant_post_owes or not unit.is_vacant_on(entry.post, day)
    return entry.minimum > 0 and unit.exists_on(day) and (vacant_owes or (held_on is not None and held_on <= day))


def _first_days(entry: LedgerEntry, dialogues: list[Dialogue]) -> FirstDays:
    registered, announced = [], []
    for dialogue in dialogues:
        if not concerns(entry.unit, entry.post, dialogue, entry.day):
            continue
        if dialogue.registration:
            registered.append(known_day(dialogue.registration.registered_on))
        announced += [known_day(announcement.announced_on) for announcement in dialogue.schedule if announcement.day]
    # A unit that is no more by the day of the figures has credit for none, but was as far on its own days.
    enough = entry.counted >= entry.minimum > 0
    held = sorted(day for dialogue in entry.dialogues if (day := held_day(dialogue))) if enough else []
    held_on = held[entry.minimum - 1] if held else None
    # A dialogue that was held had been planned and announced by then, recorded or not.
    announced_on = min([day for day in (*announced, held_on) if day], default=None)
    registered_on = min([day for day in (*registered, announced_on) if day], default=None)
    return registered_on, announced_on, held_on


def _month_ends(period: RulesPeriod, before: date) -> list[date]:
    year = period.year
    ends = [date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13)]
    return [end for end in ends if period.first_day <= end < before]


def _districts(register: Register, entries: tuple[LedgerEntry, ...], day: date) -> tuple[DistrictProgress, ...]:
    of_district = grouped((entry.unit.top_id, entry) for entry in entries)
    # A district may be gone while its communes still stand: no entry is left out of the sum.
    districts = ((register.unit_with_id(id), own) for id, own in of_district.items())
    return tuple(_district(register.called_on(district, day), own) for district, own in districts if district)


def _district(district: Unit, entries: list[LedgerEntry]) -> DistrictProgress:
    levels = by_level(entry for entry in entries if entry.unit.parent_id)
    own = share(entry for entry in entries if entry.unit.parent_id is None)
    return DistrictProgress(district, own, levels[Level.COMMUNE], share(entries), by_level(entries))
