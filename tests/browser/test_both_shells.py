"""The sample's site in both shells: the same addresses with the same contents, whatever is around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.test_accessibility import RULES, SCREENS
from tests.folders import files_of

ARTICLE = re.compile(rb'<article id="noi-dung"[^>]*>(.*?)</article>', re.DOTALL)
AROUND = re.compile(r"assets/(?:stylesheets|javascripts)/(?:main|palette|bundle|shell)\.|assets/images/favicon\.png$|phat-hanh/")
"""What is around pages, and the sums of all, which differ with it."""


def test_every_file_is_the_same_and_so_is_the_content_of_every_page(sample_in: Callable[[str], Path]) -> None:
    ours, theirs = (contents_of(sample_in(shell)) for shell in ("own", "material"))
    assert ours.keys() == theirs.keys()
    assert [path for path, content in ours.items() if content != theirs[path]] == []


def contents_of(site: Path) -> dict[str, bytes]:
    """Of each page what stands in its article, of each other file all of it."""
    found = {path: (ARTICLE.search(file) if path.endswith(".html") else None, file) for path, file in files_of(site).items()}
    return {path: article[1].strip() if article else file for path, (article, file) in found.items() if not AROUND.match(path)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_around_pages(
    browser: Browser, sample_in: Callable[[str], Path], serve: Callable[[Path], str], screen: str, scheme: str
) -> None:
    """In the own shell; all pages are asked by ``make test-shells``, and what is in them as in the other shell by all tests."""
    context = browser.new_context(base_url=serve(sample_in("own")), viewport=SCREENS[screen], color_scheme=scheme, locale="vi-VN")
    page, found = context.new_page(), {}
    for address in ("", "so-tay/viec-va-lenh/", "so-tay/thong-bao-loi/", "tim-kiem/", "khong-co/"):
        page.goto(address)
        violations = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": RULES[scheme]}).response["violations"]
        found |= {(address, violation["id"]): [node["html"][:200] for node in violation["nodes"]] for violation in violations}
    context.close()
    assert found == {}


def test_the_choice_of_light_or_dark_is_kept_from_page_to_page(
    browser: Browser, sample_in: Callable[[str], Path], serve: Callable[[Path], str]
) -> None:
    context = browser.new_context(base_url=serve(sample_in("own")), color_scheme="dark")
    page = context.new_page()
    page.goto("")
    scheme = page.get_by_role("button", name="Nền tối")
    expect(scheme).to_have_attribute("aria-pressed", "true")
    scheme.click()
    page.goto("lich/")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")
    expect(scheme).to_have_attribute("aria-pressed", "false")
    context.close()


def test_the_contents_of_a_page_by_hand_lead_to_its_headings_and_close_the_drawer(
    browser: Browser, sample_in: Callable[[str], Path], serve: Callable[[Path], str]
) -> None:
    context = browser.new_context(base_url=serve(sample_in("own")), viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("so-tay/viec-va-lenh/")
    page.locator(".md-header label[for=__drawer]").click()
    contents = page.get_by_role("navigation", name="Nội dung trang")
    contents.get_by_role("link", name="Dời ngày").click()
    expect(contents).to_be_hidden()
    expect(page.get_by_role("heading", name="Dời ngày")).to_be_in_viewport()
    context.close()
