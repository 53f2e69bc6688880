"""Sending a page to a neighbour: one button, the telephone's own sheet, or the address copied where there is none."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.visits import expect_copied, expect_said

HELD = "doi-thoai/2023/hong-bang-dinh-ky-1/"
COMMUNE = "quan-huyen/hong-bang/so-dau/"
ADDRESS = "https://doi-thoai.example/"
OPENS_A_SHEET = "navigator.share = async shared => { window.shared = shared; }"
HAS_NO_SHEET = "delete Navigator.prototype.share"


@pytest.mark.parametrize("address, button, shared", [
    (HELD, "Chia sẻ", HELD), (HELD, "Chia sẻ kết luận này", f"{HELD}#ket-luan"), (COMMUNE, "Chia sẻ", COMMUNE),
])
def test_the_telephones_own_sheet_is_handed_the_address_that_stays(phone: Page, address: str, button: str, shared: str) -> None:
    phone.add_init_script(OPENS_A_SHEET)
    phone.goto(address)
    phone.get_by_role("button", name=button, exact=True).tap()
    expect_said(phone, lambda: phone.evaluate("window.shared?.url"), ADDRESS + shared)


def test_where_there_is_no_sheet_the_address_is_copied_and_it_is_said(phone: Page) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.add_init_script(HAS_NO_SHEET)
    phone.goto(HELD)
    phone.get_by_role("button", name="Chia sẻ", exact=True).tap()
    expect(phone.get_by_text("Đã chép địa chỉ")).to_be_visible()
    expect_copied(phone, ADDRESS + HELD)


def test_a_sheet_that_is_closed_copies_nothing(phone: Page) -> None:
    phone.add_init_script("navigator.share = async () => { window.isAsked = true; throw new DOMException('', 'AbortError'); }")
    phone.goto(HELD)
    phone.get_by_role("button", name="Chia sẻ", exact=True).tap()
    phone.wait_for_function("window.isAsked")
    expect(phone.get_by_text("Đã chép địa chỉ")).to_have_count(0)


def test_without_scripts_no_button_promises_what_it_cannot_do(without_scripts: Page) -> None:
    without_scripts.goto(HELD)
    expect(without_scripts.get_by_role("button", name=re.compile("^Chia sẻ"))).to_have_count(0)


@pytest.mark.parametrize("address, picture", [
    ("", "thanh-pho"), (COMMUNE, "hong-bang"), (HELD, "hong-bang"), ("gioi-thieu/", "thanh-pho"),
])
def test_a_page_names_the_picture_that_a_messenger_shows(site_folder: Path, address: str, picture: str) -> None:
    html = (site_folder / address / "index.html").read_text("utf-8")
    [named] = re.findall(r'<meta property="og:image" content="([^"]*)">', html)
    content = (site_folder / named.removeprefix(ADDRESS)).read_bytes()
    assert named == f"{ADDRESS}chia-se/{picture}.png"
    assert Image.open(io.BytesIO(content)).size == (1200, 630) and len(content) <= 60_000
