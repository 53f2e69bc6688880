"""Several files that come into a folder together: each is written beside its place first, and then all are moved there."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Mapping

from generator.files.permissions import let_be_served

_SUFFIX = ".dialogues-new"


def put_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """``files`` are contents by their paths below the folder, which is made where there is none. Where one cannot be
    written (OSError), all is left as it was. What other names a file had keep its old content."""
    with ExitStack() as written:
        beside = {folder / path: (folder / path).with_name(Path(path).name + _SUFFIX) for path in files}
        for (place, new), content in zip(beside.items(), files.values(), strict=True):
            if not place.parent.is_dir():
                place.parent.mkdir(parents=True)
                let_be_served(place.parent, place.parent.stat())
            written.callback(_remove, new)
            new.write_bytes(content)
            let_be_served(new, new.stat())
        for place, new in beside.items():
            os.replace(new, place)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
