"""Walked for "Nhắc tôi.": calendars are followed from a small telephone."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, VISITOR
from tests.browser.visits import SO_DAU, expect_copied, follow

pytestmark = pytest.mark.both_shells

FEED = "https://doi-thoai.example/lich/thanh-pho.ics"


@pytest.fixture
def subscribe(phone: Page) -> Page:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto("dang-ky-lich/")
    return phone


def test_the_copy_button_puts_the_address_on_the_clipboard_and_says_so(subscribe: Page) -> None:
    subscribe.get_by_role("button", name="Sao chép địa chỉ lịch").first.click()
    expect(subscribe.get_by_text("Đã sao chép", exact=True)).to_be_visible()
    expect_copied(subscribe, FEED)


def test_apple_devices_open_the_feed_by_themselves(subscribe: Page) -> None:
    link = subscribe.get_by_role("link", name="iPhone, iPad, Mac").first
    expect(link).to_have_attribute("href", FEED.replace("https://", "webcal://"))


def test_an_iphone_is_offered_its_own_button_first(browser: Browser, site_address: str) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/604.1"
    context = browser.new_context(base_url=site_address, viewport=PHONE, user_agent=agent, **VISITOR)
    page = context.new_page()
    page.goto("quan-huyen/hong-bang/so-dau/")
    expect(page.locator("#theo-doi ~ .buttons").first.locator(".button").first).to_have_attribute("href", re.compile("^webcal:"))
    context.close()


def test_google_is_reached_where_an_address_is_added(subscribe: Page) -> None:
    link = subscribe.get_by_role("link", name="Google Lịch, trên máy tính")
    expect(link).to_have_attribute("href", "https://calendar.google.com/calendar/u/0/r/settings/addbyurl")


@pytest.mark.parametrize(("name", "host"), [
    ("Outlook.com", "outlook.live.com"), ("Outlook cơ quan, trường học", "outlook.office.com"),
])
def test_outlook_is_handed_the_address_and_the_name(subscribe: Page, name: str, host: str) -> None:
    target = urlsplit(subscribe.get_by_role("link", name=name).get_attribute("href"))
    assert (target.hostname, target.path, parse_qs(target.query)["url"]) == (host, "/calendar/0/addfromweb", [FEED])


def test_my_communes_page_offers_the_feed_of_my_commune_and_my_district(phone: Page, site_folder: Path) -> None:
    phone.goto("quan-huyen/hong-bang/so-dau/")
    follow(phone.get_by_role("link", name="Đăng ký theo dõi lịch", exact=True))
    button = phone.get_by_role("button", name="Sao chép địa chỉ lịch").first
    expect(button).to_be_in_viewport()
    feed = urlsplit(button.get_attribute("data-copy")).path.lstrip("/")
    assert feed == "lich/hong-bang/so-dau.ics" and (site_folder / feed).is_file()


def test_one_dialogue_is_added_by_itself_as_a_download_of_one_event(phone: Page, kinds: dict[str, str]) -> None:
    phone.goto(kinds["dialogue scheduled"])
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Thêm vào lịch").click()
    assert Path(download.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 1


def test_the_page_of_calendars_leads_from_my_communes_name_to_one_set_of_buttons_for_it(subscribe: Page) -> None:
    subscribe.get_by_label("Gõ tên xã").fill("so dau")
    follow(subscribe.get_by_role("link", name=SO_DAU))
    button = subscribe.get_by_role("button", name="Sao chép địa chỉ lịch")
    expect(button).to_have_count(1)
    expect(button).to_be_in_viewport()


@pytest.mark.parametrize("query, feed, is_wider", [
    ("", "thanh-pho", False), ("?district=cat-hai", "cat-hai", False), ("?kind=thematic", "loai/chuyen-de", False),
    ("?district=cat-hai&kind=thematic", "cat-hai", True), ("?audience=thanh-nien", "thanh-pho", True),
])
def test_a_filtered_calendar_is_followed_as_it_is_filtered(phone: Page, site_folder: Path, query: str, feed: str, is_wider: bool) -> None:
    phone.goto(f"lich/{query}")
    followed, https = phone.locator("[data-follow]"), FEED.replace("thanh-pho", feed)
    expect(followed.locator("code")).to_have_text(https)
    expect(followed.get_by_role("button")).to_have_attribute("data-copy", https)
    expect(followed.get_by_role("link", name="iPhone")).to_have_attribute("href", https.replace("https", "webcal"))
    outlook = urlsplit(followed.get_by_role("link", name="Outlook.com").get_attribute("href"))
    assert parse_qs(outlook.query) == {"url": [https], "name": [followed.locator("strong").inner_text()]}
    expect(followed.get_by_role("status")).to_have_text("Chưa có lịch riêng cho mọi điều kiện đang lọc; lịch này có cả những cuộc khác." if is_wider else "")
    assert (site_folder / urlsplit(https).path.lstrip("/")).is_file()


def test_a_filter_that_is_chosen_changes_what_the_button_copies(subscribe: Page) -> None:
    subscribe.goto("lich/")
    subscribe.get_by_role("combobox", name="Quận, huyện").select_option(label="Huyện Cát Hải")
    subscribe.locator("[data-follow]").get_by_role("button").click()
    expect(subscribe.get_by_text("Đã sao chép", exact=True)).to_be_visible()
    expect_copied(subscribe, FEED.replace("thanh-pho", "cat-hai"))
