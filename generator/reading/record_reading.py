"""One record file, or a shelf of them, read: of the right shape, or with every problem at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, Mapping, NamedTuple, Sequence, TypeVar

from pydantic import ValidationError

from generator.keeping.packed import Packed
from generator.model import AgencyList, Dialogue, ReformFile, RegisterFacts, Rules, SubmissionFile, UnitFile
from generator.model.record import Record
from generator.reading.conflict_marks import conflict_marks
from generator.reading.declared_fields import all_names, fields_of
from generator.reading.field_paths import FieldPath
from generator.reading.joined_entries import joined_entries
from generator.reading.known_records import Shelf
from generator.reading.left_empty import empty_groups, empty_held, meant_left_empty, unknown_left_empty
from generator.reading.problems import InvalidRegister, Problem
from generator.reading.record_files import RecordFile, read_record_file
from generator.reading.record_text import RecordText
from generator.reading.yaml_mistakes import GRAMMAR, Mistake
from generator.reading.yaml_text import read_yaml

MODELS: dict[str, type[Record]] = {
    "register.yml": RegisterFacts, "rules": Rules, "units": UnitFile, "dialogues": Dialogue, "submissions": SubmissionFile,
    "reforms": ReformFile,
    "agencies.yml": AgencyList,
}
"""What stands in the files of each folder, and in those that lie in none."""
_FIELDS_OF_ANOTHER = 3
"""As many fields tell a kind of record, where its own kind knows few of them."""

R = TypeVar("R", bound=Record)


class Read(NamedTuple):
    """``record`` is None where something is wrong with its fields, and ``is_text`` False where the file holds no text."""

    record: Record | None
    problems: Sequence[Problem] = ()
    problems_of_text: Sequence[Problem] = ()
    is_text: bool = True


class ReadShelf(NamedTuple):
    """Dialogues without a fault that are to be kept, and what came of all other files, by path."""

    sound: Packed[Shelf]
    others: Mapping[str, Read]

    def reads(self) -> Iterator[tuple[str, Read]]:
        yield from ((path, Read(dialogue)) for path, (_, dialogue) in self.sound.value.items())
        yield from self.others.items()


def read_shelf(files: Sequence[RecordFile], to_be_kept: bool) -> ReadShelf:
    sound, others = {}, {}
    for file in files:
        read = read_file(file)
        if to_be_kept and isinstance(read.record, Dialogue) and not read.problems and not read.problems_of_text:
            sound[file.path] = file.digest, read.record
        else:
            others[file.path] = read
    return ReadShelf(Packed.of(sound), others)


def read_file(file: RecordFile) -> Read:
    text, problems_of_text = file.decoded()
    problems: list[Problem] = []
    record = _record(file, text, MODELS[folder_of(file)], problems) if text is not None else None
    return Read(record, problems, problems_of_text, text is not None)


def read_dialogue(content: Path, path: Path) -> Dialogue:
    """One record, at ``path`` below the content folder, by itself. Raises InvalidRegister."""
    file, problems = read_record_file(content, path)
    dialogue = _record(file, file.text, Dialogue, problems) if file else None
    if problems or dialogue is None:
        raise InvalidRegister(problems)
    return dialogue


def folder_of(file: RecordFile) -> str:
    """One of ``MODELS``."""
    return file.path.partition("/")[0]


def _place(file: RecordFile) -> dict[str, str]:
    """What a file's place says of its record, and is not written in it."""
    match folder_of(file):
        case "units":
            return {"id": file.name}
        case "dialogues":
            return {"id": file.name, "year": file.path.split("/")[1]}
        case "rules" | "submissions":
            return {"year": file.name}
        case "reforms":
            return {"day": file.name}
    return {}


def _record(file: RecordFile, written: str, model: type[R], problems: list[Problem]) -> R | None:
    found: list[Problem] = []
    record = _judged(file, written, model, found)
    if found:
        from generator.reading.smallest_mend import by_smallest_mend  # which sound records never wait for

        told = by_smallest_mend(found, written, all_names(model), lambda mended, line: _is_sound(file, mended, model, line))
        problems += [RecordText(file).mistake(told)] if isinstance(told, Mistake) else told
    return record


def _is_sound(file: RecordFile, written: str, model: type[Record], field_on: int | None) -> bool:
    """Whether it is, and has a field or an entry on this line; tells nothing of what is wrong, for that takes longer."""
    tree, mistakes = read_yaml(written)
    if mistakes or not isinstance(tree, dict) or tree.keys() & _place(file).keys():
        return False
    try:
        model.model_validate({**tree, **_place(file)})
    except ValidationError:
        return False
    found: list[Problem] = []
    mended = RecordFile(file.path, written.encode(), b"")
    _judged(mended, written, model, found)
    return not found and (field_on is None or any(line == field_on + 1 for line, _ in RecordText(mended).places.values()))


def _judged(file: RecordFile, written: str, model: type[R], problems: list[Problem]) -> R | None:
    text, place = RecordText(file), _place(file)
    left_empty: list[FieldPath] = []
    tree, mistakes = read_yaml(written, left_empty=left_empty)
    if mistakes and mistakes[-1].rule == GRAMMAR:
        from generator.reading.slips import first_slip

        if (slip := first_slip(written, model)) and slip.line <= mistakes[-1].line:
            mistakes = [slip]
    mistakes = conflict_marks(written) or mistakes
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
    if folder := _folder_meant(tree, model):
        must = f"có vẻ là bản ghi của thư mục {folder}; hãy chuyển tệp vào đó, không để trong {folder_of(file)}"
        problems.append(text.problem((), "record-has-its-folder", must))
        return None
    joined = list(joined_entries(text, tree))
    problems += joined
    without_held = list(empty_held(text, tree)) if model is Dialogue else []
    problems += without_held
    if model is Dialogue:
        problems += empty_groups(text, tree, left_empty)
    if left_empty:
        problems += unknown_left_empty(text, model, left_empty)
    try:
        record = model.model_validate({**tree, **place})
        return record if not joined and not without_held else None
    except ValidationError as error:
        from generator.reading.field_problems import field_problems
        from generator.reading.slips import all_slips

        found = list(field_problems(text, model, error, meant_left_empty(model, left_empty)))
        told = {(problem.line, problem.column) for problem in joined}
        found = [problem for problem in found if (problem.line, problem.column) not in told]
        problems += _by_slips(found, text, list(all_slips(written, model, of_values=False)))
        return None


def _by_slips(found: list[Problem], text: RecordText, slips: list[Mistake]) -> Iterator[Problem]:
    """A slip instead of what follows from it on its line or, of a field that holds others, on the next."""
    lines = {problem.line for problem in found}
    told = {slip.line: slip for slip in reversed(slips) if {slip.line, slip.line + 1} & lines}
    yield from map(text.mistake, told.values())
    yield from (problem for problem in found if not {problem.line, problem.line - 1} & told.keys())


def _folder_meant(tree: Mapping[str, object], model: type[Record]) -> str | None:
    """Of a record whose fields are mostly those of another kind."""
    known = {folder: len(tree.keys() & fields_of(other).keys()) for folder, other in MODELS.items() if other is not model}
    folder = max(known, key=known.__getitem__)
    own = len(tree.keys() & fields_of(model).keys())
    if known[folder] < _FIELDS_OF_ANOTHER or known[folder] < 2 * own + 1:
        return None
    return "dialogues/<năm>/" if folder == "dialogues" else folder if "." in folder else f"{folder}/"
