"""A copy of the program's own folder, as it stands, for a register that begins with it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Iterator

NOT_OF_THE_PROGRAM = {".git", ".venv", ".cache", "node_modules", "site", "build", "__pycache__"}


def copy_program(root: Path, folder: Path, left_out: frozenset[str]) -> None:
    """All files that the repository keeps, or, where ``root`` is none, all that lie there; but none of those below the paths
    ``left_out``, which are relative to ``root``."""
    for path in sorted(_files(root)):
        if not left_out & {path.as_posix(), *(parent.as_posix() for parent in path.parents)}:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / path, target, follow_symlinks=False)


def _files(root: Path) -> Iterator[Path]:
    if (root / ".git").exists() and shutil.which("git"):
        # The program runs whoever owns it; git minds, as in a container that a host's folder is shown in.
        listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
        yield from (Path(name) for name in listed.stdout.decode().split("\0") if name and (root / name).is_file())
        return
    for path in root.rglob("*"):
        inner = path.relative_to(root)
        if path.is_file() and not NOT_OF_THE_PROGRAM & set(inner.parts) and not inner.parts[0].endswith(".egg-info"):
            yield inner
