"""Rules on what is recorded after the meeting: days, the conclusion, commitments and documents."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.outlines import outlined
from generator.consequences.status import held_day, known_day
from generator.model import Conclusion, Dialogue, Register
from generator.model.named_documents import document_place, documents_of
from generator.reading.field_paths import FieldPath


def fact_is_not_in_the_future(register: Register, today: date) -> Iterator[Finding]:
    """What is recorded has happened: only a planned day, a period and a due day may lie ahead. An announced day of another
    year than the folder's is told as that."""
    for dialogue in register.dialogues.values():
        for path, day in _facts(dialogue):
            is_announced = path == _announced_day(dialogue)
            if day > today and not (is_announced and day.year > dialogue.year + 1):
                must = f"không được sau ngày {today}" + (" khi đã ghi held" if is_announced else "")
                yield in_dialogue(dialogue, path, must, day.isoformat())


def result_follows_a_meeting(register: Register, today: date) -> Iterator[Finding]:
    """A conclusion, opinions and commitments come from a meeting that was held."""
    for dialogue in register.dialogues.values():
        if dialogue.held:
            continue
        for name in ("conclusion", "opinions", "commitments"):
            if getattr(dialogue, name):
                yield in_dialogue(dialogue, (name,), "chỉ ghi khi đã tổ chức; hãy ghi held trước", at_name=True)


def conclusion_follows_its_meeting(register: Register, today: date) -> Iterator[Finding]:
    """The notice is issued on or after the day of the meeting, and sent and published once it is issued."""
    for dialogue in register.dialogues.values():
        conclusion, day = dialogue.conclusion, _day_held(dialogue, today)
        if conclusion is None:
            continue
        for name in ("issued_on", "sent_on", "published_on"):
            done = getattr(conclusion, name)
            if done and day and done < day:
                yield in_dialogue(dialogue, ("conclusion", name), f"không được trước ngày đối thoại ({day})", done.isoformat())
            elif done and conclusion.issued_on and done < conclusion.issued_on:
                must = f"không được trước ngày ban hành ({conclusion.issued_on})"
                yield in_dialogue(dialogue, ("conclusion", name), must, done.isoformat())


def conclusion_can_be_told(register: Register, today: date) -> Iterator[Finding]:
    """A notice that nobody can look up, ask for or read is none. One that says nothing at all is a group left empty."""
    for dialogue in register.dialogues.values():
        conclusion = dialogue.conclusion
        if conclusion is None or conclusion == Conclusion():
            continue
        if not (conclusion.number or conclusion.issued_on or conclusion.text or conclusion.document):
            must = "phải có ít nhất một trong: number, issued_on, text, document"
            yield in_dialogue(dialogue, ("conclusion",), must, example="number: 15-TB/QU", at_name=True)


def commitment_has_its_own_id(register: Register, today: date) -> Iterator[Finding]:
    """A commitment is linked to by its id, which no other in the record has."""
    for dialogue in register.dialogues.values():
        seen: set[str] = set()
        for position, commitment in enumerate(dialogue.commitments):
            if commitment.id in seen:
                yield in_dialogue(dialogue, ("commitments", position, "id"), "mã này đã dùng cho cam kết ở trên", commitment.id)
            seen.add(commitment.id)


def commitment_follows_its_meeting(register: Register, today: date) -> Iterator[Finding]:
    """A commitment falls due on or after the meeting, and its updates are added at the end of the list."""
    for dialogue in register.dialogues.values():
        day = _day_held(dialogue, today)
        for position, commitment in enumerate(dialogue.commitments):
            path = ("commitments", position)
            if day and commitment.due and commitment.due < day:
                must = f"không được trước ngày đối thoại ({day})"
                yield in_dialogue(dialogue, (*path, "due"), must, commitment.due.isoformat())
            newest = day
            for index, update in enumerate(commitment.updates):
                if newest and update.updated_on < newest:
                    must = f"không được trước ngày {newest}"
                    yield in_dialogue(dialogue, (*path, "updates", index, "updated_on"), must, update.updated_on.isoformat())
                newest = max(filter(None, (newest, update.updated_on)))


def opinion_days_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """The days on which opinions are received are in order."""
    for dialogue in register.dialogues.values():
        taking = dialogue.participation
        if taking.opinions_from and taking.opinions_until and taking.opinions_until < taking.opinions_from:
            must = f"không được trước opinions_from ({taking.opinions_from})"
            yield in_dialogue(dialogue, ("participation", "opinions_until"), must, taking.opinions_until.isoformat())


def evidence_is_a_page_or_a_file(register: Register, today: date) -> Iterator[Finding]:
    """Evidence is one thing that can be opened."""
    for dialogue in register.dialogues.values():
        for position, commitment in enumerate(dialogue.commitments):
            for index, update in enumerate(commitment.updates):
                for number, evidence in enumerate(update.evidence):
                    if (evidence.url is None) == (evidence.file is None):
                        path = ("commitments", position, "updates", index, "evidence", number)
                        must = "phải có url hoặc file, không cả hai"
                        yield in_dialogue(dialogue, path, must, example="file: anh-nghiem-thu.jpg")


def document_is_there(register: Register, today: date) -> Iterator[Finding]:
    """A document that a record names lies in the record's own folder, and no file lies there unnamed."""
    every = outlined(register.dialogues)
    named = {place for outline in every.outlines.values() for place in outline.documents}
    for id in (id for id, outline in every.outlines.items() if not register.documents.issuperset(outline.documents)):
        dialogue = every[id]
        for path, file in documents_of(dialogue):
            place = document_place(dialogue, file)
            if place not in register.documents:
                yield in_dialogue(dialogue, path, f"phải có tệp documents/{place}", file)
    for place in sorted(register.documents - named):
        must = "tệp này không được bản ghi nào nhắc tới; hãy ghi vào bản ghi hoặc xóa"
        if place.endswith((".yml", ".yaml")):
            must = "bản ghi phải nằm trong dialogues/, ở thư mục của năm; documents/ chỉ giữ văn bản mà bản ghi nhắc tới"
        yield Finding(f"documents/{place}", (), must)


def _day_held(dialogue: Dialogue, today: date) -> date | None:
    """None where that day has not come: it is told itself, and nothing else by it."""
    day = held_day(dialogue)
    return day if day and day <= today else None


def _announced_day(dialogue: Dialogue) -> FieldPath:
    """Where the day stands on which a dialogue was held that says no other."""
    places = [position for position, entry in enumerate(dialogue.schedule) if entry.day]
    return ("schedule", places[-1], "day") if places else ("held",)


def _facts(dialogue: Dialogue) -> Iterator[tuple[FieldPath, date]]:
    facts: list[tuple[FieldPath, date | None]] = [(("notified_on",), dialogue.notified_on)]
    if demand := dialogue.demand:
        facts += [(("demand", name), getattr(demand, name)) for name in ("asked_on", "answered_on")]
    if dialogue.registration:
        facts.append((("registration", "registered_on"), known_day(dialogue.registration.registered_on)))
    for position, entry in enumerate(dialogue.schedule):
        facts.append((("schedule", position, "announced_on"), known_day(entry.announced_on)))
    if dialogue.held:
        facts.append((("held", "day") if dialogue.held.day else _announced_day(dialogue), held_day(dialogue)))
        facts.append((("held", "reported_on"), dialogue.held.reported_on))
    if conclusion := dialogue.conclusion:
        facts += [(("conclusion", name), getattr(conclusion, name)) for name in ("issued_on", "sent_on", "published_on")]
    for position, opinion in enumerate(dialogue.opinions):
        if opinion.answer:
            facts.append((("opinions", position, "answer", "answered_on"), opinion.answer.answered_on))
    for position, commitment in enumerate(dialogue.commitments):
        for index, update in enumerate(commitment.updates):
            facts.append((("commitments", position, "updates", index, "updated_on"), update.updated_on))
        for index, taken in enumerate(commitment.taken_over_by):
            facts.append((("commitments", position, "taken_over_by", index, "taken_over_on"), taken.taken_over_on))
    for position, correction in enumerate(dialogue.corrections):
        facts.append((("corrections", position, "corrected_on"), correction.corrected_on))
    for position, redaction in enumerate(dialogue.redactions):
        facts.append((("redactions", position, "redacted_on"), redaction.redacted_on))
    yield from ((path, day) for path, day in facts if day)


CHECKS: tuple[Check, ...] = (
    fact_is_not_in_the_future, result_follows_a_meeting, conclusion_follows_its_meeting, conclusion_can_be_told,
    commitment_has_its_own_id, commitment_follows_its_meeting, opinion_days_are_in_order, evidence_is_a_page_or_a_file,
    document_is_there,
)
