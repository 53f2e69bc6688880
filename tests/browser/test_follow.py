"""Walked for "Nhắc tôi.": calendars are followed from a small telephone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

FEED = "https://doi-thoai.example/lich/thanh-pho.ics"


@pytest.fixture
def subscribe(phone: Page) -> Page:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto("dang-ky-lich/")
    return phone


def test_the_copy_button_puts_the_address_on_the_clipboard_and_says_so(subscribe: Page) -> None:
    subscribe.get_by_role("button", name="Sao chép địa chỉ lịch").first.click()
    expect(subscribe.get_by_text("Đã sao chép", exact=True)).to_be_visible()
    assert subscribe.evaluate("navigator.clipboard.readText()") == FEED


def test_apple_devices_open_the_feed_by_themselves(subscribe: Page) -> None:
    link = subscribe.get_by_role("link", name="iPhone, iPad, Mac").first
    expect(link).to_have_attribute("href", FEED.replace("https://", "webcal://"))


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
    phone.get_by_role("link", name="Đăng ký theo dõi lịch", exact=True).click()
    button = phone.get_by_role("button", name="Sao chép địa chỉ lịch").first
    expect(button).to_be_in_viewport()
    feed = urlsplit(button.get_attribute("data-copy")).path.lstrip("/")
    assert feed == "lich/hong-bang/so-dau.ics" and (site_folder / feed).is_file()


def test_one_dialogue_is_added_by_itself_as_a_download_of_one_event(phone: Page, kinds: dict[str, str]) -> None:
    phone.goto(kinds["dialogue scheduled"])
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Thêm vào lịch").click()
    assert Path(download.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 1
