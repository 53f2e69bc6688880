"""What is kept between builds is asked again when anything that it was made of has changed."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build

from generator.building import build
from generator.building.site_build import SPARE
from generator.keeping import kept_results, processes
from generator.keeping.fingerprints import program_fingerprint
from generator.keeping.store import Store
from generator.publications import search
from generator.publications.search_index import FoundPage, Indexer, Run, search_files
from generator.site.published import PublishedFile
from generator.site.site import Site
from tests.building.happenings import a_record_is_added, a_topic_is_rewritten
from tests.building.workshop import Workshop
from tests.folders import append_to, files_of
from tests.places import GOLDEN, ROOT, TEMPLATES

pytestmark = pytest.mark.slow

ONE_DIALOGUE = re.compile(r"doi-thoai/\d{4}/[^/]+/")


def test_a_cache_that_cannot_be_made_costs_nothing_but_time(workshop: Workshop):
    shutil.rmtree(workshop.site)
    shutil.rmtree(workshop.kept)
    workshop.kept.write_text("no folder", "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_what_is_kept_under_the_name_of_something_else_is_made_again(workshop: Workshop):
    files = [path for path in sorted(workshop.kept.rglob("*")) if path.is_file() and workshop.kept / SPARE not in path.parents]
    kept = [path.read_bytes() for path in files]
    for path, content in zip(files, [*kept[1:], kept[0]], strict=True):
        path.write_bytes(content)
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_cache_that_is_deleted_while_a_first_build_goes_on_costs_nothing_but_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    def build_and_delete(config: object) -> None:
        build_all(config)
        workshop.kept.rename(workshop.folder / "gone")  # all at once: another process is still writing into it

    build_all = mkdocs_build.build
    shutil.rmtree(workshop.site)
    shutil.rmtree(workshop.kept)
    with monkeypatch.context() as patched:
        patched.setattr(mkdocs_build, "build", build_and_delete)
        workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_change_of_one_record_indexes_only_the_run_that_it_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "RUN_LENGTH_OF_PRESENT", 3)
    monkeypatch.setattr(processes, "PROCESSES", 1)
    indexed: list[str] = []
    run = Indexer.run

    def noted(indexer: Indexer, documents: list[FoundPage]) -> Run:
        indexed.extend(document.address for document in documents if ONE_DIALOGUE.fullmatch(document.address))
        return run(indexer, documents)

    monkeypatch.setattr(Indexer, "run", noted)
    workshop = Workshop(tmp_path)
    workshop.build()
    assert len(indexed) == len(workshop.records())
    kept = set((workshop.kept / "search").iterdir())
    indexed.clear()
    a_topic_is_rewritten(workshop, random.Random(5))
    workshop.build()
    assert 0 < len(indexed) < len(workshop.records()) / 2
    assert len(kept) > 3 and len(kept - set((workshop.kept / "search").iterdir())) == 1
    assert files_of(workshop.site) == workshop.from_nothing()


def test_the_search_index_is_joined_again_only_for_a_change_that_brings_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(processes, "PROCESSES", 1)
    joined: list[int] = []
    monkeypatch.setattr(search, "search_files", lambda runs, **given: joined.append(len(runs)) or search_files(runs, **given))
    workshop = Workshop(tmp_path)
    workshop.build()
    assert len(joined) == 1
    append_to(workshop.content / "dialogues/2023/ha-ly-dinh-ky.yml", "note: Ghi chú, mà ô tìm không đọc\n")
    workshop.build()
    assert len(joined) == 1 and files_of(workshop.site) == workshop.from_nothing()
    joined.clear()
    a_topic_is_rewritten(workshop, random.Random(5))
    workshop.build()
    assert len(joined) == 1 and files_of(workshop.site) == workshop.from_nothing()


def test_two_builds_at_once_with_one_cache_are_both_right(workshop: Workshop, tmp_path: Path):
    others = [Workshop(tmp_path / name) for name in ("a", "b") if (tmp_path / name).mkdir() is None]
    for number, other in enumerate(others):
        a_record_is_added(other, random.Random(number))
    running = [
        subprocess.Popen([
            sys.executable, "-c", "from generator.__main__ import main; main()", "build", "--shell", "material", "--content",
            str(other.content), "--as-of", "2023-09-15", "--site", str(other.site), "--mkdocs", str(other.folder / "mkdocs.yml"),
            "--cache", str(workshop.kept),
        ], cwd=ROOT, stdout=subprocess.DEVNULL)
        for other in others
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert [files_of(other.site) == other.from_nothing() for other in others] == [True, True]


def test_another_version_of_a_library_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = program_fingerprint()
    (tmp_path / "jinja2-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert program_fingerprint() != before


def test_what_is_kept_of_runs_stays_when_a_part_asks_for_its_own(tmp_path: Path):
    site = build.publish(GOLDEN, as_of=None, today=date(2023, 9, 15), templates=TEMPLATES, store=Store(tmp_path)).site
    asked: list[list[str]] = []

    def ids(part: Site) -> list[str]:
        asked.append([*part.register.dialogues])
        return asked[-1]

    runs = site.kept_by_run("ids", ids)
    assert ([id for run in runs for id in run], asked) == ([*site.register.dialogues], runs)
    assert site.of_no_dialogue(site.today).kept_by_run("ids", ids) == [[]]
    assert (site.kept_by_run("ids", ids), len(asked)) == (runs, len(runs) + 1)


def test_however_few_dialogues_are_kept_together_what_is_joined_of_them_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The tables, the city's calendars of dialogues and of deadlines, and the archives of its changes."""
    joined = ("year ", "changes ", "generator.publications.feeds", "generator.publications.deadlines", "generator.publications.api")

    def files(store: Store | None) -> dict[str, bytes]:
        day = date(2023, 9, 15)
        parts = build.publish(GOLDEN, as_of=day, today=day, templates=TEMPLATES, store=store).parts
        made = [one for part in parts if part.name.startswith(joined) for one in part.make(day).published]
        return {one.address: one.content for one in made if isinstance(one, PublishedFile)}

    together = files(None)
    monkeypatch.setattr(kept_results, "RUN_LENGTH", 1)
    assert {"lich/thanh-pho.ics", "lich/thoi-han.ics", "api/v1/commitments-2023.csv"} <= together.keys()
    assert files(Store(tmp_path)) == together


def test_the_citys_calendars_are_right_on_each_day_of_a_month_with_events_that_were_written_once_in_it(tmp_path: Path):
    def calendars(day: date, store: Store | None) -> dict[str, bytes]:
        parts = build.publish(GOLDEN, as_of=day, today=day, templates=TEMPLATES, store=store).parts
        [city] = [part for part in parts if part.name == "generator.publications.feeds.publish_city"]
        return {file.address: file.content for file in city.make(day).published if isinstance(file, PublishedFile)}

    def written(store: Store) -> dict[str, int]:
        return {file.name: file.stat().st_ino for file in (store.folder / "events").iterdir()}

    store, days = Store(tmp_path), [date(2023, 9, 12), date(2023, 9, 13), date(2023, 9, 14), date(2023, 10, 1)]
    made = {day: (calendars(day, store), written(store)) for day in days}
    assert [found for found, _ in made.values()] == [calendars(day, None) for day in days]
    assert [made[day][0] == made[days[0]][0] for day in days] == [True, True, False, False]  # one is long past on the third
    assert [made[day][1] == made[days[0]][1] for day in days] == [True, True, True, False]


def test_tables_of_a_year_are_right_with_what_was_kept_of_them_on_other_days(tmp_path: Path):
    def tables(day: date, store: Store | None) -> dict[str, bytes]:
        parts = build.publish(GOLDEN, as_of=day, today=day, templates=TEMPLATES, store=store).parts
        files = [file for part in parts if part.name.startswith("year ") for file in part.make(day).published]
        return {file.address: file.content for file in files if isinstance(file, PublishedFile)}

    days = [date(2023, 9, 15), date(2023, 9, 16), date(2023, 11, 20), date(2023, 9, 15)]
    assert [tables(day, Store(tmp_path)) == tables(day, None) != {} for day in days] == [True] * 4
