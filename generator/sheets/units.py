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


def unit_of(cell: Cell, units: Iterable[Unit], register: Register | None = None) -> Unit:
    """The one unit among ``units`` that the cell names. Raises NotUnderstood with those that it may mean, or with the district
    of the ``register`` that a unit of that name belongs to.
    """
    units, text = tuple(units), brief_text(cell)
    exact = [unit for unit in units if spelling(unit.name) == spelling(text)]
    found = exact or [unit for unit in units if _written(text) in (fold(unit.name), fold(unit.own_name))]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotUnderstood(cell, f"'{cell.text}' có thể là nhiều đơn vị", " hoặc ".join(unit.name for unit in found))
    if register and (elsewhere := _elsewhere(text, units, register)):
        why = f"'{cell.text}' không thuộc quận, huyện này mà là {' hoặc '.join(elsewhere)}"
        raise NotUnderstood(cell, why, "xóa dòng này và gửi trong bảng của đơn vị đó; ghi nhầm tên thì sửa tên")
    near = nearest(_own(_written(cell.text)), [unit.own_name for unit in units])  # every ward begins with Phường
    meant = next((unit.name for unit in units if unit.own_name == near), None)
    write = meant or f"tên đơn vị như trong sổ, ví dụ {units[-1].name}"
    raise NotUnderstood(cell, f"không có đơn vị '{cell.text}' trong quận, huyện này", write)


def units_named(text: str, register: Register) -> list[Unit]:
    """All units of that name, with its type, in whatever district."""
    return [unit for unit in register.units.values() if _written(text) == fold(unit.name)]


def _elsewhere(text: str, units: Iterable[Unit], register: Register) -> list[str]:
    """Other districts that have a unit of that name, or are it, in words."""
    own = {unit.parent_id or unit.id for unit in units}
    named = units_named(text, register) or [
        unit for unit in register.units.values() if unit.parent_id and _written(text) == fold(unit.own_name)
    ]
    return [
        f"của {register.units[unit.parent_id].name}" if unit.parent_id else f"{unit.name}, có bảng riêng"
        for unit in named if (unit.parent_id or unit.id) not in own
    ]


def _own(written: str) -> str:
    return re.sub(rf"^(?:{'|'.join(_SHORT.values())}) ", "", written)


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
