"""The script that puts a release on a server, run as it is run there, and killed at any moment."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.releases.copies import FolderCopy
from generator.releases.sums import is_handed_out
from generator.releases.verifying import verify
from tests.folders import files_of
from tests.places import TEMPLATES
from tests.releases.sites import built, released

SCRIPT = TEMPLATES / "hosting" / "put_release.py"
SUMS = "phat-hanh/SHA256SUMS"
OWN_SUMS = "phat-hanh/releases.sha256"


def test_a_release_is_brought_by_a_folder_or_by_an_archive_and_unchanged_files_stay_the_same_files(tmp_path: Path):
    server = tmp_path / "server"
    put(a_release(tmp_path / "one", "cũ"), server)
    unchanged = (server / "site" / "khong-doi.html").stat().st_ino
    archive = subprocess.run(
        ["tar", "--create", "--directory", a_release(tmp_path / "two", "mới"), "."], stdout=subprocess.PIPE, check=True
    ).stdout
    subprocess.run([sys.executable, SCRIPT, "-", server], input=archive, check=True)
    assert versions_in(server / "site") == {"mới"}
    assert (server / "site" / "khong-doi.html").stat().st_ino == unchanged


def test_the_last_three_releases_stay(tmp_path: Path):
    for number in range(5):
        put(a_release(tmp_path / str(number), f"bản {number}"), tmp_path / "server")
    assert sorted(path.name for path in (tmp_path / "server" / "releases").iterdir()) == ["3", "4", "5"]
    assert versions_in(tmp_path / "server" / "site") == {"bản 4"}


def a_byte_is_another(site: Path) -> None:
    (site / "trang-1.html").write_text("mớj", "utf-8")


def a_file_is_lost(site: Path) -> None:
    (site / "trang-1.html").unlink()


def a_file_came_from_elsewhere(site: Path) -> None:
    (site / "la.html").write_text("lạ", "utf-8")


def the_sums_are_lost(site: Path) -> None:
    (site / SUMS).unlink()


def the_sums_of_releases_are_lost(site: Path) -> None:
    (site / OWN_SUMS).unlink()


def the_sums_are_others(site: Path) -> None:
    (site / SUMS).write_text((site / SUMS).read_text("utf-8").replace("khong-doi", "khong-đoi"), "utf-8")


def the_sums_are_none(site: Path) -> None:
    (site / OWN_SUMS).write_text("lạ\n", "utf-8")


def a_file_is_among_the_releases(site: Path) -> None:
    (site / "phat-hanh/la.html").write_text("lạ", "utf-8")


def a_link_leads_out(site: Path) -> None:
    (site / "la.html").symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    "damage", [
        a_byte_is_another, a_file_is_lost, a_file_came_from_elsewhere, the_sums_are_lost, the_sums_of_releases_are_lost,
        the_sums_are_others, the_sums_are_none, a_file_is_among_the_releases, a_link_leads_out,
    ],
)
def test_what_is_not_as_it_was_released_is_refused_and_the_old_site_stays(damage, tmp_path: Path):
    server = tmp_path / "server"
    put(a_release(tmp_path / "one", "cũ"), server)
    new = a_release(tmp_path / "two", "mới")
    damage(new)
    refused = subprocess.run([sys.executable, SCRIPT, new, server], stderr=subprocess.PIPE, text=True)
    assert refused.returncode == 1 and refused.stderr.startswith("put_release: ") and "Traceback" not in refused.stderr
    assert versions_in(server / "site") == {"cũ"}
    assert [path.name for path in (server / "releases").iterdir()] == ["1"]


def test_what_release_has_made_is_brought_and_verified(tmp_path: Path):
    site, server = built(tmp_path / "built"), tmp_path / "server"
    for name in (".nojekyll", ".dialogues-site"):
        (site / name).touch()
    released(site)
    put(site, server)
    assert files_of(server / "site") == files_of(site)
    verify(FolderCopy(server / "site"), whole=True)


def test_a_copy_may_lack_what_no_host_hands_out_as_verify_says_too(tmp_path: Path):
    site, server = built(tmp_path / "built"), tmp_path / "server"
    names = (".nojekyll", ".dialogues-site", "404.html", "_headers")
    for name in names:
        (site / name).touch()
    released(site)
    assert not any(is_handed_out(name) for name in names)
    for name in names:
        (site / name).unlink()
    put(site, server)
    verify(FolderCopy(server / "site"), whole=True)


def test_a_folder_that_was_handed_out_before_there_were_releases_becomes_one(tmp_path: Path):
    server = tmp_path / "server"
    a_release(server / "site", "cũ")
    put(a_release(tmp_path / "two", "mới"), server)
    assert (server / "site").is_symlink() and versions_in(server / "site") == {"mới"}
    assert versions_in(server / "releases" / "0") == {"cũ"}


@pytest.mark.slow
def test_killed_at_any_moment_under_readers_it_leaves_the_old_site_or_the_new_one(tmp_path: Path):
    moments = random.Random(7)
    server, releases = tmp_path / "server", {name: a_release(tmp_path / name, name) for name in ("cũ", "mới")}
    began = time.monotonic()
    put(releases["cũ"], server)
    whole = time.monotonic() - began
    seen: list[set[str]] = []
    killed = 0
    with readers(server / "site", seen):
        for turn in range(100):
            process = subprocess.Popen(
                [sys.executable, SCRIPT, releases["mới" if turn % 2 else "cũ"], server], stdout=subprocess.DEVNULL
            )
            time.sleep(moments.random() * whole)
            process.send_signal(signal.SIGKILL)
            was_at_work = process.wait() == -signal.SIGKILL
            killed += was_at_work
            whole *= 1.05 if was_at_work else 0.8  # the machine may be quicker or slower by now
            assert len(versions_in(server / "site")) == 1
            subprocess.run(["sha256sum", "--check", "--quiet", SUMS], cwd=server / "site", check=True)
    assert killed > 20 and len(seen) > 20 and all(len(versions) == 1 for versions in seen)


def put(site: Path, server: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, site, server], check=True, stdout=subprocess.DEVNULL)


def a_release(site: Path, version: str, pages: int = 60) -> Path:
    """Pages that all say which version they are of, and one that does not."""
    files = {f"trang-{number}.html": version for number in range(pages)} | {"khong-doi.html": "như cũ"}
    site.mkdir(parents=True)
    (site / "phat-hanh").mkdir()
    for name, text in files.items():
        (site / name).write_text(text, "utf-8")
    sums = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items()))
    (site / SUMS).write_text(sums, "utf-8")
    (site / OWN_SUMS).write_text(f"{hashlib.sha256(sums.encode()).hexdigest()}  {SUMS}\n", "utf-8")
    return site


def versions_in(site: Path) -> set[str]:
    """Read from one release, as the link leads there now."""
    folder = site.resolve()
    return {path.read_text("utf-8") for path in folder.glob("trang-*.html")}


@contextmanager
def readers(site: Path, seen: list[set[str]]) -> Iterator[None]:
    """Two that read the site over and over meanwhile."""
    stop = Event()

    def read() -> None:
        while not stop.is_set():
            try:
                if versions := versions_in(site):
                    seen.append(versions)
            except FileNotFoundError:  # an old release, gone while it was read
                continue

    threads = [Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
