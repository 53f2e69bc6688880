"""The obligation ledger: every post of a year, credited or not, with the reason and the dialogue behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Iterable, NamedTuple

from generator.consequences.outlines import dialogues_of_year
from generator.consequences.rule_periods import RulesPeriod, period_of, period_on
from generator.consequences.standings import STANDINGS, VERDICTS, Standing, Verdict
from generator.consequences.states import STATUSES
from generator.consequences.status import status_of
from generator.consequences.verdict import verdict_on
from generator.model import Dialogue, Post, Register, Unit


class LedgerEntry(NamedTuple):
    """``day`` is the day the entry is true for. ``dialogues`` earned the credit, or explain why there is none."""

    unit: Unit
    post: Post
    day: date
    standing: Standing
    owed: bool
    credited: bool
    minimum: int
    counted: int
    dialogues: tuple[Dialogue, ...]


def ledger(register: Register, year: int, day: date) -> tuple[LedgerEntry, ...]:
    """Every post of units that existed on some day of the year's period that ``day`` is in, by what was held in it until
    ``day``; units as they were called on ``day``, in administrative order.

    What is owed is owed by the units that exist on ``day``: the denominator is a function of the day.
    Source: the guidance of 2023, target of 100% of heads at district and commune level, at least once a year; from
    01/07/2025 Law 72/2025/QH15, Art. 43.
    """
    period = period_on(register.rules[year], day)
    by_unit = dialogues_of_period(register, period)
    return tuple(
        _entry(period, unit, post, by_unit.get(unit.id, []), day)
        for unit in register.units_called_on(day)
        if unit.level.owes and unit.exists_between(period.first_day, period.last_day)
        for post in period.rules.target.posts
    )


def dialogues_of_period(register: Register, period: RulesPeriod) -> dict[str, list[Dialogue]]:
    """Those that count in it, by unit."""
    rules, found = register.rules[period.year], defaultdict(list)
    for dialogue in dialogues_of_year(register, period.year).values():
        if period.is_whole_year or period_of(rules, register.unit_of(dialogue), dialogue) == period:
            found[dialogue.unit].append(dialogue)
    return found


def missing_by_standing(entries: Iterable[LedgerEntry]) -> dict[Standing, int]:
    """Of posts that owe a dialogue and are not credited; only the standings that there are, the most hopeful first.

    The counts add up to what is missing: ``Share.remaining`` of the same entries.
    """
    counts = Counter(entry.standing for entry in entries if entry.owed and not entry.credited)
    return {standing: counts[standing] for standing in STANDINGS if counts[standing]}


def _entry(period: RulesPeriod, unit: Unit, post: Post, dialogues: list[Dialogue], day: date) -> LedgerEntry:
    rules = period.rules
    minimum = rules.target.minimum_for(unit.level, post)
    exists = unit.exists_on(day)
    verdicts = {
        dialogue.id: (dialogue, verdict) for dialogue in dialogues
        if (verdict := verdict_on(period, unit, post, dialogue, day)) is not None
    }.values()
    counted = [dialogue for dialogue, verdict in verdicts if VERDICTS[verdict].counts]
    vacant = unit.is_vacant_on(post, day)
    credited = exists and len(counted) >= minimum > 0
    if not exists:
        standing, behind = Standing.NOT_EXISTING, counted
    elif credited:
        standing, behind = _credit([verdict for _, verdict in verdicts]), counted
    else:
        standing, behind = _missing(period, vacant, list(verdicts), counted, day)
    owed = exists and minimum > 0 and (not vacant or credited or rules.target.vacant_post_owes)
    return LedgerEntry(unit, post, day, standing, owed, credited, minimum, len(counted), tuple(behind))


def _credit(verdicts: list[Verdict]) -> Standing:
    """That of the first dialogue that counts."""
    return next(row.standing for row in map(VERDICTS.__getitem__, verdicts) if row.counts and row.standing)


def _missing(
    period: RulesPeriod, vacant: bool, verdicts: list[tuple[Dialogue, Verdict]], counted: list[Dialogue], day: date
) -> tuple[Standing, list[Dialogue]]:
    """The most hopeful explanation first: what is still to come, then what took place but does not count."""
    found: dict[Standing, list[Dialogue]] = defaultdict(list)
    for dialogue, verdict in verdicts:
        row = VERDICTS[verdict]
        if standing := STATUSES[status_of(dialogue, day)].standing if row.is_open else row.standing:
            found[standing].append(dialogue)
    for standing in filter(found.get, STANDINGS):
        if STANDINGS[standing].is_hope:
            too_late = day >= period.last_day and STANDINGS[standing].ends_with_year
            return (Standing.NOT_HELD if too_late else standing), found[standing]
    if vacant:
        return Standing.VACANT, []
    if counted:
        return Standing.BELOW_MINIMUM, counted
    return next(((standing, found[standing]) for standing in filter(found.get, STANDINGS)), (Standing.NOT_REGISTERED, []))
