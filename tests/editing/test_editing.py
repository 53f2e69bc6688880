"""What a clerk tells with a command is added to the record, which otherwise stays as it is to the letter."""

from __future__ import annotations

import difflib
import os
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.record_changes import NotWritten, put_file
from generator.editing.yaml_additions import AlreadyWritten, with_added
from generator.reading.yaml_text import read_yaml
from tests.folders import files_of, replace_in
from tests.places import TEMPLATES
from tests.registers import dialogues, texts
from tests.run_command import run_on

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
IN_BRACKETS = ("postpone-in-brackets", "update-a-commitment")
IN_PLACE = ("correct-a-day",)
ID = "so-dau-viec-moi"
RECORD = f"dialogues/2023/{ID}.yml"
OTHER = "dialogues/2023/so-dau-dinh-ky.yml"


def run_case(case: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The record before and after the case's command."""
    monkeypatch.chdir(case)
    shutil.copy(case / "before.yml", content / RECORD)
    command, *arguments = shlex.split((case / "command.txt").read_text("utf-8"))
    result = run_on(content, command, ID, *arguments)
    assert result.exit_code == 0, result.output
    return (case / "before.yml").read_bytes().decode(), (content / RECORD).read_bytes().decode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_command_writes_what_a_clerk_would(case, content, monkeypatch, compare):
    _, after = run_case(case, content, monkeypatch)
    compare(case / "after.yml", after.encode())


@pytest.mark.parametrize("case", [case for case in CASES if case.name not in (*IN_BRACKETS, *IN_PLACE)], ids=lambda case: case.name)
def test_the_difference_is_added_lines_only(case, content, monkeypatch):
    before, after = run_case(case, content, monkeypatch)
    marks = {line[0] for line in difflib.ndiff(before.splitlines(), after.splitlines())}
    assert marks <= {" ", "+"} and "+" in marks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_record_keeps_its_line_ends_and_its_missing_last_one(case):
    before = (case / "before.yml").read_text("utf-8").rstrip("\n").replace("\n", "\r\n")
    after = with_added(before, {"corrections": [{"corrected_on": "2023-09-15", "text": "Sửa"}]}, lambda path: ("unit", "corrections"))
    assert "\n" not in after.replace("\r\n", "") and not after.endswith("\n")


def written_in_some_style(record: dict[str, Any], style: tuple[bool | None, int, int]) -> str:
    flow, indent, width = style
    return yaml.dump(record, Dumper=yaml.SafeDumper, default_flow_style=flow, indent=indent, width=width, allow_unicode=True, sort_keys=False)


STYLES = st.tuples(st.sampled_from((None, True, False)), st.integers(2, 6), st.sampled_from((20, 80, 10**6)))
ORDER = ("unit", "kind", "registration", "schedule", "held", "conclusion")


@settings(max_examples=60)
@given(dialogues(), STYLES, texts, st.sampled_from(("schedule", "note")))
def test_an_addition_is_one_piece_of_text_in_whatever_style_the_record_is_written(record, style, text, name):
    before = written_in_some_style(record, style)
    value = [{"announced_on": "2023-09-15", "reason": text}] if name == "schedule" else text
    after = with_added(before, {name: value}, lambda path: (*ORDER, "note"))
    assert any(after.startswith(before[:cut]) and after.endswith(before[cut:]) for cut in range(len(before) + 1))


@settings(max_examples=60)
@given(dialogues(), STYLES, texts)
def test_the_record_then_says_what_it_said_and_the_addition(record, style, text):
    before = written_in_some_style(record, style)
    entry = {"announced_on": "2023-09-15", "day": "2023-10-01", "start": "08:00", "reason": text}
    tree, mistakes = read_yaml(with_added(before, {"schedule": [entry]}, lambda path: ORDER))
    old, _ = read_yaml(before)
    assert (mistakes, tree) == ([], {**old, "schedule": [*(old.get("schedule") or []), entry]})


def test_what_is_written_is_not_written_over():
    with pytest.raises(AlreadyWritten):
        with_added("conclusion: {number: 15}\n", {"conclusion": {"number": "16"}}, lambda path: ("conclusion", "number"))


def test_text_that_looks_like_a_commented_field_is_not_one():
    text = "note: |\n  Ghi:\n\n  x\n# held:\nunit: a\n"
    assert with_added(text, {"held": {}}, lambda path: ("unit", "held")) == "note: |\n  Ghi:\n\n  x\nheld: {}\n# held:\nunit: a\n"


def test_a_tab_that_nobody_sees_is_read_as_the_check_reads_it():
    assert with_added("unit: a\t\nnote: b\n", {"held": {}}, lambda path: ("unit", "held", "note")) == "unit: a\t\nheld: {}\nnote: b\n"


class TestARefusal:
    def refused(self, content: Path, *arguments: str) -> tuple[Result, bool]:
        """With whether everything in the folder is as it was."""
        before = files_of(content)
        result = run_on(content, *arguments)
        return result, before == files_of(content)

    def test_leaves_the_record_as_it_was(self, content):
        result, unchanged = self.refused(content, "announce", "so-dau-dinh-ky", "--day", "2023-09-30")
        assert (result.exit_code, unchanged) == (1, True)

    def test_tells_the_problem_that_the_record_would_have(self, content):
        result, _ = self.refused(content, "announce", "so-dau-dinh-ky", "--day", "2023-09-30")
        assert "schedule[2].reason: phải có lý do của thay đổi" in result.stderr

    def test_tells_a_wrong_value_in_the_words_of_the_check(self, content):
        result, unchanged = self.refused(content, "hold", "so-dau-dinh-ky", "--day", "2023-09-14", "--attendance", "1.200")
        assert "có phải '1200'?" in result.stderr and unchanged

    @pytest.mark.parametrize("command", [
        ("announce", "--day", "2023-09-10", "--reason", "Bão", "--announced-on", "2023-08-30"),
        ("postpone", "--reason", "Bão"), ("cancel", "--reason", "Bão"),
    ])
    def test_of_another_schedule_for_a_meeting_that_was_held(self, content, command):
        result, unchanged = self.refused(content, command[0], "hong-bang-dinh-ky-1", *command[1:])
        assert "đã ghi là đã tổ chức" in result.stderr and "dialogues correct" in result.stderr and unchanged

    def test_of_a_meeting_as_announced_before_its_day(self, content):
        result, unchanged = self.refused(content, "hold", "so-dau-dinh-ky")
        assert "có lịch ngày 2023-09-22, chưa đến" in result.stderr and "--day" in result.stderr and unchanged

    def test_of_what_is_recorded_already(self, content):
        assert run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Bão").exit_code == 0
        result, unchanged = self.refused(content, "postpone", "so-dau-dinh-ky", "--reason", "Bão")
        assert "đã ghi việc này rồi" in result.stderr and unchanged

    def test_of_the_schedule_that_stands(self, content):
        same = ("--day", "2023-10-20", "--start", "08:00", "--end", "11:00", "--reason", "Trùng lịch họp")
        assert run_on(content, "announce", "so-dau-dinh-ky", *same).exit_code == 0
        result, unchanged = self.refused(content, "announce", "so-dau-dinh-ky", *same)
        assert "đã có đúng lịch này rồi" in result.stderr and unchanged

    def test_of_a_conclusion_before_the_meeting(self, content):
        result, unchanged = self.refused(content, "conclude", "so-dau-dinh-ky", "--number", "15-TB/ĐU")
        assert "[result-follows-a-meeting]" in result.stderr and unchanged

    def test_of_a_phone_number_of_a_citizen(self, content):
        result, unchanged = self.refused(
            content, "commit", "hong-bang-dinh-ky-1", "--text", "Gọi lại cho bà theo số 0912 345 678", "--agency", "UBND quận"
        )
        assert (result.exit_code, unchanged) == (1, True)

    def test_of_a_second_number_says_how_to_mend_the_first(self, content):
        result, unchanged = self.refused(content, "conclude", "hong-bang-dinh-ky-1", "--number", "16-TB/QU")
        assert "conclusion.number đã có giá trị" in result.stderr and "dialogues correct" in result.stderr and unchanged

    @pytest.mark.parametrize("field, value, said", [
        ("ngay", ("--now", "2023-09-23"), "không có trường 'ngay'"), ("schedule[3].day", ("--now", "2023-09-23"), "không có trường"),
        ("held.speaker", ("--now", "9"), "có phải 'held.speakers'?"), ("lượt phát biểu", ("--now", "9"), "có phải 'held.speakers'?"),
        ("presided_by", ("--now", "party"), "là một danh sách"), ("topic", ("--was", "Xây dựng đô thị văn minh"), "khác giá trị sau khi sửa"),
        ("schedule[1].day", ("--now", "2023-09-22"), "khác giá trị sau khi sửa"), ("schedule[1].day", ("--now", "23/9"), "phải là một ngày"),
        ("topic", ("--was", "Rác", "--now", "Đất"), "chỉ cho một trong hai"),
    ])
    def test_of_a_correction_that_corrects_nothing(self, content, field, value, said):
        result, unchanged = self.refused(content, "correct", "so-dau-dinh-ky", "--field", field, *value, "Ghi nhầm")
        assert said in result.stderr and unchanged

    def test_names_the_record_that_was_meant(self, content):
        result, _ = self.refused(content, "cancel", "so-dau-dinh-ki", "--reason", "x")
        assert result.stderr == "không có bản ghi 'so-dau-dinh-ki'; có phải 'so-dau-dinh-ky'?\n"

    def test_names_no_record_of_another_unit(self, content):
        result, _ = self.refused(content, "cancel", "hong-bang-dinh-ky-7", "--reason", "x")
        assert result.stderr == "không có bản ghi 'hong-bang-dinh-ky-7'; có phải 'hong-bang-dinh-ky-1'?\n"
        for record in content.rglob("bach-long-vi*.yml"):
            if record.parent.parent.name == "dialogues":
                record.unlink()
        result, _ = self.refused(content, "cancel", "bach-long-vi-dinh-ky-1", "--reason", "x")
        assert "; đơn vị ấy chưa có bản ghi nào, lập bản ghi: dialogues new bach-long-vi" in result.stderr

    def test_names_the_commitment_that_has_the_number_on_the_page(self, content):
        replace_in(content / "dialogues/2023/hong-bang-dinh-ky-1.yml", "  - id: 2\n", "  - id: den-duong\n")
        result, _ = self.refused(content, "update", "hong-bang-dinh-ky-1", "2", "--outcome", "kept", "--text", "Xong")
        assert "cam kết 2 trên trang có mã 'den-duong'" in result.stderr

    def test_names_the_commitments_there_are(self, content):
        result, _ = self.refused(content, "update", "hong-bang-dinh-ky-1", "9", "--outcome", "kept", "--text", "Xong")
        assert "các cam kết hiện có: 1, 2, 3, 4, 5, 6" in result.stderr

    def test_of_a_text_file_in_an_old_encoding(self, content, tmp_path):
        (tmp_path / "ket-luan.txt").write_bytes("Giao UBND phường".encode("utf-16"))
        result, unchanged = self.refused(content, "conclude", "thuong-ly-dinh-ky", "--text-file", str(tmp_path / "ket-luan.txt"))
        assert (result.exit_code, "UTF-8" in result.stderr, unchanged) == (1, True, True)

    def test_leaves_nothing_beside_the_folder(self, content, tmp_path):
        self.refused(content, "announce", "so-dau-dinh-ky", "--day", "2023-09-30")
        assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_no_other_file_is_touched(content):
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*.yml")}
    run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Bão")
    assert [path.name for path in before if path.stat().st_mtime_ns != before[path]] == ["so-dau-dinh-ky.yml"]


def test_a_file_that_others_may_write_stays_theirs(content):
    record = content / "dialogues/2023/so-dau-dinh-ky.yml"
    os.chmod(record, 0o664)
    run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Bão")
    assert record.stat().st_mode & 0o777 == 0o664


def test_what_two_clerks_write_at_once_is_kept_or_refused_aloud(content):
    shutil.copy(HERE / "cases" / "commit-one-more" / "before.yml", content / RECORD)
    command = [sys.executable, "-m", "generator", "commit", ID, "--agency", "UBND phường", "--content", content]
    clerks = [
        subprocess.Popen([*command, "--text", f"Việc {number}", "--templates", TEMPLATES], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    told = [(clerk.communicate()[1], clerk.returncode) for clerk in clerks]
    written = (content / RECORD).read_text("utf-8")
    for number, (why, code) in enumerate(told):
        assert (f"Việc {number}" in written) == (code == 0) and (code == 0 or "Chưa ghi gì" in why)
    assert 0 in [code for _, code in told]


def test_what_an_editor_saves_meanwhile_is_not_written_over(content):
    saved = (content / OTHER).read_bytes()
    with pytest.raises(NotWritten, match="vừa được người khác ghi"):
        put_file(content, OTHER, saved.decode() + "note: Ghi chú\n", date(2023, 9, 15), saved + b"# read before")
    assert (content / OTHER).read_bytes() == saved


def test_letters_typed_in_two_pieces_are_written_in_one(content):
    run_on(content, "postpone", "so-dau-dinh-ky", "--reason", "Ba\u0303o")
    assert "reason: Bão\n" in (content / "dialogues/2023/so-dau-dinh-ky.yml").read_text("utf-8")
