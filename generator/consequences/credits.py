"""Whether one dialogue counts towards the year's target for each post it concerns, beside where the post stands."""

from __future__ import annotations

from datetime import date
from typing import Iterable, NamedTuple

from generator.consequences.ledger import LedgerEntry
from generator.consequences.progress import Progress
from generator.consequences.rule_periods import period_of
from generator.consequences.standings import VERDICTS, Verdict
from generator.consequences.status import year_of
from generator.consequences.verdict import verdict_on
from generator.consequences.views import DialogueView
from generator.model import Post, Register

Entries = dict[tuple[date, str, Post], LedgerEntry]
"""Ledger entries by the first day of their period, unit id and post."""


class Credit(NamedTuple):
    """``entry`` tells where the post stands in the period as a whole, by this dialogue or by others."""

    post: Post
    verdict: Verdict
    entry: LedgerEntry

    @property
    def counts(self) -> bool:
        return VERDICTS[self.verdict].counts

    @property
    def is_open(self) -> bool:
        return VERDICTS[self.verdict].is_open


def credits_of(register: Register, view: DialogueView, entries: Entries) -> tuple[Credit, ...]:
    """For each post that presides or was to; none in a year without rules, in a period that has not begun, or for a unit that
    owes nothing.
    """
    dialogue, unit, year = view.dialogue, view.unit, year_of(view.dialogue)
    if year not in register.rules:
        return ()
    period = period_of(register.rules[year], unit, dialogue)
    return tuple(
        Credit(post, verdict, entry)
        for post in period.rules.target.posts
        if (entry := entries.get((period.first_day, unit.id, post)))
        and (verdict := verdict_on(period, unit, post, dialogue, entry.day)) is not None
    )


def entries_by_post(figures: Iterable[Progress]) -> Entries:
    return {(of.period.first_day, entry.unit.id, entry.post): entry for of in figures for entry in of.entries}
