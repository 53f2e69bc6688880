"""``make bench``: the register beside Hugo, and beside plain MkDocs where that ends in reasonable time."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from statistics import median

from bench.feeds import FeedSeconds
from bench.plot import plot
from bench.rivals import add_files, prepare_hugo, prepare_mkdocs
from bench.runs import Contender, run_in_turn
from bench.serving import seconds_to_show
from bench.stored import store, told_beside_stored
from bench.tables import of_feeds, table
from generator.building.build import publish
from generator.keeping.store import Store
from seed.registers import AS_OF

MOST_FOR_MKDOCS = 1_000
NATION = 35_000
"""A year of the whole country: as many dialogues, of 11,300 units. Smaller registers are ten years of the city."""
SAVES = 5
_HERE = Path(__file__).parent.parent
_BIN = Path(sys.executable).parent
_HUGO, _COLD = "Hugo, all pages", "all, from nothing"
_ALIKE = "Hugo, all pages and files"
_READY = "ready-2"
"""Its number changes with what is prepared."""


def main() -> None:
    arguments = argparse.ArgumentParser(prog="make bench", description=__doc__)
    arguments.add_argument(
        "--dialogues", type=int, nargs="+", default=[1_000, 3_000, 10_000],
        help=f"sizes of the register; {NATION} is the nation's year",
    )
    arguments.add_argument("--repeats", type=int, default=3, help="counted runs of each")
    arguments.add_argument("--workshop", type=Path, default=_HERE / ".cache" / "bench", help="where all of it is made")
    chosen = arguments.parse_args()
    if not (_BIN / "hugo").exists():
        sys.exit("Hugo is not installed here: run `make bench`")
    costs: dict[str, dict[int, float]] = {_COLD: {}, _HUGO: {}}
    benches = [Bench(chosen.workshop / str(dialogues), dialogues) for dialogues in chosen.dialogues]
    for bench in benches:
        bench.prepare()
        results = run_in_turn(bench.contenders(), chosen.repeats)
        print(table(bench.dialogues, results, beside=(_HUGO, _ALIKE)), flush=True)
        for told in told_beside_stored(results, _HUGO, bench.folder / "stored.json"):
            print(told, flush=True)
        store(results, bench.folder / "stored.json")
        print(of_feeds(bench.seconds_of_feeds(chosen.repeats)), flush=True)
        print(f"a saved record's page under `serve`: {bench.seconds_to_show():.2f} s", flush=True)
        for result in results:
            if result.name in costs:
                costs[result.name][bench.dialogues] = result.median
    for bench in benches:
        bench.tidy()  # now only: see _put_away
    drawn = chosen.workshop / "cost.svg"
    drawn.write_text(plot(costs), "utf-8")
    print(f"\nSeconds against dialogues: {drawn}")


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
        subprocess.run(seed, check=True, cwd=_HERE)
        shutil.copytree(_HERE / "content" / "pages", self._content / "pages", dirs_exist_ok=True)
        subprocess.run(self._build(), check=True, cwd=_HERE, stdout=subprocess.DEVNULL)
        publication = publish(
            self._content, as_of=None, today=AS_OF, templates=_HERE / "site_templates",
            store=Store(self.folder / "kept"),
        )
        page = next(page for page in publication.pages if page.address.startswith("doi-thoai/"))
        html = (self._site / page.address / "index.html").read_text("utf-8")
        prepare_hugo(publication, page, html, self.folder / "hugo")
        prepare_hugo(publication, page, html, self.folder / "hugo-alike")
        add_files(publication, self.folder / "hugo-alike")
        prepare_mkdocs(publication, self.folder / "mkdocs")
        (self.folder / _READY).touch()

    def contenders(self) -> list[Contender]:
        site, kept, build = self._site, self.folder / "kept", self._build()
        mkdocs, mkdocs_site = self.folder / "mkdocs", self.folder / "mkdocs-site"
        python = (sys.executable, "-m")
        contenders = [
            Contender(_COLD, build, site, lambda: self._put_away(site, kept)),
            Contender("all, the cache warm, no site", build, site, lambda: self._put_away(site)),
            Contender("nothing changed", build, site),
            Contender("one record changed", build, site, self._change),
            Contender("a day later", (*build, "--as-of", str(AS_OF + timedelta(days=1))), site, self._on_the_day),
            Contender(
                "released: sums, packs, log",
                (str(_BIN / "dialogues"), "release", str(site), "--first", "--kept", str(self.folder / "log"),
                 "--content", str(self._content)), None, lambda: self._put_away(self.folder / "log"),
            ),
            self._hugo(_HUGO, "hugo"),
            self._hugo(_ALIKE, "hugo-alike"),
            Contender("check", (str(_BIN / "dialogues"), "check", "--content", str(self._content))),
            Contender("PyYAML's C loader alone", (*python, "bench.loading", str(self._content))),
        ]
        if self.dialogues <= MOST_FOR_MKDOCS:
            command = (str(_BIN / "mkdocs"), "build", "--quiet", "-f", str(mkdocs / "mkdocs.yml"), "-d", str(mkdocs_site))
            contenders.append(Contender("plain MkDocs, all pages", command, mkdocs_site, lambda: self._put_away(mkdocs_site)))
        return contenders

    def _hugo(self, name: str, folder: str) -> Contender:
        site = self.folder / f"{folder}-site"
        command = (str(_BIN / "hugo"), "--quiet", "--source", str(self.folder / folder), "--destination", str(site))
        return Contender(name, command, site, lambda: self._put_away(site))

    @property
    def _content(self) -> Path:
        return self.folder / "content"

    @property
    def _site(self) -> Path:
        return self.folder / "site"

    def _build(self) -> tuple[str, ...]:
        return (
            str(_BIN / "dialogues"), "build", "--content", str(self._content), "--site", str(self._site),
            "--mkdocs", str(_HERE / "mkdocs.yml"), "--cache", str(self.folder / "kept"),
        )

    def seconds_of_feeds(self, repeats: int) -> FeedSeconds:
        """Medians."""
        folder = self.folder / "feeds"
        command = (sys.executable, "-m", "bench.feeds", str(self._content), str(folder))
        seconds = []
        for _ in range(repeats):
            self._put_away(folder)
            printed = subprocess.run(command, check=True, cwd=_HERE, stdout=subprocess.PIPE, text=True).stdout
            seconds.append(map(float, printed.split()))
        return FeedSeconds(*map(median, zip(*seconds, strict=True)))

    def seconds_to_show(self) -> float:
        """From the save of a record to its page over HTTP, the median of some saves."""
        options = (
            "--content", str(self._content), "--mkdocs", str(_HERE / "mkdocs.yml"), "--cache", str(self.folder / "serve"),
        )
        path, text = self._record
        path.write_text(text, "utf-8")
        return median(seconds_to_show(_BIN / "dialogues", options, path, SAVES))

    @cached_property
    def _record(self) -> tuple[Path, str]:
        """The last of the newest year that has no note, and its text."""
        records = sorted((self._content / "dialogues").glob("*/*.yml"), reverse=True)
        return next((path, text) for path in records if "\nnote:" not in (text := path.read_text("utf-8")))

    def _change(self) -> None:
        """Another note each time."""
        path, text = self._record
        path.write_text(f"{text}note: Ghi lần {time.time_ns()}\n", "utf-8")

    def _on_the_day(self) -> None:
        subprocess.run(self._build(), check=True, stdout=subprocess.DEVNULL)

    @property
    def _gone(self) -> Path:
        return self.folder / "gone"

    def _put_away(self, *folders: Path) -> None:
        """Deleted in the end only: where as many files have just been deleted, some file systems take twice as long to make
        new ones, whoever makes them."""
        self._gone.mkdir(exist_ok=True)
        for folder in folders:
            if folder.exists():
                folder.rename(self._gone / str(time.time_ns()))

    def tidy(self) -> None:
        shutil.rmtree(self._gone, ignore_errors=True)


if __name__ == "__main__":
    main()
