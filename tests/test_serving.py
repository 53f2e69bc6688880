"""What `dialogues serve` notices of the folders that it watches."""

from __future__ import annotations

from pathlib import Path

from generator.serving import watched


def test_what_is_saved_while_something_else_is_done_is_told_after_it(tmp_path: Path):
    record = tmp_path / "content" / "a.yml"
    record.parent.mkdir()
    with watched([record.parent]) as saved:
        record.write_text("kind: periodic", "utf-8")
        assert next(saved) == {record.resolve()}
