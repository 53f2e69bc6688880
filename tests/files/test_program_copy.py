"""A copy of the program's own folder."""

from __future__ import annotations

from generator.files.program_copy import copy_program
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
