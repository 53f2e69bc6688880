"""``make page-figures``: how high, how heavy and how good by Lighthouse each kind of page of the built sample is.

Lighthouse's first figure is of time on a telephone that it reckons from this machine's, so it is read here and in no test; a
busy machine makes it worse, as its last column tells, which is some 1,500 where little else runs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.files.serving import Server
from tests.browser.conftest import PHONE, VISITOR, LikeNginx, kinds_of
from tests.browser.test_weights import visits

ROOT = Path(__file__).parents[1]
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
NOT_ASKED = {"embed": "seo", "not found": "seo"}
"""What is kept out of search engines on purpose: its figure there says so and no more."""


def main() -> None:
    arguments = argparse.ArgumentParser(prog="make page-figures", description=__doc__)
    arguments.add_argument("kinds", nargs="*", help="names of kinds of pages; all, where none is named")
    arguments.add_argument("--site", type=Path, default=ROOT / "site")
    arguments.add_argument("--no-lighthouse", action="store_true")
    given = arguments.parse_args()
    site: Path = given.site
    kinds = {kind: address for kind, address in kinds_of(site).items() if not given.kinds or kind in given.kinds}
    server = Server(("127.0.0.1", 0), partial(LikeNginx, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "please run: make system-ready"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        heights = {kind: height(browser, base + address) for kind, address in kinds.items()}
        first = {kind: visit.bytes for kind, visit in visits(browser, base, kinds).items()}
        second = {kind: visit.bytes for kind, visit in visits(browser, base, kinds, "gioi-thieu/").items()}
        browser.close()
    columns = ("page", "height at 360 px", "kB, first page", "kB, second page", *BARS, "machine")
    print(f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|")
    for kind, address in kinds.items():
        found = {} if given.no_lighthouse else lighthouse(base + address, chromium)
        weights = f"{first[kind] / 1000:.1f} | {second[kind] / 1000:.1f}"
        figures = " | ".join(told(kind, name, found) for name in BARS)
        print(f"| {kind} | {heights[kind]:,} | {weights} | {figures} | {found.get('machine', '–')} |", flush=True)
    server.shutdown()


def told(kind: str, name: str, found: dict[str, int]) -> str:
    if name not in found or NOT_ASKED.get(kind) == name:
        return "–"
    return str(found[name]) if found[name] >= BARS[name] else f"**{found[name]}**"


def height(browser: Browser, address: str) -> int:
    """In CSS pixels, on a small telephone."""
    context = browser.new_context(viewport=PHONE, **VISITOR)
    page = context.new_page()
    page.goto(address)
    found: int = page.evaluate("document.documentElement.scrollHeight")
    context.close()
    return found


def lighthouse(address: str, chromium: str) -> dict[str, int]:
    """Its figures from 0 to 100 for a telephone, by category, and how fast it found this machine; none where it refuses a
    page, as it does one that is not there."""
    command = [
        ROOT / "node_modules/.bin/lighthouse", address, "--quiet", "--output=json", f"--only-categories={','.join(BARS)}",
        "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ]
    run = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, check=False)
    told = json.loads(run.stdout or b"{}")
    scores = {name: found["score"] for name, found in told.get("categories", {}).items() if found["score"] is not None}
    machine = {"machine": round(told["environment"]["benchmarkIndex"])} if scores else {}
    return {name: round(score * 100) for name, score in scores.items()} | machine


if __name__ == "__main__":
    main()
