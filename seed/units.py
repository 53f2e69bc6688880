"""The real districts and communes, with an id for each that nothing but its name and code decides."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from generator.model.addresses import is_reserved
from generator.text.vietnamese import slug

FOLDER = Path(__file__).parent
CITY = FOLDER / "units-2023.csv"
NATION = FOLDER / "national-units-2023.csv"


@dataclass(frozen=True)
class District:
    """A district or a commune of the list; ``id`` is a district's own, or the commune's within its district."""

    id: str
    code: str
    name: str
    type: str
    province: str

    @property
    def whole_id(self) -> str:
        return self.id


@dataclass(frozen=True)
class Commune(District):
    """``file_id`` is the district that it lay in first, where it lies in another now."""

    district: District
    file_id: str | None = None

    @property
    def whole_id(self) -> str:
        return f"{self.file_id or self.district.id}/{self.id}"


def read_units(path: Path) -> dict[District, tuple[Commune, ...]]:
    """Districts in the order of the list, which is the order of their codes, each with its communes.

    A district of a name that the nation has twice is told apart by its province, in its id and in its name.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{name: value.strip() for name, value in row.items()} for row in csv.DictReader(file)]
    provinces = {row["code"]: row["name"] for row in rows if row["level"] == "province"}
    below: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        below[row["parent_code"]].append(row)
    ids = _ids([row for row in rows if row["level"] == "district"], provinces)
    units: dict[District, tuple[Commune, ...]] = {}
    for row in rows:
        if row["level"] != "district":
            continue
        province = provinces.get(row["parent_code"], "Thành phố Hải Phòng")
        id_, name = ids[row["code"]], row["name"]
        if id_ != slug(bare_name(name, row["type"])):
            name += f" ({_short(province)})"
        district = District(id_, row["code"], name, row["type"], province)
        own_ids = _ids(below[row["code"]], {})
        units[district] = tuple(
            Commune(own_ids[inner["code"]], inner["code"], inner["name"], inner["type"], province, district)
            for inner in below[row["code"]]
        )
    return units


def bare_name(name: str, type_: str) -> str:
    """``Phường Sở Dầu`` → ``Sở Dầu``."""
    return name[len(type_) + 1:]


def _ids(rows: list[dict[str, str]], provinces: dict[str, str]) -> dict[str, str]:
    """The bare name where it is alone; else with its province or its type; else with its code."""
    bare = {row["code"]: slug(bare_name(row["name"], row["type"])) for row in rows}
    fuller = {
        row["code"]: slug(f"{_short(provinces[row['parent_code']])} {bare[row['code']]}" if provinces else row["name"])
        for row in rows
    }
    often, fuller_often = Counter(bare.values()), Counter(fuller.values())
    ids = {}
    for code, id_ in bare.items():
        if often[id_] > 1 or is_reserved(id_):
            id_ = fuller[code] if fuller_often[fuller[code]] == 1 else f"{fuller[code]}-{code}"
        ids[code] = id_
    return ids


def _short(province: str) -> str:
    return province.removeprefix("Thành phố ").removeprefix("Tỉnh ")
