"""Units as people name them: by id, or in the ways that a sheet's cell is read."""

from __future__ import annotations

from typing import Iterable

from generator.model import Register, Unit


def id_said(written: str, among: Iterable[Unit], register: Register) -> str:
    """The id of the one that is named: "Q. Hồng Bàng", "UBND quận Hồng Bàng"; what names none, or several, as it is written."""
    if written in register.units:
        return written
    from generator.sheets.questions import NotUnderstood  # openpyxl is slow to import
    from generator.sheets.units import unit_of
    from generator.sheets.workbook import Cell

    among = tuple(among)
    if by_id := next((unit.id for unit in among if unit.id == written.lower()), None):
        return by_id
    try:
        return unit_of(Cell("", written), among, register).id
    except NotUnderstood:
        return written
