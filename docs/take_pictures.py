"""Takes README's pictures from the built sample, in the system's Chromium: ``make pictures`` writes them beside this file."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
PAGES = {"home": "", "progress": "tien-do/"}
"""What each picture shows, by its address."""
SCREEN = {"width": 1280, "height": 800}


def take_pictures(site: Path, folder: Path) -> None:
    """One PNG a page of the site, as a reader in Việt Nam with a desktop screen finds it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SCREEN, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme="light")
        for name, address in PAGES.items():
            page.goto((site / address / "index.html").as_uri())
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    take_pictures(ROOT / "site", PICTURES)
