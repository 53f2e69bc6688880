"""A site grows out of links to the one before it: in a spare folder where there is one, and whole in every case."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from generator.building.changed_addresses import changed_addresses
from generator.reading.problems import InvalidRegister
from tests.building.happenings import a_topic_is_rewritten, the_register_has_another_name
from tests.building.workshop import Workshop, inodes_of
from tests.folders import files_of

pytestmark = pytest.mark.slow


def test_a_build_that_fails_gives_back_the_spare_site_which_the_next_one_brings_up_to_date(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    spare = files_of(workshop.kept / "spare")
    record = next(iter(workshop.records()))
    sound = record.read_bytes()
    record.write_text("unit: nowhere\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    assert files_of(workshop.kept / "spare") == spare != {}
    record.write_bytes(sound)
    the_register_has_another_name(workshop, random.Random(1))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


@pytest.mark.parametrize("path", ["lich/index.html", "lich/thanh-pho.ics", "assets/stylesheets/register.css", "gioi-thieu/index.html", "sitemap.xml"])
def test_a_file_that_somebody_changed_without_a_trace_is_mended_by_a_build_in_doubt(workshop: Workshop, path: str):
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    file = next(iter(workshop.site.glob(path)))
    left, sound = file.stat(), file.read_bytes()
    file.write_bytes(sound[:-9] + b"x" + sound[-8:])
    os.utime(file, ns=(left.st_atime_ns, left.st_mtime_ns))
    trusting = workshop.build()
    assert trusting.before is trusting.after and file.read_bytes() != sound
    mended = workshop.build(in_doubt=True)
    assert changed_addresses(mended.before, mended.after) == [path.removesuffix("index.html")]
    for seed in (4, 5):
        assert files_of(workshop.site) == workshop.from_nothing()
        a_topic_is_rewritten(workshop, random.Random(seed))
        workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_no_empty_folder_stays(workshop: Workshop):
    for folder in (workshop.site, workshop.kept / "spare"):
        (folder / "doi-thoai" / "2023" / "khong-con" / "thong-bao").mkdir(parents=True)
    workshop.build()
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert not [path for path in workshop.site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_link_that_somebody_put_in_the_place_of_a_page_is_replaced(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    page = workshop.site / "lich" / "index.html"
    page.rename(page.with_name("real.html"))
    page.symlink_to(page.with_name("real.html"))
    a_topic_is_rewritten(workshop, random.Random(4))
    workshop.build()
    assert not page.is_symlink() and files_of(workshop.site) == workshop.from_nothing()


@pytest.mark.parametrize("as_link", [True, False])
def test_a_spare_that_is_no_folder_costs_nothing_but_time(workshop: Workshop, tmp_path: Path, as_link: bool):
    spare = workshop.kept / "spare"
    spare.rename(tmp_path / "bigger")
    spare.symlink_to(tmp_path / "bigger") if as_link else spare.write_text("x", "utf-8")
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert not workshop.site.is_symlink() and files_of(workshop.site) == workshop.from_nothing()


def test_a_first_build_leaves_a_copy_made_of_links_that_the_next_one_grows_in(workshop: Workshop):
    spare = workshop.kept / "spare"
    assert inodes_of(spare) == inodes_of(workshop.site) != {}
    a_topic_is_rewritten(workshop, random.Random(3))
    before = inodes_of(workshop.site)
    workshop.build()
    assert inodes_of(spare) == before
    assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
    assert files_of(workshop.site) == workshop.from_nothing()


def test_without_the_copy_the_next_site_grows_out_of_links_to_this_one(workshop: Workshop):
    shutil.rmtree(workshop.kept / "spare")
    before = inodes_of(workshop.site)
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_cache_alone_is_enough_for_a_quick_build_again_and_again(workshop: Workshop):
    for seed in (3, 4, 5):
        before = inodes_of(workshop.site)
        shutil.rmtree(workshop.site)
        a_topic_is_rewritten(workshop, random.Random(seed))
        workshop.build()
        assert inodes_of(workshop.kept / "spare") == inodes_of(workshop.site)
        assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
        assert files_of(workshop.site) == workshop.from_nothing()


def test_where_no_links_can_be_made_sites_are_built_all_the_same(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    def refuse(*given: object, **named: object) -> None:
        raise PermissionError("no links here")

    shutil.rmtree(workshop.kept)
    shutil.rmtree(workshop.site)
    monkeypatch.setattr(os, "link", refuse)
    for seed in (3, 4):
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()
        a_topic_is_rewritten(workshop, random.Random(seed))


def test_a_site_file_that_is_a_link_of_the_last_sites_is_never_written_through(workshop: Workshop):
    """Old and new share files by hard links: the old site must stay as it is when the new one differs."""
    old = workshop.folder / "old"
    shutil.copytree(workshop.site, old, copy_function=lambda source, target: Path(target).hardlink_to(source))
    before = files_of(old)
    the_register_has_another_name(workshop, random.Random(1))
    workshop.build()
    assert files_of(old) == before
