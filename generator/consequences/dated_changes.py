"""What changed in a dialogue and when: the news of it, each worked out from one dated fact of its record."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import takewhile
from operator import itemgetter
from typing import Iterable, Iterator, Mapping, assert_never

from generator.consequences.announcements import AnnouncementStep, PastAnnouncement, history
from generator.consequences.change import Change, ChangeIds
from generator.consequences.commitment_standing import CommitmentState, commitment_standing
from generator.consequences.fact_days import fact_days
from generator.consequences.last_days import over_from
from generator.consequences.states import ENTRIES, ChangeKind
from generator.consequences.status import When, held_day
from generator.keeping.memo import once
from generator.keeping.observed_day import AnyDay
from generator.model import Commitment, Dialogue, Opinion, Outcome
from generator.model.rows import row_for_each


def changes_of(dialogue: Dialogue, today: AnyDay) -> tuple[Change, ...]:
    """Up to and with ``today``, the oldest first. A fact whose day is not known is no news: nobody can say when it was."""
    found = sorted((change for change in _changes(dialogue) if change.day <= today), key=lambda change: change.day)
    placed: Counter[date] = Counter()
    numbered: list[Change] = []
    for change in found:
        numbered.append(replace(change, order=placed[change.day]) if placed[change.day] else change)
        placed[change.day] += 1
    return tuple(numbered)


def newest_changes(dialogues: Iterable[Dialogue], today: AnyDay, most: int) -> list[Change]:
    """The ``most`` newest up to and with ``today``, the newest first; only the records that can hold one are gone through."""
    found: list[Change] = []
    dated = ((_last_day(dialogue, today), dialogue) for dialogue in dialogues)
    for day, dialogue in sorted(dated, key=itemgetter(0), reverse=True):
        if len(found) == most and day < found[-1].day:
            break
        found = newest_first([*found, *changes_of(dialogue, today)])[:most]
    return found


def recent_changes(dialogues: Iterable[Dialogue], today: AnyDay, since: AnyDay, least: int) -> list[Change]:
    """Those from the day ``since`` to ``today``, or the ``least`` newest where those are more; the newest first."""
    dialogues = tuple(dialogues)
    newest = newest_changes(dialogues, today, least) if least else []
    if len(newest) < least or (newest and newest[-1].day < since):
        return newest  # with one question about the day, which has the same answer on every later one
    by_last = sorted(dialogues, key=_very_last_day, reverse=True)  # so that few are asked how they stand to the day
    touched = takewhile(lambda dialogue: _very_last_day(dialogue) >= since, by_last)
    return newest_first(change for dialogue in touched for change in changes_of(dialogue, today) if change.day >= since)


def newest_first(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=_place, reverse=True)


def _place(change: Change) -> tuple[date, int, str, str]:
    return change.day, change.order, change.dialogue.id, change.id


def _last_day(dialogue: Dialogue, today: AnyDay) -> date:
    """No change of the record up to ``today`` is of a later day."""
    return next((day for day in change_days(dialogue) if day <= today), date.min)


def _very_last_day(dialogue: Dialogue) -> date:
    return next(iter(change_days(dialogue)), date.min)


@once  # since feeds, news and pages all ask for each dialogue
def change_days(dialogue: Dialogue) -> tuple[date, ...]:
    """Every change of the record is of one of these days, up to which day ever; the newest first."""
    overdue = (over_from(commitment.due) for commitment in dialogue.commitments if commitment.due)
    return tuple(sorted({*fact_days(dialogue), *overdue}, reverse=True))


def changed_in(dialogues: Mapping[str, Dialogue]) -> dict[date, list[str]]:
    """By the first day of each month: the ids of the dialogues of which something changed in it, or will have unless something
    is done."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for id, dialogue in dialogues.items():
        for month in {(day.year, day.month) for day in change_days(dialogue)}:
            found[month].append(id)
    return {date(*month, 1): ids for month, ids in found.items()}


def _changes(dialogue: Dialogue) -> Iterator[Change]:
    """In the order in which things happen, for those of one day."""
    yield from _of_schedule(dialogue)
    if dialogue.held and (day := _reported_on(dialogue)):
        yield Change(dialogue, ChangeKind.HELD, "held", day, held=dialogue.held)
    if (conclusion := dialogue.conclusion) and (day := conclusion.known_on):
        yield Change(dialogue, ChangeKind.CONCLUDED, "conclusion", day, conclusion=conclusion)
    ids = ChangeIds()
    for opinion in dialogue.opinions:
        if is_answered_later(dialogue, opinion) and opinion.answer and (day := opinion.answer.answered_on):
            yield Change(dialogue, ChangeKind.ANSWERED, ids.next("answer", day), day, opinion=opinion)
    for commitment in dialogue.commitments:
        yield from _of_commitment(dialogue, commitment)
    for correction in dialogue.corrections:
        yield Change(
            dialogue, ChangeKind.CORRECTED, ids.next("correction", correction.corrected_on), correction.corrected_on,
            correction=correction,
        )
    for redaction in dialogue.redactions:
        yield Change(
            dialogue, ChangeKind.REDACTED, ids.next("redaction", redaction.redacted_on), redaction.redacted_on,
            redaction=redaction,
        )


def _reported_on(dialogue: Dialogue) -> date | None:
    """When the public could first read that it was held, as far as that is known."""
    return (dialogue.held and dialogue.held.reported_on) or held_day(dialogue)


def is_answered_later(dialogue: Dialogue, opinion: Opinion) -> bool:
    """After the news that the meeting was held, which tells of the answers given by then and of those without a day."""
    answered_on, reported_on = opinion.answer.answered_on if opinion.answer else None, _reported_on(dialogue)
    return answered_on is not None and (reported_on is None or answered_on > reported_on)


def _of_schedule(dialogue: Dialogue) -> Iterator[Change]:
    ids = ChangeIds()
    for past in history(dialogue):
        if day := past.announced_on:
            kind, before = _kind_of(past)
            yield Change(dialogue, kind, ids.next("schedule", day), day, announcement=past.announcement, old=before)


def _kind_of(past: PastAnnouncement) -> tuple[ChangeKind, When | None]:
    """With the time that it took back. The first time announced after a postponement is a move from the one given up."""
    match past.step:
        case None:
            assert past.announcement.state, "an announcement without a day names a state: announcement-is-a-time-or-a-state"
            return ENTRIES[past.announcement.state].change, past.old
        case AnnouncementStep.MOVED:
            return ChangeKind.MOVED, past.old
        case AnnouncementStep.FIRST | AnnouncementStep.NEW_DAY:
            return ChangeKind.ANNOUNCED, None
        case AnnouncementStep.COMPLETED:
            return ChangeKind.COMPLETED, None
        case unknown:
            assert_never(unknown)


_NEWS = row_for_each(Outcome, {
    Outcome.IN_PROGRESS: None, Outcome.KEPT: ChangeKind.KEPT, Outcome.NOT_KEPT: ChangeKind.NOT_KEPT,
    Outcome.PASSED_UP: ChangeKind.PASSED_UP,
})


def _of_commitment(dialogue: Dialogue, commitment: Commitment) -> Iterator[Change]:
    """Work in progress is no news; a due day that passes is, on the day after it."""
    name, ids = f"commitment-{commitment.id}", ChangeIds()
    if commitment.due:
        day = over_from(commitment.due)
        known = tuple(update for update in commitment.updates if update.updated_on < day)
        then = commitment if known == commitment.updates else commitment.model_copy(update={"updates": known})
        if commitment_standing(then, None, day).state == CommitmentState.OVERDUE:
            yield Change(dialogue, ChangeKind.OVERDUE, f"{name}-overdue", day, commitment=commitment)
    for update in commitment.updates:
        if kind := _NEWS[update.outcome]:
            yield Change(
                dialogue, kind, ids.next(f"{name}-{update.outcome}", update.updated_on), update.updated_on,
                commitment=commitment, update=update,
            )
    for taken in commitment.taken_over_by:
        yield Change(
            dialogue, ChangeKind.TAKEN_OVER, ids.next(f"{name}-taken-over", taken.taken_over_on), taken.taken_over_on,
            commitment=commitment, taken_over=taken,
        )
