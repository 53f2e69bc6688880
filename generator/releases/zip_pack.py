"""All files of the open data as one ZIP: stored, not compressed, and of one moment, so that the same files give the same bytes
whichever library writes it."""

from __future__ import annotations

import io
from typing import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP can tell; the day of the data stands in each file."""
_READABLE = 0o644 << 16


def zip_pack(files: Mapping[str, bytes]) -> bytes:
    """``files`` by their names in the archive."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _MOMENT)
            entry.external_attr, entry.create_system = _READABLE, 3
            archive.writestr(entry, files[name])
    return content.getvalue()
