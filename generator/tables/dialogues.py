"""The table of dialogues: each one with its status, its day, its moves and what came of it in figures."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Iterable, Iterator

from generator.consequences.fact_days import newest_fact_day
from generator.consequences.snapshot import Snapshot
from generator.consequences.status import ZONE, When, known_day, moves, notice_days
from generator.consequences.views import DialogueView
from generator.model import CountOf, Dialogue, Opinion, Participation, Precision, addresses
from generator.tables.dialogue_row import Announced, AttendanceCount, Corrected, DialogueRow, OpinionAnswered, SourcePage
from generator.tables.table import Row, Table, dialogue_columns, public_address, unit_columns, years_of_dialogues


def _rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year, views in snapshot.views.by_year.items():
        yield year, (_row(snapshot, view, year) for view in views)


def _row(snapshot: Snapshot, view: DialogueView, year: int) -> DialogueRow:
    dialogue = view.dialogue
    registration = dialogue.registration
    return DialogueRow(
        **dialogue_columns(snapshot, view, year), **unit_columns(snapshot, view.unit), kind=dialogue.kind, status=view.status,
        **_time(view.when), day_undone=view.undone and view.undone.day, moves=len(moves(dialogue)),
        reason=dialogue.schedule[-1].reason if dialogue.schedule else None, notice_days=notice_days(dialogue),
        registered_on=registration and known_day(registration.registered_on),
        planned_from=registration and registration.period.first_day,
        planned_until=registration and registration.period.last_day,
        posts=[presider.post for presider in view.presiders if not presider.deputy],
        posts_by_deputy=[presider.post for presider in view.presiders if presider.deputy],
        presider_titles=[presider.title for presider in view.presiders if presider.title],
        topic=dialogue.topic, subjects=list(dialogue.subjects),
        audiences=[snapshot.register.facts.audiences.get(audience, audience) for audience in dialogue.audiences],
        mode=dialogue.mode, **_place(view), serves=list(dialogue.serves), area=dialogue.area,
        **_participation(dialogue.participation),
        notified_on=dialogue.notified_on, observer=dialogue.observer, **_held(dialogue),
        legal_basis=list(dialogue.legal_basis), note=dialogue.note, updated_on=newest_fact_day(dialogue),
        feed=public_address(snapshot, addresses.dialogue_feed(dialogue)), **_details(dialogue),
    )


def _time(when: When | None) -> dict[str, object]:
    if when is None:
        return {"day": None, "starts_at": None, "ends_at": None, "part_of_day": None}
    return {
        "day": when.day, "starts_at": _moment(when.day, when.start), "ends_at": _moment(when.day, when.end),
        "part_of_day": when.part_of_day,
    }


def _moment(day: date | None, hour: time | None) -> datetime | None:
    return datetime.combine(day, hour, ZONE) if day and hour is not None else None


def _place(view: DialogueView) -> dict[str, object]:
    venue = view.venue
    return {
        "venue": venue and venue.name, "venue_address": venue and venue.address, "latitude": venue and venue.latitude,
        "longitude": venue and venue.longitude, "online_url": venue and venue.online_url,
    }


def _participation(participation: Participation) -> dict[str, object]:
    contact = participation.contact
    return {
        **{name: value for name, value in vars(participation).items() if name != "contact"},
        "contact_office": contact and contact.office, "contact_phone": contact and contact.phone,
        "contact_email": contact and contact.email,
    }


def _held(dialogue: Dialogue) -> dict[str, object]:
    held = dialogue.held
    attendance = held.attendance if held else ()
    opinions = held and held.opinions
    counts = {of: [part.count for part in attendance if part.of == of] for of in CountOf}
    return {
        "people": _sum(counts[CountOf.PEOPLE]), "households": _sum(counts[CountOf.HOUSEHOLDS]),
        "delegates": _sum(counts[CountOf.DELEGATES]),
        "attendance_is_exact": all(part.precision == Precision.EXACT for part in attendance) if attendance else None,
        "attendance": [AttendanceCount(**vars(part)) for part in attendance],
        "speakers": held and held.speakers, "summary": held and held.summary, "day_note": held and held.day_note,
        "opinions_total": opinions and opinions.total, "opinions_before": opinions and opinions.before,
        "opinions_at_meeting": opinions and opinions.at_meeting,
        "answered_at_meeting": opinions and opinions.answered_at_meeting,
        "answered_later": opinions and opinions.answered_later, "passed_up": opinions and opinions.passed_up,
    }


def _sum(counts: list[int]) -> int | None:
    """Nothing counted is unknown, not zero."""
    return sum(counts) if counts else None


def _details(dialogue: Dialogue) -> dict[str, object]:
    return {
        "schedule": [
            Announced(
                announced_on=known_day(entry.announced_on), state=entry.state, day=entry.day,
                starts_at=_moment(entry.day, entry.start), ends_at=_moment(entry.day, entry.end),
                part_of_day=entry.part_of_day, venue=entry.venue and entry.venue.name, reason=entry.reason,
            )
            for entry in dialogue.schedule
        ],
        "opinions": [_opinion(opinion) for opinion in dialogue.opinions],
        "sources": [SourcePage(**vars(source)) for source in dialogue.sources],
        "corrections": [Corrected(**vars(correction)) for correction in dialogue.corrections],
    }


def _opinion(opinion: Opinion) -> OpinionAnswered:
    answer = opinion.answer
    return OpinionAnswered(
        summary=opinion.summary, field=opinion.field, area=opinion.area, handling=opinion.handling,
        answered_on=answer and answer.answered_on, answered_by=answer and answer.by, answer=answer and answer.text,
        answer_number=answer and answer.document_number,
    )


DIALOGUES = Table(
    "dialogues", "Các cuộc đối thoại", "Mỗi cuộc đối thoại từ khi đăng ký kế hoạch đến khi có kết quả", DialogueRow,
    ("dialogue",), years_of_dialogues, _rows,
)
