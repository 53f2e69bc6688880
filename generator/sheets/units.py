"""Which unit an office means by what it wrote: with or without its type, its accents, or in short."""

from __future__ import annotations

import re
from typing import Iterable

from generator.model import Register, Unit
from generator.sheets.questions import NotUnderstood, brief_text
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold, nearest, spelling

_SHORT = {"p": "phuong", "x": "xa", "tt": "thi tran", "q": "quan", "h": "huyen", "tx": "thi xa", "tp": "thanh pho"}
_OFFICES = re.compile(r"^(?:ubnd|uy ban nhan dan|dang uy|dang bo|quan uy|huyen uy|thanh uy|ban thuong vu)\b[ ,]*")


def unit_of(cell: Cell, units: Iterable[Unit]) -> Unit:
    """The one unit among ``units`` that the cell names. Raises NotUnderstood with those that it may mean."""
    units, text = tuple(units), brief_text(cell)
    exact = [unit for unit in units if spelling(unit.name) == spelling(text)]
    found = exact or [unit for unit in units if _written(text) in (fold(unit.name), fold(unit.own_name))]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotUnderstood(cell, f"'{cell.text}' có thể là nhiều đơn vị", " hoặc ".join(unit.name for unit in found))
    near = nearest(_written(cell.text), [name for unit in units for name in (unit.name, unit.own_name)])
    raise NotUnderstood(
        cell, f"không có đơn vị '{cell.text}' trong quận, huyện này", near or "tên đơn vị như trong sổ, ví dụ " + units[-1].name
    )


def district_named(text: str, register: Register) -> list[Unit]:
    """Districts whose name, with its type or that of its committee, stands in the text."""
    said = " ".join(["", *re.findall(r"\w+", fold(text)), ""])
    return [
        district for district in register.districts()
        if any(f" {kind} {fold(district.own_name)} " in said for kind in (fold(district.type), f"{fold(district.type)} uy"))
    ]


def _written(text: str) -> str:
    written = _OFFICES.sub("", fold(text).strip(" .,;:-"))
    short = re.match(r"(tt|tx|tp|p|x|q|h)(?:\. ?| )(?=\S)", written)
    return f"{_SHORT[short[1]]} {written[short.end() :]}" if short else written
