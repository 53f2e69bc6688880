"""Sheets from a district's office into the register: a preview first, then all of it or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.folders import files_of, replace_in
from tests.read_register import read_register
from tests.run_command import run_on
from tests.sheets.offices import DK02, a_plan, a_sheet
from tests.sheets.sendings import results, thematic, water


def test_without_apply_nothing_is_written(imported, content, tmp_path):
    before = files_of(content)
    result = imported(thematic(tmp_path))
    assert (result.exit_code, files_of(content), "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu." in result.output) == (0, before, True)


def test_a_registration_becomes_a_record_with_all_that_the_row_says(imported, content, tmp_path):
    imported(thematic(tmp_path), "--apply")
    dialogue = read_register(content).dialogues["hong-bang-chuyen-de-1"]
    assert (
        dialogue.topic, dialogue.audiences, dialogue.area, dialogue.venue.name, dialogue.registration.period.text, str(dialogue.registration.registered_on),
        dialogue.participation.opinions_to, dialogue.participation.contact.phone, dialogue.note,
    ) == (
        "Đất đai: thu hồi", ("thanh-nien",), "Toàn quận", "Hội trường Quận ủy", "2023-Q3", "2023-02-20", "Trước 10/8, UBMTTQ quận", "0225 3000 303",
        "Số lượng dự kiến: trên 200",
    )


def test_a_second_import_of_the_same_sheet_changes_nothing(imported, content, tmp_path):
    sheet = thematic(tmp_path)
    imported(sheet, "--apply")
    before = files_of(content)
    result = imported(sheet, "--apply")
    assert (result.exit_code, files_of(content), "0 mới, 0 thay đổi, 1 không đổi" in result.output) == (0, before, True)


def test_a_change_is_shown_with_its_old_and_its_new_value(imported, tmp_path):
    imported(thematic(tmp_path), "--apply")
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue="Nhà văn hóa")))
    assert "  hong-bang-chuyen-de-1: venue.name: 'Hội trường Quận ủy' → 'Nhà văn hóa'\n" in result.output


def test_what_a_sheet_leaves_empty_stays_in_the_record(imported, content, tmp_path):
    imported(thematic(tmp_path), "--apply")
    before = files_of(content)
    imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue=None, contact=None, expected=None)), "--apply")
    assert files_of(content) == before


def test_a_result_became_public_when_the_sheet_was_imported(imported, content, tmp_path):
    sheet = results(tmp_path / "bc01.xlsx", water())
    result = imported(sheet, "--apply", "--as-of", "2023-09-14")
    (dialogue,) = [one for one in read_register(content).dialogues.values() if one.topic == "Cấp nước sạch"]
    assert (result.exit_code, str(dialogue.held.reported_on)) == (0, "2023-09-14")
    before = files_of(content)
    imported(sheet, "--apply", "--as-of", "2023-09-15")
    assert files_of(content) == before


def test_a_result_of_the_same_day_is_not_late(imported, content, tmp_path):
    imported(results(tmp_path / "bc01.xlsx", water(day=date(2023, 9, 15), conclusion=None)), "--apply")
    (dialogue,) = [one for one in read_register(content).dialogues.values() if one.topic == "Cấp nước sạch"]
    assert dialogue.held.reported_on is None


def test_the_preview_of_a_result_for_a_record_shows_that_day_too(imported, content, tmp_path):
    record = content / "dialogues/2023/hong-bang-nuoc.yml"
    record.write_text(
        "unit: hong-bang\nkind: thematic\npresided_by: [party, government]\ntopic: Cấp nước sạch\n"
        "schedule:\n  - {announced_on: 2023-06-20, day: 2023-06-28}\n", "utf-8",
    )
    result = imported(results(tmp_path / "bc01.xlsx", water()), "--as-of", "2023-09-14")
    assert "held.reported_on" in result.output and "2023-09-14" in result.output


def test_doubled_rows_are_one_dialogue(imported, tmp_path):
    row = a_plan(kind="Chuyên đề")
    result = imported(thematic(tmp_path, row, row))
    assert "1 mới" in result.output and "ô I10: trùng với ô I9" in result.output


def test_one_thing_not_understood_holds_back_the_whole_import(imported, content, tmp_path):
    before = files_of(content)
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", period="cuối năm")), "--apply")
    assert (result.exit_code, files_of(content)) == (1, before)
    assert "  dk01.xlsx, Biểu, ô I10: không rõ ngày, tháng, quý nào: 'cuối năm'\n      hãy ghi: " in result.output


def test_a_record_that_check_would_refuse_holds_back_the_whole_import(imported, content, tmp_path):
    before = files_of(content)
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", note="Gọi số 0912 345 678")), "--apply")
    assert (result.exit_code, files_of(content), "text-holds-no-phone" in result.stderr) == (1, before, True)
    assert "dk01.xlsx, Biểu, ô N10: note: không được có số điện thoại di động" in result.stderr


def test_a_preview_already_tells_what_check_would_refuse(imported, content, tmp_path):
    before = files_of(content)
    result = imported(thematic(tmp_path, a_plan(kind="Đột xuất", note="Gọi số 0912 345 678")))
    assert (result.exit_code, files_of(content), "text-holds-no-phone" in result.stderr) == (1, before, True)


def test_communes_register_together_or_apart(imported, content, tmp_path):
    rows = (
        ["P. So Dau", "tháng 8", "tháng 8", "Chung", None, None, None, "so-dau-dinh-ky"],
        ["Phường Hạ Lý", "tháng 10", "quý IV", "Riêng", "Đời sống", None, None, None],
    )
    result = imported(a_sheet(tmp_path / "dk02.xlsx", [*DK02, "Mã bản ghi"], *rows), "--apply")
    read = read_register(content).dialogues
    found = {(id, tuple(presider.post.value for presider in read[id].presided_by), read[id].registration.period.text) for id in read if "ha-ly-dinh-ky-" in id}
    assert found == {("hong-bang-ha-ly-dinh-ky-1", ("party",), "2023-10"), ("hong-bang-ha-ly-dinh-ky-2", ("government",), "2023-Q4")}, result.output


@pytest.mark.parametrize("form", ["DK01", "DK02", "BC01", "BC02"])
@pytest.mark.parametrize("district", ["hong-bang", "bach-long-vi"])
def test_a_report_of_the_register_tells_the_register_nothing_new(imported, content, tmp_path, form, district):
    run_on(content, "report", form, "--unit", district, "--period", "2023", "--out", tmp_path / "out")
    (sheet,) = (tmp_path / "out").glob("*.xlsx")
    result = imported(sheet, "--year", "2023")
    assert "0 mới, 0 thay đổi" in result.output or "không có dòng nào" in result.output, result.output


def test_a_report_of_a_dialogue_for_two_audiences_tells_nothing_new_of_whom_it_is_for(imported, content, tmp_path):
    replace_in(content / "register.yml", "audiences:\n", "audiences:\n  buon-ban: Hộ kinh doanh, tiểu thương\n")
    (content / "dialogues/2023/hong-bang-cho.yml").write_text(
        "unit: hong-bang\nkind: thematic\npresided_by: [government]\ntopic: Chợ dân sinh\naudiences: [thanh-nien, buon-ban]\n"
        "participation: {who: Người buôn bán ở chợ}\nregistration: {registered_on: 2023-02-20, period: 2023-10}\n", "utf-8",
    )
    run_on(content, "report", "DK01", "--unit", "hong-bang", "--period", "2023", "--out", tmp_path / "out")
    (sheet,) = (tmp_path / "out").glob("*.xlsx")
    output = imported(sheet, "--year", "2023").output
    assert "Người buôn bán" not in output and "0 mới, 0 thay đổi" in output, output


def test_one_bad_file_among_good_ones_holds_back_all(imported, content, tmp_path):
    before = files_of(content)
    (tmp_path / "bad.xlsx").write_text("x")
    assert (imported(thematic(tmp_path), tmp_path / "bad.xlsx", "--apply").exit_code, files_of(content)) == (1, before)
