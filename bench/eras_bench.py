"""The register through both reforms beside one of as many dialogues over as many years in which no unit changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.city_bench import BIN, HERE, SHELLS
from bench.runs import Contender, Result, put_away, run_in_turn

YEARS = 4
"""2023 to 2026."""


@dataclass(frozen=True)
class ErasBench:
    """Both registers, and the sites made of them, in a folder that keeps them."""

    folder: Path

    def prepare(self) -> None:
        """Seeds both, unless they are there."""
        if (self.folder / "ready").exists():
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._seed("three", "--register", "eras")
        self._seed("one", "--years", str(YEARS), "--dialogues", str(self._dialogues("three")))
        (self.folder / "ready").touch()

    def told(self, repeats: int) -> str:
        """What three eras cost from nothing, in each shell, as a multiple of what one does."""
        results = {result.name: result for result in run_in_turn(self._contenders(), repeats)}
        lines = [f"\n{self._dialogues('three'):,} dialogues of {YEARS} years, from nothing"]
        for said in SHELLS.values():
            one, three = results[f"{said}one era"], results[f"{said}three eras"]
            lines.append(
                f"{said}three eras {_figures(three)}, one {_figures(one)}: {three.median / one.median:.2f} × by the clock, "
                f"{min(three.processor) / min(one.processor):.2f} × of processor"
            )
        return "\n".join(lines)

    def _contenders(self) -> list[Contender]:
        return [self._cold(shell, eras) for shell in SHELLS for eras in ("three", "one")]

    def _cold(self, shell: str, eras: str) -> Contender:
        site, kept = (self.folder / f"{name}-{shell}-{eras}" for name in ("site", "kept"))
        command = (
            str(BIN / "dialogues"), "build", "--content", str(self.folder / eras), "--site", str(site), "--cache", str(kept),
            "--shell", shell, "--mkdocs", str(HERE / "mkdocs.yml"), "--templates", str(HERE / "site_templates"),
        )

        name = f"{SHELLS[shell]}{'three eras' if eras == 'three' else 'one era'}"
        return Contender(name, command, site, lambda: put_away(self.folder / "gone", site, kept))

    def tidy(self) -> None:
        shutil.rmtree(self.folder / "gone", ignore_errors=True)

    def _seed(self, eras: str, *options: str) -> None:
        content = self.folder / eras
        subprocess.run([sys.executable, "-m", "seed", *options, "--out", str(content)], check=True, cwd=HERE)
        shutil.copytree(HERE / "content" / "pages", content / "pages", dirs_exist_ok=True)

    def _dialogues(self, eras: str) -> int:
        return len(list((self.folder / eras / "dialogues").glob("*/*.yml")))


def _figures(result: Result) -> str:
    return f"{result.median:.2f} s ({min(result.processor):.2f} of processor, {result.files:,} files)"
