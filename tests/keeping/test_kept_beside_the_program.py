"""What follows from the program alone is made once for each version of it, and each time where nothing can be kept."""

from __future__ import annotations

from generator.keeping.kept_beside_the_program import kept_beside_the_program
from generator.keeping.store import Store


def test_it_is_made_once(tmp_path):
    kept_beside_the_program("schema", lambda: "first", tmp_path)
    assert kept_beside_the_program("schema", lambda: "second", tmp_path) == "first"


def test_what_was_made_of_other_contents_is_made_again(tmp_path):
    kept_beside_the_program("words", lambda: "first", tmp_path, [b"a", b"b"])
    assert kept_beside_the_program("words", lambda: "second", tmp_path, [b"a", b"b"]) == "first"
    assert kept_beside_the_program("words", lambda: "third", tmp_path, [b"ab", b""]) == "third"


def test_each_name_has_its_own(tmp_path):
    kept_beside_the_program("units", lambda: "of units", tmp_path)
    assert kept_beside_the_program("rules", lambda: "of rules", tmp_path) == "of rules"


def test_what_another_version_of_the_program_made_is_made_again_and_that_is_kept(tmp_path):
    Store(tmp_path / "__pycache__" / "made").put("schema", (b"another version", "old"))
    assert kept_beside_the_program("schema", lambda: "new", tmp_path) == "new"
    assert kept_beside_the_program("schema", lambda: "newer", tmp_path) == "new"


def test_what_is_damaged_is_made_again(tmp_path):
    kept_beside_the_program("schema", lambda: "first", tmp_path)
    (tmp_path / "__pycache__" / "made" / "schema").write_bytes(b"?")
    assert kept_beside_the_program("schema", lambda: "second", tmp_path) == "second"


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path):
    (tmp_path / "__pycache__").write_text("in the way")
    kept_beside_the_program("schema", lambda: "first", tmp_path)
    assert kept_beside_the_program("schema", lambda: "second", tmp_path) == "second"
