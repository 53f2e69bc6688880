"""One register of the city made by the seed, and all that is run over it and beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Iterator

from bench.feeds import FeedSeconds
from bench.rivals import add_files, prepare_hugo, prepare_mkdocs
from bench.runs import Contender, put_away
from bench.serving import seconds_to_show
from generator.building.build import publish
from generator.keeping.store import Store
from seed.registers import AS_OF

MOST_FOR_MKDOCS = 1_000
NATION = 35_000
"""A year of the whole country: as many dialogues, of 11,300 units. Smaller registers are ten years of the city."""
SAVES = 5
HERE = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HUGO, COLD = "Hugo, all pages", "all, from nothing"
ALIKE = "Hugo, all pages and files"
SHELLS = {"material": "", "own": "own shell: "}
"""What the rows of each begin with."""
_READY = "ready-3"
"""Its number changes with what is prepared."""


@dataclass(frozen=True)
class Bench:
    """One register made by the seed, and the same pages for the others, in a folder that keeps them."""

    folder: Path
    dialogues: int

    def prepare(self) -> None:
        if (self.folder / _READY).exists():
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        which = ["--register", "nation"] if self.dialogues == NATION else ["--years", "10"]
        seed = [sys.executable, "-m", "seed", *which, "--dialogues", str(self.dialogues), "--out", str(self._content)]
        subprocess.run(seed, check=True, cwd=HERE)
        shutil.copytree(HERE / "content" / "pages", self._content / "pages", dirs_exist_ok=True)
        subprocess.run(self._build(), check=True, cwd=HERE, stdout=subprocess.DEVNULL)
        publication = publish(
            self._content, as_of=None, today=AS_OF, templates=HERE / "site_templates",
            store=Store(self._kept()),
        )
        page = next(page for page in publication.pages if page.address.startswith("doi-thoai/"))
        html = (self._site() / page.address / "index.html").read_text("utf-8")
        prepare_hugo(publication, page, html, self.folder / "hugo")
        prepare_hugo(publication, page, html, self.folder / "hugo-alike")
        add_files(publication, self.folder / "hugo-alike")
        prepare_mkdocs(publication, self.folder / "mkdocs")
        (self.folder / _READY).touch()

    def contenders(self) -> list[Contender]:
        mkdocs, mkdocs_site = self.folder / "mkdocs", self.folder / "mkdocs-site"
        python = (sys.executable, "-m")
        contenders = [
            *(contender for shell in SHELLS for contender in self._builds(shell)),
            Contender(
                "released: sums, packs, log",
                (str(BIN / "dialogues"), "release", str(self._site()), "--first", "--kept", str(self.folder / "log"),
                 "--content", str(self._content)), None, lambda: self._put_away(self.folder / "log"),
            ),
            self._hugo(HUGO, "hugo"),
            self._hugo(ALIKE, "hugo-alike"),
            Contender("check", (str(BIN / "dialogues"), "check", "--content", str(self._content))),
            Contender("PyYAML's C loader alone", (*python, "bench.loading", str(self._content))),
        ]
        if self.dialogues <= MOST_FOR_MKDOCS:
            command = (str(BIN / "mkdocs"), "build", "--quiet", "-f", str(mkdocs / "mkdocs.yml"), "-d", str(mkdocs_site))
            contenders.append(Contender("plain MkDocs, all pages", command, mkdocs_site, lambda: self._put_away(mkdocs_site)))
        return contenders

    def _builds(self, shell: str) -> Iterator[Contender]:
        """From nothing, then what a site costs that is there."""
        site, kept, build, said = self._site(shell), self._kept(shell), self._build(shell), SHELLS[shell]
        later = (*build, "--as-of", str(AS_OF + timedelta(days=1)))
        yield Contender(f"{said}{COLD}", build, site, lambda: self._put_away(site, kept))
        if shell == "material":
            yield Contender("all, the cache warm, no site", build, site, lambda: self._put_away(site))
        yield Contender(f"{said}nothing changed", build, site)
        yield Contender(f"{said}one record changed", build, site, self._change)
        yield Contender(f"{said}a day later", later, site, lambda: self._on_the_day(shell))

    def _hugo(self, name: str, folder: str) -> Contender:
        site = self.folder / f"{folder}-site"
        command = (str(BIN / "hugo"), "--quiet", "--source", str(self.folder / folder), "--destination", str(site))
        return Contender(name, command, site, lambda: self._put_away(site))

    @property
    def _content(self) -> Path:
        return self.folder / "content"

    def _site(self, shell: str = "material") -> Path:
        return self.folder / f"site-{shell}"

    def _kept(self, shell: str = "material") -> Path:
        return self.folder / f"kept-{shell}"

    def _build(self, shell: str = "material") -> tuple[str, ...]:
        return (
            str(BIN / "dialogues"), "build", "--content", str(self._content), "--site", str(self._site(shell)),
            "--cache", str(self._kept(shell)), "--shell", shell,
            "--mkdocs", str(HERE / "mkdocs.yml"), "--templates", str(HERE / "site_templates"),
        )

    def seconds_of_feeds(self, repeats: int) -> FeedSeconds:
        """Medians."""
        folder = self.folder / "feeds"
        command = (sys.executable, "-m", "bench.feeds", str(self._content), str(folder))
        seconds = []
        for _ in range(repeats):
            self._put_away(folder)
            printed = subprocess.run(command, check=True, cwd=HERE, stdout=subprocess.PIPE, text=True).stdout
            seconds.append(map(float, printed.split()))
        return FeedSeconds(*map(median, zip(*seconds, strict=True)))

    def seconds_to_show(self) -> float:
        """From the save of a record to its page over HTTP, the median of some saves."""
        options = (
            "--content", str(self._content), "--mkdocs", str(HERE / "mkdocs.yml"), "--cache", str(self.folder / "serve"),
        )
        path, text = self._record
        path.write_text(text, "utf-8")
        return median(seconds_to_show(BIN / "dialogues", options, path, SAVES))

    @cached_property
    def _record(self) -> tuple[Path, str]:
        """The last of the newest year that has no note, and its text."""
        records = sorted((self._content / "dialogues").glob("*/*.yml"), reverse=True)
        return next((path, text) for path in records if "\nnote:" not in (text := path.read_text("utf-8")))

    def _change(self) -> None:
        """Another note each time."""
        path, text = self._record
        path.write_text(f"{text}note: Ghi lần {time.time_ns()}\n", "utf-8")

    def _on_the_day(self, shell: str) -> None:
        subprocess.run(self._build(shell), check=True, stdout=subprocess.DEVNULL)

    @property
    def _gone(self) -> Path:
        return self.folder / "gone"

    def _put_away(self, *folders: Path) -> None:
        put_away(self._gone, *folders)

    def tidy(self) -> None:
        shutil.rmtree(self._gone, ignore_errors=True)

