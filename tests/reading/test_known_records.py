"""What an earlier build has found sound is taken out of what is kept when somebody asks for it, and not before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.consequences.outlines import Dialogues, outlined
from generator.keeping.store import Store
from generator.model import Register
from generator.model.record import Record
from generator.reading.known_records import KnownRecords
from generator.reading.record_files import read_record_files
from generator.reading.record_reading import folder_of
from generator.reading.records import read_records
from tests.folders import append_to, replace_in
from tests.places import GOLDEN

AS_OF, BEFORE = date(2023, 9, 15), date(2023, 9, 14)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    read(GOLDEN, tmp_path / "kept")
    return tmp_path / "kept"


def read(content: Path, folder: Path, day: date = AS_OF) -> Register:
    known = KnownRecords(Store(folder), b"program")
    reading = read_records(content, known)
    assert reading.register and not reading.problems
    known.keep(reading.files, reading.register.dialogues, day)
    return reading.register


def without_shelves(folder: Path) -> None:
    """As when nothing is kept but what all shelves are labelled with."""
    labels = max(folder.iterdir(), key=lambda path: b"Outline" in path.read_bytes())
    for path in folder.iterdir():
        if path != labels:
            path.write_bytes(b"damaged")


def test_records_and_their_outlines_are_the_same_as_from_nothing(kept):
    fresh, known = read_records(GOLDEN).register, read(GOLDEN, kept)
    assert fresh and isinstance(known.dialogues, Dialogues)
    assert outlined(known.dialogues).outlines == outlined(dict(fresh.dialogues)).outlines
    assert [*known.dialogues] == [*fresh.dialogues] and dict(known.dialogues) == dict(fresh.dialogues)


def test_no_record_is_taken_out_that_nobody_asks_for(kept, monkeypatch):
    asked: list[str] = []
    get = KnownRecords.get
    monkeypatch.setattr(KnownRecords, "get", lambda known, file: asked.append(file.name) or get(known, file))
    register = read(GOLDEN, kept)
    some = outlined(register.dialogues).some(["so-dau-dinh-ky", "ha-ly-dinh-ky"])
    assert asked == [] and len(some) == 2
    assert some["ha-ly-dinh-ky"].id == "ha-ly-dinh-ky" and asked == ["ha-ly-dinh-ky"]


def beside(content: Path, folder: Path, program: bytes = b"program") -> dict[str, Record | None]:
    known = KnownRecords(Store(folder), program)
    return {file.path: known.get_beside(file) for file in read_record_files(content).files if folder_of(file) != "dialogues"}


@pytest.fixture
def with_reports(content: Path) -> Path:
    """A register with files of each kind."""
    (content / "agencies.yml").write_text("fields:\n  dien: Điện\n", "utf-8")
    (content / "submissions").mkdir()
    (content / "submissions/2023.yml").write_text(
        "submissions:\n  - unit: hong-bang\n    report: registration\n    sent_on: 2023-02-21\n", "utf-8",
    )
    return content


def test_facts_rules_units_and_submissions_are_kept_as_they_were_read(with_reports, tmp_path):
    content = with_reports
    fresh = read(content, tmp_path / "kept")
    kept = beside(content, tmp_path / "kept")
    assert {"register.yml", "agencies.yml", "rules/2023.yml", "units/hong-bang.yml", "submissions/2023.yml"} <= kept.keys()
    assert None not in kept.values() and kept["rules/2023.yml"] == fresh.rules[2023] and kept["register.yml"] == fresh.facts
    assert {*beside(content, tmp_path / "kept", b"another program").values()} == {None}
    known = read(content, tmp_path / "kept")
    assert (known.facts, known.rules, known.units, known.submissions, known.agencies) == (
        fresh.facts, fresh.rules, fresh.units, fresh.submissions, fresh.agencies
    )


def test_facts_that_have_changed_are_read_again_and_what_is_wrong_is_told_each_time(with_reports, tmp_path):
    content = with_reports
    before = read(content, tmp_path / "kept")
    replace_in(content / "register.yml", f"name: {before.facts.name}", "name: Sổ khác")
    assert {path for path, record in beside(content, tmp_path / "kept").items() if record is None} == {"register.yml"}
    assert read(content, tmp_path / "kept").facts.name == "Sổ khác"
    append_to(content / "submissions/2023.yml", "wrong: x\n")
    for _ in range(2):
        reading = read_records(content, KnownRecords(Store(tmp_path / "kept"), b"program"))
        assert [problem.path for problem in reading.problems] == ["submissions/2023.yml"]


def test_a_record_whose_shelf_is_damaged_is_read_again_and_kept_again(kept):
    before = read(GOLDEN, kept).dialogues
    sizes = {path.name: path.stat().st_size for path in kept.iterdir()}
    without_shelves(kept)
    assert dict(read(GOLDEN, kept).dialogues) == dict(before)  # and so every shelf is found to be damaged
    read(GOLDEN, kept)
    assert {path.name: path.stat().st_size for path in kept.iterdir()} == sizes


def test_a_record_that_has_changed_is_another_beside_those_that_are_kept(content, tmp_path):
    before = read(content, tmp_path / "kept").dialogues
    append_to(content / "dialogues/2023/ha-ly-dinh-ky.yml", "note: Thêm một dòng\n")
    after = read(content, tmp_path / "kept").dialogues
    assert after["ha-ly-dinh-ky"].note == "Thêm một dòng"
    assert {id for id in before if before[id] != after[id]} == {"ha-ly-dinh-ky"}


def test_what_all_rules_have_passed_is_known_of_the_earliest_day_and_of_what_now_stands_beside_it(content, tmp_path):
    def passed(day: date) -> frozenset[str]:
        return KnownRecords(Store(tmp_path / "kept"), b"program").passed(read_records(content).files, day)

    every = {f"dialogues/{dialogue.year}/{id}.yml" for id, dialogue in read(content, tmp_path / "kept").dialogues.items()}
    assert (passed(BEFORE), passed(AS_OF)) == (frozenset(), every)
    read(content, tmp_path / "kept", BEFORE)
    assert passed(BEFORE) == every
    read(content, tmp_path / "kept")
    assert passed(BEFORE) == every
    append_to(content / "rules/2023.yml", "# another\n")
    assert passed(AS_OF) == frozenset()
    read(content, tmp_path / "kept")
    assert (passed(BEFORE), passed(AS_OF)) == (frozenset(), every)
    append_to(content / "dialogues/2023/ha-ly-dinh-ky.yml", "note: Thêm một dòng\n")
    assert passed(AS_OF) == every - {"dialogues/2023/ha-ly-dinh-ky.yml"}


def test_a_record_that_has_become_wrong_is_told_and_not_known(content, tmp_path):
    read(content, tmp_path / "kept")
    append_to(content / "dialogues/2023/ha-ly-dinh-ky.yml", "notes: Thêm một dòng\n")
    reading = read_records(content, KnownRecords(Store(tmp_path / "kept"), b"program"))
    assert [problem.path for problem in reading.problems] == ["dialogues/2023/ha-ly-dinh-ky.yml"]
    assert reading.known == {*reading.register.dialogues} - {"ha-ly-dinh-ky"}
