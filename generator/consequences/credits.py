"""Whether one dialogue counts towards the year's target for each post it concerns, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Iterable

from generator.consequences.ledger import LedgerEntry, concerns, counts_towards_target
from generator.consequences.progress import Progress
from generator.consequences.status import held_day, presiders_of, year_of
from generator.consequences.views import DialogueView
from generator.model import Post, Register


class CreditReason(StrEnum):
    COUNTS = "counts"
    COUNTS_JOINTLY = "counts-jointly"
    COUNTS_AS_ONE_PERSON = "counts-as-one-person"
    NOT_HELD = "not-held"
    UNKNOWN_DAY = "unknown-day"
    OTHER_KIND = "other-kind"
    DEPUTY_PRESIDED = "deputy-presided"
    JOINT_NOT_COUNTED = "joint-not-counted"
    DID_NOT_PRESIDE = "did-not-preside"


Entries = dict[tuple[int, str, Post], LedgerEntry]
"""Ledger entries by year, unit id and post."""


@dataclass(frozen=True)
class Credit:
    """``entry`` tells where the post stands in the year as a whole, by this dialogue or by others."""

    post: Post
    reason: CreditReason
    entry: LedgerEntry

    @property
    def counts(self) -> bool:
        return self.reason in _COUNTING


_COUNTING = (CreditReason.COUNTS, CreditReason.COUNTS_JOINTLY, CreditReason.COUNTS_AS_ONE_PERSON)


def credits_of(register: Register, view: DialogueView, entries: Entries) -> tuple[Credit, ...]:
    """For each post that presides or was to; none in a year without rules, or for a unit that owes nothing."""
    dialogue, unit, year = view.dialogue, view.unit, year_of(view.dialogue)
    posts = register.rules[year].target.posts if year in register.rules else ()
    return tuple(
        Credit(post, _reason(register, view, post), entry)
        for post in posts
        if (entry := entries.get((year, unit.id, post)))
        and concerns(unit, post, dialogue, held_day(dialogue) or entry.day)
    )


def entries_by_post(years: Iterable[Progress]) -> Entries:
    return {(year.year, entry.unit.id, entry.post): entry for year in years for entry in year.entries}


def _reason(register: Register, view: DialogueView, post: Post) -> CreditReason:
    dialogue = view.dialogue
    rules = register.rules[year_of(dialogue)]
    if dialogue.kind != rules.target.kind:
        return CreditReason.OTHER_KIND
    presiders = presiders_of(dialogue)
    deputised = any(presider.post == post and presider.deputy for presider in presiders)
    if not dialogue.held:
        return CreditReason.DEPUTY_PRESIDED if deputised and not rules.target.deputy_counts else CreditReason.NOT_HELD
    held_on = held_day(dialogue)
    if held_on is None:
        return CreditReason.UNKNOWN_DAY
    if counts_towards_target(rules, view.unit, post, dialogue):
        if view.unit.one_person_holds_both_on(held_on):
            return CreditReason.COUNTS_AS_ONE_PERSON
        jointly = len({presider.post for presider in presiders if not presider.deputy}) > 1
        return CreditReason.COUNTS_JOINTLY if jointly else CreditReason.COUNTS
    if deputised:
        return CreditReason.DEPUTY_PRESIDED
    if post in {presider.post for presider in presiders}:
        return CreditReason.JOINT_NOT_COUNTED
    return CreditReason.DID_NOT_PRESIDE
