"""From a content folder to the register: every record read and of the right shape, or all problems at once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Mapping, Sequence

from pydantic import BaseModel, ValidationError

from generator.field_problems import RecordText, field_problems
from generator.model import Dialogue, Level, Register, RegisterFacts, Rules, SubmissionFile, Unit, UnitFile
from generator.problems import InvalidRegister, Problem
from generator.processes import in_processes, shares
from generator.known_records import KnownRecords
from generator.record_files import RecordFile, document_paths, read_record_file, read_record_files
from generator.yaml_text import read_yaml


FEW_FILES = 500
"""Which one process reads before two would have begun."""


@dataclass(frozen=True)
class Reading:
    """A register as far as it could be read. ``texts`` are the files behind it: "register.yml", "rules/2023",
    "units/<district>", "dialogues/<id>" or "submissions/<year>". ``register`` is None when what all records stand on is
    broken. ``known`` are the ids of dialogues that an earlier build has found sound as they are."""

    register: Register | None
    texts: Mapping[str, RecordText]
    problems: tuple[Problem, ...]
    files: tuple[RecordFile, ...] = ()
    known: frozenset[str] = frozenset()


def read_register(content: Path) -> Register:
    """The register, its rules between records not yet checked. Raises InvalidRegister."""
    reading = read_records(content)
    if reading.problems or reading.register is None:
        raise InvalidRegister(reading.problems)
    return reading.register


def read_records(content: Path, kept: KnownRecords | None = None) -> Reading:
    """``kept`` are records that earlier builds have read and found sound."""
    files, problems = read_record_files(content, kept.is_known if kept else lambda path, digest: False)
    documents, document_problems = document_paths(content)
    problems += document_problems
    facts: RegisterFacts | None = None
    rules: dict[int, Rules] = {}
    unit_files: list[UnitFile] = []
    dialogues: dict[str, Dialogue] = {}
    submissions: dict[int, SubmissionFile] = {}
    texts: dict[str, RecordText] = {}
    known: set[str] = set()
    read_now = _dialogues_read_now([file for file in files if file.path.startswith("dialogues/")], kept)
    for file in files:
        folder, name = file.path.split("/")[0], file.path.split("/")[-1].removesuffix(".yml")
        text = RecordText(file)
        key = file.path if folder == "register.yml" else f"{folder}/{name}"
        if folder == "dialogues" and key in texts:
            must = f"mã '{name}' đã dùng ở {texts[key].path}; mỗi cuộc đối thoại một mã, không bao giờ dùng lại"
            problems.append(text.problem((), "id-is-used-once", must))
            continue
        texts[key] = text
        if folder == "register.yml":
            facts = _record(text, RegisterFacts, {}, problems)
        elif folder == "rules" and (read := _record(text, Rules, {"year": name}, problems)):
            rules[read.year] = read
        elif folder == "units" and (read := _record(text, UnitFile, {"id": name}, problems)):
            unit_files.append(read)
        elif folder == "dialogues" and file.path in read_now:
            read, found = read_now[file.path]
            problems += found
            dialogues |= {read.id: read} if read else {}
        elif folder == "dialogues":
            read = kept.get(file)
            dialogues[read.id] = read
            known.add(read.id)
        elif folder == "submissions" and (read := _record(text, SubmissionFile, {"year": name}, problems)):
            submissions[read.year] = read
    sound = facts is not None and not any(problem.path.startswith(("rules/", "units/")) for problem in problems)
    units = _units(unit_files)
    documents -= _of_unread_records(documents, dialogues, problems)
    sent = {year: file.submissions for year, file in sorted(submissions.items())}
    register = Register(facts, rules, units, dict(sorted(dialogues.items())), documents, sent) if sound else None
    return Reading(register, texts, tuple(problems), tuple(files), frozenset(known))


def _dialogues_read_now(
    files: list[RecordFile], kept: KnownRecords | None
) -> dict[str, tuple[Dialogue | None, list[Problem]]]:
    """By its path, each dialogue that no earlier build has read as it is now, with what is wrong with it."""
    unread = [file for file in files if not (kept and kept.is_known(file.path, file.digest))]
    found = in_processes(_read_dialogues, shares(unread, FEW_FILES))
    return {file.path: read for file, read in zip(unread, chain.from_iterable(found))}


def _read_dialogues(files: Sequence[RecordFile]) -> list[tuple[Dialogue | None, list[Problem]]]:
    read = []
    for file in files:
        problems: list[Problem] = []
        _, year, name = file.path.split("/")
        place = {"id": name.removesuffix(".yml"), "year": year}
        read.append((_record(RecordText(file), Dialogue, place, problems), problems))
    return read


def read_dialogue(content: Path, path: Path) -> Dialogue:
    """One record, at ``path`` below the content folder, by itself. Raises InvalidRegister."""
    file, problems = read_record_file(content, path)
    place = {"id": path.stem, "year": path.parent.name}
    dialogue = _record(RecordText(file), Dialogue, place, problems) if file else None
    if problems or dialogue is None:
        raise InvalidRegister(problems)
    return dialogue


def _record(text: RecordText, model: type[BaseModel], place: dict[str, str], problems: list[Problem]) -> Any:
    tree, mistakes = read_yaml(text.text)
    problems += map(text.mistake, mistakes)
    if mistakes:
        return None
    if not isinstance(tree, dict):
        must = "tệp phải gồm các trường, mỗi trường một dòng 'tên: giá trị'"
        found = "tệp trống" if not tree else "một danh sách" if isinstance(tree, list) else tree
        problems.append(text.problem((), "record-is-fields", must, found=found))
        return None
    if written := tree.keys() & place.keys():
        for name in sorted(written):
            problems.append(text.problem(
                (name,), "place-is-not-a-field", "không ghi trong tệp: đã có ở tên tệp và thư mục", at_name=True
            ))
        return None
    try:
        return model.model_validate({**tree, **place})
    except ValidationError as error:
        problems += field_problems(text, model, error)
        return None


def _of_unread_records(
    documents: frozenset[str], dialogues: Mapping[str, Dialogue], problems: list[Problem]
) -> frozenset[str]:
    """Documents that no record can name as long as theirs cannot be read."""
    unread = {
        problem.path.removeprefix("dialogues/").removesuffix(".yml") + "/" for problem in problems
        if problem.path.startswith("dialogues/")
    }
    unread -= {f"{dialogue.year}/{dialogue.id}/" for dialogue in dialogues.values()}
    return frozenset(document for document in documents if document.startswith(tuple(unread)))


def _units(files: list[UnitFile]) -> dict[str, Unit]:
    """Units in administrative order, which is the order of the districts' codes and then of the file."""
    units: dict[str, Unit] = {}
    for file in sorted(files, key=lambda file: (file.code or "~", file.id)):
        units[file.id] = Unit(file.id, file.level, None, file)
        for commune in file.communes:
            id = f"{file.id}/{commune.id}"
            units.setdefault(id, Unit(id, Level.COMMUNE, file.id, commune))
    return units
