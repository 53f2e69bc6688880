"""From a content folder to the register: every record read and of the right shape, or all problems at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping, NamedTuple, Sequence

from pydantic import BaseModel, ValidationError

from generator.event_history import work_out
from generator.field_problems import RecordText, field_problems
from generator.model import Dialogue, Level, Register, RegisterFacts, Rules, SubmissionFile, Unit, UnitFile
from generator.problems import InvalidRegister, Problem
from generator.processes import in_shares
from generator.known_records import KnownRecords, Shelf, shelf_of
from generator.packed import Packed
from generator.record_files import RecordFile, RecordFiles, document_paths, read_record_file, read_record_files
from generator.yaml_text import read_yaml


FEW_FILES = 500
"""Which one process reads before two would have begun."""
_MODELS: dict[str, type[BaseModel]] = {
    "register.yml": RegisterFacts, "rules": Rules, "units": UnitFile, "dialogues": Dialogue, "submissions": SubmissionFile,
}


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


def read_records(content: Path, kept: KnownRecords | None = None, files_there: RecordFiles | None = None) -> Reading:
    """``kept`` are records that earlier builds have read and found sound; ``files_there`` those in ``content``, where they
    have been read already."""
    files, found = files_there or read_record_files(content)
    problems = [*found]
    kept_now = {file.path: record for file in files if kept and (record := kept.get(file))}
    unread = sorted((file for file in files if file.path not in kept_now), key=lambda file: shelf_of(file.path))
    shelves = in_shares(partial(_read_shelves, kept is not None), unread, FEW_FILES)
    read_now = {path: read for shelf in shelves for path, read in shelf.reads()}
    if kept:
        kept.have_come(shelf.sound for shelf in shelves)
    problems += [problem for file in files if file.path in read_now for problem in read_now[file.path].problems_of_text]
    documents, document_problems = document_paths(content)
    problems += document_problems
    records: dict[str, dict[str, Any]] = {folder: {} for folder in _MODELS}
    texts: dict[str, RecordText] = {}
    known: set[str] = set()
    for file in files:
        folder, name = _folder(file), file.name
        read = read_now.get(file.path) or _Read(kept_now[file.path])
        if not read.is_text:
            continue
        text = RecordText(file)
        key = file.path if folder == "register.yml" else f"{folder}/{name}"
        if folder == "dialogues" and key in texts:
            must = f"mã '{name}' đã dùng ở {texts[key].path}; mỗi cuộc đối thoại một mã, không bao giờ dùng lại"
            problems.append(text.problem((), "id-is-used-once", must))
            continue
        texts[key] = text
        problems += read.problems
        if read.record:
            records[folder][name] = read.record
        if file.path in kept_now:
            known.add(name)
    sound = not any(problem.path.startswith(("rules/", "units/")) for problem in problems)
    facts = records["register.yml"].get("register") if sound else None
    dialogues = dict(sorted(records["dialogues"].items()))
    rules = {read.year: read for read in records["rules"].values()}
    documents -= _of_unread_records(documents, dialogues, problems)
    sent = {file.year: file.submissions for _, file in sorted(records["submissions"].items())}
    units = _units(records["units"].values())
    register = Register(facts, rules, units, dialogues, documents, sent) if facts else None
    return Reading(register, texts, tuple(problems), tuple(files), frozenset(known))


class _Read(NamedTuple):
    """``record`` is None where something is wrong with its fields, and ``is_text`` False where the file holds no text."""

    record: Any
    problems: Sequence[Problem] = ()
    problems_of_text: Sequence[Problem] = ()
    is_text: bool = True


class _ReadShelf(NamedTuple):
    """Dialogues without a fault, and what came of all other files, by path."""

    sound: Packed[Shelf]
    others: Mapping[str, _Read]

    def reads(self) -> Iterator[tuple[str, _Read]]:
        yield from ((path, _Read(dialogue)) for path, (_, dialogue) in self.sound.value.items())
        yield from self.others.items()


def _read_shelves(to_be_kept: bool, files: Sequence[RecordFile]) -> list[_ReadShelf]:
    """``files`` stand by their shelves."""
    return [_read_shelf(to_be_kept, list(own)) for _, own in groupby(files, key=lambda file: shelf_of(file.path))]


def _read_shelf(to_be_kept: bool, files: Sequence[RecordFile]) -> _ReadShelf:
    sound, others = {}, {}
    for file in files:
        read = _read(file, to_be_kept)
        if isinstance(read.record, Dialogue) and not read.problems and not read.problems_of_text:
            sound[file.path] = file.digest, read.record
        else:
            others[file.path] = read
    return _ReadShelf(Packed(sound), others)


def _read(file: RecordFile, to_be_kept: bool) -> _Read:
    text, problems_of_text = file.decoded()
    problems: list[Problem] = []
    record = _record(file, text, _MODELS[_folder(file)], problems) if text is not None else None
    if to_be_kept and isinstance(record, Dialogue):
        work_out(record)
    return _Read(record, problems, problems_of_text, text is not None)


def _folder(file: RecordFile) -> str:
    return file.path.partition("/")[0]


def _place(file: RecordFile) -> dict[str, str]:
    """What a file's place says of its record, and is not written in it."""
    match _folder(file):
        case "units":
            return {"id": file.name}
        case "dialogues":
            return {"id": file.name, "year": file.path.split("/")[1]}
        case "rules" | "submissions":
            return {"year": file.name}
    return {}


def read_dialogue(content: Path, path: Path) -> Dialogue:
    """One record, at ``path`` below the content folder, by itself. Raises InvalidRegister."""
    file, problems = read_record_file(content, path)
    dialogue = _record(file, file.text, Dialogue, problems) if file else None
    if problems or dialogue is None:
        raise InvalidRegister(problems)
    return dialogue


def _record(file: RecordFile, written: str, model: type[BaseModel], problems: list[Problem]) -> Any:
    text, place = RecordText(file), _place(file)
    tree, mistakes = read_yaml(written)
    problems += map(text.mistake, mistakes)
    if mistakes:
        return None
    if not isinstance(tree, dict):
        must = "tệp phải gồm các trường, mỗi trường một dòng 'tên: giá trị'"
        found = "tệp trống" if not tree else "một danh sách" if isinstance(tree, list) else tree
        problems.append(text.problem((), "record-is-fields", must, found=found))
        return None
    if misplaced := tree.keys() & place.keys():
        for name in sorted(misplaced):
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


def _units(files: Iterable[UnitFile]) -> dict[str, Unit]:
    """Units in administrative order, which is the order of the districts' codes and then of the file."""
    units: dict[str, Unit] = {}
    for file in sorted(files, key=lambda file: (file.code or "~", file.id)):
        units[file.id] = Unit(file.id, file.level, None, file)
        for commune in file.communes:
            id = f"{file.id}/{commune.id}"
            units.setdefault(id, Unit(id, Level.COMMUNE, file.id, commune))
    return units
