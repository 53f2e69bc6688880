"""A copy of the program's own folder."""

from __future__ import annotations

import subprocess

from generator.files.program_copy import copy_program


def test_what_the_repository_keeps_is_copied_whoever_owns_it(tmp_path, monkeypatch):
    root = tmp_path / "root"
    root.mkdir()
    for name in ("kept", "left out", "not kept"):
        (root / name).write_text(name, "utf-8")
    for arguments in (("init", "--quiet"), ("add", "kept", "left out")):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    copy_program(root, tmp_path / "copy", frozenset({"left out"}))
    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["kept"]
