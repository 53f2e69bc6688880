"""The calendars alone, of records that are read already and as two processes make them: every event serialised once; then
all feeds joined from them and written; and the staff's calendars of deadlines. Beside them the bytes of the feeds, written
from memory by one process, which is as fast at that as two are."""

from __future__ import annotations

import gc
import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Callable, NamedTuple, Sequence

from generator.building.build import read_site
from generator.building.parts import Part, parts_of
from generator.calendars.calendar_events import calendar_event
from generator.files.site_folder import SiteFolder
from generator.keeping.observed_day import ObservedDay
from generator.keeping.processes import batches, in_processes
from generator.model import Dialogue
from generator.publications import deadlines, feeds
from generator.site.site import Site
from seed.registers import AS_OF

EVENTS_TOGETHER = 100
"""That one process serialises before it takes more."""
ROUNDS = 3


class FeedSeconds(NamedTuple):
    """By the clock; ``joined`` and ``written``, which are compared, are the least of ``ROUNDS``."""

    serialised: float
    joined: float
    written: float
    deadlines: float


def measure(content: Path, folder: Path) -> FeedSeconds:
    """Into new folders below ``folder``; what is compared is done in turn."""
    site = read_site(content, as_of=None, today=AS_OF, templates=Path("site_templates"))
    dialogues = list(site.register.dialogues.values())
    together = batches(dialogues, EVENTS_TOGETHER)
    serialised = _seconds(lambda: in_processes(lambda some: _serialise(site, some), together))
    _serialise(site, dialogues)  # what the other process has made, here too
    parts, files = _parts(site, feeds), []
    joined, written = [], []
    for number in range(ROUNDS):
        made, copy = folder / f"feeds-{number}", SiteFolder(folder / f"copy-{number}")
        joined.append(_seconds(partial(_make, parts, made)))
        files = files or [(path.relative_to(made).as_posix(), path.read_bytes()) for path in sorted(made.rglob("*.ics"))]
        written.append(_seconds(partial(_write, copy, files)))
    parts = _parts(site, deadlines)
    return FeedSeconds(serialised, min(joined), min(written), _seconds(lambda: _make(parts, folder / "deadlines")))


def _write(copy: SiteFolder, files: Sequence[tuple[str, bytes]]) -> None:
    for path, content in files:
        copy.write(path, content)


def _serialise(site: Site, dialogues: Sequence[Dialogue]) -> None:
    for dialogue in dialogues:
        if event := calendar_event(site, dialogue):
            event.content  # noqa: B018  # worked out when it is first asked for


def _parts(site: Site, module: ModuleType) -> list[Part]:
    """All parts of the site that the module publishes anything of, and nothing else of them."""
    return [
        replace(part, publications=own) for part in parts_of(site)
        if (own := tuple(publish for publish in part.publications if publish.__module__ == module.__name__))
    ]


def _make(parts: Sequence[Part], folder: Path) -> None:
    new = SiteFolder(folder)

    def make(part: Part) -> None:
        for file in part.publish(ObservedDay(AS_OF)):
            new.write(file.address, file.content)

    in_processes(make, parts)


def _seconds(work: Callable[[], object]) -> float:
    os.sync()  # so that it does not wait for what was written before
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    gc.disable()
    print(*measure(*map(Path, sys.argv[1:])))
