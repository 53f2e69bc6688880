"""The form that writes a record: what it gives is read by the register, and it says what `check` says."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.checks import check
from generator.model import Dialogue
from generator.records import read_records

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "content"
FORM = "lap-ban-ghi/"
HOSTILE = 'Đất đai: "bồi thường" # 100% \\ {{ x }} - [a]'


@pytest.fixture
def form(page: Page) -> Page:
    page.goto(FORM)
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
    """What the form says, without what was found and the rule's name."""
    return [re.split(r"; đang ghi| +\[[a-z-]+\]$", line)[0] for line in form.locator("[data-record-problems] li").all_inner_texts()]


def test_a_plan_that_is_filled_in_is_a_record(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Chủ đề").fill(HOSTILE)
    form.get_by_label("Thanh niên").check()
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    form.get_by_label("Ngày, tháng hoặc quý dự kiến").fill("2023-Q4")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert (dialogue.unit, dialogue.topic, dialogue.audiences, dialogue.registration.period.text) == ("hong-bang/so-dau", HOSTILE, ("thanh-nien",), "2023-Q4")


def test_a_meeting_with_its_results_is_a_record(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Ngày đối thoại").fill("2023-08-15")
    form.get_by_label("Ngày thông báo").fill("2023-07-20")
    form.get_by_label("Giờ bắt đầu").fill("08:00")
    form.get_by_label("đã được tổ chức").check()
    form.get_by_label("Số lượng").fill("200")
    form.get_by_label("Số người dự là con số").select_option("more-than")
    form.get_by_label("Nội dung chính").fill("Giao UBND phường:\n\n1. Sửa đường.\n2. Lắp đèn.")
    form.get_by_label("Ngày ban hành").fill("2023-08-20")
    dialogue, said = read_back(form, tmp_path)
    assert (said, told(form)) == ([], [])
    assert (dialogue.held.attendance[0].count, dialogue.held.attendance[0].precision.value) == (200, "more-than")
    assert dialogue.conclusion.text == "Giao UBND phường:\n\n1. Sửa đường.\n2. Lắp đèn."


@pytest.mark.parametrize("label, value", [
    ("Ngày, tháng hoặc quý dự kiến", "quý IV"), ("Ngày đăng ký kế hoạch", "20/2/2023"), ("Giờ bắt đầu", "8h"), ("Số lượt phát biểu", "mười"),
    ("Chủ đề", "a" * 301), ("Số lượng", "2000000"), ("Nơi tổ chức", ""), ("Ngày thông báo", "unknown"), ("Địa chỉ", "Số 3 Hoàng Diệu"),
])
def test_the_form_says_what_check_says(form: Page, tmp_path: Path, label: str, value: str) -> None:
    form.get_by_label(label, exact=True).fill(value)
    assert told(form) != []
    assert sorted(told(form)) == sorted(read_back(form, tmp_path)[1])


def test_nothing_that_is_wrong_can_be_saved(form: Page) -> None:
    form.get_by_label("Giờ bắt đầu").fill("8h")
    expect(form.get_by_role("button", name="Tải tệp về")).to_be_disabled()


def test_the_file_is_named_as_the_register_numbers_them(form: Page) -> None:
    form.get_by_label("Ngày, tháng hoặc quý dự kiến").fill("2023-Q4")
    form.get_by_label("Ngày đăng ký kế hoạch").fill("2023-02-20")
    with form.expect_download() as download:
        form.get_by_role("button", name="Tải tệp về").click()
    name = download.value.suggested_filename
    taken = {path.name for path in (ROOT / "content/dialogues/2023").glob("hong-bang-so-dau-dinh-ky-*.yml")}
    assert re.fullmatch(r"hong-bang-so-dau-dinh-ky-\d+\.yml", name) and name not in taken


def test_the_form_works_from_the_disk_without_any_server(context: BrowserContext, site_folder: Path) -> None:
    page = context.new_page()
    page.goto((site_folder / FORM / "index.html").as_uri())
    page.get_by_label("Đơn vị tổ chức").select_option("bach-long-vi")
    expect(page.locator("[data-record-text]")).to_contain_text("unit: bach-long-vi")


def test_the_form_breaks_no_rule_of_the_pages_policy(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(FORM)
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang")
    assert said == []


def test_the_script_is_light(site_folder: Path) -> None:
    assert (site_folder / "assets/javascripts/record_form.js").stat().st_size <= 15_000
