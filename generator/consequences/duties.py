"""Everything owed as of a day: by which unit, until when, and which dialogue or commitment it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Iterable, Iterator, Mapping, TypedDict, Unpack

from generator.consequences.answers import is_plan_late
from generator.consequences.clocks import Step, awaited_steps
from generator.consequences.commitment_standing import has_ended
from generator.consequences.inheritance import answering, answering_for
from generator.consequences.last_days import days_between, last_day_before, remaining
from generator.consequences.rule_periods import period_on, report_days
from generator.consequences.snapshot import Snapshot
from generator.consequences.standings import STANDINGS, Lack, Standing
from generator.consequences.status import year_of
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Post, Report, Rules, Unit
from generator.model.groups import grouped
from generator.model.rows import row_for_each


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
_OF_LACK = row_for_each(Lack, {Lack.PLAN: DutyKind.REGISTER_POSTS, Lack.ANOTHER_DIALOGUE: DutyKind.HOLD_ANOTHER})
_OF_STEP = row_for_each(Step, {Step.SEND: DutyKind.SEND_CONCLUSION, Step.PUBLISH: DutyKind.PUBLISH_CONCLUSION})


def duties(snapshot: Snapshot, unit: Unit | None = None, of_posts: bool = True, of_reports: bool = True) -> tuple[Duty, ...]:
    """Of a unit and those below it, or of all; the longest overdue first, those that no day is set for last. ``of_posts``:
    also those that are owed as long as posts lack something on this very day; ``of_reports``: those of reports too.
    Days are of Asia/Ho_Chi_Minh. Source: the guidance of 2023 for plans, reports, conclusion notices and notifying
    the commission. Dialogues of years before the last one are no longer asked after, their commitments are.
    """
    found = [*_dialogues(snapshot), *_commitments(snapshot)]
    found += [*(_reports(snapshot) if of_reports else ()), *(_posts(snapshot) if of_posts else ())]
    return duties_of(unit, sorted(found, key=lambda duty: order_of(duty, snapshot.register.places)))


def order_of(duty: Duty, places: Mapping[str, int]) -> Order:
    """The same in all parts of a register; ``places`` are its own."""
    place = places.get(duty.unit.id, len(places))
    about = duty.dialogue.dialogue.id if duty.dialogue else "", duty.commitment.id if duty.commitment else ""
    return duty.due or date.max, _KINDS.index(duty.kind), duty.year, _REPORTS.index(duty.report), place, *about


def duties_of(unit: Unit | None, among: Iterable[Duty]) -> tuple[Duty, ...]:
    """Those that a unit and those below it are asked for, in their order; all where there is no unit."""
    return tuple(duty for duty in among if unit is None or any(asked.lies_in(unit) for asked in duty.asked))


def _reports(snapshot: Snapshot) -> Iterator[Duty]:
    """Those of a year that is over are asked for only where the register keeps track of them; of a unit that is no more none
    is, since nobody is left to send it."""
    register = snapshot.register
    asked_for = {year for year in register.rules if year >= snapshot.year or year in register.submissions}
    for unit in register.units.values():
        for standing in snapshot.missing_reports.get(unit.id, ()):
            if standing.year in asked_for and not unit.has_ended_by(snapshot.today):
                yield _duty(snapshot, DutyKind.SEND_REPORT, unit, standing.year, standing.due, report=standing.report)


def _posts(snapshot: Snapshot) -> Iterator[Duty]:
    """Posts that nothing is planned for, a unit's of one standing together, until the year, or its period, is over: a plan by
    its day, or one more dialogue by the end."""
    period = period_on(snapshot.register.rules[snapshot.year], snapshot.today)
    if snapshot.today > period.last_day:
        return
    missing = grouped(
        ((entry.unit.id, entry.standing, lack), entry.post) for entry in snapshot.progress(snapshot.year).entries
        if entry.owed and (lack := STANDINGS[entry.standing].lack)
    )
    before = report_days(period.rules.deadlines).get(Report.REGISTRATION)
    planned_by = last_day_before(before) if before else None
    for (id, standing, lack), posts in missing.items():
        due = planned_by if lack == Lack.PLAN else period.last_day
        owing = snapshot.register.units[id]
        yield _duty(snapshot, _OF_LACK[lack], owing, snapshot.year, due, posts=tuple(posts), standing=standing)


def _all_views(snapshot: Snapshot) -> Iterator[DialogueView]:
    yield from snapshot.views.dialogues.values()
    yield from snapshot.inherited_views.dialogues.values()


def _dialogues(snapshot: Snapshot) -> Iterator[Duty]:
    for view in _all_views(snapshot):
        owed = [*_conclusion(view)]
        if year_of(view.dialogue) >= snapshot.year - 1:
            owed += _schedule(snapshot, view)
        for kind, due in owed:
            yield _duty(snapshot, kind, view.unit, year_of(view.dialogue), due, dialogue=view)


def _conclusion(view: DialogueView) -> Iterator[tuple[DutyKind, date | None]]:
    """The two clocks that run from the meeting."""
    for step, due in awaited_steps(view.register, view.dialogue):
        yield _OF_STEP[step], due


def _schedule(snapshot: Snapshot, view: DialogueView) -> Iterator[tuple[DutyKind, date | None]]:
    """What a dialogue asks for before it is known to have been held."""
    if (demand := view.dialogue.demand) and not (demand.answered_on or view.dialogue.held):
        yield DutyKind.ANSWER_DEMAND, demand.answer_by
    if view.row.needs_day:
        yield DutyKind.SET_NEW_DAY, None
    elif view.row.needs_report:
        yield DutyKind.REPORT_RESULT, view.day
    elif is_plan_late(view, snapshot.today) and view.dialogue.registration:
        yield DutyKind.ANNOUNCE_DAY, view.dialogue.registration.period.last_day
    elif view.is_upcoming and view.unit.level.notifies and view.dialogue.notified_on is None:
        yield DutyKind.NOTIFY_COMMISSION, last_day_before(view.day)


def _commitments(snapshot: Snapshot) -> Iterator[Duty]:
    """A promise without a due day is owed too: nothing says until when."""
    for view in _all_views(snapshot):
        for commitment in view.dialogue.commitments:
            if not has_ended(commitment):
                yield _duty(
                    snapshot, DutyKind.KEEP_COMMITMENT, view.unit, year_of(view.dialogue), commitment.due, dialogue=view,
                    commitment=commitment,
                    asked=answering_for(snapshot.register, view.dialogue, commitment, snapshot.today),
                )


class _About(TypedDict, total=False):
    report: Report
    dialogue: DialogueView
    commitment: Commitment
    posts: tuple[Post, ...]
    standing: Standing
    asked: tuple[Unit, ...]


def _duty(snapshot: Snapshot, kind: DutyKind, unit: Unit, year: int, due: date | None, **about: Unpack[_About]) -> Duty:
    about.setdefault("asked", answering(snapshot.register, unit, snapshot.today))
    return Duty(kind, unit, year, due, rules=snapshot.register.rules.get(year), today=snapshot.today, **about)
