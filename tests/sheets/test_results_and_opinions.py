"""Results go into the record of their day, opinions to their dialogue."""

from __future__ import annotations

from datetime import date

import pytest

from tests.folders import files_of
from tests.read_register import read_register
from tests.sheets.offices import BC01, BC02, DK01, a_plan, a_result, a_sheet, an_opinion
from tests.sheets.sendings import NATION


def test_dialogues_and_their_opinions_are_sent_together(imported, content, tmp_path):
    about = {"title": "BÁO CÁO NĂM 2023"}
    held = a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Phường Hạ Lý", kind="Đột xuất"), **about)
    said = a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(dialogue="Phường Hạ Lý, ngày 15/8/2023"), **about)
    result = imported(said, held, "--apply")
    dialogue = read_register(content).dialogues["hong-bang-ha-ly-dot-xuat-1"]
    assert ("1 mới, 0 thay đổi" in result.output, len(dialogue.opinions)) == (True, 1), result.output
    assert "0 mới, 0 thay đổi, 1 không đổi" in imported(said, held).output


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


@pytest.mark.parametrize("written, read", [("gần 11", (11, "almost")), ("hơn 17 ý kiến", (17, "more-than")), (15, (15, "exact"))])
def test_a_total_of_opinions_is_read_with_its_precision(imported, content, tmp_path, written, read):
    row = a_result(unit="Quận Hồng Bàng", kind="Đột xuất", total=written, at_meeting=None, before=None, answered_at_meeting=None)
    result = imported(a_sheet(tmp_path / "a.xlsx", BC01, row, title="BÁO CÁO NĂM 2023"), "--apply")
    opinions = read_register(content).dialogues["hong-bang-dot-xuat-1"].held.opinions
    assert (opinions.total, opinions.total_precision.value) == read, result.output


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
    before = files_of(content)
    assert "0 thay đổi, 1 không đổi" in imported(sheet, "--apply").output and files_of(content) == before


@pytest.mark.parametrize("result, said", [
    ("Không thực hiện được. Không bố trí được vốn", "commitments"),
    ("Chưa có cập nhật", "'Chưa có cập nhật' không nói đã làm gì"),
    ("Chưa giải quyết. Đang chờ vốn", "chưa xong là đang giải quyết"),
])
def test_a_result_is_read_for_what_it_reports_and_asked_about_otherwise(imported, content, tmp_path, result, said):
    imported(a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="NĂM 2023"), "--apply")
    row = {"dialogue": "Quận Hồng Bàng, ngày 15/8/2023", "due": "31/12/2023"}
    imported(a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(**row), title="NĂM 2023"), "--apply")
    again = an_opinion(**row, result=result, answered_on="1/9/2023")
    assert said in imported(a_sheet(tmp_path / "again.xlsx", BC02, again, title="NĂM 2023")).output


@pytest.mark.parametrize("cells, said", [
    ({"dialogue": "Phường Sở Dầu"}, "không rõ cuộc nào"), ({"dialogue": "Phường Sở Dầu, ngày 1/1/2023"}, "sổ chưa ghi cuộc nào"),
    ({"due": "31/12/2023", "agency": None}, "phải có cơ quan chủ trì"), ({"answered_on": "1/9/2023"}, "phải có kết quả"),
    ({"competence": "Bộ Xây dựng"}, "không rõ thẩm quyền"), ({"summary": None}, "không được để trống"),
])
def test_an_opinion_that_is_not_understood_is_asked_about(imported, tmp_path, cells, said):
    result = imported(a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(**{"dialogue": "hong-bang-dinh-ky-1"} | cells), title="NĂM 2023"))
    assert (result.exit_code, said in result.output) == (1, True)


def test_what_is_asked_in_a_new_dialogue_is_shown_before_it_is_written(imported, tmp_path):
    held = a_sheet(tmp_path / "bc01.xlsx", BC01, a_result(unit="Phường Thượng Lý"), title="NĂM 2023")
    cells = {"dialogue": "Phường Thượng Lý, ngày 15/8/2023", "due": "30/9/2023", "result": "Đang giải quyết. Đã khảo sát", "answered_on": "1/9/2023"}
    output = imported(held, a_sheet(tmp_path / "bc02.xlsx", BC02, an_opinion(**cells), title="NĂM 2023")).output
    for said in ("(opinions): Đề nghị lắp đèn chiếu sáng", "(commitments): 1, Đề nghị lắp đèn chiếu sáng", "2023-09-30", "Đã khảo sát"):
        assert said in output
