"""Which unit an office means by what it wrote: with or without its type, its accents, or in short."""

from __future__ import annotations

import re
from functools import partial
from typing import Callable, Iterable

from generator.model import Register, Unit
from generator.model.nearest_unit import SHORT_TYPES, spelt_out
from generator.sheets.questions import NotUnderstood, brief_text
from generator.sheets.workbook import Cell
from generator.site.formatting import unit_place
from generator.text.vietnamese import composed, fold, nearest, spelling, without_type

_INDEX = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|(?!x\.)[ivx]+(?:\.\d{1,3})*[.)]|[a-g][.)]|[-–+*•]) *(?=[a-z])")
"""How rows are numbered: 1. 1.2 II) a. and dashes; X. is short for Xã."""
_FOOTNOTE = re.compile(r" ?(?:\(\*+\)|\*+|\(\d\))$")


def unit_of(cell: Cell, units: Iterable[Unit], register: Register | None = None) -> Unit:
    """The one unit among ``units`` that the cell names. Raises NotUnderstood with those that it may mean, or with the district
    of the ``register`` that a unit of that name belongs to.
    """
    units, text = tuple(units), brief_text(cell)
    found = _named(text, units, register)
    if len(found) == 1 and (fold(text) in _bare(found[0]) or _is_so_written(text, found[0], register)):
        return found[0]
    if found:
        names = (place for unit in found for place in _places(unit, register))
        why = "có thể là nhiều đơn vị" if len(found) > 1 else "khác dấu với tên trong sổ"
        raise NotUnderstood(cell, f"'{cell.text}' {why}", " hoặc ".join(names))
    if register and (elsewhere := _elsewhere(text, units, register)):
        why = f"'{cell.text}' không phải của nơi gửi bảng mà là {' hoặc '.join(elsewhere)}"
        raise NotUnderstood(cell, why, "xóa dòng này và gửi trong bảng của đơn vị đó; ghi nhầm tên thì sửa tên")
    near = nearest(_own(_written(cell.text)), [unit.own_name for unit in units])  # every ward begins with Phường
    meant = next((unit.name for unit in units if unit.own_name == near), None)
    named = [unit.name for unit in units_within(text, units)]
    write = (named[0] if len(named) == 1 else meant) or f"tên đơn vị như trong sổ, ví dụ {units[-1].name}"
    raise NotUnderstood(cell, f"không có đơn vị '{cell.text}' trong các đơn vị của nơi gửi bảng", write)


def units_named(text: str, register: Register) -> list[Unit]:
    """All units of that name, with its type, in whatever district, or in the one that is written with it."""
    units = register.units.values()
    return [unit for unit in units if _written(text) == fold(unit.name)] or _with_district(text, units, register)


def _with_district(text: str, units: Iterable[Unit], register: Register) -> list[Unit]:
    """"P. Sở Dầu – Q. Hồng Bàng", "Phường Sở Dầu (thuộc Hồng Bàng)"."""
    said = re.sub(r" (?:thuoc|cua) ", " ", _without_place(text, register))
    return [
        unit for unit in units if unit.parent_id and any(
            said.startswith(f"{_plain(name, fold)} ") and said.removeprefix(f"{_plain(name, fold)} ") in _ways(unit, register)
            for name in _names(unit)
        )
    ]


def _without_place(text: str, register: Register | None) -> str:
    """Folded, without the city or the province that may stand behind a unit."""
    said = _plain(_written(text), fold)
    own = re.sub(r"^(?:thanh pho|tinh) ", "", _plain(register.facts.place, fold)) if register else ""
    return re.sub(rf" (?:(?:tp|thanh pho|tinh) )?{re.escape(own)}$", "", said) if own else said


def _ways(unit: Unit, register: Register) -> list[str]:
    """To write the district that it lies in, folded."""
    district = register.units[unit.top_id]
    return [_plain(way, fold) for way in (district.name, _in_short(district.name, district), district.own_name)]


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


def _is_so_written(text: str, unit: Unit, register: Register | None = None) -> bool:
    """Whether its own name stands there with its accents or with none at all, and so does that of its district where it is
    named too: "Sở Dâu" is another name than Sở Dầu."""
    said, own = f" {_plain(text, spelling)} ", [without_type(name) for name in _names(unit)]
    district = register.units[unit.top_id] if register else unit
    is_with_district = district is not unit and f" {_plain(district.own_name, fold)} " in f" {_plain(text, fold)} "
    return any(f" {_plain(way, spelling)} " in said for way in (*own, *map(fold, own))) and (
        not is_with_district or _is_so_written(text, district)
    )


def _own(written: str) -> str:
    return re.sub(rf"^(?:{'|'.join(SHORT_TYPES.values())}) ", "", written)


def _named(text: str, units: Iterable[Unit], register: Register | None) -> list[Unit]:
    """By the whole name and its district, by the whole name, or without accents or type; of those that differ by accents alone
    the one that is written with them."""
    units = tuple(units)
    for names in (partial(_places, register=register), _names):
        if exact := [unit for unit in units if spelling(text) in map(spelling, names(unit))]:
            return exact
    if register and (placed := _with_district(text, units, register)):
        return placed
    written = _without_place(text, register)
    if len(own := [unit for unit in units if unit.parent_id is None and fold(text) in _bare(unit)]) == 1:
        return own
    near = [unit for unit in units if written in (_plain(name, fold) for name in (*_names(unit), unit.own_name))]
    spelt = [unit for unit in near if f" {spelling(unit.own_name)} " in f" {spelling(text)} "]
    return spelt or near


def _places(unit: Unit, register: Register | None) -> tuple[str, ...]:
    """As a list of all units names it: "Phường Sở Dầu, quận Hồng Bàng"."""
    return (unit_place(unit, register) if register else unit.name,)


def _names(unit: Unit) -> tuple[str, ...]:
    """The one of today and those before it."""
    return (unit.name, *(earlier.name for earlier in unit.facts.earlier if earlier.name))


def district_named(text: str, register: Register) -> list[Unit]:
    """Units at the top whose name, with its type or that of its committee, stands in the text."""
    return units_within(text, register.districts())


def units_within(text: str, units: Iterable[Unit]) -> list[Unit]:
    """Those whose name stands in the text, with its accents or with none, and is no part of a longer one that does. A unit
    that stands there with one that lies in it only tells that one apart."""
    units = tuple(units)
    found = _within(text, units, spelling) or [unit for unit in _within(text, units, fold) if _is_so_written(text, unit)]
    ids = {unit.id for unit in found}
    return [unit for unit in found if unit.parent_id in ids] or found


def _within(text: str, units: Iterable[Unit], read: Callable[[str], str]) -> list[Unit]:
    said = f" {_plain(text, read)} "
    spans = [
        (said.find(f" {way} "), len(way), unit)
        for unit in units for name in _names(unit)
        for way in (_plain(name, read), _plain(_committee(name, unit), read), _plain(_in_short(name, unit), read))
        if f" {way} " in said
    ]
    alone = {
        unit.id: unit for first, length, unit in spans
        if not any(start <= first and first + length <= start + long and long > length for start, long, _ in spans)
    }
    return list(alone.values())


def _bare(unit: Unit) -> set[str]:
    """Ways to speak of the unit whose sheet it is without its name: Quận ủy, UBND quận."""
    type = fold(unit.type)
    party, government = f"{type} uy", f"ubnd {type}"
    return {type, party, government, f"uy ban nhan dan {type}", f"{party}, {government}", f"{party} - {government}"}


def _committee(name: str, unit: Unit) -> str:
    """"Quận ủy Hồng Bàng"."""
    return f"{unit.type} ủy {name[len(unit.type):]}"


def _in_short(name: str, unit: Unit) -> str:
    """"Q Hồng Bàng"."""
    shortened = next((short for short, type in SHORT_TYPES.items() if type == fold(unit.type)), unit.type)
    return f"{shortened} {name[len(unit.type):]}"


def _plain(text: str, read: Callable[[str], str]) -> str:
    return read(" ".join(re.findall(r"\w+", composed(text))))


def _written(text: str) -> str:
    return spelt_out(_INDEX.sub("", _FOOTNOTE.sub("", fold(text).strip(" .,;:-"))))
