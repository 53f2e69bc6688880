"""The home page opens with the place that was chosen on this telephone, until it is told to forget it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import RULES
from tests.browser.visits import SO_DAU, find, finder, follow


@pytest.fixture
def at_home(phone: Page) -> Page:
    """Of somebody who chose a ward before."""
    follow(find(phone, "so dau").filter(has_text=SO_DAU))
    phone.goto("")
    return phone


def test_it_opens_with_the_answer_of_the_chosen_place(at_home: Page) -> None:
    place = at_home.get_by_role("region", name=SO_DAU)
    expect(place.get_by_role("heading", name="Bí thư Đảng ủy phường")).to_be_visible()
    assert place.bounding_box()["y"] < finder(at_home).bounding_box()["y"]
    place.get_by_role("link", name="Mọi điều về nơi này").click()
    expect(at_home.get_by_role("heading", level=1)).to_have_text(SO_DAU)


def test_open_promises_and_news_stand_below_the_answer(phone: Page) -> None:
    follow(find(phone, "quan hong bang").filter(has_text=re.compile("^Quận Hồng Bàng$")))
    phone.goto("")
    place = phone.get_by_role("region", name="Quận Hồng Bàng")
    expect(place.get_by_role("heading", level=3).filter(has_text=re.compile("^(Cam kết|Có gì mới)$"))).to_have_count(2)
    expect(place.get_by_text(re.compile(r"^Còn \d+ cam kết chưa xong"))).to_be_visible()


def test_its_links_lead_where_they_lead_from_the_places_own_page(at_home: Page, site_address: str) -> None:
    place = at_home.get_by_role("region", name=SO_DAU)
    place.locator(".card a").first.wait_for()
    linked = place.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert [link for link in linked if not at_home.request.get(link.partition("#")[0]).ok] == []


def test_a_tap_forgets_it_for_good(at_home: Page) -> None:
    at_home.get_by_role("button", name="Quên nơi này").tap()
    expect(at_home.get_by_role("region", name=SO_DAU)).to_have_count(0)
    at_home.reload()
    expect(finder(at_home).get_by_role("heading", level=1)).to_be_visible()
    expect(at_home.get_by_role("button", name="Quên nơi này")).to_have_count(0)


def test_who_chose_nothing_finds_the_page_as_it_is(phone: Page) -> None:
    phone.goto("")
    expect(finder(phone).get_by_role("heading", level=1)).to_be_visible()
    assert phone.evaluate("Object.keys(localStorage).filter(key => key.endsWith('noi-toi-o'))") == []


def test_a_place_that_is_no_more_in_the_register_is_not_shown(phone: Page) -> None:
    phone.goto("")
    phone.evaluate("localStorage.setItem(`${location.pathname}noi-toi-o`, 'quan-huyen/khong-co/')")
    phone.reload()
    expect(finder(phone).get_by_role("heading", level=1)).to_be_visible()


def test_it_breaks_no_rule_of_accessibility(at_home: Page) -> None:
    at_home.locator(".my-place .card").first.wait_for()
    assert Axe().run(at_home, options={"resultTypes": ["violations"], "runOnly": RULES["light"]}).response["violations"] == []
