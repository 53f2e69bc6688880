"""Everything owed as of a day, found in the records and the rules."""

from __future__ import annotations

from datetime import date
from typing import Callable, Iterable, Iterator, TypedDict, Unpack

from generator.consequences.answers import is_plan_late
from generator.consequences.clocks import Step, awaited_steps
from generator.consequences.commitment_standing import has_ended
from generator.consequences.duty import Duty, DutyKind, order_of
from generator.consequences.inheritance import answering, answering_for
from generator.consequences.last_days import last_day_before
from generator.consequences.rule_periods import period_on, report_days
from generator.consequences.snapshot import Snapshot
from generator.consequences.standings import STANDINGS, Lack, Standing
from generator.consequences.status import year_of
from generator.consequences.views import DialogueView
from generator.model import Commitment, Post, Report, Unit
from generator.model.groups import grouped
from generator.model.rows import row_for_each

_OF_LACK = row_for_each(Lack, {Lack.PLAN: DutyKind.REGISTER_POSTS, Lack.ANOTHER_DIALOGUE: DutyKind.HOLD_ANOTHER})
_OF_STEP = row_for_each(Step, {Step.SEND: DutyKind.SEND_CONCLUSION, Step.PUBLISH: DutyKind.PUBLISH_CONCLUSION})


def duties(snapshot: Snapshot, unit: Unit | None = None) -> tuple[Duty, ...]:
    """Of a unit and those below it, or of all; the longest overdue first, those that no day is set for last.

    Days are of Asia/Ho_Chi_Minh. Source: the guidance of 2023 for plans, reports, conclusion notices and notifying
    the commission. Dialogues of years before the last one are no longer asked after, their commitments are.
    """
    found = [*_of_dialogues(snapshot, _dated), *_of_dialogues(snapshot, _undated), *_commitments(snapshot)]
    return duties_of(unit, _in_order(snapshot, [*found, *_reports(snapshot), *_posts(snapshot)]))


def dated_duties(snapshot: Snapshot, of_reports: bool = True) -> tuple[Duty, ...]:
    """Those of all, in the same order, that have a last day of their own. The day is asked for no other, so that what is made
    of them holds until one of them comes or goes."""
    found = [*_of_dialogues(snapshot, _dated), *_commitments(snapshot), *(_reports(snapshot) if of_reports else ())]
    return _in_order(snapshot, (duty for duty in found if duty.due))


def _in_order(snapshot: Snapshot, found: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(found, key=lambda duty: order_of(duty, snapshot.register.places)))


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


def _of_dialogues(
    snapshot: Snapshot, owed: Callable[[Snapshot, DialogueView], Iterator[tuple[DutyKind, date | None]]]
) -> Iterator[Duty]:
    for view in _all_views(snapshot):
        for kind, due in owed(snapshot, view):
            yield _duty(snapshot, kind, view.unit, year_of(view.dialogue), due, dialogue=view)


def _dated(snapshot: Snapshot, view: DialogueView) -> Iterator[tuple[DutyKind, date | None]]:
    """What has a last day of its own: first the two clocks that run from the meeting."""
    for step, due in awaited_steps(view.register, view.dialogue):
        yield _OF_STEP[step], due
    if not _is_asked_after(snapshot, view):
        return
    if (demand := view.dialogue.demand) and not (demand.answered_on or view.dialogue.held):
        yield DutyKind.ANSWER_DEMAND, demand.answer_by
    if view.unit.level.notifies and view.dialogue.notified_on is None and view.is_upcoming:
        yield DutyKind.NOTIFY_COMMISSION, last_day_before(view.day)


def _undated(snapshot: Snapshot, view: DialogueView) -> Iterator[tuple[DutyKind, date | None]]:
    """What is asked for as long as a dialogue stands as it does, with the day since when, where there is one."""
    if not _is_asked_after(snapshot, view):
        return
    if view.row.needs_day:
        yield DutyKind.SET_NEW_DAY, None
    elif view.row.needs_report:
        yield DutyKind.REPORT_RESULT, view.day
    elif is_plan_late(view, snapshot.today) and view.dialogue.registration:
        yield DutyKind.ANNOUNCE_DAY, view.dialogue.registration.period.last_day


def _is_asked_after(snapshot: Snapshot, view: DialogueView) -> bool:
    """Before it is known to have been held."""
    return year_of(view.dialogue) >= snapshot.year - 1


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
