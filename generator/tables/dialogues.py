"""The table of dialogues: each one with its status, its day, its moves and what came of it in figures."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Iterator, Sequence

from generator.consequences.fact_days import newest_fact_day
from generator.consequences.snapshot import Snapshot
from generator.consequences.status import known_day, moves, notice_days
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ZONE
from generator.model import Announcement, Attendance, CountOf, Opinion, OpinionCount, Precision, addresses
from generator.site.site import Site
from generator.tables.dialogue_row import (
    Announced,
    AttendanceCount,
    Corrected,
    DialogueRow,
    OpinionAnswered,
    Redacted,
    SourcePage,
)
from generator.tables.table import (
    TO_UNITS,
    Row,
    dated_columns,
    dialogue_columns,
    public_address,
    table_of_dialogues,
    unit_columns,
)


def _rows(site: Site, view: DialogueView, year: int) -> Iterator[Row]:
    yield _row(site, view, year)


def _row(snapshot: Snapshot, view: DialogueView, year: int) -> DialogueRow:
    """Only the view knows of the day."""
    dialogue, when, venue, held = view.dialogue, view.when, view.venue, view.dialogue.held
    registration, participation, contact = dialogue.registration, dialogue.participation, dialogue.participation.contact
    demand = dialogue.demand
    attendance, counted = held.attendance if held else (), held.opinions if held else OpinionCount()
    return DialogueRow(
        **dialogue_columns(snapshot, view, year), **unit_columns(snapshot, view.unit), **dated_columns(view),
        kind=dialogue.kind, status=view.status,
        day=when.day if when else None,
        starts_at=_moment(when.day, when.start) if when else None,
        ends_at=_moment(when.day, when.end) if when else None,
        part_of_day=when.part_of_day if when else None,
        day_undone=view.undone.day if view.undone else None, moves=len(moves(dialogue)),
        reason=dialogue.schedule[-1].reason if dialogue.schedule else None, notice_days=notice_days(dialogue),
        registered_on=known_day(registration.registered_on) if registration else None,
        planned_from=registration.period.first_day if registration else None,
        planned_until=registration.period.last_day if registration else None,
        posts=[presider.post for presider in view.presiders if not presider.deputy],
        posts_by_deputy=[presider.post for presider in view.presiders if presider.deputy],
        presider_titles=[presider.title for presider in view.presiders if presider.title],
        attended=list(held.attended) if held else [], co_organisers=list(dialogue.co_organisers),
        topic=dialogue.topic, subjects=list(dialogue.subjects),
        audiences=[snapshot.register.facts.audiences.get(audience, audience) for audience in dialogue.audiences],
        mode=dialogue.mode, venue=venue.name if venue else None, venue_address=venue.address if venue else None,
        further_sites=list(dialogue.further_sites),
        latitude=venue.latitude if venue else None, longitude=venue.longitude if venue else None,
        online_url=venue.online_url if venue else None, serves=list(dialogue.serves), area=dialogue.area,
        who=participation.who, opinions_from=participation.opinions_from, opinions_until=participation.opinions_until,
        opinions_to=participation.opinions_to, attend_until=participation.attend_until, attend_to=participation.attend_to,
        contact_office=contact.office if contact else None, contact_phone=contact.phone if contact else None,
        contact_email=contact.email if contact else None, contact_page=contact.page if contact else None,
        demanded_by=demand.asked_by if demand else None, demanded_on=demand.asked_on if demand else None,
        demand_answered_on=demand.answered_on if demand else None,
        notified_on=dialogue.notified_on, observer=dialogue.observer,
        people=_sum(attendance, CountOf.PEOPLE), households=_sum(attendance, CountOf.HOUSEHOLDS),
        delegates=_sum(attendance, CountOf.DELEGATES),
        attendance_is_exact=all(part.precision == Precision.EXACT for part in attendance) if attendance else None,
        speakers=held.speakers if held else None, opinions_total=counted.total,
        opinions_total_is_exact=None if counted.total is None else counted.total_precision == Precision.EXACT,
        opinions_before=counted.before, opinions_at_meeting=counted.at_meeting,
        answered_at_meeting=counted.answered_at_meeting,
        answered_later=counted.answered_later, passed_up=counted.passed_up,
        summary=held.summary if held else None, day_note=held.day_note if held else None,
        legal_basis=list(dialogue.legal_basis), note=dialogue.note, updated_on=newest_fact_day(dialogue),
        feed=public_address(snapshot, addresses.dialogue_feed(dialogue)),
        attendance=[AttendanceCount(**vars(part)) for part in attendance],
        schedule=[_announced(entry) for entry in dialogue.schedule],
        opinions=[_opinion(opinion) for opinion in dialogue.opinions],
        sources=[SourcePage(**vars(source)) for source in dialogue.sources],
        corrections=[Corrected(**vars(correction)) for correction in dialogue.corrections],
        redactions=[Redacted(**vars(redaction)) for redaction in dialogue.redactions],
    )


def _moment(day: date | None, hour: time | None) -> datetime | None:
    return datetime.combine(day, hour, ZONE) if day and hour is not None else None


def _sum(attendance: Sequence[Attendance], of: CountOf) -> int | None:
    """Nothing counted is unknown, not zero."""
    counts = [part.count for part in attendance if part.of == of]
    return sum(counts) if counts else None


def _announced(entry: Announcement) -> Announced:
    return Announced(
        announced_on=known_day(entry.announced_on), state=entry.state, day=entry.day,
        starts_at=_moment(entry.day, entry.start), ends_at=_moment(entry.day, entry.end),
        part_of_day=entry.part_of_day, venue=entry.venue.name if entry.venue else None,
        notice_number=entry.notice.number if entry.notice else None,
        notice_issued_on=entry.notice.issued_on if entry.notice else None, reason=entry.reason,
    )


def _opinion(opinion: Opinion) -> OpinionAnswered:
    answer = opinion.answer
    return OpinionAnswered(
        summary=opinion.summary, field=opinion.field, area=opinion.area, handling=opinion.handling,
        answered_on=answer.answered_on if answer else None, answered_by=answer.by if answer else None,
        answer=answer.text if answer else None, answer_number=answer.document_number if answer else None,
    )


DIALOGUES = table_of_dialogues("dialogues", DialogueRow, ("dialogue",), _rows, TO_UNITS)
