"""What becomes of two edits of one record, by the texts of both and by a real git."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.merging import merged
from tests.places import GOLDEN, ROOT

RECORD = """\
# Ghi theo biên bản
unit: hong-bang/so-dau
topic: Vệ sinh môi trường
conclusion:
  issued_on: 2023-08-20
  text: |
    1. Thu gom rác

    # không phải ghi chú
commitments:
  - id: "1"
    text: Đặt thùng rác   # ở đầu ngõ
    agency: UBND phường
  - id: "2"
    text: Lát vỉa hè
    agency: UBND phường

# note: điều cần nói thêm
"""
DRAIN = """\
  - id: "3"
    text: Nạo vét cống
    agency: UBND phường
"""
LAMP = """\
  - id: "3"
    text: Thay bóng đèn
    agency: Công ty điện lực
"""
END = "\n# note: điều"


def with_entry(entry: str) -> str:
    return RECORD.replace(END, entry + END)


def test_what_both_added_to_a_list_stays_and_the_second_gets_another_number():
    result = merged(RECORD, with_entry(DRAIN), with_entry(LAMP))
    assert result.text == with_entry(DRAIN + LAMP.replace('"3"', '"4"')) and not result.conflicts


def test_what_both_added_alike_is_there_once():
    assert merged(RECORD, with_entry(DRAIN), with_entry(DRAIN)).text == with_entry(DRAIN)


def test_two_fields_changed_by_two_are_both_changed():
    ours, theirs = RECORD.replace("môi trường", "đường phố"), RECORD.replace("Lát vỉa hè", "Lát lại vỉa hè")
    assert merged(RECORD, ours, theirs).text == ours.replace("Lát vỉa hè", "Lát lại vỉa hè")


def test_an_update_of_one_promise_and_a_new_one_do_not_meet():
    update = "    updates:\n      - {on: 2023-09-01, text: Đã lát xong, status: kept}\n"
    ours = RECORD.replace(END, update + END)
    result = merged(RECORD, ours, with_entry(LAMP))
    assert result.text == RECORD.replace(END, update + LAMP + END) and not result.conflicts


def test_a_field_that_is_new_in_theirs_stands_where_they_put_it():
    theirs = RECORD.replace("conclusion:\n", "mode: online\nconclusion:\n")
    assert merged(RECORD, with_entry(DRAIN), theirs).text == with_entry(DRAIN).replace(
        "conclusion:\n", "mode: online\nconclusion:\n"
    )


def test_one_field_changed_by_two_is_marked_and_nothing_else_is():
    ours, theirs = RECORD.replace("môi trường", "đường phố"), with_entry(LAMP).replace("môi trường", "chợ")
    result = merged(RECORD, ours, theirs)
    conflict = (
        "<<<<<<< bản đang có\ntopic: Vệ sinh đường phố\n=======\ntopic: Vệ sinh chợ\n>>>>>>> bản mới gộp vào\n"
    )
    assert result.conflicts == (conflict,)
    assert result.text == with_entry(LAMP).replace("topic: Vệ sinh môi trường\n", conflict)


def test_of_two_new_days_a_person_has_to_choose():
    base = "unit: a\nschedule:\n  - {announced_on: 2023-08-01, day: 2023-08-15}\n"
    one, other = (f"{base}  - {{announced_on: 2023-08-05, day: 2023-08-{day}}}\n" for day in (20, 25))
    assert len(merged(base, one, other).conflicts) == 1


def test_two_new_files_of_one_name_are_one_conflict():
    result = merged("", "unit: a\ntopic: x\n", "unit: a\ntopic: y\n")
    assert len(result.conflicts) == 1 and result.text == result.conflicts[0]


def test_a_text_that_is_no_yaml_is_one_conflict():
    result = merged(RECORD, "unit: [\n", with_entry(LAMP))
    assert result.conflicts == (result.text,)


def test_a_line_of_a_text_is_no_comment():
    ours = RECORD.replace("    # không phải ghi chú\n", "    # không phải ghi chú\n    # cũng không\n")
    assert merged(RECORD, ours, with_entry(LAMP)).text == ours.replace(END, LAMP + END)


def numbered(texts: list[str]) -> list[str]:
    return [f'  - id: "{number}"\n    text: {text}\n    agency: UBND phường\n' for number, text in enumerate(texts, 3)]


entries = st.lists(st.sampled_from(["Nạo vét cống", "Thay bóng đèn", "Sơn vạch đường", "Trồng cây"]), max_size=3, unique=True)


@given(entries.map(numbered), entries.map(numbered))
def test_whatever_both_added_is_there_and_no_id_is_there_twice(ours: list[str], theirs: list[str]):
    result = merged(RECORD, with_entry("".join(ours)), with_entry("".join(theirs)))
    texts = [line for line in result.text.splitlines() if line.startswith("    text:")]
    ids = [line for line in result.text.splitlines() if "id:" in line]
    assert not result.conflicts and len(set(ids)) == len(ids) == len(texts) == 2 + len({*ours, *theirs})
    assert {line for entry in (*ours, *theirs) for line in entry.splitlines() if line.startswith("    text:")} <= set(texts)


@given(st.sampled_from(["môi trường", "Lát vỉa hè", "Thu gom rác", "UBND phường"]), entries.map(numbered))
def test_who_did_nothing_changes_nothing(word: str, new: list[str]):
    edited = with_entry("".join(new)).replace(word, "khác")
    assert merged(RECORD, edited, RECORD).text == merged(RECORD, RECORD, edited).text == edited


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The golden register in a repository set up as `make` sets one up."""
    shutil.copytree(GOLDEN, tmp_path / "content")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    (tmp_path / "content/submissions").mkdir()
    (tmp_path / "content/submissions/2023.yml").write_text(
        "submissions:\n  - {unit: hong-bang, report: registration, sent_on: 2023-02-20}\n", "utf-8"
    )
    driver = f'PYTHONPATH="{ROOT}" "{sys.executable}" -m generator merge %O %A %B %P'
    for words in (
        ["init", "-q", "-b", "main"], ["config", "user.name", "Cán bộ"], ["config", "user.email", "can.bo@example.vn"],
        ["config", "merge.dialogues.driver", driver], ["add", "."], ["commit", "-qm", "Sổ"],
    ):
        git(tmp_path, *words)
    return tmp_path


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], cwd=folder, text=True, capture_output=True)


def test_two_reports_received_on_two_branches_are_both_there(repository: Path):
    path = repository / "content/submissions/2023.yml"
    before = path.read_text("utf-8")
    entries = [f"  - {{unit: hong-bang, report: quarter-{quarter}, sent_on: 2023-09-0{quarter}}}\n" for quarter in (1, 2)]
    git(repository, "switch", "-qc", "one")
    path.write_text(before + entries[0], "utf-8")
    git(repository, "commit", "-qam", "một")
    git(repository, "switch", "-q", "main")
    path.write_text(before + entries[1], "utf-8")
    git(repository, "commit", "-qam", "hai")
    assert git(repository, "merge", "one", "-m", "gộp").returncode == 0
    assert path.read_text("utf-8") == before + entries[1] + entries[0]


def test_a_conflict_is_told_with_what_to_do_and_git_waits(repository: Path):
    path = next((repository / "content/dialogues").glob("*/*.yml"))
    before = path.read_text("utf-8")
    for branch, topic in (("one", "Chợ"), ("main", "Đường")):
        git(repository, "switch", "-q", *(["-c", branch] if branch == "one" else [branch]))
        path.write_text("".join(
            f"topic: {topic}\n" if line.startswith("topic:") else line for line in before.splitlines(keepends=True)
        ), "utf-8")
        git(repository, "commit", "-qam", branch)
    result = git(repository, "merge", "one", "-m", "gộp")
    assert result.returncode == 1 and "dialogues check" in result.stderr
    assert "<<<<<<< bản đang có\ntopic: Đường\n=======\ntopic: Chợ\n>>>>>>> bản mới gộp vào\n" in path.read_text("utf-8")
