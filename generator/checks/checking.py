"""Asks the rules of the records that were read, and puts what they find at its place in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Callable, Iterable, Iterator, Sequence

from generator.checks import comment_rules, document_rules, unit_rules
from generator.checks.as_typed import typed_otherwise
from generator.checks.finding import Check, Finding
from generator.checks.listed import OF_EACH_DIALOGUE, OF_ONE_RECORD, OF_THE_REGISTER, REVIEWS
from generator.keeping.fingerprints import fingerprint
from generator.keeping.processes import batches, in_processes
from generator.keeping.stages import TellCount, TellStage, counted, silent
from generator.model import Register
from generator.reading.document_text import pdf_documents, pdf_texts
from generator.reading.known_records import KnownRecords
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.record_text import RecordText
from generator.reading.records import Reading

FEW_RECORDS = 2000
"""Fewer are checked by one process before two would have begun."""
RECORDS_TOGETHER = 500


def check(
    reading: Reading, today: date, kept: KnownRecords | None = None, of_documents: bool = True, report: TellStage = silent
) -> Iterator[Problem]:
    """Every problem of a reading: of its files, and of its records together as far as they could be read.

    ``today`` is a day in Asia/Ho_Chi_Minh: nothing recorded as done may lie after it.
    ``kept`` are records and documents that earlier builds have found sound; what stands in documents, which takes long to
    read, is asked ``of_documents`` only. ``report`` hears how far this is.
    """
    report("Đang kiểm tra")
    yield from reading.problems
    register = reading.register
    if register is None:
        return
    if of_ids := list(_found(reading, (unit_rules.unit_id_is_free,), register, today)):
        yield from of_ids  # which unit is meant elsewhere, nobody knows
        return
    yield from _found(reading, OF_THE_REGISTER, register, today)
    if not (kept and kept.have_passed_beside(reading.files, today)):
        yield from _found(reading, OF_ONE_RECORD, replace(register, dialogues={}), today)
        yield from _in_comments(file for file in reading.files if not file.is_of_a_dialogue)

    def of_some(ids: Sequence[str]) -> list[Problem]:
        dialogues = {id: register.dialogues[id] for id in ids}
        some = replace(register, dialogues=dialogues, submissions={}, whole=register)
        return check_each(replace(reading, register=some), today)

    passed = kept.passed(reading.files, today) if kept else frozenset()
    unasked = [
        id for id in register.dialogues if id not in reading.asked and reading.texts[f"dialogues/{id}"].path not in passed
    ]
    together = batches(unasked, RECORDS_TOGETHER) if len(unasked) >= FEW_RECORDS else [unasked]
    yield from chain.from_iterable(in_processes(of_some, together, counted(report, "Đang kiểm tra", "phần")))
    if of_documents:
        yield from _in_documents(reading, kept, counted(report, "Đang đọc văn bản kèm theo", "tệp"))


def review(reading: Reading, today: date) -> tuple[Problem, ...]:
    """What a person has to look at in a sound register, in the order of the files; it stops nothing by itself."""
    if reading.register is None or reading.problems:
        return ()
    typed = chain.from_iterable(map(typed_otherwise, reading.files))
    found = chain(_found(reading, REVIEWS, reading.register, today), typed, _unread_documents(reading))
    return tuple(sorted({replace(problem, only_asks=True) for problem in found}))


def check_each(reading: Reading, today: date) -> list[Problem]:
    """What the rules find that look at one dialogue at a time."""
    register = reading.register
    if register is None or not register.dialogues:
        return []
    unknown = {id: of for id, of in register.dialogues.items() if id not in reading.known}
    new = replace(register, dialogues=unknown, units={}, rules={}, submissions={}, reforms={}, whole=None)
    files = (text.file for id in unknown if (text := reading.texts.get(f"dialogues/{id}")))
    return [
        *_found(reading, OF_EACH_DIALOGUE, register, today), *_found(reading, OF_ONE_RECORD, new, today), *_in_comments(files),
    ]


def _in_comments(files: Iterable[RecordFile]) -> Iterator[Problem]:
    for file in files:
        yield from comment_rules.comment_holds_no_personal_data(file)


def _in_documents(reading: Reading, kept: KnownRecords | None, told: TellCount) -> Iterator[Problem]:
    sound, is_sound, digests = kept.sound_documents() if kept else frozenset(), True, set()
    count = len(reading.register.documents) if reading.register else 0
    for number, (path, content) in enumerate(_pdf_documents(reading), 1):
        told(number, count)
        digests.add(digest := fingerprint(path, content))
        if digest not in sound:
            for finding in document_rules.document_holds_no_personal_data(path, pdf_texts(content)):
                is_sound = False
                yield _problem(reading, document_rules.document_holds_no_personal_data, finding)
    if kept and is_sound and digests != sound:
        kept.keep_documents(frozenset(digests))


def _unread_documents(reading: Reading) -> Iterator[Problem]:
    for path, content in _pdf_documents(reading):
        for finding in document_rules.document_can_be_read(path, pdf_texts(content)):
            yield _problem(reading, document_rules.document_can_be_read, finding)


def _pdf_documents(reading: Reading) -> Iterator[tuple[str, bytes]]:
    documents = reading.register.documents if reading.register else ()
    return pdf_documents(reading.content, documents) if reading.content else iter(())


def _found(reading: Reading, rules: Iterable[Check], register: Register, today: date) -> Iterator[Problem]:
    for rule in rules:
        for finding in rule(register, today):
            yield _problem(reading, rule, finding)


def _problem(reading: Reading, rule: Callable[..., object], finding: Finding) -> Problem:
    text = reading.texts.get(finding.record) or RecordText.empty(finding.record)
    return text.problem(
        finding.path, rule.__name__.replace("_", "-"), finding.must, found=finding.found, example=finding.example,
        suggestion=finding.suggestion, at_name=finding.at_name,
    )
