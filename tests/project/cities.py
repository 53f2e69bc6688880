"""A city's repository with its origin, and a host that serves what was published, for tests of the last metre."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from compileall import compile_dir
from pathlib import Path
from typing import Any

from tests.folders import append_to, replace_in
from tests.places import GOLDEN, ROOT
from tests.releases.sites import copied, served

RECORD = "content/dialogues/2023/so-dau-dinh-ky.yml"
LOG = "phat-hanh/releases.jsonl"
NOBODY = "http://127.0.0.1:1/"
PUBLISHED, LAST_ACCEPTED, NOTHING = 0, 3, 1
ENVIRONMENT = {
    **os.environ, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@a.example", "SECONDS_TO_WAIT": "0",
}


class City:
    """A clone of a city's repository as a machine of its host has it, and what that host serves, in folders of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clone, self.host, self.kept = folder, folder / "clone", folder / "host", folder / "kept"

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.clone, env=ENVIRONMENT, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def run(self, script: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.clone / ".ci" / script, *map(str, arguments)], cwd=self.clone, capture_output=True, text=True,
            env={**ENVIRONMENT, **environment},
        )

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def publish(self, *options: str, published: str = "") -> tuple[int, str]:
        """What the job of a host does: with the status and what was said."""
        if published:
            done = self.run("publish-register", "--kept", self.kept, "--published", published, *options)
        else:
            self.host.mkdir(exist_ok=True)
            with served(self.host) as address:
                done = self.run("publish-register", "--kept", self.kept, "--published", address, *options)
        if done.returncode in (PUBLISHED, LAST_ACCEPTED):
            shutil.rmtree(self.host, ignore_errors=True)
            copied(self.clone / "site", self.host)
        return done.returncode, done.stdout + done.stderr

    def edit(self, old: str, new: str, path: str = RECORD) -> None:
        replace_in(self.clone / path, old, new)

    def announce_anew(self) -> str:
        append_to(self.clone / RECORD, "  - {announced_on: 2023-09-15, state: cancelled, reason: Ảnh hưởng của bão}\n")
        return self.commit("Hủy vì bão")

    def delete_what_was_announced(self) -> str:
        (self.clone / RECORD).unlink()
        return self.commit("Xóa")

    def releases(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.host / LOG).read_text("utf-8").splitlines()]

    def page(self, address: str) -> str:
        return (self.host / address / "index.html").read_text("utf-8")


def begun_in(folder: Path, content: Path = GOLDEN) -> City:
    """A city that has pushed its register to its origin and published nothing; the golden one stands still at a day of 2023."""
    city = City(folder)
    city.clone.mkdir()
    for name in ("generator", "site_templates", ".ci"):
        shutil.copytree(ROOT / name, city.clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    compile_dir(city.clone / "generator", quiet=1)  # once, for the commands of all copies of this city
    for name in ("mkdocs.yml", "requirements.lock", ".gitignore"):
        shutil.copy(ROOT / name, city.clone)
    shutil.copytree(content, city.clone / "content")
    (city.clone / ".venv/bin").mkdir(parents=True)
    (city.clone / ".venv/bin/python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (city.clone / ".venv/bin/python").chmod(0o755)
    city.git("init", "--quiet", "--initial-branch", "main")
    city.commit("Sổ")
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", city.folder / "origin"], check=True)
    city.git("remote", "add", "origin", "../origin")
    city.git("push", "--quiet", "origin", "main")
    return city
