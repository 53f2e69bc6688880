"""What comes out of a printer: a notice on one sheet that a telephone can read, and a list that lies on its side."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

pytestmark = pytest.mark.both_shells

SITE = "https://doi-thoai.example/"
A4 = (595, 842)
"""Points of 1/72 inch, upright."""
DOTS_A_POINT = 2


@pytest.fixture(scope="module")
def longest_notices(site_folder: Path) -> dict[str, str]:
    """By the size it is set in, the address of the notice with the most text."""
    longest: dict[str, tuple[int, str]] = {}
    for file in sorted(site_folder.glob("doi-thoai/*/*/thong-bao/index.html")):
        size, _, poster = file.read_text("utf-8").partition('<div class="poster poster-')[2].partition('"')
        if not poster:
            continue  # a notice that is past
        length = len(poster.partition('<div class="screen-only">')[0])
        longest[size] = max(longest.get(size, (0, "")), (length, f"{file.parent.relative_to(site_folder).as_posix()}/"))
    return {size: address for size, (_, address) in longest.items()}


@pytest.fixture(scope="module")
def longest_notice(longest_notices: dict[str, str]) -> str:
    return longest_notices["medium"]


def printed(page: Page, address: str) -> pypdfium2.PdfDocument:
    page.goto(address)
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def sheets(document: pypdfium2.PdfDocument) -> list[tuple[int, int]]:
    return [(round(width), round(height)) for width, height in (sheet.get_size() for sheet in document)]


def text_of(document: pypdfium2.PdfDocument) -> str:
    return " ".join(document[0].get_textpage().get_text_bounded().split())


def codes(document: pypdfium2.PdfDocument) -> list[str]:
    picture = document[0].render(scale=DOTS_A_POINT, grayscale=True)
    rows = memoryview(picture.buffer).cast("B", (picture.height, picture.stride))
    return [code.text for code in zxingcpp.read_barcodes(rows)]


def test_the_longest_notice_of_each_size_fits_one_sheet(page: Page, longest_notices: dict[str, str]):
    assert {size: sheets(printed(page, address)) for size, address in longest_notices.items()} == (
        {size: [A4] for size in longest_notices}
    )


def test_the_code_on_paper_leads_to_the_dialogues_page(page: Page, longest_notice: str):
    assert codes(printed(page, longest_notice)) == [SITE + longest_notice.removesuffix("thong-bao/")]


def test_neither_menus_nor_texts_to_send_are_on_the_paper(page: Page, longest_notice: str):
    text = text_of(printed(page, longest_notice))
    assert ("Chủ trì" in text, "Trang chủ" in text, "Sao chép" in text, "loa truyền thanh" in text) == (True, False, False, False)


def test_the_key_lines_are_read_from_two_metres(page: Page, longest_notice: str):
    page.emulate_media(media="print")
    page.goto(longest_notice)
    points = page.eval_on_selector_all(
        ".poster h1, .poster-kind, .poster-key", "lines => lines.map(line => parseFloat(getComputedStyle(line).fontSize) * 72 / 96)"
    )
    assert min(map(round, points)) >= 28


def test_a_notice_fills_its_sheet(page: Page, longest_notices: dict[str, str]):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # as wide as the sheet within its margins
    heights = {}
    for size, address in longest_notices.items():
        page.goto(address)
        heights[size] = page.eval_on_selector(".poster", "poster => poster.getBoundingClientRect().height * 25.4 / 96")
    assert {size: height for size, height in heights.items() if not 265 <= height <= 267.5} == {}


def test_the_code_is_large_enough_for_a_telephone_at_arms_length(page: Page, longest_notice: str):
    page.emulate_media(media="print")
    page.goto(longest_notice)
    assert page.eval_on_selector(".qr-code", "code => code.getBoundingClientRect().width * 25.4 / 96") >= 35


def test_the_office_stands_at_the_top_on_the_left(page: Page, longest_notice: str):
    page.emulate_media(media="print")
    page.goto(longest_notice)
    unit, poster = (page.locator(part).bounding_box() for part in (".poster-unit", ".poster"))
    assert unit["x"] == poster["x"] and page.locator(".poster-unit").evaluate("unit => getComputedStyle(unit).textTransform") == "uppercase"


def test_a_quarters_list_lies_on_its_side_and_starts_on_the_first_sheet(page: Page):
    document = printed(page, "quan-huyen/hong-bang/quy-3-2023/")
    assert (sheets(document)[0], "Đối thoại quý III/2023" in text_of(document)) == (A4[::-1], True)


def test_what_a_clerk_does_on_the_screen_is_not_on_a_dialogues_paper(page: Page):
    document = printed(page, "doi-thoai/2023/hong-bang-dinh-ky-1/")
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert ("Căn cứ và nguồn" in text, "Dành cho cán bộ ghi sổ" in text, "Ghi việc mới" in text) == (True, False, False)


@pytest.mark.parametrize("address", ["quan-huyen/hong-bang/quy-3-2023/", "quan-huyen/hong-bang/", "lich/"])
def test_sample_data_says_so_on_paper_too(page: Page, address: str):
    assert "Dữ liệu mẫu" in text_of(printed(page, address))


SHEETS = {"lich/": 16, "cam-ket/co-quan/": 4, "dang-ky-lich/": 4, "tien-do/": 6, "co-gi-moi/": 4, "du-lieu/": 5}


@pytest.mark.parametrize("address", SHEETS)
def test_what_other_pages_print_is_not_printed_again(page: Page, address: str):
    assert len(printed(page, address)) <= SHEETS[address]


def test_a_printed_calendar_tells_what_is_to_come_and_what_was_announced_and_taken_back(page: Page):
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in printed(page, "lich/")).split())
    told = ("Tháng 12 năm 2023 (", "Tạm hoãn, chưa có ngày mới (", "Đã hủy (", "Đã đăng ký kế hoạch, chưa có ngày (", "Đã qua ngày, chưa có báo cáo (")
    assert [words in text for words in told] == [True, True, True, False, False]


def test_the_units_of_a_list_that_lies_on_its_side_are_not_set_a_word_a_line(page: Page):
    page.set_viewport_size({"width": 950, "height": 680})  # less than what is laid out for wide screens, as a sheet is
    page.emulate_media(media="print")
    page.goto("quan-huyen/hong-bang/quy-3-2023/")
    lines = page.locator("td.place").evaluate_all("""cells => cells.map(cell => {
        const words = document.createRange()
        words.selectNodeContents(cell.querySelector("a").firstChild)
        return new Set([...words.getClientRects()].map(line => line.top)).size
    })""")
    assert lines and max(lines) <= 4


HEADINGS_ALONE = """() => {
    const isShown = element => element.getClientRects().length > 0
    const level = heading => Number(heading.tagName[1])
    const article = document.querySelector("article")
    if (!article) return []
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const shown = [] // headings, and null for other texts
    while (texts.nextNode()) {
        const heading = texts.currentNode.parentElement.closest("h1, h2, h3, h4"), last = shown[shown.length - 1]
        if (texts.currentNode.data.trim() && isShown(texts.currentNode.parentElement) && (heading ?? null) !== last)
            shown.push(heading)
    }
    return shown.filter((one, at) => {
        const next = shown[at + 1]
        return one && !one.closest("summary") && (next === undefined || (next && level(next) <= level(one)))
    }).map(heading => heading.textContent.trim())
}"""


def test_no_heading_stands_alone_on_paper(page: Page, kinds: dict[str, str]):
    page.emulate_media(media="print")
    alone = {}
    for kind, address in kinds.items():
        page.goto(address)
        if found := page.evaluate(HEADINGS_ALONE):
            alone[kind] = found
    assert alone == {}


def test_what_is_not_printed_of_each_post_is_not_announced_on_paper(page: Page):
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in printed(page, "tien-do/")).split())
    assert ("Nhịp độ trong năm" in text, "Từng chức danh" in text, "Vì sao được tính" in text) == (True, False, False)


@pytest.mark.parametrize("address", ["so-tay/viec-va-lenh/", "so-tay/phat-hanh/", "so-tay/ban-in/"])
def test_no_option_of_a_command_is_parted_on_paper(page: Page, address: str):
    lines = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in printed(page, address)).splitlines()
    assert any("--" in line for line in lines) and [line for line in lines if line.rstrip().endswith("--")] == []
