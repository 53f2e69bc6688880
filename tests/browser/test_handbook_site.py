"""The clerks' handbook on the site: reached from every page, in nobody's way, and leading on from page to page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import follow


def test_it_is_reached_from_the_foot_of_a_page(page: Page) -> None:
    page.goto("quan-huyen/hong-bang/so-dau/")
    page.get_by_role("contentinfo").get_by_role("link", name="Sổ tay ghi sổ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sổ tay ghi sổ")


def test_it_stands_in_no_menu(page: Page) -> None:
    page.goto("")
    expect(page.locator("nav a[href*='so-tay']")).to_have_count(0)


def test_each_of_its_pages_is_one_step_away(page: Page) -> None:
    page.goto("so-tay/")
    for name, heading in (("Một năm của sổ", "Một năm của sổ"), ("Thông báo lỗi và cách sửa", "Thông báo lỗi và cách sửa"), ("Lập bản ghi", "Lập bản ghi")):
        follow(page.get_by_role("article").get_by_role("link", name=name, exact=True).first)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        page.go_back()


@pytest.mark.both_shells
def test_what_a_page_holds_stands_beside_it(page: Page) -> None:
    page.goto("so-tay/viec-va-lenh/")
    beside = page.locator(".md-sidebar")
    expect(beside.get_by_role("link", name="Đăng ký kế hoạch")).to_be_visible()


def test_a_rule_has_an_address_of_its_own(page: Page) -> None:
    page.goto("so-tay/thong-bao-loi/#change-has-a-reason")
    expect(page.locator("#change-has-a-reason")).to_be_in_viewport()
    expect(page.locator("#change-has-a-reason")).to_have_text(re.compile("phải có lý do"))
