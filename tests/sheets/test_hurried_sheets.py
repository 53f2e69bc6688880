"""What an office did not mean but has sent: days that its machine turned round, a plan among results, a text that runs on."""

from __future__ import annotations

import re
from datetime import date

import openpyxl
import pytest

from generator.sheets import days
from generator.sheets.questions import NotUnderstood
from generator.sheets.workbook import Cell
from tests.read_register import read_register
from tests.sheets.offices import BC01, a_result, a_sheet
from tests.sheets.sendings import results, water

DAYS = ("Phường Sở Dầu", date(2023, 5, 8)), ("Phường Hạ Lý", "18/08/2023")


def of_days(tmp_path, *days):
    return results(tmp_path / "bc01.xlsx", *(a_result(unit=unit, day=day, conclusion=None) for unit, day in days))


def test_days_that_an_american_machine_may_have_turned_round_are_asked_about(imported, tmp_path):
    result = imported(of_days(tmp_path, *DAYS))
    assert result.exit_code == 1
    assert "ô F9: ô này là ngày 08/5/2023, còn ô F10 ghi chữ '18/08/2023'" in result.output
    assert "hãy ghi: ngày bằng chữ: '05/8/2023 hoặc '08/5/2023 (gõ cả dấu ')" in result.output


def test_each_of_those_days_is_asked_about_until_none_is_left(imported, tmp_path):
    half_mended = *DAYS, ("Phường Minh Khai", "05/8/2023"), ("Phường Thượng Lý", date(2023, 7, 9))
    assert re.findall(r"ô (\w+): ô này là ngày", imported(of_days(tmp_path, *half_mended)).output) == ["F9", "F12"]


def test_what_is_then_written_as_text_is_read_as_it_stands(imported, content, tmp_path):
    rows = water(topic="Nước", day="05/08/2023", conclusion=None), water(topic="Điện", day="18/08/2023", conclusion=None)
    result = imported(results(tmp_path / "bc01.xlsx", *rows), "--apply")
    held = [dialogue.held.day for dialogue in read_register(content).dialogues.values() if dialogue.held]
    assert {date(2023, 8, 5), date(2023, 8, 18)} <= set(held), result.output


@pytest.mark.parametrize("other", [
    [("Phường Sở Dầu", date(2023, 5, 8)), ("Phường Hạ Lý", date(2023, 5, 18)), ("Phường Minh Khai", "18/08/2023")],
    [("Phường Sở Dầu", date(2023, 5, 8)), ("Phường Hạ Lý", "08/06/2023")],
    [("Phường Sở Dầu", date(2023, 5, 5)), ("Phường Hạ Lý", "18/08/2023")],
])
def test_days_that_no_american_machine_has_turned_round_are_none(imported, tmp_path, other):
    assert "kiểu ngày của Mỹ" not in imported(of_days(tmp_path, *other)).output


@pytest.mark.parametrize("written", ["dự kiến 15/8/2023", "Chưa tổ chức", "khoảng 15/8", "khoảng ngày 15/8/2023", "15/8/2023 (dự kiến)", "khoảng 15 tháng 8"])
def test_a_day_that_is_only_meant_is_no_day_of_a_result(written):
    with pytest.raises(NotUnderstood) as question:
        days.day_held_of(Cell("F9", written), 2023)
    assert "chưa tổ chức thì xóa dòng khỏi biểu này" in question.value.write


@pytest.mark.parametrize("written", ["15/8/2023", date(2023, 8, 15), "khoảng 8h ngày 15/8/2023"])
def test_a_day_that_came_is_one_of_a_result(written):
    assert days.day_held_of(Cell("F9", written), 2023) == date(2023, 8, 15)


def test_a_row_in_which_a_text_runs_on_is_one_question(imported, tmp_path):
    result = imported(results(tmp_path / "bc01.xlsx", water(), [None] * 3 + ["(và rác thải)"]))
    assert "bc01.xlsx, Biểu, dòng 10: dòng này chỉ ghi ở cột 'Chủ đề' nên không rõ là của cuộc nào" in result.output
    assert "1 chỗ chưa hiểu" in result.output


@pytest.mark.parametrize("place, shortened", [("M6", "Trả lời tại HN"), ("P6", "Số, ngày TBKL"), ("P6", "Thông báo KL"), ("H6", "SL người dự")])
def test_headings_may_shorten_what_everybody_shortens(imported, tmp_path, place, shortened):
    sheet = results(tmp_path / "bc01.xlsx", a_result())
    book = openpyxl.load_workbook(sheet)
    book.active[place] = shortened
    book.save(sheet)
    assert "không có cột" not in imported(sheet).output


def test_a_row_that_stands_in_two_sheets_is_named_with_its_sheet(imported, tmp_path):
    sheets = [a_sheet(tmp_path / name, BC01, a_result(), title="NĂM 2023") for name in ("a.xlsx", "b.xlsx")]
    assert "b.xlsx, Biểu, ô F9: trùng với a.xlsx, Biểu, ô F9" in imported(*sheets).output
