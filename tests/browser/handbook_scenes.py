"""The screens that the handbook has pictures of, and how a clerk gets to each in the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

SCREEN = {"width": 720, "height": 560}


@dataclass(frozen=True)
class Scene:
    """``kind`` is one of the fixture ``kinds``, or an address with a slash; the picture begins at ``top`` and is ``height``
    CSS pixels high."""

    kind: str
    top: str
    height: int = SCREEN["height"]
    done: Callable[[Page], None] = lambda page: None


def fill_form(page: Page) -> None:
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang/so-dau")
    page.locator("#f-registration-registered_on").fill("20/2/2023")
    page.locator("#f-registration-period").fill("2023-10")


def slip(page: Page) -> None:
    fill_form(page)
    page.get_by_label("Chủ đề").first.fill("Đèn chiếu sáng, hỏi số 0912 345 678")
    page.locator("[data-record-problems] li").first.wait_for()


def announce(page: Page) -> None:
    page.get_by_label("Việc", exact=True).select_option("announce")


def open_fold(page: Page) -> None:
    page.locator("#thoi-han").click()


SCENES = {
    "record-form": Scene("record form", "h1", done=fill_form),
    "record-problem": Scene("record form", "#ban-ghi", 420, slip),
    "record-out": Scene("record form", "#ban-ghi", 620, fill_form),
    "record-editor": Scene("editor of a dialogue", "#viec", 760, announce),
    "notice": Scene("notice", "h1", 620),
    "unit": Scene("commune", "h1"),
    "deadlines": Scene("subscribe", "#thoi-han", 360, open_fold),
    "quarter-list": Scene("quarter list", "h1"),
    "progress": Scene("progress", "h1", 520),
    "corrections": Scene("dinh-chinh/", "h1"),
    "agencies": Scene("agencies", "article h2"),
    "releases": Scene("releases", "h1", 440),
    "verifying": Scene("releases", "#tu-kiem-chung", 480),
}
"""By the name of the picture's file."""
