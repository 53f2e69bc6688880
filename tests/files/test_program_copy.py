"""A copy of the program's own folder."""

from __future__ import annotations

from generator.files.program_copy import copy_program
from tests.folders import files_of, fill
from tests.git import committed


def test_what_the_repository_keeps_is_copied_whoever_owns_it(tmp_path, monkeypatch):
    root = tmp_path / "root"
    root.mkdir()
    for name in ("kept", "left out", "not kept"):
        (root / name).write_text(name, "utf-8")
    committed(root, "kept", "left out")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    copy_program(root, tmp_path / "copy", frozenset({"left out"}))
    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["kept"]


def test_where_there_is_no_repository_all_is_copied_but_what_can_be_made_again(tmp_path):
    fill(tmp_path / "root", dict.fromkeys(["kept", "a.egg-info/PKG-INFO", ".venv/bin/python", "tests/__pycache__/a.pyc"], ""))
    copy_program(tmp_path / "root", tmp_path / "copy", frozenset())
    assert files_of(tmp_path / "copy") == {"kept": b""}
