"""How far a telephone scrolls: the answer stands near the top, and what is folded away for it is not lost."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from seed.eras import three_eras
from tests.folders import fill
from tests.places import CONTENT

HELD = "doi-thoai/2023/hong-bang-dinh-ky-1/"
TOPS = {(HELD, "#ket-luan"): 1_500, ("ket-luan/", "main a[href*='#ket-luan']"): 2_500}
"""By the page and what its reader came for: how far down that may begin, in CSS pixels."""


HEIGHTS = {"dang-ky-lich/": 8_000, "tien-do/": 14_000, "lich/": 16_000, "cam-ket/co-quan/": 14_000, "du-lieu/": 16_000,
           "co-gi-moi/": 14_000, "cam-ket/": 14_000, "cam-ket/thuy-nguyen/": 16_000, "co-gi-moi/thuy-nguyen/": 16_000}
"""How high a page may be, in CSS pixels, where it once held the whole register."""


@pytest.mark.parametrize("address", HEIGHTS)
def test_a_page_is_no_higher_than_a_thumb_is_patient(phone: Page, address: str) -> None:
    phone.goto(address)
    assert phone.evaluate("document.documentElement.scrollHeight") <= HEIGHTS[address]


HEIGHTS_OF_COMMUNES = {
    "ket-luan/": 16_000, "ket-luan/2025/": 16_000, "cam-ket/": 14_000, "cam-ket/2025/": 14_000, "xa-phuong/": 10_000,
    "tien-do/": 14_000, "lich/": 16_000, "co-gi-moi/": 14_000, "xa-phuong/an-hung/": 9_000, "xa-phuong/dac-khu-cat-hai/": 9_000,
    "xa-phuong/phuong-le-chan/": 9_000,
}
"""The same where nothing lies between the city and its 114 communes."""


def test_no_page_grows_with_the_communes_that_nothing_gathers(
    phone: Page, tmp_path: Path, build_site: Callable[[Path, Path], None], serve: Callable[[Path], str],
) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    fill(content, three_eras(2023))
    shutil.copytree(CONTENT / "pages", content / "pages")
    build_site(content, site)
    served, heights = serve(site), {}
    for address in HEIGHTS_OF_COMMUNES:
        phone.goto(served + address)
        heights[address] = phone.evaluate("document.documentElement.scrollHeight")
    assert {address: height for address, height in heights.items() if height > HEIGHTS_OF_COMMUNES[address]} == {}


@pytest.mark.parametrize("address, wanted", TOPS)
def test_what_a_reader_came_for_stands_near_the_top(phone: Page, address: str, wanted: str) -> None:
    phone.goto(address)
    assert phone.locator(wanted).first.bounding_box()["y"] <= TOPS[address, wanted]


def test_no_conclusion_is_folded_away(site_folder: Path) -> None:
    folded = [
        path for path in site_folder.glob("doi-thoai/*/*/index.html")
        if "ket-luan" in "".join(part.partition("</details>")[0] for part in path.read_text("utf-8").split("<details")[1:])
    ]
    assert folded == []


def test_a_fold_opens_without_a_script(without_scripts: Page) -> None:
    without_scripts.goto(HELD)
    told = without_scripts.get_by_text("thông báo thứ Năm, ngày 15/6/2023")
    expect(told).to_be_hidden()
    without_scripts.get_by_text("Các lần thông báo").click()
    expect(told).to_be_visible()


def test_an_address_that_leads_to_a_fold_opens_it(phone: Page) -> None:
    phone.goto(f"{HELD}#lich-su")
    expect(phone.get_by_text("thông báo thứ Năm, ngày 15/6/2023")).to_be_visible()


def test_an_address_cut_off_within_a_letter_leaves_the_pages_scripts_running(phone: Page) -> None:
    phone.goto("dang-ky-lich/#b%E1%BA")
    expect(phone.get_by_role("button", name="Sao chép địa chỉ lịch").first).to_be_visible()


def test_what_is_folded_away_is_printed(phone: Page) -> None:
    phone.goto(HELD)
    sheets = pypdfium2.PdfDocument(io.BytesIO(phone.pdf(format="A4")))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in sheets)
    assert "thông báo thứ Năm, ngày 15/6/2023" in " ".join(text.split())


@pytest.mark.parametrize("width", [360, 1280])
def test_no_cell_of_the_figures_is_empty(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(HELD)
    figures, last = page.locator("dl.figures").bounding_box(), page.locator("dl.figures > div").last.bounding_box()
    assert abs(figures["x"] + figures["width"] - last["x"] - last["width"]) <= 2


def test_no_line_is_empty_between_a_time_and_what_is_said_of_it(phone: Page) -> None:
    phone.goto("lich/")
    told = phone.locator(".when:has(.status)").first
    time, tag = told.locator("time").bounding_box(), told.locator(".status").bounding_box()
    assert tag["y"] - time["y"] - time["height"] <= 10
