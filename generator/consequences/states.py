"""The states that a dialogue can be in, and what follows from each of them: one row a state.

Their words stand in ``site_templates/words.yml``, under the same values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from generator.consequences.standings import Standing, Verdict
from generator.model import ScheduleState
from generator.model.rows import row_for_each


class Status(StrEnum):
    """``DEMANDED``: voters have asked for it, and nothing is planned. ``AWAITING``: its day has passed and nobody has reported
    whether it took place."""

    DEMANDED = "demanded"
    REGISTERED = "registered"
    SCHEDULED = "scheduled"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    AWAITING = "awaiting"
    HELD = "held"


class AnswerKind(StrEnum):
    """What is told of when a head next meets the People. ``PLAN_LATE``: registered for a period that is over, with no day
    announced."""

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


class AnswerRow(NamedTuple):
    """``card``: the way it is shown, a macro of ``parts/answer_cards.html``. ``soonest``: of several dialogues that answer so
    the first is told, else the last. ``tells_vacancy``: it says whether the post is vacant. ``has_standing``: where the post
    stands in the year is told too."""

    card: str
    soonest: bool = False
    tells_vacancy: bool = False
    has_standing: bool = True


ANSWERS = row_for_each(AnswerKind, {
    AnswerKind.NOT_EXISTING: AnswerRow("not_existing", has_standing=False),
    AnswerKind.NEXT: AnswerRow("next", soonest=True),
    AnswerKind.POSTPONED: AnswerRow("undone"),
    AnswerKind.REGISTERED: AnswerRow("planned", soonest=True),
    AnswerKind.AWAITING: AnswerRow("awaiting"),
    AnswerKind.HELD: AnswerRow("held"),
    AnswerKind.PLAN_LATE: AnswerRow("plan_late"),
    AnswerKind.VACANT: AnswerRow("vacant", tells_vacancy=True),
    AnswerKind.CANCELLED: AnswerRow("undone"),
    AnswerKind.NOTHING: AnswerRow("nothing"),
})
"""Where more than one is true, the first of them is given."""


class ChangeKind(StrEnum):
    """What is told. ``COMPLETED``: an hour, an end or a venue was added to, or altered in, an announced day that stands."""

    ANNOUNCED = "announced"
    COMPLETED = "completed"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"
    CONCLUDED = "concluded"
    ANSWERED = "answered"
    KEPT = "kept"
    NOT_KEPT = "not-kept"
    PASSED_UP = "passed-up"
    TAKEN_OVER = "taken-over"
    OVERDUE = "overdue"
    CORRECTED = "corrected"
    REDACTED = "redacted"


class Apart(StrEnum):
    """The lists of the calendar page beside what is coming, in its order; each value is the list's anchor there."""

    POSTPONED = "tam-hoan"
    DEMANDED = "de-nghi"
    REGISTERED = "da-dang-ky"
    PLAN_LATE = "qua-du-kien"
    AWAITING = "cho-bao-cao"
    CANCELLED = "da-huy"


class NoticeTime(StrEnum):
    """How long a board or a loudspeaker must tell of it."""

    WHILE_SO = "while-so"
    UNTIL_ITS_DAY = "until-its-day"
    NEVER = "never"


class Tone(StrEnum):
    """How a page's notice looks, where it is no plain one."""

    WARNING = "warning"
    STOP = "stop"


@dataclass(frozen=True)
class StatusRow:
    """``may_come``: it may still take place, and people may prepare for it. ``undoes_day``: the day last announced holds no
    more. ``needs_day``: a new one is to be set. ``needs_report``: whether it took place is to be told. ``is_moved``: there
    was an earlier day. ``is_over``: its day is past. ``is_settled``: nothing of its plan is open when a year is closed.
    ``apart``: where the calendar lists it, if not with what is coming. ``event_status`` is of
    https://schema.org/EventStatusType, None where earlier days decide it. ``answer``, ``standing`` and ``verdict`` are what
    it comes to for its posts, as long as it is not held; ``standing`` is None where it says nothing of the year.
    """

    is_upcoming: bool
    may_come: bool
    undoes_day: bool
    needs_day: bool
    needs_report: bool
    is_moved: bool
    is_over: bool
    is_settled: bool
    apart: Apart | None
    notice_time: NoticeTime
    tone: Tone | None
    event_status: str | None
    answer: AnswerKind
    standing: Standing | None
    verdict: Verdict


_SCHEDULED = StatusRow(
    is_upcoming=True, may_come=True, undoes_day=False, needs_day=False, needs_report=False,
    is_moved=False, is_over=False, is_settled=False, apart=None, notice_time=NoticeTime.WHILE_SO, tone=None, event_status=None,
    answer=AnswerKind.NEXT, standing=Standing.SCHEDULED, verdict=Verdict.NOT_HELD,
)
STATUSES = row_for_each(Status, {
    Status.DEMANDED: StatusRow(
        is_upcoming=False, may_come=True, undoes_day=False, needs_day=False, needs_report=False,
        is_moved=False, is_over=False, is_settled=False, apart=Apart.DEMANDED, notice_time=NoticeTime.NEVER, tone=None,
        event_status=None, answer=AnswerKind.NOTHING, standing=None, verdict=Verdict.NOT_HELD,
    ),
    Status.REGISTERED: StatusRow(
        is_upcoming=False, may_come=True, undoes_day=False, needs_day=False, needs_report=False,
        is_moved=False, is_over=False, is_settled=False, apart=Apart.REGISTERED, notice_time=NoticeTime.NEVER, tone=None,
        event_status=None, answer=AnswerKind.REGISTERED, standing=Standing.REGISTERED, verdict=Verdict.NOT_HELD,
    ),
    Status.SCHEDULED: _SCHEDULED,
    Status.RESCHEDULED: replace(_SCHEDULED, is_moved=True, tone=Tone.WARNING),
    Status.POSTPONED: StatusRow(
        is_upcoming=False, may_come=True, undoes_day=True, needs_day=True, needs_report=False,
        is_moved=False, is_over=False, is_settled=False, apart=Apart.POSTPONED, notice_time=NoticeTime.WHILE_SO,
        tone=Tone.WARNING, event_status="EventPostponed",
        answer=AnswerKind.POSTPONED, standing=Standing.POSTPONED, verdict=Verdict.NOT_HELD,
    ),
    Status.CANCELLED: StatusRow(
        is_upcoming=False, may_come=False, undoes_day=True, needs_day=False, needs_report=False,
        is_moved=False, is_over=False, is_settled=True, apart=Apart.CANCELLED, notice_time=NoticeTime.UNTIL_ITS_DAY,
        tone=Tone.STOP, event_status="EventCancelled",
        answer=AnswerKind.CANCELLED, standing=Standing.CANCELLED, verdict=Verdict.CANCELLED,
    ),
    Status.AWAITING: StatusRow(
        is_upcoming=False, may_come=False, undoes_day=False, needs_day=False, needs_report=True,
        is_moved=False, is_over=True, is_settled=False, apart=Apart.AWAITING, notice_time=NoticeTime.NEVER, tone=Tone.WARNING,
        event_status=None, answer=AnswerKind.AWAITING, standing=Standing.AWAITING_REPORT, verdict=Verdict.AWAITING_REPORT,
    ),
    Status.HELD: StatusRow(
        is_upcoming=False, may_come=False, undoes_day=False, needs_day=False, needs_report=False,
        is_moved=False, is_over=True, is_settled=True, apart=None, notice_time=NoticeTime.NEVER, tone=None,
        event_status=None, answer=AnswerKind.HELD, standing=Standing.SCHEDULED, verdict=Verdict.NOT_HELD,
    ),
})


class EntryRow(NamedTuple):
    """What a dialogue comes to whose newest announcement names no time but a state, and what news that is."""

    status: Status
    change: ChangeKind


ENTRIES = row_for_each(ScheduleState, {
    ScheduleState.POSTPONED: EntryRow(Status.POSTPONED, ChangeKind.POSTPONED),
    ScheduleState.CANCELLED: EntryRow(Status.CANCELLED, ChangeKind.CANCELLED),
})
