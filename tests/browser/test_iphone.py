"""Find, filter, search and subscribe in the engine of iPhones: nothing here is left out where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import PHONE
from tests.browser.visits import SO_DAU
from tests.browser.webkit import SEEN, Phone, webkit_phone

pytestmark = pytest.mark.both_shells

FEED = "doi-thoai.example/lich/"


@pytest.fixture(scope="module")
def opened(site_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    with webkit_phone(tmp_path_factory.mktemp("webkit"), site_address, **PHONE) as phone:
        yield phone


@pytest.fixture
def iphone(opened: Phone) -> Phone:
    """In the hands of somebody new."""
    opened.go("")
    opened.forget()
    return opened


def test_it_is_that_engine_on_a_small_screen(iphone: Phone) -> None:
    engine = "/AppleWebKit.605.1.15/.test(navigator.userAgent), /Chrome/.test(navigator.userAgent)"
    iphone.expect(f"[{engine}, innerWidth]", [True, False, PHONE["width"]])


def test_my_commune_is_found_and_its_answer_read(iphone: Phone) -> None:
    iphone.go("")
    iphone.type("[data-finder] input", "so dau")
    iphone.expect_shown("[data-finder] li a", SO_DAU)
    iphone.click("[data-finder] li:not([hidden]) a")
    iphone.expect_address("quan-huyen/hong-bang/so-dau/")
    iphone.expect_shown("h1", SO_DAU)
    iphone.expect_shown("#bao-gio", "Bao giờ đối thoại?")


def test_the_calendar_is_filtered(iphone: Phone) -> None:
    iphone.go("lich/")
    iphone.click("#loc-don-vi option[value='cat-hai']")
    iphone.expect_address("lich/?district=cat-hai")
    iphone.expect_shown("tbody [data-label='Quận, huyện']", "Huyện Cát Hải")
    iphone.expect_shown("[data-follow] code", f"https://{FEED}cat-hai.ics")


def test_a_question_is_searched(iphone: Phone) -> None:
    iphone.go("tim-kiem/")
    iphone.type("[data-search] input", "bi thu so dau")
    iphone.expect_shown("[data-search-results] li:first-child a", SO_DAU)
    iphone.click("[data-search-results] li:first-child a")
    iphone.expect_shown("h1", SO_DAU)


def test_the_place_that_is_typed_wins_over_the_topic_elsewhere(iphone: Phone) -> None:
    iphone.go("")
    iphone.type("[data-finder] input", "sổ đỏ phường hạ lý")
    iphone.expect_shown("[data-finder] li a", "Phường Hạ Lý, quận Hồng Bàng")
    iphone.go("tim-kiem/")
    iphone.type("[data-search] input", "sổ đỏ phường hạ lý")
    iphone.expect("document.querySelector('[data-search-results] li')?.innerText.includes('Phường Hạ Lý, quận Hồng Bàng')", True)


def test_my_communes_calendar_is_followed(iphone: Phone) -> None:
    iphone.go("dang-ky-lich/")
    iphone.type("[data-finder] input", "so dau")
    iphone.expect_shown("[data-finder] li a", SO_DAU)
    iphone.click("[data-finder] li:not([hidden]) a")
    offered = f"[...document.querySelectorAll('a[href^=\"webcal:\"]')].filter({SEEN})"
    iphone.expect(f"{offered}[0]?.href", f"webcal://{FEED}hong-bang/so-dau.ics")


@pytest.mark.parametrize("kind", [
    "home", "calendar", "commune", "dialogue scheduled", "dialogue followed up", "conclusions", "progress", "subscribe", "search",
    "downloads", "record form", "handbook",
])
def test_no_page_is_wider_than_the_screen_and_none_fails(iphone: Phone, kinds: dict[str, str], kind: str) -> None:
    iphone.go(kinds[kind])
    iphone.expect("document.documentElement.scrollWidth <= innerWidth", True)
