"""``make bench``: the register beside Hugo, and beside plain MkDocs where that ends in reasonable time."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from bench.rivals import prepare_hugo, prepare_mkdocs
from bench.runs import Contender, Result, run_in_turn
from generator.build import publish

MOST_FOR_MKDOCS = 1_000
_HERE = Path(__file__).parent.parent
_BIN = Path(sys.executable).parent


def main() -> None:
    arguments = argparse.ArgumentParser(prog="make bench", description=__doc__)
    arguments.add_argument("--dialogues", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the register")
    arguments.add_argument("--repeats", type=int, default=3, help="counted runs of each")
    arguments.add_argument("--workshop", type=Path, default=_HERE / ".cache" / "bench", help="where all of it is made")
    chosen = arguments.parse_args()
    for dialogues in chosen.dialogues:
        results = run_in_turn(_contenders(chosen.workshop / str(dialogues), dialogues), chosen.repeats)
        print(_table(dialogues, results), flush=True)


def _contenders(folder: Path, dialogues: int) -> list[Contender]:
    """The register made by the seed, and the same pages for the others; made once and kept."""
    content, hugo, mkdocs = folder / "content", folder / "hugo", folder / "mkdocs"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        seed = [sys.executable, "-m", "seed", "--years", "10", "--dialogues", str(dialogues), "--out", str(content)]
        subprocess.run(seed, check=True, cwd=_HERE)
        shutil.copytree(_HERE / "content" / "pages", content / "pages", dirs_exist_ok=True)
        publication = publish(content, as_of=None, today=date(2023, 9, 15), templates=_HERE / "site_templates")
        subprocess.run([*_build(content, folder / "ours")], check=True, cwd=_HERE, stdout=subprocess.DEVNULL)
        prepare_hugo(publication, _shell_bytes(publication, folder / "ours"), hugo)
        prepare_mkdocs(publication, mkdocs)
        (folder / "ready").touch()
    contenders = [
        Contender("the register", _build(content, folder / "ours"), folder / "ours"),
        Contender("Hugo", (str(_BIN / "hugo"), "--quiet", "--source", str(hugo), "--destination", str(folder / "hugo-site")),
                  folder / "hugo-site"),
    ]
    if dialogues <= MOST_FOR_MKDOCS:
        command = (str(_BIN / "mkdocs"), "build", "--quiet", "-f", str(mkdocs / "mkdocs.yml"), "-d", str(folder / "mkdocs-site"))
        contenders.append(Contender("plain MkDocs", command, folder / "mkdocs-site"))
    return contenders


def _build(content: Path, site: Path) -> tuple[str, ...]:
    return (
        str(_BIN / "dialogues"), "build", "--content", str(content), "--site", str(site),
        "--mkdocs", str(_HERE / "mkdocs.yml"),
    )


def _shell_bytes(publication, site: Path) -> int:
    """What the theme puts around a page's body, in bytes, as an average."""
    pages = publication.pages[:: max(1, len(publication.pages) // 200)]
    around = [(site / page.address / "index.html").stat().st_size - len(str(page.body).encode()) for page in pages]
    return sum(around) // len(around)


def _table(dialogues: int, results: list[Result]) -> str:
    hugo = next(result for result in results if result.name == "Hugo")
    lines = [f"\n{dialogues:,} dialogues", f"{'':14}{'median s':>10}{'least s':>10}{'× Hugo':>8}{'MB':>7}{'files':>9}{'site MB':>9}"]
    for result in results:
        lines.append(
            f"{result.name:14}{result.median:10.2f}{min(result.seconds):10.2f}{result.median / hugo.median:8.2f}"
            f"{result.memory / 2**20:7.0f}{result.files:9,}{result.size / 2**20:9.1f}"
        )
    if any(result.is_noisy for result in results):
        lines.append("The machine was busy: runs of one command differ by more than a third. Only the ratios may mean anything.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
