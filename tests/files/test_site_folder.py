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


def test_nothing_is_written_through_a_link(page: Path, tmp_path: Path):
    (tmp_path / "lich.html").symlink_to(page)
    write(tmp_path / "lich.html", "ngày 16")
    assert page.read_text("utf-8") == "tính đến ngày 15" and not (tmp_path / "lich.html").is_symlink()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_makes_way(tmp_path: Path, make):
    make(tmp_path / "index.html")
    write(tmp_path / "index.html", "ngày 16")
    assert (tmp_path / "index.html").read_text("utf-8") == "ngày 16"
