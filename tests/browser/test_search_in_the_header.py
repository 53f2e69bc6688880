"""The box at the head of every page answers while one types: by mouse, by keyboard, for a screen reader, and without any script."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Response, expect

SO_DAU = "Phường Sở Dầu, quận Hồng Bàng"
BUDGET = 100_000  # bytes, compressed, before the first result of the sample


def typed(page: Page, text: str, address: str = "tien-do/") -> Locator:
    """The box, with the words put into it at once: whoever types slowly is answered before the last letter, and then anew."""
    page.goto(address)
    box = page.locator("#tim-nhanh")
    box.click()
    box.fill(text)
    expect(page.locator("#tim-nhanh-thay [role=option]").first).to_be_visible()
    return box


def options(page: Page) -> Locator:
    return page.locator("#tim-nhanh-thay [role=option]")


def test_the_unit_that_is_typed_comes_first_on_any_page(page: Page):
    page.goto("doi-thoai/2023/hong-bang-dinh-ky-1/")
    page.locator("#tim-nhanh").press_sequentially("so dau")
    expect(options(page).first).to_contain_text(SO_DAU)


def test_the_place_that_is_typed_wins_over_the_topic_elsewhere(page: Page):
    typed(page, "sổ đỏ phường hạ lý")
    expect(options(page).first).to_contain_text("Phường Hạ Lý, quận Hồng Bàng")


def test_an_answer_leads_to_its_page(page: Page):
    typed(page, "so dau")
    options(page).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SO_DAU)


def test_an_answer_is_chosen_and_opened_by_keyboard(page: Page):
    box = typed(page, "so dau")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "tim-nhanh-thay-0")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(SO_DAU)


def test_enter_alone_goes_to_all_that_was_found(page: Page):
    typed(page, "so dau").press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=so\+dau$|/tim-kiem/\?q=so%20dau$"))


def test_escape_closes_the_list_and_the_words_stay(page: Page):
    box = typed(page, "so dau")
    box.press("Escape")
    expect(options(page).first).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("so dau")


def test_the_list_is_announced_and_sound(page: Page):
    box = typed(page, "so dau")
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".site-search [role=status]")).to_contain_text("Tìm thấy")
    assert Axe().run(page, ".md-header").response["violations"] == []


def test_nothing_is_asked_for_before_the_box_is_used_and_little_before_the_first_answer(page: Page):
    asked: list[Response] = []
    page.on("response", lambda answer: asked.append(answer))
    page.goto("tien-do/", wait_until="networkidle")
    assert not [answer.url for answer in asked if "tim-kiem/" in answer.url or answer.url.endswith("search.js")]
    asked.clear()
    page.locator("#tim-nhanh").click()
    page.locator("#tim-nhanh").fill("so dau")
    expect(options(page).first).to_be_visible()
    assert sum(answer.request.sizes()["responseBodySize"] for answer in asked) <= BUDGET


def test_without_scripts_the_box_is_a_plain_form(without_scripts: Page):
    without_scripts.set_viewport_size({"width": 1280, "height": 800})
    without_scripts.goto("tien-do/")
    without_scripts.locator("#tim-nhanh").fill("so dau")
    without_scripts.locator("#tim-nhanh").press("Enter")
    expect(without_scripts).to_have_url(re.compile(r"/tim-kiem/\?q=so"))
