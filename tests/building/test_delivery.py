"""How files come into a new site: the same as before with its bytes and its time, or written, and never taken for another."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator.building.delivery import NOTHING, Delivered, DeliveredPart, Delivery
from generator.files.site_folder import Files, SiteFolder

PAGE = "lich/index.html"


class CoarseDisk(SiteFolder):
    """On which everything is written in one second."""

    def write(self, path: str, content: bytes, time: int | None = None):
        return super().write(path, content, 1_700_000_000_000_000_000 if time is None else time)


def delivered(files: Files) -> Delivered:
    return Delivered(b"", None, {}, files)


def put(text: str, new: SiteFolder, old: Path, before: Files) -> Files:
    """The page with this text, as one of the theme's."""
    delivery = Delivery(old, delivered(before), new, date(2023, 9, 15))
    return delivery.put_others([(PAGE, text.encode())])


@pytest.fixture
def old(tmp_path: Path) -> SiteFolder:
    (tmp_path / "old").mkdir()
    return SiteFolder(tmp_path / "old")


def now_in(folder: SiteFolder) -> tuple[str, int]:
    page = folder.folder / PAGE
    return page.read_text("utf-8"), page.stat().st_mtime_ns


def test_a_page_that_is_the_same_is_the_same_file(old: SiteFolder, tmp_path: Path):
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    new = SiteFolder(tmp_path / "new")
    assert put("ngày 15", new, old.folder, before) == before
    assert (new.folder / PAGE).samefile(old.folder / PAGE)


def test_without_links_a_page_that_is_the_same_keeps_its_time(old: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    monkeypatch.setattr(os, "link", refuse)
    new = SiteFolder(tmp_path / "new")
    assert put("ngày 15", new, old.folder, before) == before
    assert now_in(new) == now_in(old)


def test_a_page_of_the_same_length_is_another(old: SiteFolder, tmp_path: Path):
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    new = SiteFolder(tmp_path / "new")
    after = put("ngày 16", new, old.folder, before)
    assert now_in(new) == ("ngày 16", after[PAGE].time)
    assert now_in(old) == ("ngày 15", before[PAGE].time)


def test_what_another_process_has_written_meanwhile_is_not_taken_for_what_was_there(old: SiteFolder, tmp_path: Path):
    """It died before it could tell, and its work is done again."""
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    new = SiteFolder(tmp_path / "new", before)
    SiteFolder(new.folder).write(PAGE, "ngày 16".encode())
    after = put("ngày 16", new, old.folder, before)
    assert after != before and now_in(new) == ("ngày 16", after[PAGE].time)


def test_on_a_disk_that_tells_seconds_only_a_changed_page_still_has_another_time(tmp_path: Path):
    old, new = CoarseDisk(tmp_path / "old"), CoarseDisk(tmp_path / "new")
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    after = put("ngày 16", new, old.folder, before)
    assert after != before and now_in(new) == ("ngày 16", after[PAGE].time)


def test_a_copy_follows_what_is_written_over(old: SiteFolder, tmp_path: Path):
    before = put("ngày 15", old, tmp_path / "none", NOTHING.files)
    new = SiteFolder(tmp_path / "new", before, SiteFolder(tmp_path / "copy"))
    SiteFolder(new.folder).write(PAGE, "ngày 15".encode(), before[PAGE].time)
    put("ngày 16", new, old.folder, before)
    assert now_in(new.copy) == now_in(new)


def test_a_copy_that_cannot_be_made_costs_nothing_but_time(old: SiteFolder, tmp_path: Path):
    (tmp_path / "no-folder").write_text("x", "utf-8")
    new = SiteFolder(tmp_path / "new", copy=SiteFolder(tmp_path / "no-folder"))
    put("ngày 15", new, old.folder, NOTHING.files)
    assert now_in(new)[0] == "ngày 15"


def refuse(*paths: str) -> None:
    raise OSError("no links here")


@pytest.mark.parametrize("last, holds", [
    (None, [False, True, True, True, True]), (date(2023, 9, 20), [False, True, True, True, False]),
])
def test_a_part_holds_from_its_first_day_to_its_last_both_included(last: date | None, holds: list[bool]):
    part = DeliveredPart({}, (), date(2023, 9, 15), last)
    assert [part.holds_on(date(2023, 9, day)) for day in (14, 15, 16, 20, 21)] == holds
