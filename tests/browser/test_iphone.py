"""Find, filter, search and subscribe in the engine of iPhones: nothing here is left out where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import PHONE
from tests.browser.visits import SO_DAU
from tests.browser.webkit import Phone, webkit_phone

FEED = "doi-thoai.example/lich/"


@pytest.fixture(scope="module")
def iphone(site_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    with webkit_phone(tmp_path_factory.mktemp("webkit"), site_address, **PHONE) as phone:
        yield phone


def test_it_is_that_engine_on_a_small_screen(iphone: Phone) -> None:
    iphone.go("")
    engine, width = iphone.run("return [navigator.userAgent, innerWidth]")
    assert ("AppleWebKit/605.1.15" in engine, "Chrome" in engine, width) == (True, False, PHONE["width"])


def test_my_commune_is_found_and_its_answer_read(iphone: Phone) -> None:
    iphone.go("")
    iphone.type("[data-finder] input", "so dau")
    iphone.expect(lambda: iphone.shown("[data-finder] li a") == [SO_DAU])
    iphone.click("[data-finder] li:not([hidden]) a")
    iphone.expect(lambda: iphone.address() == "quan-huyen/hong-bang/so-dau/")
    assert iphone.shown("h1") == [SO_DAU]
    assert "Bao giờ đối thoại?" in iphone.shown("h2")


def test_the_calendar_is_filtered(iphone: Phone) -> None:
    iphone.go("lich/")
    iphone.click("#loc-don-vi option[value='cat-hai']")
    iphone.expect(lambda: iphone.address() == "lich/?district=cat-hai")
    places = iphone.expect(lambda: iphone.shown("tbody [data-label='Quận, huyện']"))
    assert set(places) == {"Huyện Cát Hải"}
    assert iphone.shown("[data-follow] code") == [f"https://{FEED}cat-hai.ics"]


def test_a_question_is_searched(iphone: Phone) -> None:
    iphone.go("tim-kiem/")
    iphone.type("[data-search] input", "bi thu so dau")
    assert iphone.expect(lambda: iphone.shown("[data-search-results] a"))[0] == SO_DAU
    iphone.click("[data-search-results] a")
    iphone.expect(lambda: iphone.shown("h1") == [SO_DAU])


def test_my_communes_calendar_is_followed(iphone: Phone) -> None:
    iphone.go("dang-ky-lich/")
    iphone.type("[data-finder] input", "so dau")
    iphone.expect(lambda: iphone.shown("[data-finder] li a") == [SO_DAU])
    iphone.click("[data-finder] li:not([hidden]) a")
    wanted = f"webcal://{FEED}hong-bang/so-dau.ics"
    assert iphone.expect(lambda: iphone.run(
        "return [...document.querySelectorAll('a[href^=\"webcal:\"]')].filter(link => link.checkVisibility()).map(link => link.href)"
    ))[0] == wanted


@pytest.mark.parametrize("kind", [
    "home", "calendar", "commune", "dialogue scheduled", "dialogue followed up", "conclusions", "progress", "subscribe", "search",
    "downloads", "record form", "handbook",
])
def test_no_page_is_wider_than_the_screen_and_none_fails(iphone: Phone, kinds: dict[str, str], kind: str) -> None:
    iphone.go(kinds[kind])
    assert iphone.run("return document.documentElement.scrollWidth") <= PHONE["width"]
