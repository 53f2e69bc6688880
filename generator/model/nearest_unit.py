"""Which unit was meant by who wrote an id that no unit has."""

from __future__ import annotations

import re
from typing import Mapping

from generator.model.units import Unit
from generator.text.vietnamese import fold, nearest, slug

SHORT_TYPES = {
    "p": "phuong", "x": "xa", "tt": "thi tran", "q": "quan", "h": "huyen", "tx": "thi xa", "tp": "thanh pho", "ph": "phuong",
}
_OFFICES = re.compile(
    r"^(?:(?:du(?= ?[-–&/+,]| (?:va |phuong |xa |thi tran |dac khu |p\.|x\.|tt\b))"
    r"|ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|dang bo|quan uy|huyen uy|thanh uy|ban thuong vu)\b"
    r"[ ,]*(?:(?:[-–&/+]|va\b) *)?)+"
)
"""Before the name of the unit that they are of, folded. ĐU is one only before another one or a type of unit: there is a commune
Du Lễ."""
_PARTS = re.compile(r"\s*[,(]\s*(?:thuoc )?|\s+[-–]\s+")
"""Between a unit and the district that it lies in, folded."""


def spelt_out(folded: str) -> str:
    """Without the office of the unit that may stand before its name, and with its type in full: "xa an dong" of "ubnd x. an
    dong"."""
    name = _OFFICES.sub("", folded)
    short = re.match(r"(tt|tx|tp|ph|p|x|q|h)(?:\. ?| )(?=\S)", name)
    return f"{SHORT_TYPES[short[1]]} {name[short.end() :]}" if short else name


def nearest_unit(units: Mapping[str, Unit], written: str) -> str | None:
    """The id that was probably meant, also by who wrote the unit's code instead, or its name, with or without its type, an
    office of it and its district."""
    of_code = [unit.id for unit in units.values() if unit.facts.code == written]
    if len(of_code) == 1:
        return of_code[0]
    ids: dict[str, str] = {}
    for unit in units.values():
        for name in (unit.id, unit.name, unit.own_name):
            ids.setdefault(name, unit.id)
    below = [id for id in units if "/" in id and id.rpartition("/")[2] == slug(written.rpartition("/")[2])]
    if "/" in written and len(below) == 1:  # the commune is right, its district is not
        return below[0]
    turned = "/".join(reversed(written.split("/")))
    near = turned if turned in units else _named(units, written) or nearest(written, tuple(ids))
    return ids.get(near, near) if near else None


def _named(units: Mapping[str, Unit], written: str) -> str | None:
    """The one unit that a text begins with, whatever office of it is written before, and that lies where it goes on: in that
    district, "UBND xã An Đồng, huyện An Dương", or right in the city."""
    name, *places = map(spelt_out, _PARTS.split(spelt_out(fold(written))))
    called = [unit for unit in units.values() if slug(name) in _called(unit)]
    if places:
        inner = [unit for unit in called if unit.id != unit.top_id and slug(places[0]) in _called(units[unit.top_id])]
        called = inner or [unit for unit in called if unit.id == unit.top_id]
    return called[0].id if len(called) == 1 else None


def _called(unit: Unit) -> tuple[str, str]:
    return slug(unit.name), slug(unit.own_name)
