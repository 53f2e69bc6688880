"""The two pages of clerks bring their heavy script when somebody is at them, and lose nothing that was done before."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.visits import held

PAGES = {"lap-ban-ghi/": "record_form.js", "ghi-viec/": "record_editor.js"}
PLAN = "unit: hong-bang/so-dau\nkind: periodic\npresided_by: [party]\n"


@pytest.mark.parametrize("address, script", PAGES.items())
def test_whoever_only_passes_by_does_not_bring_the_rules(page: Page, address: str, script: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(address, wait_until="networkidle")
    assert script not in asked
    with page.expect_response("**/personal_data.js"):
        page.mouse.move(20, 20)
    expect(page.locator("[data-record-problems], [data-editor-said]")).not_to_be_empty()
    assert asked.count(script) == asked.count("personal_data.js") == 1


def test_what_was_done_before_the_script_came_is_not_lost(page: Page) -> None:
    let_go = held(page, "**/record_form.js")
    page.goto("lap-ban-ghi/")
    page.get_by_label("Chủ đề").fill("Rác thải")
    page.get_by_role("button", name="Thêm một cam kết").click()
    let_go()
    expect(page.get_by_label("Nội dung cam kết")).to_have_count(2)
    expect(page.locator("[data-record-text]")).to_contain_text("topic: Rác thải")


@pytest.mark.parametrize("how", ["file", "pasted"])
def test_a_record_given_before_the_script_came_is_opened(page: Page, how: str) -> None:
    let_go = held(page, "**/record_editor.js")
    page.goto("ghi-viec/")
    if how == "file":
        page.locator("[data-editor-file]").set_input_files({"name": "x.yml", "mimeType": "text/yaml", "buffer": PLAN.encode()})
    else:
        page.get_by_label("Hoặc dán nội dung bản ghi").fill(PLAN)
    let_go()
    expect(page.locator("[data-editor-text]")).to_have_text(PLAN)


def test_where_the_network_is_gone_before_the_script_came_the_page_says_so_and_tries_again(page: Page, context: BrowserContext) -> None:
    page.goto("ghi-viec/")
    context.set_offline(True)
    page.keyboard.press("Shift")
    expect(page.locator("[data-editor-said]")).to_contain_text("Hãy nối mạng")
    context.set_offline(False)
    page.get_by_label("Hoặc dán nội dung bản ghi").fill(PLAN)
    expect(page.locator("[data-editor-said]")).to_contain_text("Đã mở")
