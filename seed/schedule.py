"""The days of a dialogue's life: what was registered, what was announced when, and the day it was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Mapping

from seed.calendar_days import meeting_day, working_day, working_day_after
from seed.stock import chance, phrase, weighted

HOURS = {
    ("07:30", "11:00"): 8, ("08:00", "11:00"): 24, ("08:00", "11:30"): 20, ("08:30", "11:00"): 8,
    ("08:00", None): 6,
    ("13:30", "16:30"): 10, ("14:00", "17:00"): 16, ("14:00", "16:30"): 8, ("19:30", "21:30"): 4,
}
# A year's first meetings: those that go as they were announced, and those that were announced more than once before.
FIRST, FIRST_OF_CHANGED = (3, 1), (4, 10)
PASSED_WITHIN = timedelta(days=24)


@dataclass(frozen=True)
class Life:
    """``day`` is the last day that was ever meant, ``first_day`` the first one; None when only a period is known."""

    announcements: list[dict[str, Any]]
    registration: dict[str, Any] | None
    first_day: date | None
    day: date | None
    held_on: date | None


def live(
    random: Random, story: Mapping[str, Any], kind: str, year: int, as_of: date, words: Mapping[str, str],
    not_before: date | None = None,
) -> Life:
    """``as_of`` is the day up to which things have happened; ``not_before`` the first day the dialogue may be on."""
    steps = list(story["steps"])
    if story["ends"] == "never" and not steps:
        period = _period_ahead(random, story["period"], year, as_of)
        return Life([], _registration(random, year, period, as_of), None, None, None)
    day, announced = _last_step(random, story, year, as_of, not_before)
    announcements, first_day = _announcements(random, steps, day, announced, words, "replaced" in story)
    if announcements and story["ends"] == "held" and len(steps) == 1 and chance(random, 3):
        announcements[0]["announced_on"] = "unknown"
    registration = None
    if (kind == "periodic" and chance(random, 92)) or (kind == "thematic" and chance(random, 50)) or not steps:
        known = [entry["announced_on"] for entry in announcements if entry["announced_on"] != "unknown"]
        before = min([announced, *known])
        registration = _registration(random, year, _period_of(random, first_day), before - timedelta(days=2))
    return Life(announcements, registration, first_day, day, day if story["ends"] == "held" else None)


def has_room(story: Mapping[str, Any], year: int, as_of: date) -> bool:
    """Whether all that the story tells can have happened from the year's first meetings to the day before ``as_of``."""
    if len(story["steps"]) > 1:
        return date(year, *FIRST_OF_CHANGED) < as_of
    if story["ends"] == "passed":
        return date(year, *FIRST) <= as_of - PASSED_WITHIN
    return story["ends"] != "held" or date(year, *FIRST) < as_of


def _last_step(
    random: Random, story: Mapping[str, Any], year: int, as_of: date, not_before: date | None
) -> tuple[date, date]:
    """The day that the last announcement is about, and the day it was made."""
    known = min(as_of, date(year, 12, 28))
    if story["ends"] == "ahead":
        day = meeting_day(random, max(as_of, not_before or as_of), max(as_of, date(year, 12, 15)), 1.7)
        announced = as_of - timedelta(days=random.randint(0, 6))
        return day, working_day(min(announced, day - timedelta(days=random.randint(8, 15))))
    if story["ends"] == "passed":
        day = meeting_day(random, known - PASSED_WITHIN, known - timedelta(days=1), 0.6)
    elif story["ends"] == "held":
        first = date(year, *(FIRST if len(story["steps"]) < 2 else FIRST_OF_CHANGED))
        day = meeting_day(random, max(first, not_before or first), known - timedelta(days=1), 0.65)
    else:
        announced = working_day(meeting_day(random, date(year, *FIRST_OF_CHANGED), known - timedelta(days=1), 0.65))
        return working_day_after(announced, random.randint(1, 9)), announced
    return day, working_day(day - timedelta(days=random.randint(9, 18)))


def _announcements(
    random: Random, steps: list[str], day: date, announced: date, words: Mapping[str, str], replaced: bool
) -> tuple[list[dict[str, Any]], date]:
    """Worked out from the last step back to the first, so that each old day lies after its announcement."""
    start, end = weighted(random, HOURS)
    entries: list[dict[str, Any]] = []
    for position in range(len(steps) - 1, -1, -1):
        step = steps[position]
        entries.insert(0, _announcement(random, steps, position, day, announced, (start, end), words, replaced))
        if position == 0:
            break
        if step == "later":
            old = meeting_day(random, announced + timedelta(days=1), day - timedelta(days=2))
            day = old if old < day else day - timedelta(days=1)
        elif step == "earlier":
            day = working_day_after(day, random.randint(4, 16))
        elif step in ("again", "postponed") and steps[position - 1] == "postponed":
            announced = working_day(announced - timedelta(days=random.randint(9, 24)))
            day = working_day_after(announced, random.randint(1, 8))
            continue
        announced = working_day(min(announced, day) - timedelta(days=random.randint(9, 18)))
        if step in ("later", "earlier") and chance(random, 25):
            start, end = weighted(random, HOURS)
    return entries, day


def _announcement(
    random: Random, steps: list[str], position: int, day: date, announced: date, hours: tuple[str, str | None],
    words: Mapping[str, str], replaced: bool,
) -> dict[str, Any]:
    step, entry = steps[position], {"announced_on": announced}
    if step in ("postponed", "cancelled"):
        entry["state"] = step
        repeated = step == "postponed" and steps[position - 1] == "postponed"
        name = "postponed_again" if repeated else "cancelled_replaced" if replaced else step
        return {**entry, "reason": phrase(random, name, words, "reasons")}
    entry["day"] = day
    if step == "part":
        entry["part_of_day"] = weighted(random, {"morning": 5, "afternoon": 4, "evening": 1})
    elif step != "day":
        entry |= {"start": hours[0], "end": hours[1]}
    if position:
        entry["reason"] = phrase(random, step, words, "reasons")
    return {name: value for name, value in entry.items() if value}


def _registration(random: Random, year: int, period: str, last: date) -> dict[str, Any]:
    """In February as the guidance asks (before 01/3), now and then late, never after ``last``."""
    day = date(year, 2, 28) - timedelta(days=random.randint(0, 22))
    if chance(random, 9):
        day = date(year, 3, 1) + timedelta(days=random.randint(0, 30))
    day = working_day(min(day, last))
    return {"registered_on": "unknown" if chance(random, 3) else day, "period": period}


def _period_of(random: Random, day: date) -> str:
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    return weighted(random, {f"{day:%Y-%m}": 70, quarter: 20, day.isoformat(): 10})


def _period_ahead(random: Random, period: str, year: int, as_of: date) -> str:
    """A month or quarter that is mostly still to come, sometimes gone by in silence."""
    month = random.randint(min(max((as_of - date(year, 1, 1)).days // 30 - 1, 6), 9), 12)
    return f"{year}-{month:02}" if period == "month" else f"{year}-Q{(month + 2) // 3}"
