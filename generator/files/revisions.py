"""The content folder as it was in a revision of the repository, taken out beside the work tree, which is left alone."""

from __future__ import annotations

import io
import subprocess
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Iterator, NamedTuple


class NoSuchRevision(Exception):
    """``str()`` says what was asked for and why it is not to be had."""


class KeptFile(NamedTuple):
    """A file of a commit: ``path`` is relative to the folder that was asked for, ``size`` in bytes, ``name`` git's own."""

    path: str
    size: int
    name: str
    is_plain: bool
    """And not a link or another repository."""


@contextmanager
def content_of(asked: str, content: Path) -> Iterator[Path]:
    """``asked`` is a content folder, which is used as it is, or a git revision of the repository that ``content`` lies
    in. Raises NoSuchRevision."""
    if (Path(asked) / "register.yml").is_file():
        yield Path(asked)
        return
    commit = _git(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
    if commit is None:
        raise NoSuchRevision(f"'{asked}' không phải là thư mục nội dung (có register.yml) hay một bản (revision) của git")
    archive = _git(content, "archive", "--format=zip", commit.decode().strip())
    if archive is None:
        raise NoSuchRevision(f"bản '{asked}' của git chưa có thư mục {content}")
    with TemporaryDirectory(prefix="dialogues-") as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        yield Path(folder)


def commit_of(folder: Path, *paths: str) -> str | None:
    """The commit that the work tree is at, where all below ``paths`` in the folder is as it is there; None otherwise, and
    where there is no repository or no git."""
    try:
        commit, changed = _git(folder, "rev-parse", "HEAD"), _git(folder, "status", "--porcelain", "--", *paths)
    except NoSuchRevision:
        return None
    return commit.decode().strip() if commit and changed == b"" else None


def is_as_in(commit: str, folder: Path, *paths: str) -> bool:
    """Whether all below ``paths`` in the folder is as it was in the commit."""
    try:
        same, new = _git(folder, "diff", "--quiet", commit, "--", *paths), _git(folder, "status", "--porcelain", "--", *paths)
    except NoSuchRevision:
        return False
    return same is not None and new is not None and not any(line.startswith(b"??") for line in new.splitlines())


def files_below(commit: str, content: Path, folder: str) -> list[KeptFile]:
    """Those that the commit has below a folder of the content folder, by path. Raises NoSuchRevision."""
    asked = f"{commit}^{{commit}}"
    known = _git(content, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    listed = _git(content, "ls-tree", "-r", "-z", "-l", known.decode().strip(), "--", f"{folder}/") if known else None
    if listed is None:
        raise NoSuchRevision(f"'{commit}' không phải là một bản (revision) của git")
    found = []
    for entry in listed.split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, kind, name, size = facts.decode().split()
        below = path.decode("utf-8", "replace").removeprefix(f"{folder}/")
        found.append(KeptFile(below, int(size) if kind == "blob" else 0, name, mode.startswith("100")))
    return found


def kept_content(file: KeptFile, content: Path) -> bytes:
    """Raises NoSuchRevision where the repository has lost it."""
    written = _git(content, "cat-file", "blob", file.name)
    if written is None:
        raise NoSuchRevision(f"kho không còn nội dung của '{file.path}'")
    return written


def _git(content: Path, *arguments: str) -> bytes | None:
    """What git answers inside the content folder, where an archive holds that folder alone; None where it refuses."""
    try:
        done = subprocess.run(["git", "-C", content, *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoSuchRevision("máy này chưa có git; hãy cho hai thư mục nội dung") from None
    return done.stdout if done.returncode == 0 else None
