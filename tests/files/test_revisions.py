"""Whether a folder is as a commit has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files.revisions import commit_of, is_as_in
from tests.git import committed, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "a.yml").write_text("kind: periodic\n", "utf-8")
    committed(tmp_path)
    return tmp_path


def test_a_folder_is_as_in_the_commit_that_it_is_at(repository: Path):
    head = git(repository, "rev-parse", "HEAD").strip()
    assert (commit_of(repository, "."), is_as_in(head, repository, ".")) == (head, True)


@pytest.mark.parametrize("changed", ["a.yml", "b.yml"], ids=["edited", "new"])
def test_a_folder_with_a_file_that_is_edited_or_new_is_as_in_no_commit(repository: Path, changed: str):
    head = git(repository, "rev-parse", "HEAD").strip()
    (repository / changed).write_text("kind: thematic\n", "utf-8")
    assert (commit_of(repository, "."), is_as_in(head, repository, ".")) == (None, False)
