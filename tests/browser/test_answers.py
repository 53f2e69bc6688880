"""“When does my leader meet us?” from the home page to every answer there is, by finger, by keyboard and by ear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import SO_DAU, finder, follow

# What the card of a post says, by the answer's code in the open data.
SAYS = {
    "next": "Đối thoại tiếp theo:", "held": "Đã đối thoại:", "postponed": "Tạm hoãn, chưa có ngày mới.",
    "registered": "Đã đăng ký tổ chức vào", "plan-late": "nay đã qua thời gian đó",
    "awaiting": "Đã qua ngày đối thoại, chưa có báo cáo kết quả.", "cancelled": "Đã hủy, chưa có cuộc thay thế.",
    "vacant": "Chức danh đang khuyết", "nothing": "Chưa đăng ký kế hoạch, chưa công bố lịch năm 2023.",
}
LEADS_ON = ("next", "held", "postponed", "registered", "plan-late", "awaiting", "cancelled")


@pytest.fixture(scope="module")
def answers(site_folder: Path) -> dict[str, tuple[str, str]]:
    """For each answer a unit that has it: the unit's name with its district, and the post's title."""
    found: dict[str, tuple[str, str]] = {}
    names = {row["unit"]: row for row in json.loads((site_folder / "api/v1/units.json").read_bytes())["rows"]}
    for path in sorted(site_folder.glob("nhung/*/*.json")):
        facts = json.loads(path.read_bytes())
        unit, district = facts["unit"], facts["unit"].partition("/")[0]
        name, above = names[unit]["unit_name"], names[district]["unit_name"]
        for post in facts["posts"]:
            found.setdefault(post["answer"], (f"{name}, {above[0].lower()}{above[1:]}", post["post_title"]))
    return found


def find(page: Page, place: str) -> None:
    page.goto("")
    page.get_by_label("Gõ tên xã").fill(place)
    follow(finder(page).get_by_role("link", name=place, exact=True))


def card(page: Page, post: str) -> Locator:
    return page.locator(".card").filter(has=page.get_by_role("heading", name=post, exact=True))


def test_the_sample_has_every_answer(answers: dict[str, tuple[str, str]]) -> None:
    assert sorted(answers) == sorted(SAYS)


@pytest.mark.parametrize("answer", SAYS)
def test_each_answer_is_one_step_from_the_home_page(phone: Page, answers: dict[str, tuple[str, str]], answer: str) -> None:
    place, post = answers[answer]
    find(phone, place)
    expect(phone.get_by_role("heading", level=1)).to_have_text(place)
    expect(card(phone, post)).to_contain_text(SAYS[answer])
    expect(phone.get_by_role("heading", name="Bao giờ đối thoại?")).to_be_in_viewport()


@pytest.mark.parametrize("answer", SAYS)
def test_no_answer_is_a_dead_end(phone: Page, answers: dict[str, tuple[str, str]], answer: str) -> None:
    place, post = answers[answer]
    find(phone, place)
    expect(card(phone, post)).to_be_visible()
    assert card(phone, post).get_by_role("link").count() >= (answer in LEADS_ON)
    expect(phone.get_by_role("button", name="Sao chép địa chỉ lịch").first).to_be_visible()
    expect(phone.locator("#quy-dinh + p")).to_contain_text("ít nhất 01 lần trong năm")


def test_where_nothing_is_registered_the_rule_and_its_day_are_said(
    phone: Page, answers: dict[str, tuple[str, str]]
) -> None:
    place, post = answers["nothing"]
    find(phone, place)
    expect(card(phone, post)).to_contain_text("Theo quy định mỗi năm ít nhất 01 lần; hạn đăng ký: trước ngày 01/3/2023")


def test_the_keyboard_alone_gets_there(page: Page) -> None:
    page.goto("")
    field = page.get_by_label("Gõ tên xã")
    for _ in range(30):
        page.keyboard.press("Tab")
        if field.evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("so dau")
    expect(finder(page).locator("ul").get_by_role("link")).to_have_text([SO_DAU])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(SO_DAU)


def test_a_screen_reader_is_told_how_many_were_found(phone: Page) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill("vinh quang")
    expect(finder(phone).get_by_role("status")).to_have_text("Tìm thấy 2.")


def test_what_a_phone_shows_as_cards_a_screen_reader_still_reads_as_a_table(phone: Page) -> None:
    phone.goto("lich/")
    table = phone.get_by_role("table", name="Đối thoại thứ Sáu, ngày 15/9/2023")
    headers = table.get_by_role("columnheader")
    assert headers.all_inner_texts() == ["Thời gian", "Cuộc đối thoại", "Quận, huyện", "Địa điểm", "Trạng thái"]
    row = table.get_by_role("row").nth(1)
    assert (row.get_by_role("rowheader").count(), row.get_by_role("cell").count()) == (1, 4)
