"""A program that keeps a copy of feeds, an event a file, gets every event of every feed from a real HTTP server."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Iterator

import pytest

from generator.publications import deadlines, feeds
from tests.builders import a_held_dialogue, a_site, published_by
from tests.calendars.lives import states
from tests.calendars.reading import calendar
from tests.folders import fill
from tests.releases.sites import Quiet, hosted

SETTINGS = """
[pair {name}]
a = "{name}_web"
b = "{name}_disk"
collections = null
[storage {name}_web]
type = "http"
url = "{url}"
[storage {name}_disk]
type = "filesystem"
path = "{folder}"
fileext = ".ics"
"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The address of a server, and all that it serves: the feeds of a register with a dialogue in each state."""
    site = a_site(*states().values(), a_held_dialogue("no-ket-luan", unit="hong-bang"), sample=True)
    published = {file.address: file.content for file in (*feeds.publish(site), *published_by(deadlines, site))}
    root = tmp_path / "site"
    fill(root, published)
    with hosted(partial(_Calendars, directory=str(root))) as address:
        yield address, published


class _Calendars(Quiet):
    extensions_map = {".ics": "text/calendar; charset=utf-8"}


def test_every_event_of_every_feed_is_synced(served, tmp_path: Path):
    root, published = served
    folders = {address: tmp_path / "copies" / str(number) for number, address in enumerate(published)}
    parts = [
        SETTINGS.format(name=f"feed{number}", url=root + address, folder=folder)
        for number, (address, folder) in enumerate(folders.items())
    ]
    settings = tmp_path / "settings"
    settings.write_text(f'[general]\nstatus_path = "{tmp_path / "status"}"\n{"".join(parts)}', "utf-8")
    for folder in folders.values():
        folder.mkdir(parents=True)
    for verb in ("discover", "sync"):
        done = subprocess.run(
            [sys.executable, "-m", "vdirsyncer", "--config", settings, verb], capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, done.stderr
    copied = {
        address: sorted(_links(path.read_bytes()) for path in folder.iterdir()) for address, folder in folders.items()
    }
    assert copied == {address: sorted([link] for link in _links(content)) for address, content in published.items()}
    assert sum(map(len, copied.values())) > 50


def _links(content: bytes) -> list[str]:
    """With its title, which tells events of one page apart; the program gives a copy another UID, that of its bytes."""
    return [f"{event['URL']} {event['SUMMARY']}" for event in calendar(content).walk("VEVENT")]
