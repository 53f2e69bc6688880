"""The answer to "when does my leader next meet us?", for each post of a unit; it is never a dead end."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, Sequence

from generator.consequences.ledger import LedgerEntry
from generator.consequences.states import ANSWERS, AnswerKind, AnswerRow, Status
from generator.consequences.status import year_of
from generator.consequences.verdict import concerns
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.model import Post, Unit


class PostAnswer(NamedTuple):
    """``view`` is the dialogue that the answer speaks of; ``last_held`` the newest one held, if that is another.

    ``by_deputy``: it is a deputy who presides. ``entry`` is the post's line in the year's ledger, None when there
    is none.
    """

    unit: Unit
    post: Post
    kind: AnswerKind
    view: DialogueView | None
    by_deputy: bool
    last_held: DialogueView | None
    is_vacant: bool
    entry: LedgerEntry | None

    @property
    def row(self) -> AnswerRow:
        return ANSWERS[self.kind]


def answer_for(
    unit: Unit, post: Post, views: Sequence[DialogueView], entry: LedgerEntry | None, today: ObservedDay
) -> PostAnswer:
    """``views`` are the unit's own dialogues, earliest first. Plans of earlier years are no longer an answer."""
    vacant = unit.is_vacant_on(post, today)
    year = today.year
    current = [view for view in views if year_of(view.dialogue) >= year]
    kind, found = _found(unit, [view for view in current if concerns(unit, post, view.dialogue, today)], vacant, today)
    held = (view for view in reversed(views) if view.status == Status.HELD and view is not found)
    last_held = next((view for view in held if concerns(unit, post, view.dialogue, today)), None)
    deputy = found is not None and any(presider.post == post and presider.deputy for presider in found.presiders)
    return PostAnswer(unit, post, kind, found, deputy, last_held, vacant, entry)


def _found(
    unit: Unit, current: list[DialogueView], vacant: bool, today: ObservedDay
) -> tuple[AnswerKind, DialogueView | None]:
    """What is to come first, then what has just been, then silence."""
    if not unit.exists_on(today):
        return AnswerKind.NOT_EXISTING, None
    newest_past = [view for view in current if view.row.is_over][-1:]
    found: dict[AnswerKind, list[DialogueView]] = defaultdict(list)
    for view in (*newest_past, *(view for view in current if not view.row.is_over)):
        found[AnswerKind.PLAN_LATE if is_plan_late(view, today) else view.row.answer].append(view)
    for kind, row in ANSWERS.items():
        if kind == AnswerKind.VACANT and vacant:
            return kind, None
        if found[kind]:
            return kind, found[kind][0 if row.soonest else -1]
    return AnswerKind.NOTHING, None


def is_plan_late(view: DialogueView, today: ObservedDay) -> bool:
    """The period it was registered for is over, and no day was ever announced."""
    registration = view.dialogue.registration
    return view.status == Status.REGISTERED and registration is not None and registration.period.last_day < today
