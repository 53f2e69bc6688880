"""An office's own ways of filling in a sheet are read, and what is not understood is named with its cell."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import openpyxl
import pytest

from generator.reports.forms import read_page
from generator.site.form_sets import read_form_set
from tests.folders import files_of
from tests.places import TEMPLATES
from tests.read_register import read_register
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion
from tests.sheets.sendings import thematic


@pytest.mark.parametrize("headings, row, places", [
    (BC01, a_result(presided_by="lãnh đạo phường", day="31/9/2023", attendance="đông đủ", speakers="nhiều"), "D F H I"),
    (BC01, a_result(unit="Phường Lạ", kind=None, topic="ông Nguyễn Văn A hỏi", total="mười", conclusion="số 15"), "B C E J P"),
    (DK01, a_plan(kind="lạ", period="cuối năm", topic="ông Văn A hỏi", mode="qua Zalo", contact="Đ/c Văn A"), "C E I K M"),
    (DK02, ["Phường Lạ", "cuối năm", "đầu năm", "x", "theo bà Hoa", None, "gặp bà Hoa"], "B C D E F H"),
    (DK02, ["Phường Hạ Lý", None, None, "Chung", None, None, None], "C"),
    (BC02, an_opinion(summary="bà Hoa hỏi", dialogue="Sở Dầu", competence="Bộ", due="mai", agency=None, answered_on="x"), "B D E F G H I"),
])
def test_all_that_is_not_understood_in_a_row_is_asked_at_once(imported, content, tmp_path, headings, row, places):
    before = files_of(content)
    result = imported(a_sheet(tmp_path / "a.xlsx", headings, row, title="NĂM 2023"), "--apply")
    assert (result.exit_code, files_of(content)) == (1, before)
    asked = re.findall(r"^  a.xlsx, Biểu, ô (\w+)9: ", result.output, re.MULTILINE)
    assert " ".join(asked) == places, result.output


@pytest.mark.parametrize("row, said", [
    (["Phường Hạ Lý", "tháng 8", "tháng 9", "Chung"], "hai cột thời gian khác nhau"), (["Phường Hạ Lý", "tháng 8", "tháng 8", None], "không được để trống"),
    (["Xã Lạ", "tháng 8", None, None], "không có đơn vị"), ([None, "tháng 8", None, None], "không được để trống"),
    (["Quận Hồng Bàng", "tháng 8", None, None], "không có đơn vị"),
])
def test_a_communes_row_that_could_be_read_in_two_ways_is_asked_about(imported, tmp_path, row, said):
    result = imported(a_sheet(tmp_path / "dk02.xlsx", DK02, [*row, None, None, None]))
    assert (result.exit_code, said in result.output) == (1, True)


def test_a_commune_with_nothing_to_tell_is_no_question(imported, tmp_path):
    result = imported(a_sheet(tmp_path / "dk02.xlsx", DK02, ["Phường Hạ Lý", *[None] * 6]))
    assert (result.exit_code, "Phường Hạ Lý chưa ghi gì" in result.output) == (0, True)


@pytest.mark.parametrize("note", ["not_registered", "not_registered_but_has_day"])
def test_what_a_report_says_of_itself_is_no_clerks_note(imported, content, tmp_path, note):
    row = ["Phường Hạ Lý", None, "tháng 10", None, None, None, getattr(read_page(read_form_set(TEMPLATES, None)), note).format(posts="Bí thư")]
    assert imported(a_sheet(tmp_path / "dk02.xlsx", DK02, row), "--apply").exit_code == 0
    assert read_register(content).dialogues["hong-bang-ha-ly-dinh-ky-1"].note is None


def test_a_plan_without_a_time_is_not_passed_over_in_silence(imported, tmp_path):
    result = imported(a_sheet(tmp_path / "dk02.xlsx", DK02, ["Phường Hạ Lý", None, None, None, "Rác thải", None, None]))
    assert (result.exit_code, "không có thời gian" in result.output) == (0, True)


def test_decomposed_text_and_headings_are_read(imported, tmp_path):
    nfd = [unicodedata.normalize("NFD", heading) for heading in DK01]
    row = [unicodedata.normalize("NFD", value) if isinstance(value, str) else value for value in a_plan(kind="Chuyên đề")]
    assert "1 mới" in imported(a_sheet(tmp_path / "nfd.xlsx", nfd, row, office=unicodedata.normalize("NFD", "QUẬN ỦY HỒNG BÀNG"))).output


def test_an_offices_own_ways_are_read(imported, tmp_path):
    """Both posts under one heading, units without their type, months that Excel has made days, a letter's number above."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["UBND QUẬN HỒNG BÀNG", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    sheet.append(["DANH SÁCH ĐĂNG KÝ ĐỐI THOẠI CẤP XÃ NĂM 2023"])
    sheet.append(["(Kèm theo Công văn số 12-CV/QU ngày 22/02/2023)"])
    sheet.append(["TT", "Tên xã, phường", "Thời gian đối thoại", None, "Hình thức (chung/riêng)", "Nội dung đối thoại", "Địa điểm tổ chức", "Ghi chú"])
    sheet.append([None, None, "Bí thư", "Chủ tịch UBND"])
    sheet.append([1, "Hạ Lý", date(2023, 11, 1), date(2023, 11, 1), "chung", "Vệ sinh môi trường", "Nhà văn hóa", None])
    sheet.append([2, "P.Thượng Lý", "T11", "Quý 4", "Riêng"])
    sheet.append([None, "Cộng:", None, None, None, None, None, 2])
    sheet["C6"].number_format = sheet["D6"].number_format = "mm/yyyy"
    for merged in ("A1:C1", "A2:H2", "C4:D4", *(f"{column}4:{column}5" for column in "ABEFGH")):
        sheet.merge_cells(merged)
    book.save(tmp_path / "own.xlsx")
    output = imported(tmp_path / "own.xlsx").output
    for said in ("ha-ly-dinh-ky: registration.period: '2023-07' → '2023-11'", "hong-bang-thuong-ly-dinh-ky-1: Phường Thượng Lý, 2023-11"):
        assert said in output


def test_headings_of_a_group_are_read_on_one_row_too(imported, tmp_path):
    flat = ["Tổng số ý kiến", "Tại hội nghị", "Gửi trước"]
    headings = [name for heading in BC01 for name in (flat if isinstance(heading, tuple) else [heading])]
    output = imported(a_sheet(tmp_path / "flat.xlsx", headings, a_result(unit="Phường Thượng Lý"), title="NĂM 2023")).output
    assert "(held.opinions.before): " in output and "(held.opinions.at_meeting): " in output and "0 chỗ chưa hiểu" in output


def test_a_plans_preview_calls_how_it_is_held_by_its_name(imported, tmp_path):
    assert "Hình thức (mode): trực tiếp" in imported(thematic(tmp_path, a_plan(kind="Chuyên đề"))).output


def test_a_heading_that_nobody_knows_is_named_with_its_cell(imported, tmp_path):
    headings = ["Nơi tổ chức đối thoại" if heading == "Xã/phường/thị trấn" else heading for heading in DK02]
    result = imported(a_sheet(tmp_path / "x.xlsx", headings, ["Phường Hạ Lý", "tháng 8", None, None], title="ĐĂNG KÝ ĐỐI THOẠI CẤP XÃ NĂM 2023"))
    assert "gần với DK02 nhất nhưng thiếu cột 'Xã/phường/thị trấn'; có những cột chưa hiểu: 'Nơi tổ chức đối thoại' (ô B" in result.output


def test_text_in_an_old_font_is_refused_with_a_hint(imported, tmp_path):
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="§èi tho¹i trùc tiÕp")))
    assert (result.exit_code, "Unikey" in result.output, "ô E9" in result.output) == (1, True, True)


def test_a_sign_that_only_a_font_has_is_refused_with_what_to_type(imported, tmp_path):
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="\uf0b7 Đất đai")))
    assert result.exit_code == 1 and "ô E9: có ký hiệu riêng của phông chữ (U+F0B7)" in result.output and "ví dụ: - Đất đai" in result.output


@pytest.mark.parametrize("unseen", ["\u202e", "\u200e", "\u2067"], ids=ascii)
def test_a_sign_that_turns_the_text_around_is_asked_about_at_its_own_cell(imported, content, tmp_path, unseen):
    before = files_of(content)
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic=f"Đất đai{unseen} ở phường")), "--apply")
    assert f"ô E9: có ký tự không nhìn thấy, đảo chiều hay điều khiển chữ (U+{ord(unseen):04X})" in result.output
    assert (result.exit_code, files_of(content)) == (1, before)


def test_a_sign_without_a_width_is_read_as_if_it_were_not_there(imported, content, tmp_path):
    signs = "\u200b\u180e\u2060\U000e0041"
    assert imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic=f"Đất{signs} đai")), "--apply").exit_code == 0
    assert any("topic: Đất đai\n" in file.decode() for file in files_of(content).values())


def test_letters_that_look_like_đ_are_written_as_it(imported, content, tmp_path):
    imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="\u00d0ất \u00f0ai")), "--apply")
    assert any("topic: Đất đai" in file.decode() for file in files_of(content).values())


@pytest.mark.parametrize("about, arguments, said", [
    ({"office": "ĐẢNG BỘ"}, [], "hãy thêm --unit"), ({"title": "ĐĂNG KÝ"}, [], "hãy thêm --year"), ({}, ["--unit", "bach-long-vi"], "không phải Huyện Bạch Long Vĩ"),
    ({}, ["--year", "2024"], "không phải 2024"), ({"office": ""}, ["--unit", "hong-bang/so-dau"], "--unit phải là mã đơn vị gửi biểu"),
])
def test_a_sheet_of_an_unknown_sender_or_year_is_refused(imported, tmp_path, about, arguments, said):
    result = imported(thematic(tmp_path, **about), *arguments)
    assert (result.exit_code, said in result.output) == (1, True)


def test_where_an_office_says_that_there_is_none_nothing_is_recorded(imported, content, tmp_path):
    row, before = a_plan(kind="Chuyên đề", topic="Không", venue="Chưa có", opinions_to="Không", contact="Chưa có"), files_of(content)
    assert imported(thematic(tmp_path, row), "--apply").exit_code == 0
    (made,) = (file.decode() for path, file in files_of(content).items() if path not in before)
    assert not re.search("^ *(?:topic|venue|opinions_to|contact):", made, re.MULTILINE)


def test_options_say_what_a_sheet_does_not(imported, tmp_path):
    for unit in ("hong-bang", "Hồng Bàng", "Quận Hồng Bàng"):
        assert "1 mới" in imported(thematic(tmp_path, office="", title="", dated=""), "--unit", unit, "--year", "2023").output


def test_a_column_that_no_form_has_is_not_passed_over(imported, tmp_path):
    sheet = a_sheet(tmp_path / "x.xlsx", [*DK01, "Kinh phí"], [*a_plan(kind="Chuyên đề"), 5])
    assert "biểu DK01 không có cột 'Kinh phí'" in imported(sheet).output


def test_a_sheet_without_its_columns_is_told_which_are_missing(imported, tmp_path):
    headings = [heading for heading in DK01 if heading != "Thời gian dự kiến"]
    result = imported(a_sheet(tmp_path / "x.xlsx", headings, a_plan()[:-1]))
    assert "gần với DK01 nhất nhưng thiếu cột 'Thời gian dự kiến'" in result.output


@pytest.mark.parametrize("written", ["20/4/2023 – 05/7/2023; UBMTTQ quận", "20/04/2023 – 05/07/2023; UBMTTQ quận"])
def test_the_days_on_which_opinions_are_received_are_read_as_reports_write_and_wrote_them(imported, content, tmp_path, written):
    row = a_plan(kind="Chuyên đề", topic="Đất đai", opinions_to=written)
    assert imported(a_sheet(tmp_path / "dk01.xlsx", DK01, row), "--apply").exit_code == 0
    taking = read_register(content).dialogues["hong-bang-chuyen-de-1"].participation
    assert (taking.opinions_from, taking.opinions_until, taking.opinions_to) == (date(2023, 4, 20), date(2023, 7, 5), "UBMTTQ quận")
