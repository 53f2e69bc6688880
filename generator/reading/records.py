"""From a content folder to the register: every record read and of the right shape, or all problems at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Iterable, Mapping, Sequence

from generator.consequences.outlines import Dialogues, Outline, outline_of
from generator.keeping.processes import in_processes, nothing
from generator.keeping.stages import TellCount, uncounted
from generator.model import Dialogue, Register
from generator.reading.known_records import KnownRecords, by_shelf, ids_used_twice
from generator.reading.page_files import page_problems
from generator.reading.problems import Problem
from generator.reading.read_beside import read_beside, register_without_dialogues
from generator.reading.record_files import RecordFile, RecordFiles, document_paths, read_record_files
from generator.reading.record_reading import Read, ReadShelf, folder_of, read_file, read_shelf
from generator.reading.record_text import RecordText

FEW_FILES = 300
"""Fewer are read by one process before two would have begun."""


@dataclass(frozen=True)
class Reading:
    """A register as far as it could be read. ``texts`` are the files behind it: "register.yml", "agencies.yml",
    "rules/2023", "units/<district>", "dialogues/<id>", "submissions/<year>" or "reforms/<day>". ``register`` is None when what
    all records stand on is broken. ``known`` are the ids of dialogues that an earlier build has found sound as they are,
    ``asked`` those that every rule which looks at one dialogue at a time has been asked of already. ``content`` is the folder
    it was read from, where its documents are."""

    register: Register | None
    texts: Mapping[str, RecordText]
    problems: tuple[Problem, ...]
    files: tuple[RecordFile, ...] = ()
    known: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    content: Path | None = None


Ask = Callable[[Reading], Sequence[Problem]]
"""Asks rules of a reading that holds some dialogues only, beside the register's facts, rules and units."""


def read_records(
    content: Path, kept: KnownRecords | None = None, files_there: RecordFiles | None = None, ask: Ask | None = None,
    told: TellCount = uncounted, meanwhile: Callable[[], object] = nothing,
) -> Reading:
    """``kept`` are records that earlier builds have read and found sound; ``files_there`` those in ``content``, where they
    have been read already. What is read now is asked about in the process that reads it. ``told`` hears of shelves of
    dialogues. ``meanwhile`` is done in this process while another begins with them."""
    files, found = files_there or read_record_files(content)
    documents, document_problems = document_paths(content)
    beside = read_beside([file for file in files if folder_of(file) != "dialogues"], kept)
    register = register_without_dialogues(files, beside, found)
    outlines: dict[str, Outline] = {}
    known: dict[str, Read] = {}
    unread: list[RecordFile] = []
    twice = ids_used_twice(files)  # read anew, for the rules to be asked of each that has the id
    for shelf, own in by_shelf(files).items():
        as_kept = kept.outlines(shelf, own) if kept and twice.isdisjoint(file.name for file in own) else {}
        outlines.update(as_kept)
        for file in own if not as_kept else ():
            if kept and file.name not in twice and (record := kept.get(file)):
                known[file.path] = Read(record)
            else:
                unread.append(file)
    of_pages: list[Problem] = []

    def first() -> None:
        of_pages.extend(page_problems(content, kept))
        meanwhile()

    read_now, answers = _read_in_shelves(unread, kept, ask, register, told, first)
    reads = {**beside, **known, **read_now}
    problems = [*found, *document_problems, *of_pages, *answers]
    problems += [one for file in files if file.path in reads for one in reads[file.path].problems_of_text]
    taken: dict[str, Dialogue] = {}
    to_take: dict[str, RecordFile] = {}
    texts: dict[str, RecordText] = {}
    for file in files:
        read, text = reads.get(file.path), RecordText(file)
        key = file.path if "/" not in file.path else f"{folder_of(file)}/{file.name}"
        if read and not read.is_text:
            continue
        if key in texts:
            must = f"mã '{file.name}' đã dùng ở {texts[key].path}; mỗi cuộc đối thoại một mã, không bao giờ dùng lại"
            problems.append(text.problem((), "id-is-used-once", must))
            continue
        texts[key] = text
        if read is None:
            to_take[file.name] = file
            continue
        problems += read.problems
        if isinstance(read.record, Dialogue):
            taken[file.name] = read.record

    def take(id: str) -> Dialogue:
        if id not in taken:
            record = (kept and kept.get(to_take[id])) or read_file(to_take[id]).record
            assert isinstance(record, Dialogue), "what was found sound is sound"
            taken[id] = record
        return taken[id]

    every = {id: outlines[file.path] for id, file in to_take.items()} | {id: outline_of(one) for id, one in taken.items()}
    dialogues = Dialogues(dict(sorted(every.items())), take)
    documents -= _of_unread_records(documents, dialogues, problems)
    return Reading(
        register and replace(register, dialogues=dialogues, documents=documents), texts, tuple(problems), tuple(files),
        frozenset(file.name for file in files if file.path in known or file.path in outlines),
        frozenset(file.name for file in unread) if register and ask else frozenset(), content,
    )


def _read_in_shelves(
    files: Sequence[RecordFile], kept: KnownRecords | None, ask: Ask | None, register: Register | None, told: TellCount,
    first: Callable[[], object],
) -> tuple[dict[str, Read], list[Problem]]:
    """Of files of dialogues: what came of each, by path, and what the rules say, which are asked where there is a register."""
    def read_and_ask(own: Sequence[RecordFile]) -> tuple[ReadShelf, Sequence[Problem]]:
        shelf = read_shelf(own, kept is not None)
        return shelf, ask(_alone(own, dict(shelf.reads()), register)) if ask and register else ()

    own = by_shelf(files)
    if len(files) >= FEW_FILES:
        shelves = in_processes(read_and_ask, [*own.values()], told, first)
    else:
        first()
        shelves = list(map(read_and_ask, own.values()))
    if kept:
        kept.are_read((name, shelf.sound) for name, (shelf, _) in zip(own, shelves, strict=True))
    reads = {path: read for shelf, _ in shelves for path, read in shelf.reads()}
    return reads, [problem for _, answers in shelves for problem in answers]


def _alone(files: Iterable[RecordFile], reads: Mapping[str, Read], register: Register) -> Reading:
    """These dialogues beside the register's facts, rules and units."""
    found = {file.name: read.record for file in files if isinstance((read := reads[file.path]).record, Dialogue)}
    texts = {f"dialogues/{file.name}": RecordText(file) for file in files}
    return Reading(replace(register, dialogues=found, submissions={}, whole=register), texts, ())


def _of_unread_records(
    documents: frozenset[str], dialogues: Mapping[str, Dialogue], problems: list[Problem]
) -> frozenset[str]:
    """Documents that no record can name as long as theirs cannot be read."""
    unread = {
        problem.path.removeprefix("dialogues/").removesuffix(".yml") + "/" for problem in problems
        if problem.path.startswith("dialogues/")
    }
    if unread:
        unread -= {f"{dialogue.year}/{dialogue.id}/" for dialogue in dialogues.values()}
    return frozenset(document for document in documents if document.startswith(tuple(unread)))
