"""The feeds alone: made from records that are read already, and the same bytes written from memory; each in two processes,
into a new folder. Prints the seconds of both."""

from __future__ import annotations

import gc
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Callable, Iterator, Sequence

from generator.build import read_site
from generator.parts import Part, parts_of
from generator.processes import in_processes, in_shares
from generator.publications import deadlines, feeds
from generator.site import Site
from generator.site_folder import SiteFolder
from seed.registers import AS_OF

FEW_FILES = 1000
_MODULES = (feeds.__name__, deadlines.__name__)


def main(content: Path, made: Path, written: Path) -> None:
    site = read_site(content, as_of=None, today=AS_OF, templates=Path("site_templates"))
    parts, new, copy = [*_parts(site)], SiteFolder(made), SiteFolder(written)
    making = _seconds(lambda: in_processes(lambda number: _make(parts[number], new), range(len(parts))))
    files = [(path.relative_to(made).as_posix(), path.read_bytes()) for path in sorted(made.rglob("*.ics"))]
    writing = _seconds(lambda: in_shares(lambda share: [copy.write(*file) for file in share], files, FEW_FILES))
    print(making, writing)


def _parts(site: Site) -> Iterator[Part]:
    for part in parts_of(site):
        if publications := tuple(publish for publish in part.publications if publish.__module__ in _MODULES):
            yield replace(part, publications=publications)


def _make(part: Part, new: SiteFolder) -> Sequence[object]:
    return [new.write(file.address, file.content) for file in part.publish(AS_OF)]


def _seconds(work: Callable[[], object]) -> float:
    os.sync()  # so that it does not wait for what was written before
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


gc.disable()
main(*map(Path, sys.argv[1:]))
