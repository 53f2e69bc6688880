"""Published lists of units, from a CSV file or from a library, and the ids that are proposed for them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Container, Iterable, Iterator, Mapping, Sequence

from generator.model import Level
from generator.model.addresses import is_reserved
from generator.site.short_days import short_day
from generator.text.vietnamese import slug, spelling

LIBRARY = "vietnam-provinces"
FIRST_DAY_OF_LIBRARY = date(2025, 7, 1)
"""The library lists the units of two levels only."""
PROVINCE_TYPES = ("thành phố", "tỉnh")
COLUMNS = ("code", "name", "level", "type", "parent_code")


class NotAList(Exception):
    """``str()`` says what is wrong with a list of units, in the clerk's words."""


@dataclass(frozen=True)
class ListedUnit:
    """``code`` and ``parent_code`` keep their leading zeros."""

    code: str
    name: str
    level: Level
    type: str
    parent_code: str

    @property
    def own_name(self) -> str:
        known = self.name.lower().startswith(f"{self.type.lower()} ")
        return self.name[len(self.type):].strip() if known else self.name


@dataclass(frozen=True)
class UnitList:
    """The units of one province, those of a district after it; ``source`` is named in the records. ``province_type`` is "tỉnh"
    or "thành phố", None where the list does not say."""

    units: tuple[ListedUnit, ...]
    source: str
    source_url: str | None = None
    province_type: str | None = None

    def below(self, above: ListedUnit) -> list[ListedUnit]:
        return [unit for unit in self.units if unit.parent_code == above.code and unit.level == Level.COMMUNE]

    def at_the_top(self) -> list[ListedUnit]:
        districts = {unit.code for unit in self.units if unit.level == Level.DISTRICT}
        return [unit for unit in self.units if unit.level.owes and unit.parent_code not in districts]


def read_list(path: Path, province: str) -> UnitList:
    """A file of the columns ``COLUMNS``, of one province or of the whole country. Raises NotAList."""
    rows = read_rows(path, COLUMNS)
    try:
        units = [ListedUnit(row["code"], row["name"], Level(row["level"]), row["type"], row["parent_code"]) for row in rows]
    except ValueError as error:
        raise NotAList(f"{path}: cột level phải là province, district hoặc commune ({error})") from None
    provinces = [unit for unit in units if unit.level == Level.PROVINCE]
    type = next((_bare_type(unit.type) for unit in provinces if _bare(unit.name) == _bare(province)), None)
    if provinces:
        units = list(_of_province(units, province))
    if not units:
        raise NotAList(f"{path}: không có đơn vị nào của {province}")
    return UnitList(tuple(units), f"Danh sách {path.name}", province_type=type)


def read_rows(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV file in UTF-8 that has these columns, every value as text. Raises NotAList."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [{name: (value or "").strip() for name, value in row.items() if name} for row in csv.DictReader(file)]
    except UnicodeDecodeError:
        raise NotAList(f"{path}: phải lưu bằng bảng mã UTF-8") from None
    if missing := [column for column in columns if not rows or column not in rows[0]]:
        raise NotAList(f"{path}: thiếu cột {', '.join(missing)}")
    return rows


def library_list(province: str, day: date) -> UnitList:
    """Of the library, which is asked only here: no build needs it. Raises NotAList."""
    if day < FIRST_DAY_OF_LIBRARY:
        raise NotAList(f"trước {short_day(FIRST_DAY_OF_LIBRARY)} hãy cho danh sách bằng --units; {LIBRARY} chỉ có từ ngày ấy")
    provinces = _library_provinces()
    found = next((listed for listed in provinces if _bare(listed["name"]) == _bare(province)), None)
    if found is None:
        raise NotAList(f"không có tỉnh, thành phố '{province}'; có: {', '.join(listed['name'] for listed in provinces)}")
    code = f"{found['code']:02}"
    wards = sorted(found["wards"], key=lambda ward: int(ward["code"]))
    units = (
        ListedUnit(f"{ward['code']:05}", ward["name"], Level.COMMUNE, ward["division_type"], code) for ward in wards
    )
    from vietnam_provinces import __data_version__, __version__

    source = f"Thư viện {LIBRARY} {__version__} (giấy phép MIT), dữ liệu ngày {short_day(date.fromisoformat(__data_version__))}"
    source_url, type = "https://github.com/sunshine-tech/VietnamProvinces", _bare_type(found["division_type"])
    return UnitList(tuple(units), source, source_url, type)


def library_provinces() -> list[str]:
    """Their names, in the order of their codes. Raises NotAList."""
    return [listed["name"] for listed in _library_provinces()]


def proposed_ids(units: Sequence[ListedUnit], taken: Container[str]) -> Mapping[str, str]:
    """By code: the bare name where it is alone and free, else with its type, else with its code."""
    bare = {unit.code: slug(unit.own_name) for unit in units}
    full = {unit.code: slug(unit.name) for unit in units}
    often, often_full = Counter(bare.values()), Counter(full.values())
    ids: dict[str, str] = {}
    for code, id in bare.items():
        if often[id] > 1 or id in taken or is_reserved(id):
            id = full[code] if often_full[full[code]] == 1 and full[code] not in taken else f"{full[code]}-{code}"
        ids[code] = id
    return ids


def _library_provinces() -> list[dict[str, Any]]:
    try:
        from vietnam_provinces import NESTED_DIVISIONS_JSON_PATH
    except ImportError:
        raise NotAList(f"chưa có danh sách đơn vị: pip install {LIBRARY}, hoặc cho --units TỆP.csv") from None
    found: list[dict[str, Any]] = json.loads(NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
    return found


def _of_province(units: Iterable[ListedUnit], province: str) -> Iterator[ListedUnit]:
    """Those that lie in it, whatever lies between."""
    inside = {unit.code for unit in units if unit.level == Level.PROVINCE and _bare(unit.name) == _bare(province)}
    for level in (Level.DISTRICT, Level.COMMUNE):
        inside |= {unit.code for unit in units if unit.level == level and unit.parent_code in inside}
    return (unit for unit in units if unit.level.owes and unit.code in inside and unit.parent_code in inside)


def _bare(province: str) -> str:
    name = spelling(province)
    for type in PROVINCE_TYPES:
        name = name.removeprefix(f"{spelling(type)} ")
    return name


def _bare_type(written: str) -> str | None:
    """Of "thành phố trực thuộc trung ương" too."""
    return next((type for type in PROVINCE_TYPES if written.lower().startswith(type)), None)
