"""Nothing that is kept outlives the program that made it, wherever in the program the change is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.keeping.fingerprints import folder_fingerprint, program_fingerprint

ROOT = Path(__file__).parents[2]
PROGRAM = """\
import json
from datetime import date
from pathlib import Path

from generator.building.build import publish
from generator.keeping import fingerprints
from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.store import Store

def keys(name):
    fingerprints._as_started.cache_clear()  # as for a program that is started anew
    kept = Path("kept") / name
    publication = publish(
        Path("content"), as_of=None, today=date(2030, 1, 1), templates=Path("site_templates"), store=Store(kept),
    )
    results = publication.site.kept
    parts = {part.name: part.key(publication.sources).hex() for part in publication.parts}
    return parts | {"results": results.key([]).hex(), "templates": CompiledTemplates.beside(Path("site_templates"), "pages").made_from.hex()} | {
        f"records {number}": path.name for number, path in enumerate(sorted(kept.iterdir())) if path.is_file()
    }

told = {"": keys("before")}
for room in sorted(Path("generator").iterdir()):
    for module in sorted(room.glob("*.py"))[-1:]:
        content = module.read_bytes()
        module.write_bytes(content[:-1] + b" ")
        told[room.name] = keys(room.name)
        module.write_bytes(content)
told["as before"] = keys("again")
print(json.dumps(told))
"""


def test_one_byte_in_any_room_of_the_program_changes_the_key_of_everything_that_is_kept(tmp_path: Path):
    for name, source in (("generator",) * 2, ("site_templates",) * 2, ("content", "tests/golden/content")):
        shutil.copytree(ROOT / source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, stdout=subprocess.PIPE, check=True)
    told = json.loads(ran.stdout)
    before, again = told.pop(""), told.pop("as before")
    assert told.keys() == {path.name for path in (ROOT / "generator").iterdir() if any(path.glob("*.py"))}
    assert again == before and any(name.startswith("records") for name in before) and len(before) > 20
    assert {room: before.items() & keys.items() for room, keys in told.items()} == {room: set() for room in told}


def test_another_version_of_a_library_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def with_library(version: str) -> bytes:
        (tmp_path / version / f"library-{version}.dist-info").mkdir(parents=True, exist_ok=True)
        monkeypatch.setattr(sys, "path", [str(tmp_path / version)])
        return program_fingerprint()

    assert with_library("1.0") == with_library("1.0") != with_library("1.1")


def test_another_python_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def with_python(version: str) -> bytes:
        monkeypatch.setattr(sys, "path", [str(tmp_path / version)])  # asked anew
        monkeypatch.setattr(sys, "version", version)
        return program_fingerprint()

    assert with_python("3.11.1") != with_python("3.11.2")


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A folder with two links to folders beside it."""
    for name in ("one", "other", "folder"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(name, "utf-8")
    for name in ("a", "b"):
        (tmp_path / "folder" / name).symlink_to("../one")
    return tmp_path / "folder"


def leads_to(link: Path, target: str) -> None:
    link.unlink()
    link.symlink_to(target)


@pytest.mark.parametrize("change", [
    lambda linked: (linked / "a/page.html").write_text("two", "utf-8"),
    lambda linked: (linked / "a/new.html").touch(),
    lambda linked: leads_to(linked / "b", "../other"),
    lambda linked: leads_to(linked / "b", "."),
    lambda linked: (linked / "b").unlink(),
])
def test_what_changes_behind_a_link_to_a_folder_and_where_it_leads_are_in_the_fingerprint(linked: Path, change):
    before = folder_fingerprint(linked)
    change(linked)
    assert folder_fingerprint(linked) != before


def test_a_link_to_the_folder_that_it_lies_in_is_followed_once(linked: Path):
    before = folder_fingerprint(linked)
    (linked / "c").symlink_to(".")
    (linked / "d").symlink_to("..")
    round_about = folder_fingerprint(linked)
    (linked.parent / "other/page.html").write_text("two", "utf-8")
    assert len({before, round_about, folder_fingerprint(linked)}) == 3


@pytest.mark.parametrize("link", ["folder/a", "folder/page.html"])
def test_what_lies_outside_is_not_read_where_no_link_may_lead_there_but_where_it_leads_counts(linked: Path, link: str):
    (linked / "page.html").unlink()
    (linked / "page.html").symlink_to("../one/page.html")
    before = folder_fingerprint(linked, links_out=False)
    (linked.parent / "one/page.html").write_text("two", "utf-8")
    assert folder_fingerprint(linked, links_out=False) == before
    leads_to(linked.parent / link, os.readlink(linked.parent / link).replace("one", "other"))
    assert folder_fingerprint(linked, links_out=False) != before


def test_what_lies_inside_is_read_behind_a_link_too(linked: Path):
    leads_to(linked / "a", "below")
    (linked / "below").mkdir()
    (linked / "page.html").unlink()
    (linked / "page.html").symlink_to("below/page.html")
    before = folder_fingerprint(linked, links_out=False)
    (linked / "below/page.html").write_text("two", "utf-8")
    assert folder_fingerprint(linked, links_out=False) != before
