"""One thing owed as of a day: by which unit, until when, and which dialogue or commitment it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Mapping

from generator.consequences.last_days import days_between, remaining
from generator.consequences.standings import Standing
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Post, Report, Rules, Unit


class DutyKind(StrEnum):
    """What has to be done; duties of one day stand in this order."""

    SEND_REPORT = "send-report"
    REGISTER_POSTS = "register-posts"
    HOLD_ANOTHER = "hold-another"
    ANSWER_DEMAND = "answer-demand"
    ANNOUNCE_DAY = "announce-day"
    SET_NEW_DAY = "set-new-day"
    NOTIFY_COMMISSION = "notify-commission"
    REPORT_RESULT = "report-result"
    SEND_CONCLUSION = "send-conclusion"
    PUBLISH_CONCLUSION = "publish-conclusion"
    KEEP_COMMITMENT = "keep-commitment"


class DutyState(StrEnum):
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    OPEN = "open"
    NO_DAY = "no-day"


@dataclass(frozen=True)
class Duty:
    """``due`` is the last day in time, None where nothing sets one. How it stands ``today`` to that is not worked out
    before it is asked for, since it is another answer every day.

    ``year`` is the year whose rules ask for it. ``posts`` are those that a plan or a dialogue is missing for, ``standing``
    is why. ``unit`` is the one it is about, ``asked`` are those who are asked: others once that one is no more, and none where
    nobody follows it, so that the city is.
    """

    kind: DutyKind
    unit: Unit
    year: int
    due: date | None
    asked: tuple[Unit, ...]
    rules: Rules | None = field(repr=False, compare=False)
    today: AnyDay = field(repr=False, compare=False)
    report: Report | None = None
    dialogue: DialogueView | None = None
    commitment: Commitment | None = None
    posts: tuple[Post, ...] = ()
    standing: Standing | None = None

    @property
    def days(self) -> int | None:
        """Left, or past the last one when overdue."""
        return days_between(self.due, self.today) if self.due else None

    @property
    def state(self) -> DutyState:
        if self.due is None:
            return DutyState.NO_DAY
        left = remaining(self.due, self.rules, self.today)
        return DutyState.OVERDUE if left.is_over else DutyState.DUE_SOON if left.is_soon else DutyState.OPEN


Order = tuple[date, int, int, int, int, str, str]
_KINDS, _REPORTS = list(DutyKind), [None, *Report]


def order_of(duty: Duty, places: Mapping[str, int]) -> Order:
    """The same in all parts of a register; ``places`` are its own."""
    place = places.get(duty.unit.id, len(places))
    about = duty.dialogue.dialogue.id if duty.dialogue else "", duty.commitment.id if duty.commitment else ""
    return duty.due or date.max, _KINDS.index(duty.kind), duty.year, _REPORTS.index(duty.report), place, *about
