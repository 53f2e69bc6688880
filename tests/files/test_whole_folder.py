"""A folder that appears whole or not at all: whose it must be to be replaced, and who can read it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.files.site_folder import SiteFolder, Written, clear_others, is_as_left, link_all
from generator.files.whole_folder import MARK, NotOurs, whole_folder


def modes_below(folder: Path) -> set[str]:
    return {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*")}


@pytest.fixture
def private_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_a_folder_that_only_github_pages_knows_as_a_site_is_left_as_it_is(tmp_path):
    for name in (".nojekyll", "index.html", "luan-van.docx"):
        (tmp_path / name).write_text("của người khác", "utf-8")
    with pytest.raises(NotOurs, match="không có gì bị xóa"), whole_folder(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".nojekyll", "index.html", "luan-van.docx"]


def test_a_folder_that_is_called_like_the_mark_is_no_mark(tmp_path):
    (tmp_path / MARK).mkdir()
    with pytest.raises(NotOurs), whole_folder(tmp_path):
        pass


def test_a_folder_of_before_the_mark_is_replaced_where_it_is_known_to_be_ours(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    with whole_folder(site, is_known=lambda: True) as new:
        (new / "lich.html").touch()
    assert sorted(path.name for path in site.iterdir()) == [MARK, "lich.html"]


def test_what_was_filled_once_is_filled_again(tmp_path):
    for name in ("a.html", "b.html"):
        with whole_folder(tmp_path / "site") as new:
            (new / name).touch()
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [MARK, "b.html"]


@pytest.mark.usefixtures("private_umask")
def test_a_web_server_can_read_every_file_and_enter_every_folder(tmp_path):
    with whole_folder(tmp_path / "www/site") as new:
        SiteFolder(new).write("index.html", b"x")
        SiteFolder(new).write("doi-thoai/2023/so-dau/index.html", b"x")
    assert modes_below(tmp_path) == {"0o755", "0o644"}


def left_by_an_earlier_build(folder: Path) -> dict[str, Written]:
    """Under a umask that kept it from everybody else."""
    (folder / "index.html").write_text("x", "utf-8")
    (folder / "index.html").chmod(0o600)
    return {"index.html": Written.of((folder / "index.html").stat())}


def test_a_file_that_nobody_else_can_read_is_not_as_it_should_be_left(tmp_path):
    left = left_by_an_earlier_build(tmp_path)
    assert not is_as_left(tmp_path, left, but="b/")
    assert clear_others(tmp_path, left) == {"index.html"}


def test_a_file_that_nobody_else_can_read_is_not_taken_over(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir(), new.mkdir()
    assert link_all(new, old, left_by_an_earlier_build(old)) == {"index.html"}
    assert list(new.iterdir()) == []


def test_a_folder_with_an_empty_folder_is_not_as_it_was_left(tmp_path):
    left = {"index.html": SiteFolder(tmp_path).write("index.html", b"x")}
    assert is_as_left(tmp_path, left, but=())
    (tmp_path / "lich").mkdir()
    assert not is_as_left(tmp_path, left, but=())


def test_a_site_that_a_killed_build_had_put_aside_gets_its_place_back(tmp_path):
    """Where a kernel cannot exchange two folders, a build may be killed while none has the site's name."""
    aside = tmp_path / ".site.dialogues-build-x" / "old"
    aside.mkdir(parents=True)
    (aside / MARK).touch()
    with pytest.raises(ValueError), whole_folder(tmp_path / "site"):
        raise ValueError("the next build fails too")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["site", f"site/{MARK}"]
