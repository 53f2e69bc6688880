"""What an office took out without deleting it is asked about, and what an import would write is shown before it is written."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.folders import files_of
from tests.places import GOLDEN
from tests.sheets.offices import BC01, BC02, DK01, DK02, FIRST, a_new_result, a_plan, a_result, a_sheet, an_opinion, bc01


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[FIRST].hidden = True


def strike(sheet: Worksheet) -> None:
    for cell in sheet[FIRST]:
        cell.font = Font(strike=True)


@pytest.mark.parametrize("change, said", [(hide, "bị ẩn"), (strike, "bị gạch ngang")])
def test_a_row_that_was_taken_out_is_asked_about_and_not_taken(imported, content, tmp_path, change, said):
    before = files_of(content)
    result = imported(bc01(tmp_path, a_result(), a_new_result(), change=change), "--apply")
    assert (result.exit_code, files_of(content)) == (1, before)
    assert f"dòng {FIRST}: dòng {said} nên không nhập: Phường Sở Dầu" in result.output


def test_one_struck_cell_is_asked_about_by_its_place(imported, tmp_path):
    def strike_the_day(sheet: Worksheet) -> None:
        sheet[f"F{FIRST}"].font = Font(strike=True)
    assert f"ô F{FIRST}: chữ trong ô bị gạch ngang" in imported(bc01(tmp_path, a_result(), change=strike_the_day)).output


def test_a_hidden_row_without_anything_in_it_is_no_question(imported, tmp_path):
    def hide_an_empty_one(sheet: Worksheet) -> None:
        sheet.row_dimensions[FIRST + 5].hidden = True
    assert imported(bc01(tmp_path, a_new_result(), change=hide_an_empty_one)).exit_code == 0


def with_a_second_sheet(path: Path, state: str, copied: bool) -> Path:
    book = openpyxl.load_workbook(path)
    second = book.copy_worksheet(book.active) if copied else book.create_sheet()
    second.title = "Cũ"
    second["A1"] = second["A1"].value or "Danh mục"
    second.sheet_state = state
    book.save(path)
    return path


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_with_rows_of_a_form_is_asked_about_by_its_name(imported, tmp_path, state):
    result = imported(with_a_second_sheet(bc01(tmp_path, a_new_result()), state, copied=True))
    assert (result.exit_code, "trang tính 'Cũ' bị ẩn, có 1 dòng theo biểu; không nhập" in result.output) == (1, True)


def test_a_hidden_sheet_that_is_no_form_is_passed_over_aloud(imported, tmp_path):
    result = imported(with_a_second_sheet(bc01(tmp_path, a_new_result()), "hidden", copied=False))
    assert (result.exit_code, "trang tính 'Cũ' bị ẩn, không đọc" in result.output) == (0, True)


def test_a_hidden_column_that_holds_something_is_asked_about(imported, tmp_path):
    def hide_the_speakers(sheet: Worksheet) -> None:
        sheet.column_dimensions["I"].hidden = True
    result = imported(bc01(tmp_path, a_new_result(), change=hide_the_speakers))
    assert (result.exit_code, "cột 'Lượt phát biểu' bị ẩn mà có nội dung" in result.output) == (1, True)


def test_hidden_numbers_of_rows_are_no_question(imported, tmp_path):
    def hide_the_numbers(sheet: Worksheet) -> None:
        sheet.column_dimensions["A"].hidden = True
    assert imported(bc01(tmp_path, a_new_result(), change=hide_the_numbers)).exit_code == 0


def test_a_formula_without_a_result_hides_no_other_question(imported, tmp_path):
    def put_formulas(sheet: Worksheet) -> None:
        sheet[f"H{FIRST}"], sheet[f"H{FIRST + 2}"] = "=100+100", "=SUM(H9:H10)"
    output = imported(bc01(tmp_path, a_result(), a_new_result(day="31/6/2023"), change=put_formulas)).output
    assert re.findall(r"ô (\w+): ", output) == [f"H{FIRST}", f"F{FIRST + 1}"]


def test_an_empty_sheet_is_called_empty(imported, tmp_path):
    result = imported(bc01(tmp_path))
    assert "bảng trống, không có dòng nào" in result.output and "Sổ đã có đủ" not in result.output


def test_a_new_records_preview_shows_each_figure_and_who_presides(imported, tmp_path):
    output = imported(bc01(tmp_path, a_new_result(presided_by="Phó Bí thư Đảng ủy", attendance="khoảng 150"))).output
    for said in ("(kind): đột xuất", "(held.reported_on): ", "Chủ trì: Bí thư (cấp phó chủ trì thay)", "Số người dự (held.attendance): 150, khoảng", "(held.opinions.total): 15",
                 "(conclusion.number): 15-TB/ĐU", f"ô D{FIRST}: 'Phó Bí thư Đảng ủy' ghi là cấp phó chủ trì thay"):
        assert said in output


@pytest.mark.parametrize("written", ["Phó Bí thư Đảng ủy - Chủ tịch UBND phường", "PBT, CT UBND phường"])
def test_the_chairs_two_titles_are_one_person_and_said_aloud(imported, tmp_path, written):
    output = imported(bc01(tmp_path, a_new_result(presided_by=written, kind="Chuyên đề", topic="Rác thải"))).output
    assert "Chủ trì: Chủ tịch UBND\n" in output and f"ô D{FIRST}: '{written}' đọc là một người" in output


@pytest.mark.parametrize("written", ["Quyền Chủ tịch UBND phường", "Q. Chủ tịch UBND"])
def test_an_acting_head_is_a_head_and_said_aloud(imported, tmp_path, written):
    output = imported(bc01(tmp_path, a_new_result(presided_by=written, kind="Chuyên đề", topic="Rác thải"))).output
    assert "Chủ trì: Chủ tịch UBND\n" in output and "ghi là người đứng đầu (đang giữ quyền)" in output


@pytest.mark.parametrize("written, said", [
    ("15/8/2023, 8h00", "start: 08:00"), ("7h30 sáng 15/8/23", "start: 07:30"), ("2h chiều, ngày 15 tháng 8", "start: 14:00"),
    ("8 giờ 30, ngày 15/8/2023", "start: 08:30"), ("14h-16h30 ngày 15/8/2023", "end: 16:30"), ("Sáng 15/8/2023", "part_of_day: morning"),
    (datetime(2023, 8, 15, 8, 15), "start: 08:15"), ("Thứ Ba, 15/8/2023 (8h00)", "start: 08:00"),
])
def test_the_hour_beside_a_day_is_kept(imported, content, tmp_path, written, said):
    known = set(files_of(content))
    def put_the_day(sheet: Worksheet) -> None:
        sheet[f"F{FIRST}"] = written
    assert imported(bc01(tmp_path, a_new_result(), change=put_the_day), "--apply").exit_code == 0
    new, = set(files_of(content)) - known
    text = files_of(content)[new].decode()
    assert "day: 2023-08-15" in text and said in text


def test_an_hour_that_no_clock_has_is_asked_about(imported, tmp_path):
    assert f"ô F{FIRST}: không có giờ này" in imported(bc01(tmp_path, a_result(day="27h, 15/8/2023"))).output


@pytest.mark.parametrize("written", ["tháng 8/2023", "quý III", "8/2023"])
def test_a_month_or_a_quarter_is_no_day_and_none_is_proposed(imported, tmp_path, written):
    output = imported(bc01(tmp_path, a_result(day=written))).output
    assert re.findall(r"hãy ghi: (.*)", output) == ["15/8/2023"]


@pytest.mark.parametrize("written", ["TB số 15-TB/ĐU ngày 20/8/2023", "Thông báo kết luận số: 15-TB/ĐU, ngày 20/8", "Số 15-TB/ĐU (ngày 20/8/2023)"])
def test_the_kind_of_a_notice_is_no_part_of_its_number(imported, tmp_path, written):
    output = imported(bc01(tmp_path, a_new_result(conclusion=written))).output
    assert "(conclusion.number): 15-TB/ĐU\n" in output and "(conclusion.issued_on): 2023-08-20\n" in output


def a_second_district(content: Path) -> None:
    text = (GOLDEN / "units/hong-bang.yml").read_text("utf-8")
    text = text.replace("Hồng Bàng", "Ngô Quyền").replace("Sở Dầu", "Máy Tơ").replace("so-dau", "may-to").replace("code: 303", "code: 304")
    (content / "units/ngo-quyen.yml").write_text(re.sub(r"code: (\d{5})", lambda found: f"code: {int(found[1]) + 1000:05}", text), "utf-8")


def test_a_row_of_another_district_is_told_as_that(imported, content, tmp_path):
    a_second_district(content)
    output = imported(bc01(tmp_path, a_result(unit="Phường Máy Tơ"), a_result(unit="Quận Ngô Quyền"))).output
    assert "'Phường Máy Tơ' không phải của nơi gửi bảng mà là của Quận Ngô Quyền" in output
    assert "'Quận Ngô Quyền' không phải của nơi gửi bảng mà là Quận Ngô Quyền, có bảng riêng" in output


def test_a_sheet_of_several_senders_says_that_it_is_of_all(imported, content, tmp_path):
    a_second_district(content)
    sheet = a_sheet(tmp_path / "tp.xlsx", BC01, a_result(), a_result(unit="Phường Máy Tơ"), office="BAN DÂN VẬN", title="NĂM 2023", dated="")
    assert "có dòng của nhiều đơn vị gửi (Quận Hồng Bàng, Quận Ngô Quyền); bảng chung của mọi đơn vị thì --unit all" in imported(sheet).output
    assert "ngo-quyen-may-to-dinh-ky-1: Phường Máy Tơ" in imported(sheet, "--unit", "all").output


@pytest.mark.parametrize("written, meant", [
    ("Tổng số người tham dự hội nghị", "Số người tham dự"), ("Số lượt ý kiến phát biểu", "phát biểu"), ("Số điện thoại", ""),
])
def test_an_unknown_heading_is_shown_the_nearest_known_one(imported, tmp_path, written, meant):
    place = {"Tổng số người tham dự hội nghị": 7, "Số lượt ý kiến phát biểu": 8}.get(written)
    headings = [written if number == place else heading for number, heading in enumerate(BC01)]
    row = a_result() if place else [*a_result(), "x"]
    sheet = a_sheet(tmp_path / "x.xlsx", headings if place else [*BC01, written], row, title="NĂM 2023")
    output = imported(sheet).output
    assert f"không có cột '{written}'" in output
    assert re.search(r"hãy ghi: đổi tên cột thành '[^']*" + meant.split(" tham ")[0], output) if meant else "hãy ghi: xóa cột" in output


@pytest.mark.parametrize("headings, row", [(DK01, a_plan(kind="Chuyên đề")), (DK02, ["Phường Hạ Lý", "quý IV", "quý IV", "Chung", None, None, None])])
def test_a_plans_preview_shows_its_period(imported, tmp_path, headings, row):
    output = imported(a_sheet(tmp_path / "dk.xlsx", headings, row)).output
    assert "registration.period" in output


def test_what_may_be_a_citizens_name_is_told_with_its_cell_before_anything_is_written(imported, content, tmp_path):
    imported(a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="NĂM 2023"), "--apply")
    about = {"dialogue": "Quận Hồng Bàng, ngày 15/8/2023"}
    rows = (an_opinion(summary="Chị Hoa hỏi về đền bù", **about), an_opinion(summary="Hai Bà Trưng, Lê Lợi hay ngập", **about))
    output = imported(a_sheet(tmp_path / "bc02.xlsx", BC02, *rows, title="NĂM 2023")).output
    told = [line.strip() for line in output.splitlines() if "có vẻ nêu tên người" in line]
    assert told == [f"bc02.xlsx, Biểu, ô B{FIRST}: có vẻ nêu tên người; chỉ ghi chức danh, hoặc 'một người dân'; đang ghi 'Chị Hoa'"]


def test_what_would_be_refused_of_many_rows_of_one_dialogue_is_told_with_its_own_cell(imported, content, tmp_path):
    imported(a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="NĂM 2023"), "--apply")
    about = {"dialogue": "Quận Hồng Bàng, ngày 15/8/2023"}
    rows = (
        an_opinion(summary="Đề nghị lắp đèn", **about), an_opinion(summary="Gọi 0912 345 678", **about),
        an_opinion(summary="Đề nghị sửa cống", result="Trả lời theo số 0987 654 321", **about),
    )
    output = imported(a_sheet(tmp_path / "bc02.xlsx", BC02, *rows, title="NĂM 2023"), "--apply").output
    assert re.findall(r"^(.*), ô (\w+): .*số điện thoại di động", output, re.MULTILINE) == [
        ("bc02.xlsx, Biểu", f"B{FIRST + 1}"), ("bc02.xlsx, Biểu", f"H{FIRST + 2}"),
    ]
