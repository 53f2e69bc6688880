"""A build that is refused, interrupted or disturbed leaves a whole site, and hurts no later one."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands import build as mkdocs_build

from generator.building import build
from generator.building.site_build import build_whole_site
from generator.checks import check
from generator.files import whole_folder as whole_folder_module
from generator.files.whole_folder import whole_folder
from generator.keeping.store import Store
from generator.reading.problems import InvalidRegister, Problem
from tests.builders import TODAY
from tests.building.happenings import a_rule_changes, a_topic_is_rewritten, the_theme_changes
from tests.building.workshop import Workshop
from tests.folders import files_of
from tests.places import ROOT

pytestmark = pytest.mark.slow


def test_a_change_that_is_refused_leaves_the_site_and_what_is_kept(workshop: Workshop):
    before = files_of(workshop.folder)
    record = workshop.records()[0]
    sound = record.read_bytes()
    record.write_text("unit: khong-co\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    record.write_bytes(sound)
    assert files_of(workshop.folder) == before


def test_a_build_that_was_interrupted_hurts_no_later_one(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    a_topic_is_rewritten(workshop, random.Random(3))
    the_theme_changes(workshop, random.Random(3))  # so that MkDocs is asked
    with monkeypatch.context() as patched:
        patched.setattr(mkdocs_build, "build", lambda config: sys.exit("stopped"))
        with pytest.raises(SystemExit):
            workshop.build()
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_folder_beside_the_site_that_no_build_made_stays_there(workshop: Workshop):
    others = [workshop.site.parent / f".{workshop.site.name}{name}" for name in ("-backup", ".dialogues-build-old")]
    for other in others:
        (other / "deep").mkdir(parents=True)
        (other / "deep" / "precious").write_text("x", "utf-8")
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert all((other / "deep" / "precious").exists() for other in others)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_swap_that_is_broken_off_leaves_a_site(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, can_exchange: bool):
    old, rename, done = files_of(workshop.site), Path.rename, []

    def broken_off(self: Path, target: Path) -> Path:
        done.append(rename(self, target))
        if Path(target).name == "old":
            raise KeyboardInterrupt
        return done[-1]

    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        if not can_exchange:
            patched.setattr(whole_folder_module, "_exchanged", lambda one, other: False)
        patched.setattr(Path, "rename", broken_off)
        with pytest.raises(KeyboardInterrupt):
            workshop.build()
    left = files_of(workshop.site)
    workshop.build()
    assert left in (old, workshop.from_nothing()) and files_of(workshop.site) == workshop.from_nothing()


def test_a_build_gives_back_the_site_that_one_that_was_killed_had_put_aside(workshop: Workshop):
    old = files_of(workshop.site)
    left = workshop.site.parent / f".{workshop.site.name}.dialogues-build-killed"
    left.mkdir()
    workshop.site.rename(left / "old")
    record = next(iter(workshop.records()))
    sound = record.read_bytes()
    record.write_text("unit: nowhere\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    assert (files_of(workshop.site), left.exists()) == (old, False)
    record.write_bytes(sound)


def test_nobody_ever_finds_no_site(workshop: Workshop):
    program = f"""if True:
        import os
        missed = 0
        while not os.path.exists({str(workshop.site.parent / "stop")!r}):
            missed += not os.path.exists({str(workshop.site / "index.html")!r})
        print(missed)
    """
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as reader:
        for seed in (3, 4, 5):
            a_topic_is_rewritten(workshop, random.Random(seed))
            workshop.build()
        (workshop.site.parent / "stop").touch()
        assert reader.communicate(timeout=60)[0] == b"0\n"


@pytest.mark.parametrize("name, old, new", [
    ("content/pages/gioi-thieu.md", r"\Z", "\nĐang sửa dở\n"), ("site_templates/pages/dialogue.html", r"\Z", "\nĐang sửa dở\n"),
    ("site_templates/words.yml", "Đã tổ chức", "Đang sửa dở"),
])
def test_what_is_saved_while_a_build_runs_and_then_undone_is_not_kept(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
):
    path, build = workshop.folder / name, mkdocs_build.build
    before = path.read_text("utf-8")
    others = [workshop.kept / "nobody's.txt", workshop.kept / "folder" / "nobody's.txt"]
    for other in others:
        other.parent.mkdir(exist_ok=True)
        other.touch()
    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        def saved_meanwhile(config: object) -> None:
            workshop.edit(name, old, new)
            build(config)
        patched.setattr(mkdocs_build, "build", saved_meanwhile)
        workshop.build()
    path.write_text(before, "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing() and all(other.exists() for other in others)


@pytest.mark.parametrize("ends", ["os.kill(os.getpid(), signal.SIGKILL)", "sys.exit()"])
def test_nor_is_it_where_the_build_is_broken_off(workshop: Workshop, ends: str):
    """Before it looks for what was saved meanwhile."""
    path = workshop.folder / "site_templates/theme/partials/page_day.html"
    the_theme_changes(workshop, random.Random(3))  # so that MkDocs is asked
    before = path.read_text("utf-8")
    subprocess.run([sys.executable, "-c", f"""if True:
        import os, signal, sys
        from pathlib import Path
        from mkdocs.commands import build
        from generator.files.site_folder import SiteFolder
        from tests.building.workshop import Workshop
        workshop, whole = Workshop(Path({str(workshop.folder)!r})), build.build
        def saved_meanwhile(config):
            workshop.edit({str(path)!r}, r"\\Z", "Đang sửa dở")
            whole(config)
        def broken_off(*given):
            {ends}
        build.build, SiteFolder.keep_only = saved_meanwhile, broken_off
        workshop.build()
    """], cwd=ROOT)
    assert "Đang sửa dở" in path.read_text("utf-8")
    path.write_text(before, "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_page_that_is_saved_while_rules_are_built_anew_and_then_undone_is_not_kept(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    path, build = workshop.content / "pages/gioi-thieu.md", mkdocs_build.build
    before = path.read_text("utf-8")
    a_rule_changes(workshop, random.Random(9))
    with monkeypatch.context() as patched:
        def saved_meanwhile(config: object) -> None:
            workshop.edit("content/pages/gioi-thieu.md", r"\Z", "\nĐang sửa dở\n")
            build(config)
        patched.setattr(mkdocs_build, "build", saved_meanwhile)
        workshop.build()
    path.write_text(before, "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_rule_that_is_saved_while_a_build_goes_on_is_in_the_next_one(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    def meanwhile(*given: Any, **named: Any) -> Iterator[Problem]:
        a_rule_changes(workshop, random.Random(9))
        return check(*given, **named)

    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        patched.setattr(build, "check", meanwhile)
        workshop.build()
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_build_that_fails_makes_no_folder(workshop: Workshop):
    workshop.edit("content/rules/2023.yml", r"send_within_days: \d+", "send_within_days: mười")
    site = workshop.folder / "a/b/site"
    with pytest.raises(InvalidRegister):
        build_whole_site(workshop.theme, workshop.content, workshop.as_of, site, TODAY, store=Store(workshop.kept))
    assert not (workshop.folder / "a").exists()


def test_what_a_killed_build_has_left_goes_with_the_next_and_what_one_at_work_holds_stays(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    names = {path.name for path in workshop.folder.iterdir()}
    killed = subprocess.Popen([sys.executable, "-c", f"""if True:
        import os, signal
        from pathlib import Path
        from generator.files.whole_folder import whole_folder
        with whole_folder(Path({str(workshop.site)!r}), Path({str(workshop.kept / "spare")!r})):
            os.kill(os.getpid(), signal.SIGKILL)
    """], cwd=ROOT)
    assert killed.wait() == -9
    assert len({path.name for path in workshop.folder.iterdir()} - names) == 1
    with whole_folder(workshop.site) as at_work:
        workshop.build()
        assert at_work.is_dir()
        shutil.copytree(workshop.site, at_work, dirs_exist_ok=True)
    assert {path.name for path in workshop.folder.iterdir()} == names
    assert files_of(workshop.site) == workshop.from_nothing()
