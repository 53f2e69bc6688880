"""Files as one ZIP: stored, not compressed, since compressors differ from machine to machine and a damaged letter then spoils
one file. The same files and moment give the same bytes whichever library writes it."""

from __future__ import annotations

import io
from typing import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

Moment = tuple[int, int, int, int, int, int]
FIRST_MOMENT: Moment = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can tell, for files that tell their day themselves."""
READABLE = 0o644
_UNIX = 3


def stored_zip(files: Mapping[str, bytes], moment: Moment = FIRST_MOMENT, mode: int = READABLE) -> bytes:
    """``files`` by their names in the archive, each last changed at the moment and with the mode that Unix knows."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, moment)
            entry.external_attr, entry.create_system = mode << 16, _UNIX
            archive.writestr(entry, files[name])
    return content.getvalue()
