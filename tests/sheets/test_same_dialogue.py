"""A row tells of a dialogue that the register has, of a new one, or is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from tests.folders import files_of
from tests.sheets.offices import BC01, DK01, a_plan, a_result, a_sheet
from tests.sheets.sendings import results, thematic, water


@pytest.mark.parametrize("mended, alike", [
    ({"day": date(2023, 6, 29)}, "cùng chủ đề, cùng Thông báo kết luận nhưng khác ngày"),
    ({"day": date(2023, 6, 29), "topic": None}, "cùng Thông báo kết luận nhưng khác ngày"),
    ({"day": date(2023, 6, 29), "conclusion": None}, "cùng chủ đề nhưng khác ngày"),
    ({"kind": "Đột xuất"}, "cùng ngày, cùng chủ đề, cùng Thông báo kết luận nhưng khác loại"),
    ({"kind": "Đột xuất", "topic": "Nước", "conclusion": None}, "cùng ngày nhưng khác loại"),
])
def test_a_row_whose_day_or_kind_was_mended_makes_no_second_record(imported, content, tmp_path, mended, alike):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    before = files_of(content)
    result = imported(results(tmp_path / "b.xlsx", water(**mended)), "--apply")
    assert (result.exit_code, files_of(content)) == (1, before)
    assert f"b.xlsx, Biểu, ô F9: có vẻ là cuộc đã có trong sổ: hong-bang-chuyen-de-1, ngày 28/6/2023 ({alike})\n" in result.output
    assert "sửa trong dialogues/2023/hong-bang-chuyen-de-1.yml và ghi thêm một mục vào corrections" in result.output


@pytest.mark.parametrize("other", [
    {"topic": "Chợ dân sinh", "day": date(2023, 6, 29), "conclusion": "16-TB/QU ngày 5/7/2023"},
    {"presided_by": "Bí thư", "day": date(2023, 6, 29)},
    {"unit": "Phường Hạ Lý", "day": date(2023, 6, 29)},
])
def test_another_dialogue_of_the_same_heads_is_no_question(imported, tmp_path, other):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    assert "1 mới, 0 thay đổi" in imported(results(tmp_path / "b.xlsx", water(**other))).output


def test_two_rows_may_tell_of_two_days_of_one_topic(imported, tmp_path):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    assert "1 mới, 0 thay đổi, 1 không đổi" in imported(results(tmp_path / "b.xlsx", water(), water(day=date(2023, 6, 29)))).output


def test_two_rows_of_one_day_that_differ_in_who_presides_are_asked_about(imported, content, tmp_path):
    before = files_of(content)
    result = imported(results(tmp_path / "a.xlsx", water(presided_by="Bí thư"), water(presided_by="Chủ tịch UBND")), "--apply")
    assert (result.exit_code, files_of(content)) == (1, before)
    assert "ô F10: cùng đơn vị, loại và ngày với a.xlsx, Biểu, ô F9 nhưng ghi người chủ trì khác\n" in result.output
    assert "hãy ghi: một cuộc thì ghi một dòng: Bí thư và Chủ tịch UBND; hai cuộc thì ghi cả giờ: 8h00, 28/6/2023" in result.output


@pytest.mark.parametrize("one, other", [
    ({"day": "8h00, 28/6/2023"}, {"day": "14h00, 28/6/2023"}), ({"day": "sáng 28/6/2023"}, {"day": "chiều 28/6/2023"}),
    ({"topic": "Nước sạch"}, {"topic": "Chợ dân sinh"}), ({}, {"kind": "Đột xuất"}), ({}, {"unit": "Phường Hạ Lý"}),
])
def test_two_dialogues_of_one_day_are_told_apart_by_hour_kind_or_topic(imported, tmp_path, one, other):
    rows = water(presided_by="Bí thư", **one), water(presided_by="Chủ tịch UBND", conclusion=None, **other)
    assert "2 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu" in imported(results(tmp_path / "a.xlsx", *rows)).output


def test_a_plan_whose_kind_was_mended_makes_no_second_record(imported, tmp_path):
    imported(thematic(tmp_path), "--apply")
    result = imported(thematic(tmp_path, a_plan(kind="Đột xuất", topic="Đất đai: thu hồi")))
    assert "có vẻ là cuộc đã có trong sổ: hong-bang-chuyen-de-1, kế hoạch quý III/2023 (cùng chủ đề nhưng khác " in result.output


def test_a_row_that_names_a_record_of_another_kind_is_asked_about(imported, tmp_path):
    row = [*water(kind="Đột xuất"), "hong-bang-dinh-ky-1"]
    result = imported(a_sheet(tmp_path / "a.xlsx", [*BC01, "Mã bản ghi"], row, title="NĂM 2023"))
    assert (result.exit_code, "bản ghi 'hong-bang-dinh-ky-1' ghi loại đối thoại khác với bảng" in result.output) == (1, True)


def test_a_result_that_fits_no_plan_for_sure_is_asked_about(imported, tmp_path):
    imported(a_sheet(tmp_path / "dk.xlsx", DK01, a_plan(kind="Đột xuất", period="tháng 8")), "--apply")
    result = imported(a_sheet(tmp_path / "bc.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất", day="5/9/2023"), title="NĂM 2023"))
    assert "không rõ là cuộc nào đã có trong sổ: hong-bang-dot-xuat-1" in result.output
