"""What a file that is written in the place of another leaves alone, and that it is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.files.site_folder import SiteFolder, Written


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """As a site before this one has left it."""
    (tmp_path / "index.html").write_text("tính đến ngày 15", "utf-8")
    return tmp_path / "index.html"


def write(page: Path, text: str) -> None:
    SiteFolder(page.parent).write(page.name, text.encode())


def test_a_file_that_has_another_name_stays_as_it_is_there(page: Path, tmp_path: Path):
    os.link(page, tmp_path / "other.html")
    write(page, "ngày 16")
    assert [file.read_text("utf-8") for file in (page, tmp_path / "other.html")] == ["ngày 16", "tính đến ngày 15"]


def test_whoever_reads_a_file_while_it_is_replaced_reads_the_old_one_to_its_end(page: Path):
    with page.open("rb") as sent:
        write(page, "ngày 16")
        assert sent.read().decode() == "tính đến ngày 15"


def test_a_file_that_was_there_and_is_gone_is_made_anew(page: Path):
    known = SiteFolder(page.parent, {page.name: Written.of(page.stat())})
    page.unlink()
    known.write(page.name, "ngày 16".encode())
    assert page.read_text("utf-8") == "ngày 16"


@pytest.mark.parametrize("before, after", [("mau.pdf", "mau.pdf/a/index.html"), ("mau.pdf/a/index.html", "mau.pdf")])
def test_a_file_makes_way_for_a_folder_of_its_name_and_a_folder_for_a_file(tmp_path: Path, before: str, after: str):
    left = SiteFolder(tmp_path).write(before, "ngày 15".encode())
    known = SiteFolder(tmp_path, {before: left})
    known.write(after, "ngày 16".encode())
    known.keep_only([after])
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [after]
    assert (tmp_path / after).read_text("utf-8") == "ngày 16"


def test_what_two_processes_put_into_a_folder_stays_where_a_file_made_way_for_it(tmp_path: Path):
    left = {"van-ban.pdf": SiteFolder(tmp_path).write("van-ban.pdf", b"")}
    one, other = (SiteFolder(tmp_path, left) for _ in range(2))
    one.write("van-ban.pdf/a.html", b"a")
    other.write("van-ban.pdf/b.html", b"b")
    assert sorted(path.name for path in (tmp_path / "van-ban.pdf").iterdir()) == ["a.html", "b.html"]


def test_nothing_is_written_through_a_link(page: Path, tmp_path: Path):
    (tmp_path / "lich.html").symlink_to(page)
    write(tmp_path / "lich.html", "ngày 16")
    assert page.read_text("utf-8") == "tính đến ngày 15" and not (tmp_path / "lich.html").is_symlink()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_makes_way(tmp_path: Path, make):
    make(tmp_path / "index.html")
    write(tmp_path / "index.html", "ngày 16")
    assert (tmp_path / "index.html").read_text("utf-8") == "ngày 16"
