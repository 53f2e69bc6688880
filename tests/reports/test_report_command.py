"""The commands `report` and `due`."""

from __future__ import annotations

from functools import partial

import openpyxl
import pytest

from tests.places import GOLDEN
from tests.run_command import run_on


@pytest.fixture
def dialogues():
    return partial(run_on, GOLDEN)


def test_the_command_writes_a_workbook_a_csv_and_the_text_to_go_with_them(dialogues, tmp_path):
    dialogues("report", "BC03", "--unit", "hong-bang", "--period", "2023", "--out", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"BC03-hong-bang-2023-den-2023-09-15.{kind}" for kind in ("csv", "docx", "xlsx")
    ]


def test_a_report_that_somebody_went_on_writing_is_not_replaced(dialogues, tmp_path):
    arguments = ("report", "DK02", "--period", "2023", "--out", str(tmp_path))
    dialogues(*arguments)
    (tmp_path / "DK02-all-2023.xlsx").write_bytes(b"da ky")
    assert (dialogues(*arguments).exit_code, (tmp_path / "DK02-all-2023.xlsx").read_bytes()) == (1, b"da ky")


def test_a_report_is_replaced_when_asked(dialogues, tmp_path):
    (tmp_path / "DK02-all-2023.xlsx").write_bytes(b"cu")
    dialogues("report", "DK02", "--period", "2023", "--out", str(tmp_path), "--replace")
    assert (tmp_path / "DK02-all-2023.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("unit", "says"), [
    ("hong-bag", "có phải 'hong-bang'?"), ("Quận Hồng Bằng Bắc", "không có đơn vị 'Quận Hồng Bằng Bắc'"),
    ("hong-bang/so-dau", "đơn vị này báo cáo qua đơn vị cấp trên, hãy ghi 'hong-bang'"),
])
def test_a_unit_that_does_not_report_is_refused(dialogues, tmp_path, unit, says):
    result = dialogues("report", "BC01", "--unit", unit, "--period", "2023", "--out", str(tmp_path / "out"))
    assert (result.exit_code, says in result.stderr, (tmp_path / "out").exists()) == (1, True, False)


def test_a_unit_is_called_by_its_id_or_by_its_name(dialogues):
    assert dialogues("due", "--unit", "Q. Hồng Bàng").stdout == dialogues("due", "--unit", "hong-bang").stdout != ""


def test_what_is_owed_is_printed(dialogues):
    result = dialogues("due", "--unit", "hong-bang")
    assert (result.exit_code, result.stdout.startswith("[DỮ LIỆU MẪU] Những việc phải làm, tính đến ngày 15/9/2023: ")) == (0, True)


def test_what_is_owed_is_written_as_a_workbook(dialogues, tmp_path):
    dialogues("due", "--format", "xlsx", "--out", str(tmp_path / "due.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "due.xlsx").active.title == "viec-phai-lam"


def test_a_workbook_is_not_printed(dialogues):
    assert dialogues("due", "--format", "xlsx").exit_code == 1


def test_the_calendar_of_the_command_is_the_one_that_is_published(dialogues, tmp_path):
    dialogues("due", "--format", "ics", "--unit", "hong-bang", "--out", str(tmp_path / "due.ics"))
    dialogues("write", str(tmp_path / "site"))
    assert (tmp_path / "due.ics").read_bytes() == (tmp_path / "site/lich/thoi-han/hong-bang.ics").read_bytes()
