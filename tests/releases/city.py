"""A city whose clerks push records, whose pipeline builds, releases and puts on a host what is not refused."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Iterable

from click.testing import Result

from generator.building.build import publish, read_site
from generator.building.plain_site import write_plain_site
from generator.commands.releasing import NOTHING_TO_HOLD_AGAINST
from generator.keeping.store import Store
from generator.model.addresses import CITY_CHANGES, RELEASE_LOG
from generator.reading.problems import InvalidRegister
from generator.releases.copies import FolderCopy
from generator.releases.last_release import NotAsReleased
from generator.releases.list_of_releases import PAGE
from generator.releases.verifying import verify
from generator.site.site import Site
from tests.comparing.edits import loaded
from tests.folders import write_yaml
from tests.git import git
from tests.places import GOLDEN, TEMPLATES
from tests.releases.sites import last_release
from tests.run_command import run

_AS_EVER = ("Đã phát hành", "Không có gì thay đổi", "Lưu ý")
SENT = {"submissions": [{"unit": "hong-bang", "report": "registration", "sent_on": "2023-02-24"}]}


@dataclass(frozen=True)
class Answer:
    """What the pipeline says of a push: ``by`` is the step that is red, "" where it is published, with what is told of it."""

    by: str
    lines: tuple[str, ...]

    @property
    def uncorrected(self) -> list[str]:
        """Lines of a refusal that have an entry to paste."""
        return [line.removeprefix("- ") for line in self.lines if "text: Vì sao sửa}" in line]

    @property
    def forbidden(self) -> list[str]:
        """Lines of a refusal that no entry mends."""
        return [line for line in self.lines if line.startswith("- ") and "text: Vì sao sửa}" not in line]


class City:
    def __init__(self, folder: Path, day: date) -> None:
        self.folder, self.day, self.templates = folder, day, TEMPLATES
        self.content, self.site, self.host, self.kept = (folder / name for name in ("so/content", "site", "host", "kept"))
        self.store = Store(folder / "store")
        shutil.copytree(GOLDEN, self.content)
        write_yaml(self.content / "submissions/2023.yml", SENT)
        facts = loaded(self.content / "register.yml")
        write_yaml(self.content / "register.yml", {**facts, "feeds_changed_on": day.isoformat()})
        self.git("init", "--quiet")
        self.push()

    def git(self, *arguments: str) -> str:
        return git(self.content, *arguments)

    def push(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a")

    def back_to(self, commit: str) -> None:
        self.git("reset", "--hard", "--quiet", commit)
        self.git("clean", "-dfq")

    def is_changed(self) -> bool:
        """Since the last push."""
        return bool(self.git("status", "--porcelain"))

    @property
    def commit(self) -> str:
        return self.git("rev-parse", "HEAD").strip()

    def register(self) -> Site:
        return read_site(self.content, as_of=self.day, today=self.day, templates=self.templates)

    def command(self, *arguments: object) -> Result:
        """As a clerk types it, on this day."""
        return run(*arguments, "--content", self.content, "--as-of", self.day, "--templates", self.templates)

    def built(self) -> Answer | None:
        """None where it is."""
        shutil.rmtree(self.site, ignore_errors=True)
        try:
            made = publish(self.content, as_of=self.day, today=self.day, templates=self.templates, store=self.store)
            write_plain_site(made, self.templates, self.site)
        except InvalidRegister as error:
            return Answer("check", tuple(str(error).splitlines()))
        return None

    def published(self, place: object = None, first: bool = False) -> Answer:
        """What CI makes of what has been pushed: a red step leaves the host as it is. ``place`` "" is no host at all."""
        if red := self.built():
            return red
        answer = self.released(place, first)
        if not answer.by:
            self.uploaded()
        return answer

    def released(self, place: object = None, first: bool = False) -> Answer:
        place = self.host if place is None else place
        asked = [*(("--published", place) if place else ()), "--kept", self.kept, *["--first"] * first]
        was = {path: path.read_bytes() for path in (self.site / PAGE, self.kept / RELEASE_LOG) if path.exists()}
        result = self.command("release", self.site, *asked)
        assert result.exit_code in (0, 1, NOTHING_TO_HOLD_AGAINST), result.output
        assert not result.exit_code or all(path.read_bytes() == content for path, content in was.items())
        lines = tuple(line for line in result.output.splitlines() if not line.startswith(_AS_EVER))
        return Answer("release" if result.exit_code else "", lines)

    def uploaded(self) -> None:
        shutil.rmtree(self.host, ignore_errors=True)
        shutil.copytree(self.site, self.host)

    def is_verified(self, place: Path | None = None) -> bool:
        with suppress(NotAsReleased):
            verify(FolderCopy(place or self.host), whole=True, kept=last_release(self.kept))
            return True
        return False

    def is_verified_flipped(self, chance: Random, times: int) -> Iterable[str]:
        """The places of bytes that were flipped and not missed; none is what should be."""
        paths = sorted(path for path in self.host.rglob("*") if path.is_file() and path.stat().st_size)
        for _ in range(times):
            path = chance.choice(paths)
            was = path.read_bytes()
            content, place = bytearray(was), chance.randrange(len(was))
            content[place] ^= 1 << chance.randrange(8)
            path.write_bytes(bytes(content))
            if self.is_verified():
                yield f"{path.relative_to(self.host)}:{place}"
            path.write_bytes(was)

    def tells(self, why: str) -> bool:
        """Whether the public page of corrections and the feed of changes have these words."""
        told = (*sorted(self.host.glob("dinh-chinh/**/index.html")), self.host / CITY_CHANGES)
        return any(re.search(rf"{why}\b", path.read_text("utf-8")) for path in told[:-1]) and why in told[-1].read_text("utf-8")
