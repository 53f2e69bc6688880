"""The page "Ghi việc mới": opens a dialogue's record and adds to it what the command line would, or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.model.verbs import VERBS
from tests.browser.record_editing import EDITOR, FORM, PLAN, asked_by, expect_record, fill, open_text, opened_at, record_of
from tests.browser.visits import expect_said, follow, open_to_write
from tests.editing.test_editor_in_javascript import CASES
from tests.places import CONTENT


def test_the_page_writes_what_the_command_writes(editor: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of cases of the command line, each through the fields of the page."""
    for case in CASES:
        monkeypatch.chdir(case)
        verb, answers = asked_by((case / "command.txt").read_text("utf-8"), case)
        before, after = ((case / name).read_bytes().decode() for name in ("before.yml", "after.yml"))
        open_text(editor, before, f"{case.name}.yml")
        fill(editor, verb, answers)
        if not answers:
            editor.get_by_role("button", name="Thêm vào bản ghi").click()
        expect_record(editor, after)


def test_a_dialogues_page_leads_to_its_record_as_it_is_published(page: Page, kinds: dict[str, str], site_folder: Path) -> None:
    page.goto(kinds["dialogue scheduled"])
    follow(page.get_by_role("link", name="Ghi việc mới"))
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
    id = kinds["dialogue scheduled"].split("/")[2]
    expect_record(page, recorded := next(CONTENT.glob(f"dialogues/*/{id}.yml")).read_text("utf-8"))
    assert (site_folder / f"api/v1/records/{id}.yml").read_text("utf-8") == recorded


def test_a_dialogue_that_was_held_is_opened_with_what_comes_next_and_a_chosen_task_stays_with_its_draft(page: Page) -> None:
    held = f"{PLAN}held: {{day: 2023-08-15}}\n"
    opened_at(page, "2023/so-dau-dinh-ky-1", held)
    expect(page.locator("[data-editor-verb]")).to_have_value("conclude")
    fill(page, "commit", {"text": "Lắp đèn"})
    opened_at(page, "2023/so-dau-dinh-ky-1", held)
    expect(page.locator("[data-editor-verb]")).to_have_value("commit")


def test_what_is_added_is_shown_at_its_place_and_nothing_else_is_marked(editor: Page) -> None:
    open_text(editor, PLAN)
    fill(editor, "announce", {"day": "20/10/2023", "start": "8h30"})
    expect(editor.locator("[data-editor-text] ins")).to_have_count(4)
    assert editor.locator("[data-editor-text] ins").all_inner_texts() == [
        "schedule:", "  - announced_on: 2023-09-15", "    day: 2023-10-20", "    start: 08:30",
    ]


@pytest.mark.parametrize("verb, answers, said", [
    ("announce", {"day": "20/10/2023", "venue": "Gọi 0912 345 678"}, "không được có số điện thoại di động"),
    ("announce", {"day": "31/9/2023", "announced_on": "1/9/2023"}, "phải là một ngày có trong lịch"),
    ("announce", {"day": "20/10/2023", "start": "25h"}, "phải là giờ"),
    ("announce", {"day": "20/10"}, "phải là một ngày"),
    ("commit", {"text": "Lắp đèn", "agency": "UBND"}, "hãy ghi held trước"),
    ("hold", {"day": "15/8/2023", "attendance": "trên 200"}, "thì ghi riêng con số là gì"),
])
def test_what_check_would_refuse_goes_nowhere(editor: Page, verb: str, answers: dict[str, str], said: str) -> None:
    open_text(editor, PLAN)
    fill(editor, verb, answers)
    expect(editor.locator("[data-editor-problems]")).to_contain_text(said)
    expect(editor.get_by_role("button", name="Chép bản ghi")).to_be_disabled()
    expect(editor.locator("[data-editor-edit]")).to_have_attribute("aria-disabled", "true")
    assert editor.locator("[data-editor-edit]").get_attribute("href") is None


@pytest.mark.parametrize("record, verb, answers, said", [
    (f"{PLAN}held: {{}}\nschedule: [{{announced_on: 2023-07-20, day: 2023-08-15}}]\n", "announce", {"day": "20/10/2023", "reason": "x"}, "đã ghi là đã tổ chức"),
    (PLAN, "postpone", {"announced_on": "1/9/2023"}, "Còn ô bắt buộc"),
    (PLAN, "announce", {"day": "1/9/2023"}, "trước ngày thông báo"),
    (PLAN, "hold", {"of": "households"}, "đi cùng"),
    (f"{PLAN}schedule: [{{announced_on: 2023-07-20, day: 2023-12-15}}]\n", "hold", {"attendance": "9"}, "chưa đến ngày"),
    (f"{PLAN}held: {{}}\nconclusion: {{number: 15}}\n", "conclude", {"number": "16"}, "conclusion.number"),
    ("unit: &a x\n", "announce", {"day": "1/10/2023"}, "ở dòng 1"),
    (f"{PLAN}kind: thematic\n", "announce", {"day": "1/10/2023"}, "ở dòng 6"),
    (f"{PLAN}held: {{}}\ncommitments: [{{id: 1, text: Lắp đèn, agency: UBND}}]\n", "update", {"commitment": "1", "outcome": "kept"}, "Đã làm gì"),
])
def test_what_makes_no_sense_for_the_record_is_refused_with_a_word(editor: Page, record: str, verb: str, answers: dict[str, str], said: str) -> None:
    open_text(editor, record)
    fill(editor, verb, answers)
    expect(editor.locator("[data-editor-refusal]")).to_contain_text(said)
    assert record_of(editor).rstrip("\n") in ("", record.rstrip("\n"))
    expect(editor.get_by_role("button", name="Chép bản ghi")).to_be_disabled()


def test_what_is_wrong_is_not_added_so_that_nothing_before_it_has_to_be_thrown_away(editor: Page) -> None:
    open_text(editor, f"{PLAN}held: {{speakers: 9}}\n")
    fill(editor, "correct", {"field": "held.speakers", "now": "mười", "text": "Đếm sót"})
    editor.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(editor.locator("[data-editor-refusal]")).to_contain_text("còn lỗi")
    expect(editor.locator("#e-correct-now")).to_have_value("mười")


@pytest.mark.parametrize("given, said", [
    (b"", "không phải bản ghi"), (b"# ghi ch\xc3\xba\n", "không phải bản ghi"), (b"- a\n", "không phải bản ghi"), (b"\x89PNG\r\n\x1a\n\0", "Unicode"),
    (b"unit: hong-bang\ntopic: V\xea sinh\n", "Unicode"), (b"unit: a\n<<<<<<< ban\nkind: periodic\n=======\nkind: thematic\n>>>>>>> moi\n", "Hai người"),
])
def test_what_is_no_record_is_not_opened_and_leaves_no_other_on_the_page(editor: Page, given: bytes, said: str) -> None:
    open_text(editor, PLAN)
    editor.locator("[data-editor-file]").set_input_files({"name": "khac.yml", "mimeType": "text/yaml", "buffer": given})
    expect(editor.locator("[data-editor-said]")).to_contain_text(said)
    expect(editor.locator("[data-editor-work]")).to_be_hidden()


def test_nothing_is_said_to_be_right_of_what_cannot_be_read(editor: Page) -> None:
    open_text(editor, "unit: &a x\n")
    expect(editor.locator("[data-editor-problems]")).to_have_text("")


def test_a_long_text_that_is_wrong_is_named_by_its_beginning(editor: Page) -> None:
    open_text(editor, PLAN)
    fill(editor, "postpone", {"reason": "a" * 5000})
    expect(editor.locator("[data-editor-problems]")).to_contain_text("aaa…")
    assert len(editor.locator("[data-editor-problems]").inner_text()) < 200


def test_another_record_that_is_pasted_does_not_go_to_the_file_of_the_first(page: Page) -> None:
    opened_at(page, "2023/so-dau-1", PLAN)
    page.get_by_text("Mở bản ghi bằng cách khác").click()
    page.get_by_label("Hoặc dán nội dung bản ghi").fill(f"{PLAN}note: Người khác vừa ghi\n")
    expect(page.locator("[data-editor-path]")).to_have_text("content/dialogues/2023/so-dau-1.yml")
    page.get_by_label("Hoặc dán nội dung bản ghi").fill(PLAN.replace("so-dau", "ha-ly"))
    expect(page.locator("[data-editor-path]")).to_contain_text("giữ nguyên tên")


def test_a_record_that_came_from_its_dialogue_leads_on_and_folds_the_other_ways(page: Page) -> None:
    opened_at(page, "2023/so-dau-1", PLAN)
    expect(page.get_by_label("Tệp bản ghi trên máy")).to_be_hidden()
    page.get_by_text("Mở bản ghi bằng cách khác").click()
    expect(page.get_by_label("Tệp bản ghi trên máy")).to_be_visible()


def test_what_was_added_and_what_comes_next_is_said_where_the_button_was_pressed(phone: Page) -> None:
    open_to_write(phone, EDITOR)
    opened_at(phone, "2023/so-dau-1", PLAN)
    fill(phone, "postpone", {"reason": "Bão"})
    phone.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(phone.locator("[data-editor-added]")).to_contain_text("Đã thêm vào bản ghi")
    expect(phone.locator("[data-editor-added]")).to_be_in_viewport()
    button, text = (phone.locator(css).evaluate("one => one.getBoundingClientRect().top") for css in ("[data-editor-copy]", "[data-editor-text]"))
    assert button < text
    phone.locator("#e-postpone-reason").fill("M")
    expect(phone.locator("[data-editor-added]")).to_have_text("")


def test_a_record_that_is_not_published_is_not_looked_for_on_the_disk(page: Page) -> None:
    page.goto(f"{EDITOR}#2023/khong-co-1")
    expect(page.locator("[data-editor-said]")).to_contain_text("không có bản ghi 2023/khong-co-1")


def test_an_untouched_group_never_ends_up_in_the_record(editor: Page) -> None:
    open_text(editor, PLAN)
    for verb in VERBS:
        editor.locator("[data-editor-verb]").select_option(verb.name)
        expect_record(editor, PLAN)


def test_a_record_may_be_pasted(editor: Page) -> None:
    editor.get_by_label("Hoặc dán nội dung bản ghi").fill(PLAN)
    fill(editor, "announce", {"day": "20/10/2023"})
    expect(editor.locator("[data-editor-text]")).to_contain_text("day: 2023-10-20")


def test_every_task_is_done_by_the_keyboard_alone(editor: Page) -> None:
    editor.get_by_label("Hoặc dán nội dung bản ghi").focus()
    editor.keyboard.insert_text(PLAN)
    expect(editor.locator("[data-editor-work]")).to_be_visible()
    while editor.evaluate("document.activeElement.id") != "e-verb":
        editor.keyboard.press("Tab")
    editor.keyboard.press("ArrowDown")
    expect(editor.locator("#e-postpone-reason")).to_be_visible()
    while editor.evaluate("document.activeElement.id") != "e-postpone-reason":
        editor.keyboard.press("Tab")
    editor.keyboard.type("Bão")
    expect(editor.locator("#e-postpone-reason")).to_have_value("Bão")
    while editor.evaluate("document.activeElement.textContent") != "Thêm vào bản ghi":
        editor.keyboard.press("Tab")
    editor.keyboard.press("Enter")
    expect(editor.locator("[data-editor-text]")).to_contain_text("state: postponed")
    while editor.evaluate("document.activeElement.textContent") != "Tải tệp về":
        editor.keyboard.press("Tab")
    with editor.expect_download() as download:
        editor.keyboard.press("Enter")
    assert "reason: Bão" in Path(download.value.path()).read_text("utf-8")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_where_a_record_is_open(editor: Page, width: int) -> None:
    editor.set_viewport_size({"width": width, "height": 900})
    open_text(editor, PLAN)
    for verb in ("announce", "hold", "correct"):
        fill(editor, verb, {})
        found = Axe().run(editor, options={"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        expect_said(editor, lambda: editor.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)


@pytest.mark.parametrize("address", [EDITOR, FORM])
def test_nothing_lies_over_what_is_filled_in_on_a_phone(phone: Page, address: str) -> None:
    open_to_write(phone, address)
    if address == EDITOR:
        open_text(phone, PLAN)
    for place in (1500, 1200):  # who goes up again is offered the way to the top, which is told of a scroll with the next frame
        phone.evaluate("place => scrollTo(0, place)", place)
        expect_said(phone, lambda: phone.evaluate("scrollY"), place)
        phone.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    expect(phone.locator(".md-top")).to_be_hidden()


def test_a_choice_that_has_to_be_made_does_not_offer_to_be_left_out(editor: Page) -> None:
    assert set(editor.locator("select[required] option[value='']").all_text_contents()) == {"(chọn)"}


def test_what_is_not_filled_in_yet_is_named_in_few_words(editor: Page) -> None:
    open_text(editor, PLAN)
    fill(editor, "update", {})
    editor.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(editor.locator("[data-editor-refusal]")).to_have_text("Còn ô bắt buộc chưa điền. Mã cam kết; Kết quả; Đã làm gì, hoặc lý do")


def test_the_page_breaks_no_rule_of_its_policy_and_asks_no_other_host(editor: Page, site_address: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    editor.on("console", lambda message: said.append(message.text))
    editor.on("request", lambda request: asked.append(request.url))
    open_text(editor, PLAN)
    fill(editor, "announce", {"day": "20/10/2023", "venue": "Nhà văn hóa"})
    expect(editor.locator("[data-editor-problems]")).to_contain_text("Không có lỗi")
    assert said == [] and [url for url in asked if not url.startswith(site_address)] == []
