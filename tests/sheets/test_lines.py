"""Rows of a form are told apart from totals, headings again, places to sign and marks that stand for the cell above."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.offices import BC01, BC02, DK01, DK02, FIRST, a_new_result, a_plan, a_sheet, an_opinion, bc01


def another(**cells: object) -> list[object]:
    return a_new_result(**{"unit": "Phường Thượng Lý", "conclusion": None} | cells)


@pytest.mark.parametrize("written", [
    "Tổng cộng: 1 cuộc", "TỔNG", "Cộng (1 cuộc)", "Cộng 1", "Tổng số cuộc đối thoại", "Cộng toàn quận", "Cộng I", "Cộng quý III", "Cộng khối phường",
    "Trong đó: cấp xã", "Lũy kế từ đầu năm",
])
def test_a_row_of_totals_is_known_by_how_it_begins(imported, tmp_path, written):
    def put(sheet: Worksheet) -> None:
        sheet[f"B{FIRST + 1}"], sheet[f"H{FIRST + 1}"] = written, 200
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(bc01(tmp_path, a_new_result(), change=put, total=False)).output


def test_an_opinion_that_begins_as_totals_do_is_an_opinion(imported, tmp_path):
    opinion = an_opinion(summary="Tổng số hộ chưa có nước sạch còn nhiều", dialogue="Phường Lạ, ngày 15/8/2023")
    assert "không có đơn vị 'Phường Lạ'" in imported(a_sheet(tmp_path / "bc02.xlsx", BC02, opinion, title="NĂM 2023")).output


def test_headings_that_stand_again_on_the_next_page_are_no_row(imported, tmp_path):
    def repeat(sheet: Worksheet) -> None:
        for column in range(1, 18):
            for below, heading in ((1, 6), (2, 7)):
                sheet.cell(FIRST + below, column).value = sheet.cell(heading, column).value
    path = bc01(tmp_path, a_new_result(), another(), another(), another(), change=repeat)
    assert "2 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(path).output


@pytest.mark.parametrize("signed", [
    {"B": "NGƯỜI TỔNG HỢP", "F": "TL. BAN THƯỜNG VỤ"}, {"F": "BÍ THƯ"}, {"F": "XÁC NHẬN CỦA LÃNH ĐẠO"}, {"D": "Ngày … tháng … năm 2023"},
])
def test_whoever_signs_is_no_row(imported, tmp_path, signed):
    def sign(sheet: Worksheet) -> None:
        for row in (FIRST + 3, FIRST + 4):
            for column in "ABCDEFGH":
                sheet[f"{column}{row}"] = signed.get(column) if row == FIRST + 3 else None
        sheet[f"F{FIRST + 7}"] = "Lê Văn Mẫu"
    output = imported(bc01(tmp_path, a_new_result(), change=sign)).output
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in output and "Mẫu" not in output


@pytest.mark.parametrize("summary", [
    "Xác nhận hộ nghèo còn chậm", "Người lập hồ sơ phải đi lại nhiều lần", "Nơi nhận hồ sơ chật chội", "Cán bộ lập danh sách bỏ sót hộ",
    "Đề nghị trả lời đơn gửi ngày 15 tháng 8 năm 2023",
])
def test_an_opinion_that_says_what_stands_where_people_sign_is_an_opinion(imported, tmp_path, summary):
    rest = {"subject": None, "competence": None, "agency": None, "dialogue": "Phường Lạ, ngày 15/8/2023"}
    path = a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(summary=summary, **rest), title="NĂM 2023", dated="", total=False)
    assert f"ô D{FIRST}: không có đơn vị 'Phường Lạ'" in imported(path).output


def test_a_plan_of_a_day_in_words_is_no_place_to_sign(imported, tmp_path):
    plan = ["Phường Hạ Lý", "ngày 15 tháng 8 năm 2023", None, None, None, None, None]
    path = a_sheet(tmp_path / "dk02.xlsx", DK02, plan, title="NĂM 2023", dated="")
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(path).output


def test_a_row_without_its_unit_is_no_place_to_sign_though_a_secretary_presides(imported, tmp_path):
    def leave_out(sheet: Worksheet) -> None:
        for column in "ABCEGIJKLMNOPQ":
            sheet[f"{column}{FIRST + 1}"] = None
    output = imported(bc01(tmp_path, a_new_result(), another(presided_by="Bí thư"), change=leave_out, total=False)).output
    assert f"B{FIRST + 1}: ô này không được để trống" in output


@pytest.mark.parametrize("unit", ["Tổng Cọt", "Cộng Hiền"])
def test_a_commune_whose_name_begins_as_totals_do_is_a_row(imported, tmp_path, unit):
    path = a_sheet(tmp_path / "dk02.xlsx", DK02, [unit, "quý III", "quý III", "Chung", None, None, None], title="NĂM 2023", dated="")
    assert f"không có đơn vị '{unit}'" in imported(path).output


def test_a_second_row_of_a_merged_unit_is_no_place_to_sign(imported, tmp_path):
    def merge(sheet: Worksheet) -> None:
        for column in "ABC":
            sheet[f"{column}{FIRST + 1}"] = None
            sheet.merge_cells(f"{column}{FIRST}:{column}{FIRST + 1}")
        for column in "EGHIJKLMNOPQ":
            sheet[f"{column}{FIRST + 1}"] = None
    output = imported(bc01(tmp_path, a_new_result(), a_new_result(presided_by="Bí thư", day="16/8/2023"), change=merge, total=False)).output
    assert "2 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in output


def test_a_row_below_the_place_to_sign_is_asked_about(imported, tmp_path):
    def put_below(sheet: Worksheet) -> None:
        for column, value in enumerate(another(), 2):
            sheet.cell(FIRST + 7, column, value)
    output = imported(bc01(tmp_path, a_new_result(), change=put_below)).output
    assert f"dòng {FIRST + 7}: dòng ở dưới phần ký nên không nhập: Phường Thượng Lý" in output
    assert "hãy ghi: xóa dòng; nếu vẫn cần nhập thì chuyển dòng lên trên phần ký" in output


@pytest.mark.parametrize("mark", ["nt", "-nt-", "như trên", "//", '"', "”"])
def test_as_above_is_read_where_it_leaves_no_doubt(imported, tmp_path, mark):
    output = imported(bc01(tmp_path, a_new_result(), another(kind=mark, presided_by=mark, conclusion=None))).output
    assert "hong-bang-thuong-ly-dot-xuat-1: " in output and "2 mới" in output and "0 chỗ chưa hiểu" in output


def test_a_row_that_says_as_above_in_all_but_its_unit_is_filled_in(imported, tmp_path):
    plans = [["Phường Hạ Lý", "quý IV", "quý IV", "Riêng", None, None, None], ["Phường Thượng Lý", "nt", "nt", "nt", None, None, None]]
    output = imported(a_sheet(tmp_path / "dk02.xlsx", DK02, *plans, title="NĂM 2023", dated="")).output
    assert re.findall(r"ô (\w+): ô này ghi như ô ở trên", output) == [f"C{FIRST + 1}", f"D{FIRST + 1}"]


def test_as_above_that_is_struck_through_is_asked_about(imported, tmp_path):
    def strike(sheet: Worksheet) -> None:
        sheet[f"D{FIRST + 1}"].font = Font(strike=True)
    path = bc01(tmp_path, a_new_result(), another(presided_by="nt"), change=strike)
    assert f"D{FIRST + 1}: chữ trong ô bị gạch ngang" in imported(path).output


@pytest.mark.parametrize("field, column, value", [("day", "F", "2023-08-15"), ("attendance", "H", "trên 200"), ("topic", "E", "Rác thải")])
def test_as_above_is_asked_about_where_each_row_has_its_own(imported, tmp_path, field, column, value):
    output = imported(bc01(tmp_path, a_new_result(topic="Rác thải"), another(**{"topic": "Chợ"} | {field: "nt"}))).output
    assert re.search(rf"ô {column}{FIRST + 1}: ô này ghi như ô ở trên .*\n +hãy ghi: ghi riêng từng dòng: {value}", output)


def test_as_above_with_nothing_above_is_asked_about(imported, tmp_path):
    assert f"ô E{FIRST}: ghi 'nt' mà dòng trên không có gì" in imported(bc01(tmp_path, a_new_result(topic="nt"))).output


def test_a_word_that_is_struck_within_a_cell_is_asked_about(imported, tmp_path):
    def strike_a_part(sheet: Worksheet) -> None:
        sheet[f"H{FIRST}"] = CellRichText(TextBlock(InlineFont(strike=True), "trên "), "200")
    assert f"ô H{FIRST}: chữ trong ô bị gạch ngang" in imported(bc01(tmp_path, a_new_result(), change=strike_a_part)).output


def test_a_comment_on_a_cell_is_said_not_to_be_read(imported, tmp_path):
    def comment(sheet: Worksheet) -> None:
        sheet[f"H{FIRST}"].comment = Comment("chưa chắc", "Cán bộ")
    assert f"ô H{FIRST}: chú thích (comment) của ô không được đọc" in imported(bc01(tmp_path, a_new_result(), change=comment)).output


def test_letters_of_an_old_font_are_asked_about_where_they_stand_and_hide_nothing_else(imported, tmp_path):
    output = imported(bc01(tmp_path, a_new_result(topic="Veä sinh moâi tröôøng"), another(day="31/6/2023"))).output
    assert re.findall(r"ô (\w+): ", output) == [f"E{FIRST}", f"F{FIRST + 1}"] and "Unikey" in output


@pytest.mark.parametrize("written", ["Nuwowcs sachj noong thoon", "Nu7o7c1 sa5ch no6ng tho6n", "N??c s?ch n?ng th?n"])
def test_letters_that_were_never_made_or_are_lost_are_asked_about(imported, tmp_path, written):
    output = imported(bc01(tmp_path, a_new_result(topic=written))).output
    assert re.search(rf"ô E{FIRST}: chữ '{re.escape(written)}' .*\n.*hãy ghi: .*gõ lại có dấu", output)


def test_letters_of_an_old_font_that_nobody_reads_are_no_question(imported, tmp_path):
    def sign(sheet: Worksheet) -> None:
        sheet[f"F{FIRST + 7}"] = "TrÇn V¨n MÉu"
    assert imported(bc01(tmp_path, a_new_result(), change=sign)).exit_code == 0


@pytest.mark.parametrize("place, written", [("A1", "QuËn ñy Hång Bµng"), ("B6", "§¬n vÞ")])
def test_an_office_or_a_heading_in_letters_of_an_old_font_is_named_as_that(imported, tmp_path, place, written):
    def put(sheet: Worksheet) -> None:
        sheet[place] = written
    output = imported(bc01(tmp_path, a_new_result(), change=put)).output
    assert re.search(rf"ô {place}: chữ '{written}' dùng bảng mã cũ", output)


def with_a_second_sheet(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.load_workbook(path)
    second = book.create_sheet("Khác")
    for row in rows:
        second.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("rows", [[["BÁO CÁO"], ["năm 2023"]], [["STT", "Đơn vị", "Ghi chú"], [1, "Phường Sở Dầu", "ven sông"]]])
def test_a_cover_or_a_list_is_passed_over_aloud(imported, tmp_path, rows):
    result = imported(with_a_second_sheet(bc01(tmp_path, a_new_result()), *rows))
    assert (result.exit_code, "trang tính 'Khác' không theo biểu nào, không đọc" in result.output) == (0, True)


def test_a_sheet_that_comes_near_a_form_is_asked_about(imported, tmp_path):
    near = with_a_second_sheet(bc01(tmp_path, a_new_result()), ["STT", "Đơn vị", "Loại", "Chủ trì", "Lúc nào", "Lượt phát biểu"], [1, "Sở Dầu", "Định kỳ", "Bí thư", "15/8", 9])
    result = imported(near)
    assert (result.exit_code, "trang tính 'Khác' không theo biểu nào: gần với BC01 nhất nhưng thiếu cột 'Ngày'" in result.output) == (1, True)


@pytest.mark.parametrize("heading", ["Số người tham dự (người)", "SỐ NGƯỜI DỰ", "Số người tham gia"])
def test_a_heading_that_says_what_it_counts_is_known(imported, tmp_path, heading):
    headings = [heading if number == 7 else known for number, known in enumerate(BC01)]
    assert "(held.attendance): 200, trên" in imported(a_sheet(tmp_path / "x.xlsx", headings, a_new_result(), title="NĂM 2023")).output


def test_a_heading_that_counts_some_of_them_is_no_other(imported, tmp_path):
    headings = ["Số người dự (nữ)" if number == 7 else known for number, known in enumerate(BC01)]
    assert "không có cột 'Số người dự (nữ)'" in imported(a_sheet(tmp_path / "x.xlsx", headings, a_new_result(), title="NĂM 2023")).output


@pytest.mark.parametrize("title", ["BÁO CÁO QUÝ III/2023", "BÁO CÁO THÁNG 8-2023"])
def test_the_year_beside_a_quarter_or_a_month_is_the_sheets(imported, tmp_path, title):
    assert "1 mới" in imported(bc01(tmp_path, a_new_result(), title=title)).output


def test_an_office_may_shorten_its_type(imported, tmp_path):
    plan = a_plan(kind="Chuyên đề", topic="Đất đai")
    assert "1 mới" in imported(a_sheet(tmp_path / "x.xlsx", DK01, plan, office="UBND Q. HỒNG BÀNG", dated="")).output


@pytest.mark.parametrize("numbers", [
    ["A", "B", "C", *range(1, 15)], ["A", "B", *range(3, 18)], ["(1)", "(2)", *range(3, 10), "(10)=(11)+(12)", *range(11, 18)],
    list("ABCDEFGHIJKLMNOPQ"),
])
def test_a_row_that_numbers_the_columns_is_known_by_letters_and_sums_too(imported, tmp_path, numbers):
    def number(sheet: Worksheet) -> None:
        for column, written in enumerate(numbers, 1):
            sheet.cell(FIRST - 1, column).value = written
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(bc01(tmp_path, a_new_result(), change=number)).output


@pytest.mark.parametrize("unit", [None, "Phường Thượng Lý"])
@pytest.mark.parametrize("is_worked_out", [True, False])
def test_formulas_that_wait_for_a_row_to_be_filled_in_make_no_row(imported, tmp_path, unit, is_worked_out):
    row = f"=K{FIRST}+L{FIRST}"
    waiting = [unit, *[None] * 7, row, *[None] * 6]
    if is_worked_out:
        path = a_sheet(tmp_path / "bc01.xlsx", BC01, waiting, a_new_result(), title="BÁO CÁO NĂM 2023", dated="")
    else:
        path = bc01(tmp_path, waiting, a_new_result())
    output = imported(path).output
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in output and ("Phường Thượng Lý chưa ghi gì" in output) == bool(unit)


def test_a_row_that_is_all_formulas_is_asked_about(imported, tmp_path):
    output = imported(bc01(tmp_path, a_new_result(), [f"=Z{place}" for place in range(16)], total=False)).output
    assert f"ô B{FIRST + 1}: công thức chưa có kết quả" in output


def test_a_formula_that_gives_no_text_is_an_empty_cell(imported, tmp_path):
    path = a_sheet(tmp_path / "bc01.xlsx", BC01, a_new_result(note="=T(Z1)"), title="BÁO CÁO NĂM 2023", dated="")
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    written = rb'<c r="Q9"([^>]*)><f>T\(Z1\)</f><v>0</v></c>'
    sheet, count = re.subn(written, rb'<c r="Q9"\1 t="str"><f>T(Z1)</f><v></v></c>', parts["xl/worksheets/sheet1.xml"])
    assert count == 1
    with zipfile.ZipFile(path, "w") as book:
        for name, part in (parts | {"xl/worksheets/sheet1.xml": sheet}).items():
            book.writestr(name, part)
    assert "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(path).output
