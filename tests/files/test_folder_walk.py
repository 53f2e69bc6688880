"""Which files below a folder of the content folder are found, and in which order."""

from __future__ import annotations

from pathlib import Path

from generator.files.folder_walk import Found, walk
from tests.folders import fill


def test_files_are_found_by_their_names_whatever_the_order_of_the_folder(tmp_path: Path):
    fill(tmp_path, dict.fromkeys([f"dialogues/2023/{name}.yml" for name in "dbaec"] + ["dialogues/2022/z.yml"], ""))
    assert [found.path for found in walk(tmp_path, "dialogues")] == [
        "dialogues/2022/z.yml", *(f"dialogues/2023/{name}.yml" for name in "abcde"),
    ]


def test_what_is_hidden_or_put_there_by_windows_is_nobodys(tmp_path: Path):
    fill(tmp_path, dict.fromkeys(["pages/.a.md", "pages/.b/c.md", "pages/Thumbs.db", "pages/desktop.ini", "pages/d.md"], ""))
    assert [found.path for found in walk(tmp_path, "pages")] == ["pages/d.md"]


def test_a_folder_that_is_called_like_a_record_is_listed_and_not_entered(tmp_path: Path):
    fill(tmp_path, {"dialogues/2023/a.yml/b.yml": ""})
    assert list(walk(tmp_path, "dialogues")) == [Found("dialogues/2023/a.yml", leads_out=False, is_link_to_folder=False)]
