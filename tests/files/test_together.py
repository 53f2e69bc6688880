"""Files that come into a folder together: who can read them, and that none is half there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.files.together import put_together


@pytest.fixture
def private_umask():
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("private_umask")
def test_a_web_server_can_read_each_and_enter_the_folder_made_for_it(tmp_path: Path):
    put_together(tmp_path, {"phat-hanh/releases.jsonl": b"{}\n"})
    assert [oct(path.stat().st_mode & 0o777) for path in sorted(tmp_path.rglob("*"))] == ["0o755", "0o644"]


def test_where_one_cannot_be_written_all_is_left_as_it_was(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "no-folder").write_bytes(b"")
    with pytest.raises(OSError):
        put_together(tmp_path, {"a": b"new", "no-folder/b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old", "no-folder": b""}
