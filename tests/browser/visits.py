"""What visits to the site have in common: the finder on the home page, clerks' pages, and the rows of the open data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

SO_DAU = "Phường Sở Dầu, quận Hồng Bàng"


def finder(page: Page) -> Locator:
    return page.locator("[data-finder]")


def rows_of(site: Path, table: str) -> list[dict[str, Any]]:
    return json.loads((site / f"api/v1/{table}-2023.json").read_bytes())["rows"]


def open_to_write(page: Page, address: str) -> None:
    """A page of clerks, once somebody has touched it and it has brought all that it works with."""
    page.goto(address)
    page.keyboard.press("Shift")
    page.wait_for_function("() => globalThis.personalData")


def find(page: Page, typed: str) -> Locator:
    """The links that the finder shows."""
    page.goto("")
    page.get_by_label("Gõ tên xã").fill(typed)
    return finder(page).locator("ul").get_by_role("link")
