"""Git as tests use it: by somebody called a, whoever the machine is of."""

from __future__ import annotations

import subprocess
from pathlib import Path

NOBODY = ("-c", "user.name=a", "-c", "user.email=a@a.example")


def git(folder: Path, *arguments: str) -> str:
    """What it says; raises CalledProcessError where it fails."""
    done = subprocess.run(["git", *NOBODY, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def committed(folder: Path, *paths: str) -> None:
    """The folder as a new repository, with one commit of these paths, or of all that lies in it."""
    git(folder, "init", "--quiet")
    git(folder, "add", *(paths or (".",)))
    git(folder, "commit", "--quiet", "--message", "a")
