"""A sheet as it comes after somebody's slip is refused or read whole."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.folders import files_of
from tests.read_register import read_register
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion


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
    before = files_of(content)
    make = (lambda path: a_sheet(path, DK01, a_plan(kind="Chuyên đề"), a_plan(kind="Đột xuất", period=date(2023, 11, 20))),
            lambda path: a_sheet(path, BC01, a_result(unit="Quận Hồng Bàng", kind="Đột xuất"), title="NĂM 2023"),
            lambda path: a_sheet(path, DK02, ["Phường Hạ Lý", "tháng 8", None, None, None, None, None]),
            lambda path: a_sheet(path, BC02, an_opinion(), title="NĂM 2023"))[seed % 4]
    result = imported(damaged(make(tmp_path / "hong.xlsx"), seed), "--apply")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    if result.exit_code:
        assert (files_of(content), "hong.xlsx" in result.output) == (before, True), result.output
        assert re.search(r"hãy |phải |không |trùng ", result.output), result.output
    else:
        read_register(content)
