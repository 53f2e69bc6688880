"""How a record leaves the page "Ghi việc mới", and the one that writes a new one: copy, file, host, folder."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.reading.records import read_records
from tests.browser.record_editing import (
    EDITOR,
    PLAN,
    add,
    asked_by,
    fill,
    in_the_folder,
    open_text,
    record_of,
    with_a_content_folder,
)
from tests.browser.visits import expect_copied, open_to_write
from tests.run_command import run_on

YEAR = (
    'announce --day 2023-08-15 --start 08:00 --announced-on 2023-07-20 --notice-number 12/TB-UBND',
    'postpone --announced-on 2023-08-10 --reason "Ảnh hưởng của bão: mưa lớn"',
    'announce --day 2023-08-22 --start 08:00 --end 11:00 --announced-on 2023-08-12 --reason "Đã hết bão"',
    'hold --attendance 120 --of people --opinions 15 --before 5 --at-meeting 10 --reported-on 2023-08-23',
    'conclude --number 15-TB/ĐU --issued-on 2023-08-28',
    'commit --text "Lắp đèn: ngõ 12" --agency "UBND phường" --due 2023-09-30',
    'update 1 --outcome in-progress --text "Đã khảo sát" --updated-on 2023-09-05',
    'conclude --sent-on 2023-08-29',
    'correct --field held.speakers --now 12 --corrected-on 2023-09-10 "Báo cáo thiếu số"',
)


def test_the_button_says_copied_only_of_the_text_that_was(editor: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_text(editor, PLAN)
    fill(editor, "postpone", {"reason": "Bão"})
    editor.get_by_role("button", name="Chép bản ghi").click()
    expect(editor.locator("[data-editor-copy]")).to_have_text("Đã chép bản ghi")
    fill(editor, "postpone", {"reason": "Bão số 3"})
    expect(editor.locator("[data-editor-copy]")).to_have_text("Chép bản ghi")


@pytest.mark.parametrize("verb, answers, added, removed", [
    ("postpone", {"reason": "Bão"}, 4, 0), ("correct", {"field": "held.speakers", "now": "11", "text": "Đếm sót"}, 6, 1),
])
def test_the_page_tells_how_many_lines_the_host_will_call_added_and_removed(
    editor: Page, tmp_path: Path, verb: str, answers: dict[str, str], added: int, removed: int
) -> None:
    before = PLAN if verb == "postpone" else f"{PLAN}schedule:\n  - {{announced_on: 2023-07-20, day: 2023-08-15}}\nheld:\n  speakers: 10\n"
    open_text(editor, before)
    fill(editor, verb, answers)
    expect(editor.locator("[data-count=added]")).to_have_text(str(added))
    expect(editor.locator("[data-count=removed]")).to_have_text(str(removed))
    for name, text in (("before", before), ("after", record_of(editor))):
        (tmp_path / name).write_text(text, "utf-8")
    told = subprocess.run(["git", "diff", "--no-index", "--numstat", "before", "after"], cwd=tmp_path, capture_output=True, text=True).stdout
    assert told.split()[:2] == [str(added), str(removed)]


def test_once_it_is_open_no_network_is_needed(editor: Page, context: BrowserContext) -> None:
    open_text(editor, PLAN)
    expect(editor.locator("[data-editor-problems]")).to_contain_text("Không có lỗi")
    context.set_offline(True)
    fill(editor, "announce", {"day": "20/10/2023"})
    with editor.expect_download() as download:
        editor.get_by_role("button", name="Tải tệp về").click()
    assert download.value.suggested_filename == "so-dau-viec-moi.yml"
    assert "day: 2023-10-20" in Path(download.value.path()).read_text("utf-8")


def test_it_works_from_a_saved_copy_of_the_site(context: BrowserContext, site_folder: Path, kinds: dict[str, str]) -> None:
    place = kinds["dialogue scheduled"].removeprefix("doi-thoai/").rstrip("/")
    page = context.new_page()
    page.goto(f"{(site_folder / EDITOR / 'index.html').as_uri()}#{place}")
    expect(page.locator("[data-editor-said]")).to_contain_text(f"Hãy chọn tệp api/v1/records/{place.split('/')[1]}.yml")
    page.locator("[data-editor-file]").set_input_files(site_folder / f"api/v1/records/{place.split('/')[1]}.yml")
    fill(page, "postpone", {"reason": "Gọi 0912 345 678"})
    expect(page.locator("[data-editor-problems]")).to_contain_text("số điện thoại di động")
    fill(page, "postpone", {"reason": "Bão"})
    expect(page.get_by_role("button", name="Chép bản ghi")).to_be_enabled()
    expect(page.locator("[data-editor-path]")).to_have_text(f"content/dialogues/{place}.yml")


@pytest.mark.parametrize("template, address", [
    ("https://github.com/o/r/edit/main/{path}", "https://github.com/o/r/edit/main/content/dialogues/2023/x.yml"),
    ("https://gitlab.com/o/r/-/edit/main/{path}", "https://gitlab.com/o/r/-/edit/main/content/dialogues/2023/x.yml"),
    ("https://codeberg.org/o/r/_edit/main/{path}", "https://codeberg.org/o/r/_edit/main/content/dialogues/2023/x.yml"),
])
def test_the_hosts_page_for_editing_is_opened_with_the_record_on_the_clipboard(
    page: Page, context: BrowserContext, template: str, address: str, kinds: dict[str, str]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.route("**/edit/**", lambda route: route.fulfill(body="host"))
    context.route("**/_edit/**", lambda route: route.fulfill(body="host"))
    place = kinds["dialogue scheduled"].removeprefix("doi-thoai/").rstrip("/")
    page.goto(f"{EDITOR}#{place}")
    page.locator("[data-editor-edit]").evaluate("(link, template) => { link.dataset.editorEdit = template; }", template)
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
    fill(page, "postpone", {"reason": "Bão"})
    expect(page.locator("[data-editor-edit]")).to_have_attribute("href", address.replace("2023/x", place))
    with context.expect_page():
        page.get_by_role("link", name="Chép rồi mở trang sửa tệp").click()
    page.bring_to_front()
    expect_copied(page, record_of(page))


@pytest.mark.parametrize("template, carried", [
    ("https://github.com/o/r/new/main?filename={path}&value={text}", True),
    ("https://codeberg.org/o/r/_new/main?filename={path}&value={text}", True),
    ("https://gitlab.com/o/r/-/new/main?file_name={path}", False),
])
def test_the_hosts_page_for_a_new_file_carries_the_record_where_its_address_can(page: Page, template: str, carried: bool) -> None:
    open_to_write(page, "lap-ban-ghi/")
    page.locator("[data-record-send]").evaluate("(link, template) => { link.dataset.recordSend = template; }", template)
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang")
    page.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    page.get_by_label("Ngày đăng ký kế hoạch").fill("20/2/2023")
    expect(page.locator("[data-record-send]")).to_have_attribute("aria-disabled", "false")
    address = unquote(page.locator("[data-record-send]").get_attribute("href") or "")
    assert "content/dialogues/2023/hong-bang-dinh-ky-" in address
    assert ("registered_on: 2023-02-20" in address) == carried
    expect(page.locator("[data-record-long]")).to_be_visible(visible=not carried)


def test_a_folder_on_the_computer_is_opened_written_and_shown(editor: Page) -> None:
    with_a_content_folder(editor, {"dialogues/2023/so-dau-1.yml": PLAN})
    editor.get_by_role("button", name="Mở thư mục content").click()
    editor.get_by_label("Bản ghi trong thư mục").select_option("2023/so-dau-1")
    expect(editor.locator("[data-editor-said]")).to_contain_text("trong thư mục content")
    fill(editor, "announce", {"day": "20/10/2023"})
    editor.get_by_role("button", name="Ghi vào thư mục content").click()
    expect(editor.locator("[data-editor-said]")).to_contain_text("Đã ghi vào content/dialogues/2023/so-dau-1.yml")
    assert in_the_folder(editor, "dialogues/2023/so-dau-1.yml") == f"{PLAN}schedule:\n  - announced_on: 2023-09-15\n    day: 2023-10-20\n"
    expect(editor.locator("[data-editor-changes] ins")).to_have_count(3)
    assert editor.locator("[data-editor-changes] ins").all_inner_texts() == ["schedule:", "  - announced_on: 2023-09-15", "    day: 2023-10-20"]


def test_what_somebody_else_saved_meanwhile_is_not_written_over(editor: Page) -> None:
    with_a_content_folder(editor, {"dialogues/2023/so-dau-1.yml": PLAN})
    editor.get_by_role("button", name="Mở thư mục content").click()
    editor.get_by_label("Bản ghi trong thư mục").select_option("2023/so-dau-1")
    expect(editor.locator("[data-editor-said]")).to_contain_text("trong thư mục content")
    with_a_content_folder(editor, {"dialogues/2023/so-dau-1.yml": f"{PLAN}note: Khác\n"})
    fill(editor, "announce", {"day": "20/10/2023"})
    editor.get_by_role("button", name="Ghi vào thư mục content").click()
    expect(editor.locator("[data-editor-said]")).to_contain_text("vừa được người khác ghi")
    assert in_the_folder(editor, "dialogues/2023/so-dau-1.yml") == f"{PLAN}note: Khác\n"


def test_another_folder_is_refused_with_a_word(editor: Page) -> None:
    editor.evaluate("globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('khac', { create: true })")
    editor.get_by_role("button", name="Mở thư mục content").click()
    expect(editor.locator("[data-editor-said]")).to_contain_text("không phải thư mục content")


def test_a_new_record_goes_into_the_folder_too(page: Page) -> None:
    open_to_write(page, "lap-ban-ghi/")
    with_a_content_folder(page, {})
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang")
    page.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    page.get_by_label("Ngày đăng ký kế hoạch").fill("20/2/2023")
    page.get_by_role("button", name="Mở thư mục content").click()
    page.get_by_role("button", name="Ghi vào thư mục content").click()
    expect(page.locator("[data-record-said]")).to_contain_text("Đã ghi vào content/dialogues/2023/hong-bang-dinh-ky-")
    path = page.locator("[data-record-path]").inner_text().removeprefix("content/")
    assert in_the_folder(page, path) == page.locator("[data-record-text]").text_content()


def test_a_districts_year_in_the_browser_ends_in_the_records_of_the_command_line(editor: Page, content: Path, tmp_path: Path) -> None:
    """No terminal on the one side, no browser on the other: a plan, a storm, a meeting, its conclusion, a promise, a mistake."""
    ids = ("hong-bang-so-dau-nam-1", "hong-bang-nam-1")
    plans = {id: PLAN if "so-dau" in id else PLAN.replace("hong-bang/so-dau", "hong-bang") for id in ids}
    for id, plan in plans.items():
        (content / f"dialogues/2023/{id}.yml").write_text(plan, "utf-8")
        for command in YEAR:
            name, *arguments = shlex.split(command)
            run = run_on(content, name, id, *arguments)
            assert run.exit_code == 0, run.output
    with_a_content_folder(editor, {f"dialogues/2023/{id}.yml": plan for id, plan in plans.items()})
    editor.get_by_role("button", name="Mở thư mục content").click()
    for id in ids:
        editor.get_by_label("Bản ghi trong thư mục").select_option(f"2023/{id}")
        expect(editor.locator("[data-editor-path]")).to_have_text(f"content/dialogues/2023/{id}.yml")
        for command in YEAR:
            fill(editor, *asked_by(command, tmp_path))
            expect(editor.locator("[data-editor-problems]")).to_contain_text("Không có lỗi")
            add(editor)
        editor.get_by_role("button", name="Ghi vào thư mục content").click()
        expect(editor.locator("[data-editor-said]")).to_contain_text("Đã ghi vào")
        assert in_the_folder(editor, f"dialogues/2023/{id}.yml") == (content / f"dialogues/2023/{id}.yml").read_text("utf-8")
    assert read_records(content).problems == ()
