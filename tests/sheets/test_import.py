"""Sheets from a district's office into the register: a preview first, then all of it or nothing."""

from __future__ import annotations

import random
import re
import shutil
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import commands
from generator.reading.records import read_register
from generator.reports.forms import read_page
from tests.places import GOLDEN, TEMPLATES
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion

NATION = {"office": "HUYỆN ỦY BẠCH LONG VĨ", "dated": "Bạch Long Vĩ, ngày 20 tháng 02 năm 2023"}


@pytest.fixture
def content(tmp_path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))


@pytest.fixture
def imported(content):
    """Runs the command on a copy of the golden content."""
    def run(*arguments: object) -> Result:
        where = ["--content", str(content), "--templates", str(TEMPLATES)]
        return CliRunner().invoke(commands, ["import", *map(str, arguments), *where])
    return run


def everything(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}


def thematic(tmp_path: Path, *rows, name: str = "dk01.xlsx", **about) -> Path:
    plans = rows or (a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi"),)
    return a_sheet(tmp_path / name, DK01, *plans, **about)


def test_without_apply_nothing_is_written(imported, content, tmp_path):
    before = everything(content)
    result = imported(thematic(tmp_path))
    assert (result.exit_code, everything(content), "1 mới, 0 thay đổi, 0 không đổi, 0 chỗ chưa hiểu." in result.output) == (0, before, True)


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
    before = everything(content)
    result = imported(sheet, "--apply")
    assert (result.exit_code, everything(content), "0 mới, 0 thay đổi, 1 không đổi" in result.output) == (0, before, True)


def test_a_change_is_shown_with_its_old_and_its_new_value(imported, tmp_path):
    imported(thematic(tmp_path), "--apply")
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue="Nhà văn hóa")))
    assert "  hong-bang-chuyen-de-1: venue.name: 'Hội trường Quận ủy' → 'Nhà văn hóa'\n" in result.output


CORRECTION = "corrections:\n  - corrected_on: 2023-09-15\n    text: 'Sửa theo bảng của đơn vị: nơi tổ chức'\n"


def test_a_change_leaves_every_other_letter_of_the_record_and_is_told_as_a_correction(imported, content, tmp_path):
    imported(thematic(tmp_path), "--apply")
    record = content / "dialogues/2023/hong-bang-chuyen-de-1.yml"
    before = record.read_text("utf-8")
    imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue="Nhà văn hóa")), "--apply")
    after = record.read_text("utf-8")
    assert (CORRECTION in after, after.replace(CORRECTION, "")) == (True, before.replace("Hội trường Quận ủy", "Nhà văn hóa"))


def test_what_a_sheet_leaves_empty_stays_in_the_record(imported, content, tmp_path):
    imported(thematic(tmp_path), "--apply")
    before = everything(content)
    imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi", venue=None, contact=None, expected=None)), "--apply")
    assert everything(content) == before


def test_doubled_rows_are_one_dialogue(imported, tmp_path):
    row = a_plan(kind="Chuyên đề")
    result = imported(thematic(tmp_path, row, row))
    assert "1 mới" in result.output and "ô I10: trùng với ô I9" in result.output


def test_one_thing_not_understood_holds_back_the_whole_import(imported, content, tmp_path):
    before = everything(content)
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", period="cuối năm")), "--apply")
    assert (result.exit_code, everything(content)) == (1, before)
    assert "  dk01.xlsx, Biểu, ô I10: không rõ ngày, tháng, quý nào: 'cuối năm'\n      hãy ghi: " in result.output


@pytest.mark.parametrize("headings, row, places", [
    (BC01, a_result(presided_by="lãnh đạo phường", day="31/9/2023", attendance="đông đủ", speakers="nhiều"), "D F H I"),
    (BC01, a_result(unit="Phường Lạ", kind=None, topic="ông Nguyễn Văn A hỏi", total="mười", conclusion="số 15"), "B C E J P"),
    (DK01, a_plan(kind="lạ", period="cuối năm", topic="ông Văn A hỏi", mode="qua Zalo", contact="Đ/c Văn A"), "C E I K M"),
    (DK02, ["Phường Lạ", "cuối năm", "đầu năm", "x", "theo bà Hoa", None, "gặp bà Hoa"], "B C D E F H"),
    (DK02, ["Phường Hạ Lý", None, None, "Chung", None, None, None], "C"),
    (BC02, an_opinion(summary="bà Hoa hỏi", dialogue="Sở Dầu", competence="Bộ", due="mai", agency=None, answered_on="x"), "B D E F G H I"),
])
def test_all_that_is_not_understood_in_a_row_is_asked_at_once(imported, content, tmp_path, headings, row, places):
    before = everything(content)
    result = imported(a_sheet(tmp_path / "a.xlsx", headings, row, title="NĂM 2023"), "--apply")
    assert (result.exit_code, everything(content)) == (1, before)
    asked = re.findall(r"^  a.xlsx, Biểu, ô (\w+)9: ", result.output, re.MULTILINE)
    assert " ".join(asked) == places, result.output


def test_a_record_that_check_would_refuse_holds_back_the_whole_import(imported, content, tmp_path):
    before = everything(content)
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", note="Gọi số 0912 345 678")), "--apply")
    assert (result.exit_code, everything(content), "text-holds-no-phone" in result.stderr) == (1, before, True)
    assert "dialogues/2023/hong-bang-dot-xuat-1.yml lấy từ dk01.xlsx, Biểu, ô I10\n" in result.stderr


def test_a_preview_already_tells_what_check_would_refuse(imported, content, tmp_path):
    before = everything(content)
    result = imported(thematic(tmp_path, a_plan(kind="Đột xuất", note="Gọi số 0912 345 678")))
    assert (result.exit_code, everything(content), "text-holds-no-phone" in result.stderr) == (1, before, True)


def test_dialogues_and_their_opinions_are_sent_together(imported, content, tmp_path):
    about = {"title": "BÁO CÁO NĂM 2023"}
    held = a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Phường Hạ Lý", kind="Đột xuất"), **about)
    said = a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(dialogue="Phường Hạ Lý, ngày 15/8/2023"), **about)
    result = imported(said, held, "--apply")
    dialogue = read_register(content).dialogues["hong-bang-ha-ly-dot-xuat-1"]
    assert ("1 mới, 0 thay đổi" in result.output, len(dialogue.opinions)) == (True, 1), result.output
    assert "0 mới, 0 thay đổi, 1 không đổi" in imported(said, held).output


def test_communes_register_together_or_apart(imported, content, tmp_path):
    rows = (
        ["P. So Dau", "tháng 8", "tháng 8", "Chung", None, None, None, "so-dau-dinh-ky"],
        ["Phường Hạ Lý", "tháng 10", "quý IV", "Riêng", "Đời sống", None, None, None],
    )
    result = imported(a_sheet(tmp_path / "dk02.xlsx", [*DK02, "Mã bản ghi"], *rows), "--apply")
    read = read_register(content).dialogues
    found = {(id, tuple(presider.post.value for presider in read[id].presided_by), read[id].registration.period.text) for id in read if "ha-ly-dinh-ky-" in id}
    assert found == {("hong-bang-ha-ly-dinh-ky-1", ("party",), "2023-10"), ("hong-bang-ha-ly-dinh-ky-2", ("government",), "2023-Q4")}, result.output


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
    row = ["Phường Hạ Lý", None, "tháng 10", None, None, None, getattr(read_page(TEMPLATES), note).format(posts="Bí thư")]
    assert imported(a_sheet(tmp_path / "dk02.xlsx", DK02, row), "--apply").exit_code == 0
    assert read_register(content).dialogues["hong-bang-ha-ly-dinh-ky-1"].note is None


def test_a_plan_without_a_time_is_not_passed_over_in_silence(imported, tmp_path):
    result = imported(a_sheet(tmp_path / "dk02.xlsx", DK02, ["Phường Hạ Lý", None, None, None, "Rác thải", None, None]))
    assert (result.exit_code, "không có thời gian dự kiến" in result.output) == (0, True)


def test_a_result_goes_into_the_record_of_its_day(imported, content, tmp_path):
    row = a_result(unit="Huyện Bạch Long Vĩ", presided_by="Bí thư", day="25/8/2023", conclusion=None)
    register = read_register(content)
    dialogues = {id: dialogue for id, dialogue in register.dialogues.items() if dialogue.unit == "bach-long-vi"}
    result = imported(a_sheet(tmp_path / "bc01.xlsx", BC01, row, **NATION), "--apply")
    new = {id: dialogue for id, dialogue in read_register(content).dialogues.items() if dialogue.unit == "bach-long-vi"}
    assert result.exit_code == 0, result.output
    assert [id for id in new if id not in dialogues] == ["bach-long-vi-dinh-ky-1"]
    assert (new["bach-long-vi-dinh-ky-1"].held.attendance[0].count, new["bach-long-vi-dinh-ky-1"].held.opinions.total) == (200, 15)


def test_results_fill_up_a_plan_that_was_imported_before(imported, content, tmp_path):
    imported(a_sheet(tmp_path / "dk.xlsx", DK01, a_plan(kind="Đột xuất", period="15/8/2023")), "--apply")
    result = imported(a_sheet(tmp_path / "bc.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="BÁO CÁO NĂM 2023"), "--apply")
    held = read_register(content).dialogues["hong-bang-dot-xuat-1"].held
    assert (result.exit_code, held.day, held.speakers, held.attendance[0].precision.value) == (0, date(2023, 8, 15), 10, "more-than"), result.output


def test_results_of_a_second_sheet_change_the_figures_of_the_first(imported, tmp_path):
    about = {"title": "BÁO CÁO NĂM 2023"}
    row = {"unit": "Quận Hồng Bàng", "kind": "Đột xuất"}
    imported(a_sheet(tmp_path / "a.xlsx", BC01, a_result(**row), **about), "--apply")
    result = imported(a_sheet(tmp_path / "b.xlsx", BC01, a_result(**row, attendance="khoảng 150", speakers=12), **about))
    for said in ("attendance[1].count: '200' → '150'", "attendance[1].precision: 'more-than' → 'about'", "speakers: '10' → '12'"):
        assert f"hong-bang-dot-xuat-1: held.{said}\n" in result.output


def corrections(content: Path, id: str) -> list[str]:
    return [correction.text for correction in read_register(content).dialogues[id].corrections]


@pytest.mark.parametrize("second, told", [
    ({"speakers": 99}, ["Sửa theo bảng của đơn vị: số lượt phát biểu từ 10 thành 99"]),
    ({"total": 16, "at_meeting": 11, "topic": "Cấp nước"},
     ["Sửa theo bảng của đơn vị: chủ đề; tổng số ý kiến từ 15 thành 16; số ý kiến tại hội nghị từ 10 thành 11"]),
    ({"attendance": 200}, ["Sửa theo bảng của đơn vị: số người dự"]),
    ({"attendance": "khoảng 150"}, ["Sửa theo bảng của đơn vị: số người dự"]),
    ({"conclusion": "15-TB/ĐU ngày 1/7/2023"},
     ["Sửa theo bảng của đơn vị: ngày ban hành Thông báo kết luận từ 20/08/2023 thành 01/07/2023"]),
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
    assert corrections(content, "hong-bang-chuyen-de-1") == [
        f"Sửa theo bảng của đơn vị: số lượt phát biểu từ {old} thành {old + 1}" for old in (10, 11)
    ]


def test_a_preview_lists_what_is_written_over_apart_from_what_is_added(imported, tmp_path):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    output = imported(results(tmp_path / "b.xlsx", water(speakers=99, venue="Nhà văn hóa"))).output
    assert output.startswith(
        "Ghi thêm:\n"
        "  hong-bang-chuyen-de-1: venue: (chưa có) → name: 'Nhà văn hóa'\n"
        "  hong-bang-chuyen-de-1: corrections: (chưa có) → corrected_on: '2023-09-15', "
        "text: 'Sửa theo bảng của đơn vị: số lượt phát biểu từ 10 thành 99'\n"
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
    assert corrections(content, "hong-bang-chuyen-de-1") == [
        "Sửa theo bảng của đơn vị: ngày tổ chức từ 28/06/2023 thành 29/06/2023"
    ]


def test_answers_and_days_to_settle_that_are_written_over_are_told_once(imported, content, tmp_path):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    row = {"dialogue": "hong-bang-chuyen-de-1", "due": "31/12/2023"}
    for due, subject in (("31/12/2023", "Hạ tầng"), ("30/11/2023", "Điện")):
        imported(a_sheet(tmp_path / "b.xlsx", BC02, an_opinion(**row | {"due": due, "subject": subject}), title="NĂM 2023"), "--apply")
    assert corrections(content, "hong-bang-chuyen-de-1") == ["Sửa theo bảng của đơn vị: ý kiến, kiến nghị; cam kết"]


def results(path: Path, *rows: list) -> Path:
    return a_sheet(path, BC01, *rows, title="BÁO CÁO NĂM 2023")


def water(**cells) -> list:
    """A row of BC01 of a dialogue that the golden register has not."""
    return a_result(**{"unit": "Quận Hồng Bàng", "kind": "Chuyên đề", "topic": "Cấp nước sạch", "day": date(2023, 6, 28)} | cells)


@pytest.mark.parametrize("mended, alike", [
    ({"day": date(2023, 6, 29)}, "cùng chủ đề, cùng Thông báo kết luận nhưng khác ngày"),
    ({"day": date(2023, 6, 29), "topic": None}, "cùng Thông báo kết luận nhưng khác ngày"),
    ({"day": date(2023, 6, 29), "conclusion": None}, "cùng chủ đề nhưng khác ngày"),
    ({"kind": "Đột xuất"}, "cùng ngày, cùng chủ đề, cùng Thông báo kết luận nhưng khác loại"),
    ({"kind": "Đột xuất", "topic": "Nước", "conclusion": None}, "cùng ngày nhưng khác loại"),
])
def test_a_row_whose_day_or_kind_was_mended_makes_no_second_record(imported, content, tmp_path, mended, alike):
    imported(results(tmp_path / "a.xlsx", water()), "--apply")
    before = everything(content)
    result = imported(results(tmp_path / "b.xlsx", water(**mended)), "--apply")
    assert (result.exit_code, everything(content)) == (1, before)
    assert f"b.xlsx, Biểu, ô F9: có vẻ là cuộc đã có trong sổ: hong-bang-chuyen-de-1, ngày 28/06/2023 ({alike})\n" in result.output
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


def test_opinions_go_to_their_dialogue_and_a_day_to_settle_them_makes_a_commitment(imported, content, tmp_path):
    imported(a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất", conclusion=None), title="NĂM 2023"), "--apply")
    rows = (
        an_opinion(dialogue="Quận Hồng Bàng, ngày 15/8/2023", due="31/12/2023", result="Đã giải quyết, lắp 14 bóng", answered_on="1/9/2023"),
        an_opinion(summary="Đề nghị bỏ phí", dialogue="hong-bang-dot-xuat-1", competence="Cấp trên"),
    )
    sheet = a_sheet(tmp_path / "bc02.xlsx", BC02, *rows, title="NĂM 2023")
    result = imported(sheet, "--apply")
    dialogue = read_register(content).dialogues["hong-bang-dot-xuat-1"]
    assert result.exit_code == 0, result.output
    assert [opinion.handling for opinion in dialogue.opinions] == [None, "passed-up"]
    assert (dialogue.commitments[0].due, dialogue.commitments[0].updates[0].outcome.value) == (date(2023, 12, 31), "kept")
    before = everything(content)
    assert "0 thay đổi, 1 không đổi" in imported(sheet, "--apply").output and everything(content) == before


@pytest.mark.parametrize("cells, said", [
    ({"dialogue": "Phường Sở Dầu"}, "không rõ cuộc nào"), ({"dialogue": "Phường Sở Dầu, ngày 1/1/2023"}, "sổ chưa ghi cuộc nào"),
    ({"due": "31/12/2023", "agency": None}, "phải có cơ quan chủ trì"), ({"answered_on": "1/9/2023"}, "phải có kết quả"),
    ({"competence": "Bộ Xây dựng"}, "không rõ thẩm quyền"), ({"summary": None}, "không được để trống"),
])
def test_an_opinion_that_is_not_understood_is_asked_about(imported, tmp_path, cells, said):
    result = imported(a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(**{"dialogue": "hong-bang-dinh-ky-1"} | cells), title="NĂM 2023"))
    assert (result.exit_code, said in result.output) == (1, True)


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


def test_a_heading_that_nobody_knows_is_named_with_its_cell(imported, tmp_path):
    headings = ["Nơi tổ chức đối thoại" if heading == "Xã/phường/thị trấn" else heading for heading in DK02]
    result = imported(a_sheet(tmp_path / "x.xlsx", headings, ["Phường Hạ Lý", "tháng 8", None, None], title="ĐĂNG KÝ ĐỐI THOẠI CẤP XÃ NĂM 2023"))
    assert "gần với DK02 nhất nhưng thiếu cột 'Xã/phường/thị trấn'; có những cột chưa hiểu: 'Nơi tổ chức đối thoại' (ô B" in result.output


def test_text_in_an_old_font_is_refused_with_a_hint(imported, tmp_path):
    result = imported(thematic(tmp_path, a_plan(kind="Chuyên đề", topic="§èi tho¹i trùc tiÕp")))
    assert (result.exit_code, "Unikey" in result.output, "ô E9" in result.output) == (1, True, True)


@pytest.mark.parametrize("about, arguments, said", [
    ({"office": "ĐẢNG BỘ"}, [], "hãy thêm --unit"), ({"title": "ĐĂNG KÝ"}, [], "hãy thêm --year"), ({}, ["--unit", "bach-long-vi"], "không phải Huyện Bạch Long Vĩ"),
    ({}, ["--year", "2024"], "không phải 2024"), ({"office": ""}, ["--unit", "hong-bang/so-dau"], "--unit phải là mã một quận, huyện"),
])
def test_a_sheet_of_an_unknown_sender_or_year_is_refused(imported, tmp_path, about, arguments, said):
    result = imported(thematic(tmp_path, **about), *arguments)
    assert (result.exit_code, said in result.output) == (1, True)


def test_options_say_what_a_sheet_does_not(imported, tmp_path):
    assert "1 mới" in imported(thematic(tmp_path, office="", title="", dated=""), "--unit", "hong-bang", "--year", "2023").output


def test_a_column_that_no_form_has_is_not_passed_over(imported, tmp_path):
    sheet = a_sheet(tmp_path / "x.xlsx", [*DK01, "Kinh phí"], [*a_plan(kind="Chuyên đề"), 5])
    assert "biểu DK01 không có cột 'Kinh phí'" in imported(sheet).output


def test_a_sheet_without_its_columns_is_told_which_are_missing(imported, tmp_path):
    headings = [heading for heading in DK01 if heading != "Thời gian dự kiến"]
    result = imported(a_sheet(tmp_path / "x.xlsx", headings, a_plan()[:-1]))
    assert "gần với DK01 nhất nhưng thiếu cột 'Thời gian dự kiến'" in result.output


@pytest.mark.parametrize("form", ["DK01", "DK02", "BC01", "BC02"])
@pytest.mark.parametrize("district", ["hong-bang", "bach-long-vi"])
def test_a_report_of_the_register_tells_the_register_nothing_new(imported, content, tmp_path, form, district):
    where = ["--content", str(content), "--templates", str(TEMPLATES)]
    CliRunner().invoke(commands, ["report", form, "--unit", district, "--period", "2023", "--out", str(tmp_path / "out"), *where])
    (sheet,) = (tmp_path / "out").glob("*.xlsx")
    result = imported(sheet, "--year", "2023")
    assert "0 mới, 0 thay đổi" in result.output or "không có dòng nào" in result.output, result.output


def test_a_report_of_a_dialogue_for_two_audiences_tells_nothing_new_of_whom_it_is_for(imported, content, tmp_path):
    facts = content / "register.yml"
    facts.write_text(facts.read_text("utf-8").replace("audiences:\n", "audiences:\n  buon-ban: Hộ kinh doanh, tiểu thương\n"), "utf-8")
    (content / "dialogues/2023/hong-bang-cho.yml").write_text(
        "unit: hong-bang\nkind: thematic\npresided_by: [government]\ntopic: Chợ dân sinh\naudiences: [thanh-nien, buon-ban]\n"
        "participation: {who: Người buôn bán ở chợ}\nregistration: {registered_on: 2023-02-20, period: 2023-10}\n", "utf-8",
    )
    where = ["--content", str(content), "--templates", str(TEMPLATES)]
    CliRunner().invoke(commands, ["report", "DK01", "--unit", "hong-bang", "--period", "2023", "--out", str(tmp_path / "out"), *where])
    (sheet,) = (tmp_path / "out").glob("*.xlsx")
    output = imported(sheet, "--year", "2023").output
    assert "Người buôn bán" not in output and "0 mới, 0 thay đổi" in output, output


def rewritten(path: Path, **parts: bytes) -> Path:
    """The .xlsx with parts added or replaced; ``__`` in a name stands for a slash, ``_dot_`` for a dot."""
    new = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist() if name not in new}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in (kept | new).items():
            made.writestr(name, text)
    return path


def formula_without_value(path: Path) -> Path:
    book = openpyxl.load_workbook(path)
    book.active["E9"] = "=A1&A2"
    book.save(path)
    return path


def merged_over(path: Path, range_: str) -> Path:
    with zipfile.ZipFile(path) as book:
        xml = book.read("xl/worksheets/sheet1.xml")
    return rewritten(path, xl__worksheets__sheet1_dot_xml=xml.replace(b"</mergeCells>", b'<mergeCell ref="%s"/></mergeCells>' % range_.encode()))


SHEET = "xl/worksheets/sheet1.xml"
MANY = b"A20:J50000"
"""More places than are read, and few enough to do no harm where they are not counted."""


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as book:
        return book.read(name)


def changed(path: Path, old: bytes, new: bytes, name: str = SHEET) -> Path:
    return rewritten(path, **{name: part_of(path, name).replace(old, new)})


def merged_as(path: Path, merge: bytes) -> Path:
    return changed(path, b"</mergeCells>", merge + b"</mergeCells>")


def linked(path: Path, links: bytes) -> Path:
    return changed(path, b"</mergeCells>", b"</mergeCells><hyperlinks>" + links + b"</hyperlinks>")


def related(path: Path, *relationships: str) -> Path:
    namespace, told = "http://schemas.openxmlformats.org/package/2006/relationships", "".join(relationships)
    xml = f'<Relationships xmlns="{namespace}">{told}</Relationships>'
    return rewritten(path, **{"xl/worksheets/_rels/sheet1.xml.rels": xml.encode()})


def commented(path: Path, part: str = "xl/comments1.xml") -> Path:
    comments = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>a</author></authors>'
        f'<commentList><comment ref="{MANY.decode()}" authorId="0"><text><t>x</t></text></comment></commentList></comments>'
    )
    of_comments = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    return related(rewritten(path, **{part: comments.encode()}), f'<Relationship Id="r1" Type="{of_comments}" Target="/{part}"/>')


def many_links(path: Path) -> Path:
    return related(linked(path, b'<hyperlink ref="A1" location="x"/>' * 2000), '<Relationship Id="r" Type="x" Target="x"/>' * 2000)


def in_utf_16(path: Path) -> Path:
    """Without a byte order mark: no letter of it stands beside another."""
    return rewritten(path, **{SHEET: part_of(path, SHEET).decode().replace("UTF-8", "UTF-16").encode("utf-16-le")})


def under_another_name(path: Path) -> Path:
    """The sheet is no .xml, and stands in no folder of sheets."""
    sheet = part_of(merged_over(path, MANY.decode()), SHEET)
    changed(path, b"worksheets/sheet1.xml", b"other/a.dat", "xl/_rels/workbook.xml.rels")
    changed(path, b"/xl/worksheets/sheet1.xml", b"/xl/other/a.dat", "[Content_Types].xml")
    return rewritten(path, **{"xl/other/a.dat": sheet, SHEET: b"<x/>"})


def with_rows(path: Path, rows: bytes) -> Path:
    return changed(path, b"</sheetData>", rows + b"</sheetData>")


def shared_formula(path: Path) -> Path:
    first = b'<row r="30"><c r="A30"><f t="shared" si="0">%s</f><v>1</v></c></row>' % (b'"' + b"a" * 100_000 + b'"')
    other = b'<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>'
    return with_rows(path, first + b"".join(other % (row, row) for row in range(31, 100)))


def shown_often(path: Path) -> Path:
    """A hundred sheets, which are one part."""
    (sheet,) = re.findall(b"<sheet [^>]*>", part_of(path, "xl/workbook.xml"))
    ways = [b'name="%d" sheetId="%d"' % (number, number) for number in range(1, 101)]
    sheets = b"".join(re.sub(b'name="[^"]*" sheetId="1"', way, sheet) for way in ways)
    return with_rows(changed(path, sheet, sheets, "xl/workbook.xml"), (b"<row>" + b"<c/>" * 10 + b"</row>") * 500)


def with_cell(path: Path, row: int, column: int) -> Path:
    book = openpyxl.load_workbook(path)
    book.active.cell(row, column).value = "x"
    book.save(path)
    return path


def disguised(path: Path) -> Path:
    """The zip's list of contents says that its largest part has a hundred bytes."""
    size = (30_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (100).to_bytes(4, "little")))
    return path


HARMFUL = {
    "macro": (lambda path: rewritten(path, xl__vbaProject_dot_bin=b"x"), "macro"),
    "macro-name": (lambda path: Path(shutil.move(path, path.with_suffix(".xlsm"))), "macro"),
    "external-link": (lambda path: rewritten(path, xl__externalLinks__externalLink1_dot_xml=b"<x/>"), "tệp khác"),
    "formula": (formula_without_value, "công thức chưa có kết quả"),
    "bomb": (lambda path: rewritten(path, xl__media__a_dot_xml=b"0" * 30_000_000), "quá lớn sau khi giải nén"),
    "entities": (lambda path: rewritten(path, xl__styles_dot_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "không do Excel"),
    "bomb-in-disguise": (lambda path: disguised(rewritten(path, xl__media__a_dot_xml=b"0" * 30_000_000)), "bị hỏng"),
    "merge-of-everything": (lambda path: merged_over(path, "A20:XFD1048576"), "ô gộp quá rộng"),
    "merge-with-spaces": (lambda path: merged_as(path, b'<mergeCell ref = "%s"/>' % MANY), "ô gộp quá rộng"),
    "merge-in-a-prefix": (lambda path: merged_as(path, b'<a:mergeCell xmlns:a="x" ref="%s"/>' % MANY), "ô gộp quá rộng"),
    "merge-without-end": (lambda path: merged_as(path, b"<mergeCell " * 200_000), "bị hỏng"),
    "link-over-everything": (lambda path: linked(path, b'<hyperlink ref="%s" location="x"/>' % MANY), "liên kết quá rộng"),
    "link-over-columns": (lambda path: linked(path, b'<hyperlink ref="A:Z" location="x"/>'), "liên kết quá rộng"),
    "links": (many_links, "quá nhiều liên kết"),
    "comment-over-everything": (commented, "chú thích quá rộng"),
    "comments-under-another-name": (lambda path: commented(path, "xl/a.dat"), "chú thích quá rộng"),
    "utf-16": (in_utf_16, "không do Excel"),
    "sheet-under-another-name": (under_another_name, "ô gộp quá rộng"),
    "shared-formula": (shared_formula, "quá nhiều công thức"),
    "one-sheet-shown-often": (shown_often, "quá nhiều ô"),
    "rows-of-nothing": (lambda path: with_rows(path, b"<row/>" * 900_000), "quá lớn sau khi giải nén"),
    "number-format": (lambda path: changed(path, b"<fonts", b'<numFmt formatCode="%s"/><fonts' % (b"[" * 1000), "xl/styles.xml"),
                      "không do Excel"),
    "merge-of-nonsense": (lambda path: merged_over(path, "A20:nowhere"), "bị hỏng"),
    "far-cell": (lambda path: with_cell(path, 1_048_576, 16_384), "quá rộng"),
    "word": (lambda path: Path(shutil.copy(TEMPLATES / "forms" / "BC03.docx", path)), "bị hỏng"),
    "web-page": (lambda path: path.write_text("<html><table>") and path, "không phải tệp Excel"),
    "cells": (lambda path: rewritten(path, xl__worksheets__sheet1_dot_xml=b"<x>" + b"<c/>" * 150_000 + b"</x>"), "quá nhiều ô"),
    "locked": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)) and path, "mật khẩu"),
    "huge": (lambda path: path.write_bytes(b"PK" + bytes(6_000_000)) and path, "nhỏ hơn 5 MB"),
    "text": (lambda path: path.write_text("STT;Đơn vị") and path, "không phải tệp Excel"),
    "empty": (lambda path: path.write_bytes(b"") == 0 and path, "không phải tệp Excel"),
    "torn": (lambda path: path.write_bytes(path.read_bytes()[:2000]) and path, "bị hỏng"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_that_could_harm_or_hide_is_refused_with_a_reason(imported, content, tmp_path, name):
    before = everything(content)
    harm, said = HARMFUL[name]
    result = imported(harm(thematic(tmp_path)), "--apply")
    assert (result.exit_code, type(result.exception), everything(content)) == (1, SystemExit, before), result.output
    assert said in result.output


PARTS = ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_ends_in_the_middle_is_told_as_a_damaged_file(imported, tmp_path, part):
    sheet = thematic(tmp_path)
    result = imported(rewritten(sheet, **{part: part_of(sheet, part)[:-20]}))
    assert (result.exit_code, type(result.exception), "tệp bị hỏng" in result.output) == (1, SystemExit, True)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_only_the_second_parser_refuses_is_told_as_a_damaged_file(imported, tmp_path, part):
    sheet = thematic(tmp_path)
    whole = part_of(sheet, part)
    end = whole.rindex(b"</")
    result = imported(rewritten(sheet, **{part: whole[:end] + b"<a>" * 5000 + b"</a>" * 5000 + whole[end:]}))
    assert (result.exit_code, type(result.exception), "tệp bị hỏng" in result.output) == (1, SystemExit, True)


def test_one_bad_file_among_good_ones_holds_back_all(imported, content, tmp_path):
    before = everything(content)
    (tmp_path / "bad.xlsx").write_text("x")
    assert (imported(thematic(tmp_path), tmp_path / "bad.xlsx", "--apply").exit_code, everything(content)) == (1, before)


def damaged(path: Path, seed: int) -> Path:
    """The sheet as it comes after somebody's slip: cells changed, columns moved, rows doubled, bytes lost."""
    chance = random.Random(seed)
    if seed % 5 == 4:
        bytes_ = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 40)):
            bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
        path.write_bytes(bytes(bytes_[: chance.randint(len(bytes_) // 2, len(bytes_))]))
        return path
    book = openpyxl.load_workbook(path)
    sheet = book.active
    strange = [None, "", "x", -1, 0, 1e300, True, date(1900, 1, 1), date(9999, 12, 31), "=A1", "31/02/2023", "١٥/٨/٢٠٢٣", "\u202eabc", "Ã¡»", "a" * 5000,
               "<script>", "{{ x }}", "'; drop", "Quận Hồng Bàng", "quý III", 45153, "²", "0000-00-00", "!!python/object", "a: b: [", "- x", "# y", "%", "@", "\"", "｜"]
    for _ in range(chance.randint(1, 12)):
        cell = sheet.cell(chance.randint(1, 14), chance.randint(1, sheet.max_column))
        if type(cell).__name__ == "Cell":
            cell.value = chance.choice(strange)
    if seed % 5 == 1:
        sheet.delete_cols(chance.randint(1, 10))
    if seed % 5 == 2:
        sheet.insert_rows(chance.randint(1, 12), chance.randint(1, 3))
    if seed % 5 == 3:
        sheet.move_range("B9:F9", rows=chance.randint(-3, 3), cols=chance.randint(0, 3))
    book.save(path)
    return path


@pytest.mark.parametrize("seed", range(100))
def test_a_damaged_sheet_is_refused_or_read_whole(imported, content, tmp_path, seed):
    before = everything(content)
    make = (lambda path: a_sheet(path, DK01, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", period=date(2023, 11, 20))),
            lambda path: a_sheet(path, BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="NĂM 2023"),
            lambda path: a_sheet(path, DK02, ["Phường Hạ Lý", "tháng 8", None, None, None, None, None]),
            lambda path: a_sheet(path, BC02, an_opinion(), title="NĂM 2023"))[seed % 4]
    result = imported(damaged(make(tmp_path / "hong.xlsx"), seed), "--apply")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    if result.exit_code:
        assert (everything(content), "hong.xlsx" in result.output) == (before, True), result.output
        assert re.search(r"hãy |phải |không |trùng ", result.output), result.output
    else:
        read_register(content)
