"""What befalls a year beside the work of clerks: new versions of the program, hosts that fail, history replaced by force.

Each says what was not as it has to be, a line for each.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Callable, Iterator

from tests.comparing.edits import loaded
from tests.folders import write_yaml
from tests.places import GENERATOR
from tests.releases.city import City
from tests.releases.everyday import worked
from tests.releases.rewriting import a_record_is_deleted

Mishap = Callable[[City, Random], Iterator[str]]
NOBODY = "http://127.0.0.1:1/"


def _must_be_refused(city: City, by: str, what: str, **asked: object) -> Iterator[str]:
    """And then the host is as it was, and good."""
    answer = city.published(**asked)  # type: ignore[arg-type]
    if answer.by != "release" or by not in "\n".join(answer.lines):
        yield f"{what}: {answer}"
    if not city.is_verified():
        yield f"{what}: not verified after the refusal"


def _must_pass(city: City, what: str, **asked: object) -> Iterator[str]:
    answer = city.published(**asked)  # type: ignore[arg-type]
    if answer.by or answer.lines or not city.is_verified():
        yield f"{what}: {answer}"


def _reworded(city: City, file: str, old: str, new: str) -> None:
    """The templates of a version with other words in one of them."""
    folder = city.folder / "templates" / str(len(list(city.folder.glob("templates/*"))))
    shutil.copytree(city.templates, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")
    city.templates = folder


def a_version_says_it_in_other_words(city: City, chance: Random) -> Iterator[str]:
    _reworded(city, "pages/corrections.html", "Mọi đính chính", "Tất cả đính chính")
    yield from _must_pass(city, "other words")


def a_version_changes_events_under_old_stamps(city: City, chance: Random) -> Iterator[str]:
    was = city.templates
    _reworded(city, "words.yml", "Đối thoại", "Buổi đối thoại")
    yield from _must_be_refused(city, "DTSTAMP giữ nguyên", "old stamps")
    city.templates = was


def a_version_writes_other_uids(city: City, chance: Random) -> Iterator[str]:
    """Even where all stamps are raised, as is right where only the words of events change."""
    program = city.folder / "program"
    shutil.copytree(GENERATOR, program / "generator")
    events = program / "generator/calendars/calendar_events.py"
    text = events.read_text("utf-8")
    events.write_text(text.replace('f"{dialogue.id}@', 'f"{dialogue.year}-{dialogue.id}@'), "utf-8")
    assert events.read_text("utf-8") != text
    facts = city.content / "register.yml"
    write_yaml(facts, {**loaded(facts), "feeds_changed_on": city.day.isoformat()})
    shutil.rmtree(city.site, ignore_errors=True)
    asked = ("--content", city.content, "--as-of", str(city.day), "--templates", city.templates)
    subprocess.run([sys.executable, "-m", "generator", "write", city.site, *asked], cwd=program, check=True, capture_output=True)
    answer = city.released()
    if "UID đã công bố không còn trong lịch nào" not in "\n".join(answer.lines) or not answer.by:
        yield f"other UIDs: {answer}"
    city.back_to(city.commit)


def the_host_is_silent(city: City, chance: Random) -> Iterator[str]:
    list(worked(city, chance, 2))
    city.push()
    yield from _must_be_refused(city, "không xem được trang đang công bố", "a silent host", place=NOBODY)
    yield from _must_pass(city, "the host again")


def an_upload_breaks_off(city: City, chance: Random) -> Iterator[str]:
    """Released, but only some of its files came; the next day it is put there again by what is kept."""
    list(worked(city, chance, 2))
    city.push()
    city.built()
    answer = city.released()
    if answer.by or answer.lines:
        yield f"before the upload: {answer}"
    paths = sorted(path.relative_to(city.site) for path in city.site.rglob("*") if path.is_file())
    differing = [path for path in paths if _read(city.host / path) != _read(city.site / path)]
    for path in differing[: chance.randrange(1, len(differing))]:
        (city.host / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(city.site / path, city.host / path)
    if city.is_verified():
        yield "half an upload is verified"
    if city.published().by:
        yield from _must_pass(city, "half an upload", place="")
    if not city.is_verified():
        yield "not verified after the second upload"


def the_host_is_rolled_back(city: City, chance: Random) -> Iterator[str]:
    older = shutil.copytree(city.host, city.folder / "older")
    list(worked(city, chance, 2))
    city.push()
    yield from _must_pass(city, "before the host is rolled back")
    shutil.rmtree(city.host)
    older.rename(city.host)
    if city.is_verified():
        yield "a host that was rolled back is verified"
    yield from _must_pass(city, "a host that was rolled back")


def history_is_replaced_by_force(city: City, chance: Random) -> Iterator[str]:
    """The branch has another past, without the work of months and without an old record."""
    good = city.commit
    commits = city.git("rev-list", "HEAD").split()
    city.git("checkout", "--quiet", "--orphan", "forced", commits[len(commits) // 2])
    a_record_is_deleted(city, chance)
    city.push()
    city.git("branch", "--quiet", "--force", "main")
    yield from _must_be_refused(city, "Không được làm", "history replaced")
    city.git("checkout", "--quiet", "--force", "-B", "work", good)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


MISHAPS: tuple[Mishap, ...] = (
    a_version_says_it_in_other_words, the_host_is_silent, a_version_changes_events_under_old_stamps, an_upload_breaks_off,
    history_is_replaced_by_force, the_host_is_rolled_back, a_version_writes_other_uids,
)
