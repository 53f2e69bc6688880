"""Which unit sent a sheet, for which year, and on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.model import Register, Unit
from generator.sheets.contents import NotASheet
from generator.sheets.forms import SheetTable
from generator.sheets.units import district_named, units_named
from generator.text.vietnamese import fold

ALL = "all"
"""In place of a unit's id: the sheet is of all units."""
_OF_ALL = "bảng chung của mọi đơn vị thì --unit all"
_YEARS_OF_PERIODS = re.compile(r"\b(?:quy (?:[ivx]+|[1-4])|thang [0-9]{1,2}) ?[/-] ?([0-9]{4})\b")
"""Quý III/2023, tháng 8/2023."""


@dataclass(frozen=True)
class Sender:
    """Whose sheet it is, None for one of all units, and of which year; ``registered_on`` is its own day, or "unknown"."""

    register: Register
    district: Unit | None
    year: int
    registered_on: str

    def units(self) -> tuple[Unit, ...]:
        """Those that its rows may tell of: the district and its communes, or all that owe one in the year."""
        if self.district:
            return (self.district, *self.register.communes_of(self.district))
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return tuple(unit for unit in self.register.units.values() if unit.level.owes and unit.exists_between(first, last))


def sender_of(register: Register, table: SheetTable, unit_id: str | None, year: int | None) -> Sender:
    """From what stands above the headings, and from what was asked for: a unit, or ``ALL``. A sheet that names no unit but the
    office that keeps the register is of all units. Raises NotASheet where they differ, or where neither says it."""
    districts = {district.id: district for district in district_named(table.above, register)}
    is_of_all = unit_id == ALL or (not unit_id and not districts and fold(register.facts.publisher) in fold(table.above))
    asked = _district(register, unit_id) if unit_id and not is_of_all else None
    if asked and districts and asked.id not in districts:
        named = ", ".join(district.name for district in districts.values())
        raise NotASheet(f"trang tính '{table.sheet}' là của {named}, không phải {asked.name} (--unit)")
    if not is_of_all and asked is None and len(districts) != 1 and len(several := _districts_in_rows(register, table)) > 1:
        some = ", ".join(several[:4]) + ("…" if len(several) > 4 else "")
        raise NotASheet(f"trang tính '{table.sheet}' có dòng của nhiều đơn vị gửi ({some}); {_OF_ALL}")
    if not is_of_all and asked is None and len(districts) != 1:
        must = f"hãy ghi tên ở đầu bảng, hoặc hãy thêm --unit và mã đơn vị, {_OF_ALL}"
        raise NotASheet(f"không rõ trang tính '{table.sheet}' của đơn vị nào; {must}")
    above = fold(table.above)
    dated = re.search(r"ngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})", above)
    title = above.replace(dated[0], "") if dated else above
    years = {int(found) for found in re.findall(r"nam ([0-9]{4})\b", title) or _YEARS_OF_PERIODS.findall(title)}
    if year and years and year not in years:
        raise NotASheet(f"trang tính '{table.sheet}' ghi năm {min(years)}, không phải {year} (--year)")
    if not year and len(years) != 1:
        must = "hãy ghi năm ở tên bảng, hoặc chạy lệnh trên máy thì hãy thêm --year, ví dụ --year 2023"
        raise NotASheet(f"không rõ trang tính '{table.sheet}' của năm nào; {must}")
    sent = f"{dated[3]}-{int(dated[2]):02}-{int(dated[1]):02}" if dated else "unknown"
    district = None if is_of_all else asked or next(iter(districts.values()))
    return Sender(register, district, year or years.pop(), sent)


def _districts_in_rows(register: Register, table: SheetTable) -> list[str]:
    """By name, those whose own name or whose communes' names stand in the rows."""
    found: dict[str, None] = {}
    for line in table.lines:
        cell = line.cells.get("unit")
        named = units_named(cell.text[:200], register) if cell and isinstance(cell.value, str) else []
        if len(named) == 1:
            found[register.units[named[0].parent_id or named[0].id].name] = None
    return list(found)


def _district(register: Register, unit_id: str) -> Unit:
    unit = register.units.get(unit_id)
    if unit is None or unit.parent_id is not None:
        known = ", ".join(district.id for district in register.districts())
        raise NotASheet(f"--unit phải là mã đơn vị gửi biểu: {known}")
    return unit
