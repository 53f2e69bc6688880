"""``make bench-nation``: 34 registers, each built and released by itself, and the page that joins them."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Callable

from generator.editing.unit_lists import library_provinces
from generator.text.vietnamese import slug
from seed.provinces import province_register

_HERE = Path(__file__).parent.parent
_DIALOGUES = str(Path(sys.executable).parent / "dialogues")
SEED = 2026


@dataclass(frozen=True)
class Province:
    """A register in a folder of its own, with nothing of another's."""

    name: str
    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def seed(self) -> int:
        """Writes the records, unless they are there; how many dialogues there are."""
        content = self.folder / "content"
        if not content.exists():
            shutil.copytree(_HERE / "content" / "pages" / "so-tay", content / "pages" / "so-tay")
            for path, text in province_register(self.name, SEED):  # a page of the handbook among them
                (content / path).parent.mkdir(parents=True, exist_ok=True)
                (content / path).write_text(text, encoding="utf-8")
        return len(list(content.glob("dialogues/*/*.yml")))

    def publish(self) -> float:
        """From nothing: built and released. Seconds by the clock."""
        for left in ("site", "cache", "kept"):
            shutil.rmtree(self.folder / left, ignore_errors=True)
        begun = time.perf_counter()
        content, site = str(self.folder / "content"), str(self.site)
        _run("build", "--content", content, "--site", site, "--cache", str(self.folder / "cache"))
        _run("release", site, "--first", "--kept", str(self.folder / "kept"), "--content", content)
        return time.perf_counter() - begun


def main() -> None:
    arguments = argparse.ArgumentParser(prog="make bench-nation", description=__doc__)
    arguments.add_argument("--side-by-side", type=int, default=os.cpu_count() or 1, help="registers built at once")
    arguments.add_argument("--provinces", type=int, default=34, help="how many, in the order of their codes")
    arguments.add_argument("--only", metavar="NAME", help="publish this one and join nothing: one job of many")
    arguments.add_argument("--workshop", type=Path, default=_HERE / ".cache" / "nation", help="where all of it is made")
    chosen = arguments.parse_args()
    names = [chosen.only] if chosen.only else library_provinces()[:chosen.provinces]
    provinces = [Province(name, chosen.workshop / slug(name)) for name in names]
    dialogues = sum(province.seed() for province in provinces)
    print(f"{len(provinces)} registers, {dialogues} dialogues, {chosen.side_by_side} at once", flush=True)

    def publish_all() -> list[float]:
        with ThreadPoolExecutor(chosen.side_by_side) as building:
            return list(building.map(Province.publish, provinces))

    each = _told("built and released from nothing", publish_all)
    print(f"  each: {min(each):.1f} to {max(each):.1f} s, half within {median(each):.1f}")
    if chosen.only:
        return
    out = chosen.workshop / "nation"
    shutil.rmtree(out, ignore_errors=True)
    places = [f"{province.name}={province.site}" for province in provinces]
    _told("joined", lambda: _run("join", *places, "--out", str(out)))
    (gone := provinces[0].site).rename(provinces[0].folder / "away")
    _told(f"joined again, {provinces[0].name} gone", lambda: _run("join", *places, "--out", str(out)))
    (provinces[0].folder / "away").rename(gone)
    print(f"  the page: {(out / 'index.html').stat().st_size / 1000:.0f} kB: {out}")


def _told(what: str, work: Callable[[], list[float] | None]) -> list[float]:
    """What the work gives; prints its seconds by the clock and of the processors."""
    begun, used = time.perf_counter(), _processor()
    done = work()
    print(f"{what}: {time.perf_counter() - begun:.1f} s, {_processor() - used:.1f} of processor", flush=True)
    return done or []


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(*arguments: str) -> None:
    subprocess.run([_DIALOGUES, *arguments], check=True, cwd=_HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
