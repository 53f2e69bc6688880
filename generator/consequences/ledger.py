"""The obligation ledger: every post of a year, credited or not, with the reason and the dialogue behind it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.consequences.status import Status, dialogues_of_year, held_day, presiders_of, status_of
from generator.keeping.observed_day import AnyDay
from generator.model import Dialogue, Level, Post, Register, Rules, Unit


class Standing(StrEnum):
    """Why a post is credited or not, one word for each kind of silence too."""

    CREDITED = "credited"
    CREDITED_JOINTLY = "credited-jointly"
    CREDITED_AS_ONE_PERSON = "credited-as-one-person"
    SCHEDULED = "scheduled"
    AWAITING_REPORT = "awaiting-report"
    POSTPONED = "postponed"
    REGISTERED = "registered"
    VACANT = "vacant"
    DEPUTY_PRESIDED = "deputy-presided"
    OTHER_KIND_ONLY = "other-kind-only"
    JOINT_NOT_COUNTED = "joint-not-counted"
    DID_NOT_PRESIDE = "did-not-preside"
    BELOW_MINIMUM = "below-minimum"
    CANCELLED = "cancelled"
    NOT_HELD = "not-held"
    NOT_REGISTERED = "not-registered"
    NOT_EXISTING = "not-existing"


@dataclass(frozen=True)
class LedgerEntry:
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


_BY_STATUS = {
    Status.SCHEDULED: Standing.SCHEDULED, Status.RESCHEDULED: Standing.SCHEDULED,
    Status.AWAITING: Standing.AWAITING_REPORT, Status.POSTPONED: Standing.POSTPONED,
    Status.REGISTERED: Standing.REGISTERED,
}
_PLANNED = (Standing.SCHEDULED, Standing.AWAITING_REPORT, Standing.POSTPONED, Standing.REGISTERED)


def ledger(register: Register, year: int, day: date) -> tuple[LedgerEntry, ...]:
    """Every post of units that existed on some day of the year, by what was held until ``day``; units in the register's order.

    What is owed is owed by the units that exist on ``day``: the denominator is a function of the day.
    Source: the guidance of 2023, target of 100% of heads at district and commune level, at least once a year.
    """
    rules = register.rules[year]
    by_unit: dict[str, list[Dialogue]] = defaultdict(list)
    for dialogue in dialogues_of_year(register, year):
        by_unit[dialogue.unit].append(dialogue)
    return tuple(
        _entry(rules, unit, post, by_unit[unit.id], day)
        for unit in register.units.values()
        if unit.level != Level.PROVINCE and unit.exists_between(date(year, 1, 1), rules.cutoffs.year_end)
        for post in rules.target.posts
    )


def _entry(rules: Rules, unit: Unit, post: Post, dialogues: list[Dialogue], day: date) -> LedgerEntry:
    minimum = rules.target.minimum_for(unit.level, post)
    exists = unit.exists_on(day)
    counted = [
        dialogue for dialogue in dialogues
        if _held_by(dialogue, day) and counts_towards_target(rules, unit, post, dialogue)
    ]
    vacant = unit.is_vacant_on(post, day)
    credited = exists and len(counted) >= minimum > 0
    if not exists:
        standing, behind = Standing.NOT_EXISTING, counted
    elif credited:
        standing, behind = _credit(unit, counted[0]), counted
    else:
        standing, behind = _missing(rules, unit, post, dialogues, counted, day)
    owed = exists and minimum > 0 and (not vacant or credited or rules.target.vacant_post_owes)
    return LedgerEntry(unit, post, day, standing, owed, credited, minimum, len(counted), tuple(behind))


def _held_by(dialogue: Dialogue, day: date) -> bool:
    held_on = held_day(dialogue)
    return held_on is not None and held_on <= day


def counts_towards_target(rules: Rules, unit: Unit, post: Post, dialogue: Dialogue) -> bool:
    """Whether a dialogue that was held counts for the unit's post; it must have a day held."""
    target = rules.target
    if dialogue.kind != target.kind:
        return False
    counting = [presider for presider in presiders_of(dialogue) if target.deputy_counts or not presider.deputy]
    posts = {presider.post for presider in counting}
    if post in posts:
        return target.joint_counts_for_both or len(posts) == 1 or counting[0].post == post
    day = held_day(dialogue)
    return bool(posts and target.one_person_counts_for_both and day and unit.one_person_holds_both_on(day))


def _credit(unit: Unit, dialogue: Dialogue) -> Standing:
    posts = {presider.post for presider in presiders_of(dialogue) if not presider.deputy}
    if (day := held_day(dialogue)) and unit.one_person_holds_both_on(day):
        return Standing.CREDITED_AS_ONE_PERSON
    return Standing.CREDITED_JOINTLY if len(posts) > 1 else Standing.CREDITED


def _missing(
    rules: Rules, unit: Unit, post: Post, dialogues: list[Dialogue], counted: list[Dialogue], day: date
) -> tuple[Standing, list[Dialogue]]:
    """The most hopeful explanation first: what is still to come, then what took place but does not count."""
    own = [dialogue for dialogue in dialogues if concerns(unit, post, dialogue, day)]
    periodic = [dialogue for dialogue in own if dialogue.kind == rules.target.kind]
    for wanted in _PLANNED:
        if found := [dialogue for dialogue in periodic if _BY_STATUS.get(_status_on(dialogue, day)) == wanted]:
            too_late = day >= rules.cutoffs.year_end and wanted in (Standing.POSTPONED, Standing.REGISTERED)
            return (Standing.NOT_HELD if too_late else wanted), found
    if unit.is_vacant_on(post, day):
        return Standing.VACANT, []
    if counted:
        return Standing.BELOW_MINIMUM, counted
    held = [dialogue for dialogue in periodic if _held_by(dialogue, day)]
    if deputised := [dialogue for dialogue in held if _deputised(dialogue, post)]:
        return Standing.DEPUTY_PRESIDED, deputised
    if held:
        presided = any(presider.post == post for dialogue in held for presider in presiders_of(dialogue))
        return (Standing.JOINT_NOT_COUNTED if presided else Standing.DID_NOT_PRESIDE), held
    if other := [dialogue for dialogue in own if dialogue.kind != rules.target.kind and _held_by(dialogue, day)]:
        return Standing.OTHER_KIND_ONLY, other
    if cancelled := [dialogue for dialogue in periodic if _status_on(dialogue, day) == Status.CANCELLED]:
        return Standing.CANCELLED, cancelled
    return Standing.NOT_REGISTERED, []


def _status_on(dialogue: Dialogue, day: date) -> Status:
    """A dialogue held after ``day`` was still to come on it."""
    status = status_of(dialogue, day)
    return Status.SCHEDULED if status == Status.HELD and not _held_by(dialogue, day) else status


def concerns(unit: Unit, post: Post, dialogue: Dialogue, day: AnyDay) -> bool:
    """Whether the post presides, presided or was to preside, be it through a deputy or as one person's other post.

    Who holds the posts is asked for the day it was held; for one still to come, for ``day``.
    """
    presiders = (*dialogue.presided_by, *presiders_of(dialogue))
    return post in {presider.post for presider in presiders} or unit.one_person_holds_both_on(held_day(dialogue) or day)


def _deputised(dialogue: Dialogue, post: Post) -> bool:
    return any(presider.post == post and presider.deputy for presider in presiders_of(dialogue))
