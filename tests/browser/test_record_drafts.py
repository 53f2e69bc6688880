"""What was added to a record on the page "Ghi việc mới" and not yet sent: drafts, taking back, and others at the same record."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.record_editing import EDITOR, PLAN, expect_record, fill, open_text, opened_at, record_of


def test_a_draft_survives_a_reload_until_it_is_discarded(page: Page, kinds: dict[str, str]) -> None:
    address = kinds["dialogue scheduled"].removeprefix("doi-thoai/").rstrip("/")
    page.goto(f"{EDITOR}#{address}")
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
    fill(page, "postpone", {"reason": "Ảnh hưởng của bão"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    page.locator("[data-editor-verb]").select_option("announce")
    page.locator("#e-announce-reason").fill("Còn dở")
    with_draft = record_of(page)
    page.reload()
    expect(page.locator("#e-announce-reason")).to_have_value("Còn dở")
    expect_record(page, with_draft)
    assert "state: postponed" in with_draft
    page.get_by_role("button", name="Xóa nháp").click()
    expect(page.locator("[data-editor-added]")).to_have_text("Đã xóa nháp.")
    page.reload()
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
    expect(page.locator("[data-editor-text]")).not_to_contain_text("postponed")
    expect(page.locator("#e-announce-reason")).to_have_value("")


def test_a_draft_that_was_taken_into_the_register_is_not_asked_for_again(page: Page) -> None:
    opened_at(page, "2023/so-dau-1", PLAN)
    fill(page, "postpone", {"reason": "Bão"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(page.locator("[data-editor-added]")).to_contain_text("Đã thêm")
    opened_at(page, "2023/so-dau-1", record_of(page))
    expect(page.locator("[data-editor-said]")).to_contain_text("nay đã có trong bản ghi")
    expect(page.locator("[data-editor-said]")).not_to_contain_text("hãy ghi lại")


def test_what_was_added_last_is_taken_back_before_it_is_sent(editor: Page) -> None:
    open_text(editor, PLAN)
    for verb, answers in (("announce", {"day": "20/10/2023"}), ("postpone", {"reason": "Bão"})):
        fill(editor, verb, answers)
        editor.get_by_role("button", name="Thêm vào bản ghi").click()
    back = editor.get_by_role("button", name="Bỏ việc vừa thêm")
    back.click()
    expect(editor.locator("#e-postpone-reason")).to_have_value("Bão")
    editor.locator("#e-postpone-reason").fill("")
    expect_record(editor, f"{PLAN}schedule:\n  - announced_on: 2023-09-15\n    day: 2023-10-20\n")
    back.click()
    expect(editor.locator("#e-announce-day")).to_have_value("20/10/2023")
    editor.locator("#e-announce-day").fill("")
    expect_record(editor, PLAN)
    expect(back).to_be_disabled()


def test_what_was_added_is_taken_back_after_a_reload_too(page: Page) -> None:
    opened_at(page, "2023/so-dau-1", PLAN)
    fill(page, "postpone", {"reason": "Bão"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    page.reload()
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
    page.get_by_role("button", name="Bỏ việc vừa thêm").click()
    page.locator("#e-postpone-reason").fill("")
    expect_record(page, PLAN)


def test_who_comes_second_is_told_that_the_record_has_changed_and_tells_it_anew(page: Page) -> None:
    """Two have one record open; what the first has told is on the site before the second is done."""
    opened_at(page, "2023/so-dau-1", PLAN)
    newer = page.get_by_text("Bản ghi trên trang đã đổi từ lúc bạn mở")
    fill(page, "announce", {"day": "20/10/2023"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(newer).to_be_hidden()
    page.route("**/api/v1/records/*.yml", lambda route: route.fulfill(body=f"{PLAN}note: Người khác vừa ghi\n"))
    fill(page, "postpone", {"reason": "Bão"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(newer).to_be_visible()
    page.get_by_role("button", name="Mở bản mới, ghi lại những gì đã thêm").click()
    expect(page.locator("[data-editor-said]")).to_contain_text("2 việc đã thêm được ghi lại vào bản mới")
    expect(newer).to_be_hidden()
    for written in ("note: Người khác vừa ghi", "day: 2023-10-20", "state: postponed"):
        expect(page.locator("[data-editor-text]")).to_contain_text(written)


def test_who_tells_what_another_has_told_already_is_left_with_it(page: Page) -> None:
    opened_at(page, "2023/so-dau-1", PLAN)
    fill(page, "postpone", {"reason": "Bão"})
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    told = f"{PLAN}schedule:\n  - announced_on: 2023-09-14\n    state: postponed\n    reason: Bão số 3\n"
    opened_at(page, "2023/so-dau-1", told)
    expect(page.locator("[data-editor-said]")).to_contain_text("những gì đã thêm trong nháp được bỏ; hãy ghi lại")
    expect_record(page, told)


def test_two_tabs_with_one_record_are_told_of_each_other(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    for one in (page, other):
        opened_at(one, "2023/so-dau-1", PLAN)
    fill(other, "cancel", {"reason": "Bão"})
    expect(page.locator("[data-editor-said]")).to_contain_text("một thẻ khác")
