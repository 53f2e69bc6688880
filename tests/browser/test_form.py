"""The form that writes a record: what it gives is read by the register, and it says what `check` says."""

from __future__ import annotations

import gzip
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.checks import check
from generator.model import Dialogue
from generator.reading.records import read_records
from tests.browser.visits import open_to_write
from tests.checks.test_privacy import LEFT_ALONE, REFUSED
from tests.checks.test_privacy import told as refusals
from tests.places import CONTENT, GOLDEN

FORM = "lap-ban-ghi/"
PERIOD = "Thời gian dự kiến: quý IV, tháng 8, 15/8/2023, đầu, cuối hoặc trước tháng 8, 6 tháng cuối năm"
SITES = "Các điểm cầu, địa điểm khác, mỗi dòng một nơi"
HOSTILE = 'Đất đai: "bồi thường" # 100% \\ {{ x }} - [a]'


@pytest.fixture
def form(page: Page) -> Page:
    open_to_write(page, FORM)
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang/so-dau")
    return page


def read_back(form: Page, tmp_path: Path) -> tuple[Dialogue | None, list[str]]:
    """The record as the register reads it in the golden content, and what `check` says of it."""
    content = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
    (content / "dialogues/2023/thu.yml").write_text(form.locator("[data-record-text]").inner_text(), "utf-8")
    reading = read_records(content)
    said = [f"{problem.field}: {problem.must}" if problem.field else problem.must for problem in check(reading, date(2023, 9, 15)) if problem.path.endswith("thu.yml")]
    return reading.register.dialogues.get("thu"), said


def told(form: Page) -> list[str]:
    """What the form says, without its own name of the field, what was found and the rule's name, once it has all of its rules."""
    expect(form.locator("[data-record-problems]")).not_to_contain_text("đang tải")
    own = "point => point.querySelector('a[href^=\"#\"]') ? point.textContent.slice(point.firstChild.textContent.length + 3) : point.textContent"
    lines = form.locator("[data-record-problems] li").evaluate_all(f"points => points.map({own})")
    return [re.split(r"; đang ghi| +\[[a-z-]+\]$", line)[0] for line in lines]


def test_a_problem_names_its_field_as_the_form_does_and_leads_there(form: Page) -> None:
    form.get_by_label("Thời gian dự kiến").fill("tháng 11")
    form.locator("[data-record-problems]").get_by_role("link", name="Ngày đăng ký kế hoạch").click()
    expect(form.locator('[data-field="registration.registered_on"]')).to_be_focused()


def test_a_plan_that_is_filled_in_is_a_record(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Chủ đề").fill(HOSTILE)
    form.get_by_label("Thanh niên").check()
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    form.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert (dialogue.unit, dialogue.topic, dialogue.audiences, dialogue.registration.period.text) == ("hong-bang/so-dau", HOSTILE, ("thanh-nien",), "2023-Q4")


def test_a_meeting_with_its_results_is_a_record(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Ngày đối thoại").fill("2023-08-15")
    form.get_by_label("Ngày thông báo").fill("2023-07-20")
    form.get_by_label("Giờ bắt đầu").fill("08:00")
    form.get_by_label("đã được tổ chức").check()
    form.get_by_label("Số người dự", exact=True).fill("200")
    form.get_by_label("Số người dự là con số").select_option("more-than")
    form.get_by_label("Nội dung chính").fill("Giao UBND phường:\n\n1. Sửa đường.\n2. Lắp đèn.")
    form.get_by_label("Ngày ban hành", exact=True).fill("2023-08-20")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert (dialogue.held.attendance[0].count, dialogue.held.attendance[0].precision.value) == (200, "more-than")
    assert dialogue.conclusion.text == "Giao UBND phường:\n\n1. Sửa đường.\n2. Lắp đèn."


def test_who_else_invites_further_sites_the_notice_and_inexact_totals_are_in_the_record(form: Page, tmp_path: Path) -> None:
    form.get_by_label("cùng tổ chức").fill("Hội Phụ nữ phường\n\n  UBMTTQ phường, khối 2: [a]  ")
    form.get_by_label(SITES).fill("Nhà văn hóa số 5, đường Lạch Tray\nTrường THCS")
    form.get_by_label("Ngày thông báo").fill("2023-07-20")
    form.get_by_label("Ngày đối thoại").fill("2023-08-15")
    form.get_by_label("Số, ký hiệu của văn bản").fill("12/TB-UBND")
    form.get_by_label("Ngày ban hành văn bản").fill("2023-07-19")
    form.get_by_label("đã được tổ chức").check()
    form.get_by_label("Lãnh đạo dự mà không chủ trì").fill("Chủ tịch HĐND phường")
    form.get_by_label("Tổng số ý kiến", exact=True).fill("17")
    form.get_by_label("Tổng số ý kiến là con số").select_option("more-than")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert dialogue.co_organisers == ("Hội Phụ nữ phường", "UBMTTQ phường, khối 2: [a]")
    assert dialogue.further_sites == ("Nhà văn hóa số 5, đường Lạch Tray", "Trường THCS")
    assert (dialogue.schedule[0].notice.number, dialogue.schedule[0].notice.issued_on) == ("12/TB-UBND", date(2023, 7, 19))
    assert dialogue.held.attended == ("Chủ tịch HĐND phường",)
    assert (dialogue.held.opinions.total, dialogue.held.opinions.total_precision.value) == (17, "more-than")


@pytest.mark.parametrize("label, value", [
    (PERIOD, "sau Tết"), (SITES, "a" * 301), ("Ngày đăng ký kế hoạch", "mai"), ("Giờ bắt đầu", "25h"), ("Số lượt phát biểu", "mười"),
    ("Chủ đề", "a" * 301), ("Số người dự", "2000000"), ("Nơi tổ chức", ""), ("Ngày thông báo", "unknown"), ("Địa chỉ", "Số 3 Hoàng Diệu"),
])
def test_the_form_says_what_check_says(form: Page, tmp_path: Path, label: str, value: str) -> None:
    form.get_by_label(label, exact=True).fill(value)
    assert told(form) != []
    assert sorted(told(form)) == sorted(read_back(form, tmp_path)[1])


def test_a_precision_without_its_number_is_refused(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Ngày đã tổ chức").fill("2023-08-15")
    form.get_by_label("Tổng số ý kiến là con số").select_option("about")
    assert told(form) == read_back(form, tmp_path)[1] and "chỉ ghi khi có total" in told(form)[0]


@pytest.mark.parametrize("label", ["Số lượt phát biểu", "Tổng số ý kiến", "Đã trả lời tại hội nghị"])
def test_less_than_nobody_is_no_number(form: Page, tmp_path: Path, label: str) -> None:
    form.get_by_label(label, exact=True).fill("-5")
    assert told(form) == read_back(form, tmp_path)[1] and "phải từ 0 trở lên" in told(form)[0]


def test_a_browser_finds_of_citizens_what_check_finds(form: Page) -> None:
    """The same texts that the rules themselves are tested with, and the same answers."""
    texts = [*(text for texts in REFUSED.values() for text in texts), *LEFT_ALONE, "Bà B 0912345678 số nhà 12, CCCD 031085001234, a@b.vn"]
    answers = {}
    for text in texts:
        form.get_by_label("Chủ đề").fill(f"Ông đề nghị gọi {text}, để được trả lời")
        answers[text] = [line.removeprefix("topic: ") for line in told(form) if line.startswith("topic: ")]
    assert answers == {text: refusals(f"Ông đề nghị gọi {text}, để được trả lời") for text in texts}


def test_in_every_field_with_text_the_form_says_of_a_telephone_number_what_check_says(form: Page, tmp_path: Path) -> None:
    texts = form.locator("textarea, input[data-kind=text]:not([data-field='registration.period'])").all()
    form.get_by_label("Ngày đối thoại").fill("2023-08-15")
    form.get_by_label("Ngày thông báo").fill("2023-07-20")
    form.get_by_label("đã được tổ chức").check()
    for field in texts:
        field.fill("0912345678")
    assert len(told(form)) == 18 and sorted(told(form)) == sorted(read_back(form, tmp_path)[1])
    expect(form.get_by_role("button", name="Tải tệp về")).to_be_disabled()


def test_no_text_is_sound_where_the_rules_on_citizens_cannot_be_had(page: Page) -> None:
    page.route("**/personal_data.js", lambda route: route.abort())
    page.goto(FORM)
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang/so-dau")
    page.get_by_label("Chủ đề").fill("Vệ sinh môi trường")
    expect(page.locator("[data-record-problems]")).to_contain_text("không tải được")
    assert told(page)[0].startswith("topic: không tải được quy tắc")
    expect(page.get_by_role("button", name="Tải tệp về")).to_be_disabled()


def test_a_unit_that_has_been_chosen_is_no_mistake_any_more(page: Page) -> None:
    open_to_write(page, FORM)
    unit = page.get_by_label("Đơn vị tổ chức")
    expect(unit).to_have_attribute("aria-invalid", "true")
    unit.select_option("hong-bang/so-dau")
    expect(unit).not_to_have_attribute("aria-invalid", "true")


def test_each_mistake_leads_to_its_place_in_the_handbook(form: Page) -> None:
    form.get_by_label("Giờ bắt đầu").fill("25h")
    form.get_by_role("link", name="[hour-has-its-form]").click()
    expect(form.locator("#hour-has-its-form")).to_be_in_viewport()


def test_nothing_that_is_wrong_can_be_saved(form: Page) -> None:
    form.get_by_label("Giờ bắt đầu").fill("25h")
    expect(form.get_by_role("button", name="Tải tệp về")).to_be_disabled()


def test_the_file_is_named_as_the_register_numbers_them(form: Page) -> None:
    form.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    with form.expect_download() as download:
        form.get_by_role("button", name="Tải tệp về").click()
    name = download.value.suggested_filename
    taken = {path.name for path in (CONTENT / "dialogues/2023").glob("hong-bang-so-dau-dinh-ky-*.yml")}
    assert re.fullmatch(r"hong-bang-so-dau-dinh-ky-\d+\.yml", name) and name not in taken


def sent(form: Page) -> dict[str, str]:
    """What the host's page for a new file is opened with."""
    address = form.get_by_role("link", name="Gửi vào kho").get_attribute("href")
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, keep_blank_values=True).items()}


def test_the_hosts_page_for_a_new_file_is_filled_in(form: Page) -> None:
    form.get_by_label("Chủ đề").fill(HOSTILE + " & $& =?")
    form.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    expect(form.locator("[data-record-text]")).to_contain_text("registered_on: 2023-02-20")
    path, text = form.locator("[data-record-path]").inner_text(), form.locator("[data-record-text]").text_content()
    assert sent(form) == {"filename": path, "value": text}
    assert text.startswith("# yaml-language-server: $schema=../../.schema/dialogue.schema.json\nunit: hong-bang/so-dau\n")


def test_a_record_with_a_mistake_cannot_be_sent(form: Page) -> None:
    form.get_by_label("Giờ bắt đầu").fill("25h")
    expect(form.locator("[data-record-send]")).to_have_attribute("aria-disabled", "true")
    assert form.locator("[data-record-send]").get_attribute("href") is None


def test_a_record_too_long_for_an_address_is_pasted(form: Page) -> None:
    form.get_by_label("đã được tổ chức").check()
    form.get_by_label("Ngày đã tổ chức").fill("2023-08-15")
    form.get_by_label("Nội dung chính").fill("Giao UBND phường sửa đường. " * 200)
    expect(form.locator("[data-record-long]")).to_be_visible()
    assert sent(form)["value"] == ""


def test_the_form_works_with_the_network_gone(form: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    form.get_by_label("Chủ đề").fill("Vệ sinh môi trường")
    form.get_by_label("Thời gian dự kiến").fill("2023-Q4")
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    with form.expect_download() as download:
        form.get_by_role("button", name="Tải tệp về").click()
    assert "period: 2023-Q4" in Path(download.value.path()).read_text("utf-8")


def test_the_form_works_from_the_disk_without_any_server(context: BrowserContext, site_folder: Path) -> None:
    page = context.new_page()
    page.goto((site_folder / FORM / "index.html").as_uri())
    page.get_by_label("Đơn vị tổ chức").select_option("bach-long-vi")
    expect(page.locator("[data-record-text]")).to_contain_text("unit: bach-long-vi")


def test_the_form_breaks_no_rule_of_the_pages_policy(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    open_to_write(page, FORM)
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang")
    assert said == []


@pytest.mark.parametrize("name", ["record_form", "record_editor"])
def test_the_script_is_light(site_folder: Path, name: str) -> None:
    """As it is sent: with the schema, which has all of the rules and sentences."""
    assert len(gzip.compress((site_folder / f"assets/javascripts/{name}.js").read_bytes())) <= 22_000


def test_opinions_and_promises_are_written_and_entries_that_nobody_touched_are_not(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Ngày đã tổ chức").fill("15/8/2023")
    form.get_by_label("Nội dung ý kiến").fill("Đề nghị lắp đèn")
    form.get_by_role("button", name="Thêm một ý kiến").click()
    form.get_by_role("button", name="Thêm một ý kiến").click()
    form.get_by_label("Nội dung ý kiến").nth(2).fill("Đề nghị sửa đường")
    form.get_by_label("Nội dung cam kết").fill("Lắp xong đèn")
    form.get_by_label("Cơ quan chủ trì giải quyết").fill("UBND phường")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert [opinion.summary for opinion in dialogue.opinions] == ["Đề nghị lắp đèn", "Đề nghị sửa đường"]
    assert [(commitment.id, commitment.agency) for commitment in dialogue.commitments] == [("1", "UBND phường")]


def test_a_group_that_is_begun_and_cleared_is_no_part_of_the_record(form: Page) -> None:
    for label in ("Số người dự", "Nội dung ý kiến", "Nơi tổ chức", "Số lượt phát biểu"):
        form.get_by_label(label, exact=label == "Số người dự").fill("1")
        form.get_by_label(label, exact=label == "Số người dự").fill("")
    expect(form.locator("[data-record-text]")).not_to_contain_text(re.compile("held|opinions|venue"))
    text = form.locator("[data-record-text]").text_content()
    assert re.findall(r"^\w+", text, re.MULTILINE) == ["unit", "kind", "presided_by"]


def test_a_group_with_only_what_goes_with_a_number_is_refused_with_a_word(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Ngày đã tổ chức").fill("2023-08-15")
    form.get_by_label("Số người dự là con số").select_option("about")
    assert told(form) == read_back(form, tmp_path)[1] == ["held.attendance[1].count: phải có trường này"]


def test_a_draft_survives_a_reload_until_it_is_discarded(form: Page) -> None:
    form.get_by_label("Chủ đề").fill("Rác thải")
    form.get_by_role("button", name="Thêm một ý kiến").click()
    form.get_by_label("Nội dung ý kiến").nth(1).fill("Đề nghị lắp đèn")
    expect(form.locator("[data-record-text]")).to_contain_text("Đề nghị lắp đèn")
    text = form.locator("[data-record-text]").text_content()
    form.reload()
    expect(form.locator("[data-record-text]")).to_have_js_property("textContent", text)
    form.get_by_role("button", name="Xóa nháp").click()
    expect(form.locator("[data-record-said]")).to_have_text("Đã xóa nháp.")
    open_to_write(form, FORM)
    expect(form.get_by_label("Chủ đề")).to_have_value("")
    expect(form.get_by_label("Đơn vị tổ chức")).to_have_value("")


def test_what_tells_who_a_person_is_is_found_from_the_disk_too(context: BrowserContext, site_folder: Path) -> None:
    page = context.new_page()
    page.goto((site_folder / FORM / "index.html").as_uri())
    page.get_by_label("Chủ đề").fill("Gọi 0912 345 678")
    expect(page.locator("[data-record-problems]")).to_contain_text("số điện thoại di động")
