"""The feeds alone, into a new folder: made from the records, or only the records read, or written from memory as they
stand in a site."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from generator.build import read_site
from generator.publications import deadlines, feeds
from generator.site_folder import SiteFolder

what, folder, new = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
gc.disable()
new.mkdir()
if what == "write":
    written = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.ics"))]
else:
    site = read_site(folder, as_of=None, today=date(2023, 9, 15), templates=Path("site_templates"))
    made = (*feeds.publish(site), *deadlines.publish(site)) if what == "make" else ()
    written = [(file.address, file.content) for file in made if file.address.endswith(".ics")]
site_folder = SiteFolder(new)
for path, content in written:
    site_folder.write(path, content, b"")
