"""The rows on dialogues held, and what became of the opinions and commitments of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator, assert_never

from generator.consequences.commitment_standing import CommitmentState
from generator.consequences.status import held_day
from generator.consequences.views import CommitmentView, DialogueView
from generator.model import Conclusion, CountOf, Handling, Held, Opinion, OpinionCount, Precision
from generator.reports.forms import FormPage
from generator.reports.rows import (
    Request,
    Rows,
    held_dialogues,
    missing_notes,
    shown_presiders,
    shown_unit,
    sum_known,
    what_is_missing,
)
from generator.reports.sheet import Cell
from generator.site.formatting import attendance_text, count_text, short_day, with_district

SUMMED = (
    "speakers", "opinions_total", "opinions_at_meeting", "opinions_before", "answered_at_meeting", "answered_later",
    "passed_up",
)


@dataclass(frozen=True)
class HeldDialogue:
    unit: str
    kind: str
    presiders: str
    topic: str | None
    day: date | None
    venue: str | None
    attendance: Cell
    speakers: int | None
    opinions_total: Cell
    opinions_at_meeting: int | None
    opinions_before: int | None
    answered_at_meeting: int | None
    answered_later: int | None
    passed_up: int | None
    conclusion: str | None
    note: str | None


@dataclass(frozen=True)
class OpinionHandled:
    summary: str
    field: str | None
    dialogue: str
    competence: str | None
    agency: str | None
    due: date | None
    result: str | None
    answered_on: date | None
    document: str | None


def held(request: Request) -> Rows:
    """A row for each dialogue held, of every kind, with sums of what is known."""
    rows = [_held_dialogue(request, view) for view in held_dialogues(request)]
    columns = {name: [getattr(row, name) for row in rows] for name in SUMMED}
    counts = [view.dialogue.held.opinions for view in held_dialogues(request) if view.dialogue.held]
    columns["opinions_total"] = [count.total for count in counts]
    total = {name: sum_known(values) for name, values in columns.items()}
    return Rows(rows, total, missing_notes(request.page, columns), what_is_missing(request))


def handled(request: Request) -> Rows:
    """The opinions of each dialogue held, and after them the commitments made there, which have the due days."""
    views = held_dialogues(request)
    rows = [row for view in views for row in _of_dialogue(request, view)]
    said = [request.page.nothing_said] if views and not rows else []
    return Rows(rows, remarks=[*said, *what_is_missing(request)])


def _held_dialogue(request: Request, view: DialogueView) -> HeldDialogue:
    dialogue, took_place = view.dialogue, view.dialogue.held
    assert took_place
    opinions = took_place.opinions
    return HeldDialogue(
        unit=shown_unit(request, view.unit),
        kind=request.site.words.kind[dialogue.kind],
        presiders=shown_presiders(request, view),
        topic=dialogue.topic,
        day=held_day(dialogue),
        venue=view.venue.name if view.venue else None,
        attendance=_attendance(request, took_place),
        speakers=took_place.speakers,
        opinions_total=_opinions_total(request, opinions),
        opinions_at_meeting=opinions.at_meeting,
        opinions_before=opinions.before,
        answered_at_meeting=opinions.answered_at_meeting,
        answered_later=opinions.answered_later,
        passed_up=opinions.passed_up,
        conclusion=_conclusion(dialogue.conclusion),
        note=took_place.day_note,
    )


def _attendance(request: Request, took_place: Held) -> Cell:
    """A number where people were counted and nothing else is said; else in words, such as "trên 200 người; 50 hộ"."""
    counts = took_place.attendance
    if len(counts) == 1 and (counts[0].of, counts[0].precision) == (CountOf.PEOPLE, Precision.EXACT):
        return counts[0].count
    return "; ".join(attendance_text(count, request.site.words) for count in counts) or None


def _opinions_total(request: Request, opinions: OpinionCount) -> Cell:
    """A number where it is exact; else in words, such as "gần 11"."""
    if opinions.total is None or opinions.total_precision == Precision.EXACT:
        return opinions.total
    return count_text(opinions.total, opinions.total_precision, request.site.words)


def _conclusion(conclusion: Conclusion | None) -> str | None:
    if conclusion is None:
        return None
    issued = f"ngày {short_day(conclusion.issued_on)}" if conclusion.issued_on else None
    return ", ".join(filter(None, (conclusion.number, issued))) or None


def _of_dialogue(request: Request, view: DialogueView) -> Iterator[OpinionHandled]:
    title = request.site.title_of(view.dialogue)
    if request.unit is None:
        title = with_district(title, view.unit, request.site.register)
    day = held_day(view.dialogue)
    name = f"{title}, {short_day(day)}" if day else title
    for opinion in view.dialogue.opinions:
        yield _opinion(request, opinion, name)
    for commitment in request.site.views.commitments_of(view):
        yield _commitment(request, commitment, name)


def _opinion(request: Request, opinion: Opinion, dialogue: str) -> OpinionHandled:
    answer, page, words = opinion.answer, request.page, request.site.words
    handling = words.handling[opinion.handling] if opinion.handling else None
    return OpinionHandled(
        summary=opinion.summary, field=opinion.field, dialogue=dialogue, competence=_competence(opinion.handling, page),
        agency=answer.by if answer else None, due=None,
        result=". ".join(filter(None, (handling, answer.text if answer else None))) or None,
        answered_on=answer.answered_on if answer else None, document=answer.document_number if answer else None,
    )


def _competence(handling: Handling | None, page: FormPage) -> str | None:
    match handling:
        case None:
            return None
        case Handling.PASSED_UP:
            return page.beyond
        case Handling.AT_MEETING | Handling.LATER:
            return page.competent
        case unknown:
            assert_never(unknown)


def _commitment(request: Request, view: CommitmentView, dialogue: str) -> OpinionHandled:
    commitment, page = view.commitment, request.page
    last = commitment.updates[-1] if commitment.updates else None
    beyond = view.standing.state == CommitmentState.PASSED_UP
    return OpinionHandled(
        summary=page.commitment.format(text=commitment.text), field=None, dialogue=dialogue,
        competence=page.beyond if beyond else page.competent, agency=commitment.agency, due=commitment.due,
        result=". ".join([request.site.words.commitment[view.standing.state], *([last.text] if last else [])]),
        answered_on=last.updated_on if last else None, document=None,
    )
