"""What visits to the site have in common: links that are followed, the finder on the home page, clerks' pages, what was copied,
and the rows of the open data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

SO_DAU = "Phường Sở Dầu, quận Hồng Bàng"
PATIENCE = 30
"""Seconds until what was waited for is said not to come."""


def expect_said(page: Page, said: Callable[[], object], wanted: object) -> None:
    """What no ``expect`` of the browser's driver asks for, as soon as it is said."""
    until = monotonic() + PATIENCE
    while (last := said()) != wanted:
        assert monotonic() < until, f"wanted: {wanted!r}; said: {last!r}"
        page.wait_for_timeout(20)


def expect_copied(page: Page, wanted: str) -> None:
    """On the clipboard, into which a page writes while it goes on."""
    expect_said(page, lambda: page.evaluate("navigator.clipboard.readText()"), wanted)


def held(page: Page, address: str) -> Callable[[], None]:
    """What is asked for at the address waits until what is returned here is called, which waits until it is asked for."""
    asked: list[Route] = []
    page.route(address, lambda route: asked.append(route))

    def let_go() -> None:
        expect_said(page, lambda: len(asked), 1)
        asked[0].continue_()

    return let_go


def follow(link: Locator, by: Callable[[Locator], None] = Locator.click) -> None:
    """To the page that it leads to, whole: what is asked for there may stand on the page that is left too."""
    address = link.evaluate("link => link.href")
    by(link)
    expect(link.page).to_have_url(address)
    link.page.wait_for_load_state()


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
    """The links that the finder shows, once it understands questions too."""
    page.goto("")
    page.get_by_label("Gõ tên xã").fill(typed)
    page.wait_for_function("() => typeof questions !== 'undefined'")
    return finder(page).locator("ul").get_by_role("link")
