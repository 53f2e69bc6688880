"""The page "Ghi việc mới": opens a dialogue's record, adds to it what the command line would, and lets it out."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import BrowserContext, Page, expect

from generator.commands.cli import commands
from generator.editing.record_entries import composed_fields
from generator.model.verbs import VERBS
from generator.reading.records import read_records
from tests.browser.visits import expect_copied, expect_said, follow, open_to_write
from tests.editing.test_editor_in_javascript import CASES
from tests.places import CONTENT, GOLDEN, TEMPLATES

EDITOR = "ghi-viec/"
FORM = "lap-ban-ghi/"
PLAN = """\
# Ghi chú của cán bộ
unit: hong-bang/so-dau
kind: periodic
presided_by: [party,   government]
registration: {registered_on: 2023-02-20, period: 2023-Q3}
"""
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


def open_text(page: Page, text: str, name: str = "so-dau-viec-moi.yml") -> None:
    page.locator("[data-editor-file]").set_input_files({"name": name, "mimeType": "application/yaml", "buffer": text.encode()})
    expect(page.locator("[data-editor-said]")).to_contain_text(f"Đã mở {name} từ tệp trên máy")


def asked_by(typed: str, folder: Path) -> tuple[str, dict[str, str]]:
    """The verb, and what is to be typed into each of its fields, of a command."""
    name, *arguments = shlex.split(typed)
    command = commands.get_command(click.Context(commands), name)
    assert command
    given = {ask: value for ask, value in command.make_context(name, ["x", *arguments, "--content", str(GOLDEN)]).params.items() if value}
    if "evidence" in given:
        given |= dict(zip(("evidence_title", "evidence_url"), given.pop("evidence"), strict=True))
    if file := given.pop("text_file", None):
        given["text"] = composed_fields((folder / file).read_text("utf-8"))
    asked = {ask.name for verb in VERBS if verb.name == name for ask in verb.asks}
    return name, {ask: as_people_type(value) for ask, value in given.items() if ask in asked}


def as_people_type(value: Any) -> str:
    """Days with the day first, hours with an "h"."""
    if isinstance(value, tuple):
        return "\n".join(value)
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value)):
        return f"{int(found[3])}/{int(found[2])}/{found[1]}"
    return re.sub(r"^0?(\d+):(\d\d)$", r"\1h\2", str(value))


def fill(page: Page, verb: str, answers: dict[str, str]) -> None:
    fields = {name: page.locator(f"#e-{verb}-{name}") for name in answers}
    chosen = {name for name, field in fields.items() if field.evaluate("field => field.tagName") == "SELECT"}
    page.locator("[data-editor-verb]").select_option(verb)
    for name, value in answers.items():
        (fields[name].select_option if name in chosen else fields[name].fill)(value)


def record_of(page: Page) -> str:
    """What is typed is in it when typing has ended; after all else it has to be expected."""
    return page.locator("[data-editor-text]").text_content() or ""


def expect_record(page: Page, wanted: str) -> None:
    """Letter by letter, where ``to_have_text`` takes all white space for the same."""
    expect(page.locator("[data-editor-text]")).to_have_js_property("textContent", wanted)


def add(page: Page) -> None:
    """What is told in the fields, which are empty then."""
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(page.locator("[data-editor-added]")).to_contain_text("Đã thêm vào bản ghi")
    expect(page.locator("[data-editor-refusal]")).to_have_text("")


@pytest.fixture
def editor(page: Page) -> Page:
    open_to_write(page, EDITOR)
    return page


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


def test_the_button_says_copied_only_of_the_text_that_was(editor: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_text(editor, PLAN)
    fill(editor, "postpone", {"reason": "Bão"})
    editor.get_by_role("button", name="Chép bản ghi").click()
    expect(editor.locator("[data-editor-copy]")).to_have_text("Đã chép bản ghi")
    fill(editor, "postpone", {"reason": "Bão số 3"})
    expect(editor.locator("[data-editor-copy]")).to_have_text("Chép bản ghi")


def opened_at(page: Page, place: str, as_published: str) -> None:
    """A record's own address, where it is published as given."""
    page.route("**/api/v1/records/*.yml", lambda route: route.fulfill(body=as_published))
    page.goto("gioi-thieu/")
    page.goto(f"{EDITOR}#{place}")
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")


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


def test_a_record_that_is_not_published_is_not_looked_for_on_the_disk(page: Page) -> None:
    page.goto(f"{EDITOR}#2023/khong-co-1")
    expect(page.locator("[data-editor-said]")).to_contain_text("không có bản ghi 2023/khong-co-1")


def test_an_untouched_group_never_ends_up_in_the_record(editor: Page) -> None:
    open_text(editor, PLAN)
    for verb in VERBS:
        editor.locator("[data-editor-verb]").select_option(verb.name)
        expect_record(editor, PLAN)


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


def test_a_record_may_be_pasted(editor: Page) -> None:
    editor.get_by_label("Hoặc dán nội dung bản ghi").fill(PLAN)
    fill(editor, "announce", {"day": "20/10/2023"})
    expect(editor.locator("[data-editor-text]")).to_contain_text("day: 2023-10-20")


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


def with_a_content_folder(page: Page, records: dict[str, str]) -> None:
    """The browser's own file system stands for the folder that a clerk would pick."""
    page.evaluate("""async records => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      for (const [path, text] of Object.entries({ "register.yml": "name: Sổ\\n", ...records })) {
        const parts = path.split("/"), name = parts.pop();
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
      globalThis.showDirectoryPicker = () => navigator.storage.getDirectory();
    }""", records)


def in_the_folder(page: Page, path: str) -> str:
    return page.evaluate("""async path => {
      const parts = path.split("/"), name = parts.pop();
      let folder = await navigator.storage.getDirectory();
      for (const part of parts) folder = await folder.getDirectoryHandle(part);
      return (await (await folder.getFileHandle(name)).getFile()).text();
    }""", path)


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


def test_a_districts_year_in_the_browser_ends_in_the_records_of_the_command_line(editor: Page, tmp_path: Path) -> None:
    """No terminal on the one side, no browser on the other: a plan, a storm, a meeting, its conclusion, a promise, a mistake."""
    ids = ("hong-bang-so-dau-nam-1", "hong-bang-nam-1")
    content = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
    plans = {id: PLAN if "so-dau" in id else PLAN.replace("hong-bang/so-dau", "hong-bang") for id in ids}
    for id, plan in plans.items():
        (content / f"dialogues/2023/{id}.yml").write_text(plan, "utf-8")
        for command in YEAR:
            name, *arguments = shlex.split(command)
            run = CliRunner().invoke(commands, [name, id, *arguments, "--content", str(content), "--templates", str(TEMPLATES)])
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

