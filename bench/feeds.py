"""The feeds alone, into a new folder: made from the records as a build makes them, or only the records read, or written from
memory as they stand in a site; all in two processes."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import Iterator, Sequence

from generator.build import read_site
from generator.parts import Part, parts_of
from generator.processes import in_processes, in_shares
from generator.publications import deadlines, feeds
from generator.site import Site
from generator.site_folder import SiteFolder
from seed.registers import AS_OF

FEW_FILES = 1000
_MODULES = (feeds.__name__, deadlines.__name__)


def main(what: str, folder: Path, new: SiteFolder) -> None:
    if what == "write":
        written = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.ics"))]
        in_shares(lambda files: [new.write(path, content, b"") for path, content in files], written, FEW_FILES)
        return
    site = read_site(folder, as_of=None, today=AS_OF, templates=Path("site_templates"))
    parts = [*_parts(site)] if what == "make" else []
    in_processes(lambda number: _make(parts[number], new), range(len(parts)))


def _parts(site: Site) -> Iterator[Part]:
    for part in parts_of(site):
        if publications := tuple(publish for publish in part.publications if publish.__module__ in _MODULES):
            yield replace(part, publications=publications)


def _make(part: Part, new: SiteFolder) -> Sequence[object]:
    return [new.write(file.address, file.content, b"") for file in part.publish(AS_OF)]


gc.disable()
Path(sys.argv[3]).mkdir()
main(sys.argv[1], Path(sys.argv[2]), SiteFolder(Path(sys.argv[3])))
