"""What offices send most, and what the register holds afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.read_register import read_register
from tests.sheets.offices import BC01, DK01, a_plan, a_result, a_sheet

NATION = {"office": "HUYỆN ỦY BẠCH LONG VĨ", "dated": "Bạch Long Vĩ, ngày 20 tháng 02 năm 2023"}


def thematic(tmp_path: Path, *rows, name: str = "dk01.xlsx", **about) -> Path:
    plans = rows or (a_plan(kind="Chuyên đề", topic="Đất đai: thu hồi"),)
    return a_sheet(tmp_path / name, DK01, *plans, **about)


def corrections(content: Path, id: str) -> list[tuple[str | None, str | None]]:
    """The field and its old value."""
    return [(correction.field, correction.was) for correction in read_register(content).dialogues[id].corrections]


def results(path: Path, *rows: list) -> Path:
    return a_sheet(path, BC01, *rows, title="BÁO CÁO NĂM 2023")


def water(**cells) -> list:
    """A row of BC01 of a dialogue that the golden register has not."""
    return a_result(**{"unit": "Quận Hồng Bàng", "kind": "Chuyên đề", "topic": "Cấp nước sạch", "day": date(2023, 6, 28)} | cells)
