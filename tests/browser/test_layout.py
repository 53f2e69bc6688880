"""How what belongs together stands together, in either shell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.both_shells


def test_words_beside_a_box_begin_below_themselves_and_not_below_the_box(phone: Page) -> None:
    phone.goto("lap-ban-ghi/")
    starts = phone.evaluate("""[...document.querySelectorAll("main input[type=checkbox]")].map(box => {
        const words = document.createRange()
        words.selectNodeContents(box.nextElementSibling)
        return [...words.getClientRects()].map(line => line.left - box.getBoundingClientRect().right)
    })""")
    assert any(len(lines) > 1 for lines in starts) and all(left > 0 for lines in starts for left in lines)


@pytest.mark.parametrize("address", ["", "ket-luan/"])
def test_the_number_of_a_document_stands_on_one_line(phone: Page, address: str) -> None:
    phone.goto(address)
    lines = phone.locator("main .whole").evaluate_all("""numbers => numbers.filter(number => number.checkVisibility()).map(number => {
        const words = document.createRange()
        words.selectNodeContents(number)
        return new Set([...words.getClientRects()].map(line => line.top)).size
    })""")
    assert lines and set(lines) == {1}


@pytest.mark.parametrize("address", ["", "lich/", "quan-huyen/hong-bang/"])
def test_days_and_hours_take_no_room_that_they_leave_empty(page: Page, address: str) -> None:
    page.goto(address)
    empty = page.locator("main td.when > time").evaluate_all("""times => times.filter(time => time.checkVisibility()).map(time => {
        const words = document.createRange()
        words.selectNodeContents(time.firstChild)
        return time.parentElement.getBoundingClientRect().right - Math.max(...[...words.getClientRects()].map(line => line.right))
    })""")
    assert empty and min(empty) < 40  # px, the padding between two columns
