"""What a sheet writes over is told as a correction; what it adds is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.sheets.offices import BC01, BC02, a_plan, a_sheet, an_opinion
from tests.sheets.sendings import corrections, results, thematic, water

CORRECTION = (
    "corrections:\n  - corrected_on: 2023-09-15\n    field: venue.name\n    was: Hội trường Quận ủy\n    text: Sửa theo bảng của đơn vị\n"
)


def test_a_change_leaves_every_other_letter_of_the_record_and_is_told_as_a_correction(imported, content, tmp_path):
    imported(thematic(tmp_path), "--apply")
    record = content / "dialogues/2023/hong-bang-chuyen-de-1.yml"
    before = record.read_text("utf-8")
    imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue="Nhà văn hóa")), "--apply")
    after = record.read_text("utf-8")
    assert (CORRECTION in after, after.replace(CORRECTION, "")) == (True, before.replace("Hội trường Quận ủy", "Nhà văn hóa"))


@pytest.mark.parametrize("second, told", [
    ({"speakers": 99}, [("held.speakers", "10")]),
    ({"total": 16, "at_meeting": 11, "topic": "Cấp nước"},
     [("topic", "Cấp nước sạch"), ("held.opinions.total", "15"), ("held.opinions.at_meeting", "10")]),
    ({"attendance": 200}, [("held.attendance[1].precision", "more-than")]),
    ({"attendance": "khoảng 150"}, [("held.attendance[1].precision", "more-than"), ("held.attendance[1].count", "200")]),
    ({"conclusion": "15-TB/ĐU ngày 1/7/2023"}, [("conclusion.issued_on", "2023-08-20")]),
    ({"venue": "Nhà văn hóa"}, []), ({"speakers": None, "attendance": None, "total": None, "before": None, "at_meeting": None}, []),
])
def test_what_is_written_over_is_told_in_the_record_and_what_is_added_is_not(imported, content, tmp_path, second, told):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    result = imported(results(tmp_path / "b.xlsx", water(**second)), "--apply")
    assert (result.exit_code, corrections(content, "hong-bang-chuyen-de-1")) == (0, told), result.output
    assert "0 mới, 0 thay đổi, 1 không đổi" in imported(results(tmp_path / "b.xlsx", water(**second)), "--apply").output


def test_each_time_that_something_is_written_over_is_told(imported, content, tmp_path):
    for speakers in (10, 11, 12):
        imported(results(tmp_path / "a.xlsx", water(speakers=speakers)), "--apply")
    assert corrections(content, "hong-bang-chuyen-de-1") == [("held.speakers", "10"), ("held.speakers", "11")]


def test_a_preview_lists_what_is_written_over_apart_from_what_is_added(imported, tmp_path):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    output = imported(results(tmp_path / "b.xlsx", water(speakers=99, venue="Nhà văn hóa"))).output
    assert output.startswith(
        "Ghi thêm:\n"
        "  hong-bang-chuyen-de-1: venue: (chưa có) → name: 'Nhà văn hóa'\n"
        "  hong-bang-chuyen-de-1: corrections: (chưa có) → corrected_on: '2023-09-15', "
        "field: 'held.speakers', was: '10', text: 'Sửa theo bảng của đơn vị'\n"
        "Ghi đè lên điều đã ghi trong sổ:\n"
        "  hong-bang-chuyen-de-1: held.speakers: '10' → '99'\n"
    ), output


def test_another_day_of_a_record_that_the_row_names_is_told_though_only_the_day_announced_was_written(imported, content, tmp_path):
    record = content / "dialogues/2023/hong-bang-chuyen-de-1.yml"
    record.write_text(
        "unit: hong-bang\nkind: thematic\npresided_by: [party, government]\n"
        "schedule:\n  - announced_on: 2023-06-01\n    day: 2023-06-28\nheld: {}\n", "utf-8",
    )
    row = [*water(day=date(2023, 6, 29)), "hong-bang-chuyen-de-1"]
    result = imported(a_sheet(tmp_path / "a.xlsx", [*BC01, "Mã bản ghi"], row, title="NĂM 2023"), "--apply")
    assert "Ghi đè lên điều đã ghi trong sổ:\n  hong-bang-chuyen-de-1: held.day: '2023-06-28' → '2023-06-29'\n" in result.output
    assert corrections(content, "hong-bang-chuyen-de-1") == [("held.day", "2023-06-28")]


def test_answers_and_days_to_settle_that_are_written_over_are_told(imported, content, tmp_path):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    row = {"dialogue": "hong-bang-chuyen-de-1", "due": "31/12/2023"}
    for due, subject in (("31/12/2023", "Hạ tầng"), ("30/11/2023", "Điện")):
        imported(a_sheet(tmp_path / "b.xlsx", BC02, an_opinion(**row | {"due": due, "subject": subject}), title="NĂM 2023"), "--apply")
    assert corrections(content, "hong-bang-chuyen-de-1") == [("opinions[1].field", "Hạ tầng"), ("commitments[1].due", "2023-12-31")]
