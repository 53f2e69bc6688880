"""The answer to "when does my leader next meet us?", for each post of a unit; it is never a dead end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Iterable

from generator.consequences.ledger import LedgerEntry, concerns
from generator.consequences.status import Status, year_of
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.model import Post, Unit


class AnswerKind(StrEnum):
    """``PLAN_LATE``: registered for a period that is over, with no day announced."""

    NEXT = "next"
    POSTPONED = "postponed"
    REGISTERED = "registered"
    PLAN_LATE = "plan-late"
    AWAITING = "awaiting"
    HELD = "held"
    VACANT = "vacant"
    CANCELLED = "cancelled"
    NOTHING = "nothing"
    NOT_EXISTING = "not-existing"


@dataclass(frozen=True)
class PostAnswer:
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


def answer_for(
    unit: Unit, post: Post, views: Iterable[DialogueView], entry: LedgerEntry | None, today: ObservedDay
) -> PostAnswer:
    """``views`` are the unit's own dialogues, earliest first. Plans of earlier years are no longer an answer."""
    own = [view for view in views if concerns(unit, post, view.dialogue, today)]
    vacant = unit.is_vacant_on(post, today)
    kind, view = _found(unit, own, vacant, today)
    held = [other for other in own if other.status == Status.HELD and other is not view]
    deputy = view is not None and any(presider.post == post and presider.deputy for presider in view.presiders)
    return PostAnswer(unit, post, kind, view, deputy, held[-1] if held else None, vacant, entry)


def _found(
    unit: Unit, own: list[DialogueView], vacant: bool, today: ObservedDay
) -> tuple[AnswerKind, DialogueView | None]:
    """What is to come first, then what has just been, then silence."""
    if not unit.exists_on(today):
        return AnswerKind.NOT_EXISTING, None
    upcoming = [view for view in own if view.is_upcoming]
    if upcoming:
        return AnswerKind.NEXT, upcoming[0]
    current = [view for view in own if year_of(view.dialogue) >= today.year]
    of_status = {status: [view for view in current if view.status == status] for status in Status}
    if of_status[Status.POSTPONED]:
        return AnswerKind.POSTPONED, of_status[Status.POSTPONED][-1]
    late = [view for view in of_status[Status.REGISTERED] if is_plan_late(view, today)]
    planned = [view for view in of_status[Status.REGISTERED] if view not in late]
    if planned:
        return AnswerKind.REGISTERED, planned[0]
    past = [view for view in current if view.status in (Status.AWAITING, Status.HELD)]
    if past:
        return (AnswerKind.HELD if past[-1].status == Status.HELD else AnswerKind.AWAITING), past[-1]
    if late:
        return AnswerKind.PLAN_LATE, late[-1]
    if vacant:
        return AnswerKind.VACANT, None
    if of_status[Status.CANCELLED]:
        return AnswerKind.CANCELLED, of_status[Status.CANCELLED][-1]
    return AnswerKind.NOTHING, None


def is_plan_late(view: DialogueView, today: ObservedDay) -> bool:
    """The period it was registered for is over, and no day was ever announced."""
    registration = view.dialogue.registration
    return view.status == Status.REGISTERED and registration is not None and registration.period.last_day < today
