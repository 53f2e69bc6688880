"""The sample register that is kept in ``content/`` is what its script writes, and it is a valid one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as some

from generator.checks import check
from generator.consequences.clocks import ClockState, Step, conclusion_clock
from generator.consequences.commitment_standing import CommitmentState, commitment_standing
from generator.consequences.states import Status
from generator.consequences.status import status_of
from generator.model import CountOf, Kind, Level, Mode, Precision
from generator.reading.records import read_records
from seed.registers import registers
from seed.yaml_writer import write_yaml
from tests.folders import fill
from tests.places import CONTENT, ROOT
from tests.read_register import read_register

MADE = ("register.yml", "agencies.yml", "rules", "units", "dialogues", "documents", "submissions")
AS_OF = date(2023, 9, 15)


def write_register(folder: Path, *arguments: str, hash_seed: str = "0") -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "America/New_York"}
    command = [sys.executable, "-m", "seed", "--out", str(folder), *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return files_in(folder)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in MADE for path in [folder / name, *(folder / name).rglob("*")] if path.is_file()
    }


@pytest.fixture(scope="module")
def register():
    return read_register(CONTENT)


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_content_is_what_the_script_writes(tmp_path, hash_seed):
    written = write_register(tmp_path / "content", hash_seed=hash_seed)

    assert written == files_in(CONTENT), "run: python -m seed --out FOLDER, and compare it with content/"


def test_the_samples_corrections_say_what_was_published(register):
    corrections = [one for dialogue in register.dialogues.values() for one in dialogue.corrections]
    assert len(corrections) > 5 and all(one.field for one in corrections)


def test_the_script_refuses_a_folder_that_holds_records(tmp_path):
    tmp_path.joinpath("content", "dialogues").mkdir(parents=True)

    with pytest.raises(subprocess.CalledProcessError):
        write_register(tmp_path / "content")


def test_ten_years_of_the_city_are_valid(tmp_path):
    write_register(tmp_path / "content", "--years", "10", "--dialogues", "300")

    assert list(check(read_records(tmp_path / "content"), AS_OF)) == []


@settings(max_examples=25)
@given(some.dates(date(2016, 1, 1), date(2035, 12, 31)), some.integers(0, 10**6), some.integers(1, 2))
@example(date(2023, 3, 31), 101, 1)
@example(date(2023, 1, 1), 101, 1)  # nothing is sent, held or even registered yet
@example(date(2024, 2, 29), 101, 2)
@example(date(2023, 12, 31), 101, 1)
def test_a_register_of_any_day_and_seed_is_valid(as_of, seed, years):
    with TemporaryDirectory() as folder:
        fill(Path(folder), registers("city", years, 80 * years, seed, as_of))

        assert list(check(read_records(Path(folder)), as_of)) == []


def test_the_script_writes_as_many_dialogues_as_it_is_asked_for(tmp_path):
    written = write_register(tmp_path / "content", "--years", "3", "--dialogues", "60")

    assert sum(path.startswith("dialogues/") for path in written) == 60


def test_the_nation_has_every_unit_of_the_list(tmp_path):
    write_register(tmp_path / "content", "--register", "nation", "--dialogues", "50")
    files = [path.read_text(encoding="utf-8") for path in (tmp_path / "content/units").iterdir()]

    assert (len(files), sum(text.count("\n  - id: ") for text in files)) == (705, 10_598)


@pytest.mark.parametrize("text", [
    "Đối thoại: nghe và trả lời", "# không phải lời giải thích", "kết thúc bằng:", 'có "ngoặc kép"', "- không là danh sách",
    "hai\n\ndòng", "một dòng dài hơn một trăm mười chữ cái " * 6 + "- hết", "08:00", "null", "số 3 # chú thích", "",
])
def test_a_text_is_read_back_as_it_was_written(text):
    written = write_yaml({"topic": text, "subjects": [text], "held": {"summary": text}}, "Ghi chú")

    assert yaml.load(written, yaml.BaseLoader) == {"topic": text, "subjects": [text], "held": {"summary": text}}


def test_the_sample_is_valid():
    assert list(check(read_records(CONTENT), AS_OF)) == []


def test_the_sample_has_the_units_of_2023(register):
    levels = Counter(unit.level for unit in register.units.values())

    assert levels == {Level.DISTRICT: 15, Level.COMMUNE: 217}


def test_each_district_has_dialogues(register):
    districts = {unit.split("/")[0] for unit in (dialogue.unit for dialogue in register.dialogues.values())}

    assert districts == {district.id for district in register.districts()}


@pytest.mark.parametrize("status", [status for status in Status if status != Status.DEMANDED])  # by a law of 2025
def test_the_sample_has_a_dialogue_of_each_status(register, status):
    assert any(status_of(dialogue, AS_OF) == status for dialogue in register.dialogues.values())


@pytest.mark.parametrize("kind", Kind)
def test_the_sample_has_a_dialogue_of_each_kind(register, kind):
    assert any(dialogue.kind == kind for dialogue in register.dialogues.values())


@pytest.mark.parametrize("mode", Mode)
def test_the_sample_has_a_dialogue_of_each_mode(register, mode):
    assert any(dialogue.mode == mode for dialogue in register.dialogues.values())


@pytest.mark.parametrize("state", ClockState)
def test_the_sample_has_a_conclusion_in_each_state(register, state):
    clocks = [conclusion_clock(register, dialogue, Step.SEND, AS_OF) for dialogue in register.dialogues.values()]

    assert any(clock.state == state for clock in clocks)


@pytest.mark.parametrize("state", CommitmentState)
def test_the_sample_has_a_commitment_in_each_state(register, state):
    rules = register.rules[2023]
    made = [commitment for dialogue in register.dialogues.values() for commitment in dialogue.commitments]

    assert any(commitment_standing(commitment, rules, AS_OF).state == state for commitment in made)


@pytest.mark.parametrize("precision", Precision)
def test_the_sample_has_attendance_of_each_precision(register, precision):
    assert any(count.precision == precision for count in attendances(register))


@pytest.mark.parametrize("of", CountOf)
def test_the_sample_counts_attendance_in_each_way(register, of):
    assert any(count.of == of for count in attendances(register))


def attendances(register):
    return [count for dialogue in register.dialogues.values() if dialogue.held for count in dialogue.held.attendance]
