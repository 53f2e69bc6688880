"""Rules between units: ids, codes and names in their time, predecessors and successors, vacancies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Callable, Iterator

from generator.checks.finding import Check, Finding
from generator.model import Commune, Register, Unit, UnitFile
from generator.model.addresses import is_reserved
from generator.model.earlier_facts import DATED_FACTS
from generator.model.groups import grouped
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import nearest, spelling

_LIKE_DIGITS = str.maketrans("OoIl", "0011")


def unit_id_is_free(register: Register, today: date) -> Iterator[Finding]:
    """An id is an address for ever: used once, and not one that a page or feed of another kind has."""
    for file in _files(register):
        if is_reserved(file.id):
            yield Finding(f"units/{file.id}", (), f"tên tệp không được là '{file.id}': địa chỉ này đã dành cho trang khác")
        seen: set[tuple[FieldPath, str]] = set()
        for place, facts in _listed(file):
            path, above = (*place, "id"), place[:-2]
            if is_reserved(facts.id):
                yield Finding(f"units/{file.id}", path, "địa chỉ này đã dành cho trang khác; hãy chọn mã khác", facts.id)
            if (above, facts.id) in seen:
                yield Finding(f"units/{file.id}", path, "mã này đã dùng cho một đơn vị khác của tệp này", facts.id)
            seen.add((above, facts.id))


def communes_stand_in_a_district(register: Register, today: date) -> Iterator[Finding]:
    """Only a district has communes of its own in the register."""
    for file in _files(register):
        if file.communes and not file.level.gathers:
            yield Finding(f"units/{file.id}", ("communes",), "chỉ đơn vị có level: district mới có communes")


def existence_is_in_order(register: Register, today: date) -> Iterator[Finding]:
    """A unit's last day is not before its first."""
    for unit in register.units.values():
        facts = unit.facts
        if facts.exists_from and facts.exists_until and facts.exists_until < facts.exists_from:
            must = f"không được trước exists_from ({facts.exists_from})"
            yield _finding(register, unit, ("exists_until",), must, facts.exists_until.isoformat())


def code_names_one_unit_at_a_time(register: Register, today: date) -> Iterator[Finding]:
    """Codes are reused after a reform: the key is the code and the day."""
    yield from _unique_at_a_time(register, "code", lambda unit: unit.facts.code)


def code_is_typed_in_digits(register: Register, today: date) -> Iterator[Finding]:
    """The letter O beside digits is a nought that was meant."""
    for unit in register.units.values():
        code = unit.facts.code or ""
        digits = code.translate(_LIKE_DIGITS)
        if code != digits and digits.isdecimal() and any(map(str.isdecimal, code)):
            must = "có chữ cái lẫn trong mã số; phải gõ chữ số 0, 1"
            yield _finding(register, unit, ("code",), must, code, suggestion=digits)


def name_is_unique_in_its_district(register: Register, today: date) -> Iterator[Finding]:
    """Names repeat inside a city but not inside a district; two spellings of one name are one name."""
    yield from _unique_at_a_time(register, "name", lambda unit: f"{unit.parent_id}/{spelling(unit.name)}")


def earlier_facts_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """What a unit was before is told from the oldest to the newest, each of days on which it was there."""
    for unit in register.units.values():
        before = unit.facts.exists_from or date.min
        for position, earlier in enumerate(unit.facts.earlier):
            path: FieldPath = ("earlier", position, "until")
            if earlier.until < before:
                must = "phải sau ngày của mục trên" if position else f"không được trước exists_from ({before})"
                yield _finding(register, unit, path, must, earlier.until.isoformat())
            if unit.facts.exists_until and earlier.until >= unit.facts.exists_until:
                must = f"phải trước exists_until ({unit.facts.exists_until})"
                yield _finding(register, unit, path, must, earlier.until.isoformat())
            if not any(getattr(earlier, name) for name in DATED_FACTS):
                must = f"phải ghi điều đã khác trước đây: {', '.join(DATED_FACTS)}"
                yield _finding(register, unit, path[:-1], must)
            before = earlier.until + timedelta(days=1)


def parent_is_a_district(register: Register, today: date) -> Iterator[Finding]:
    """Only a commune that began in a district can lie in another one, and says until when it did not."""
    for unit in register.units.values():
        told: list[tuple[FieldPath, str | None]] = [
            (("earlier", place, "parent"), earlier.parent) for place, earlier in enumerate(unit.facts.earlier)
        ]
        if isinstance(unit.facts, Commune):
            told.append((("parent",), unit.facts.parent))
            if unit.facts.parent and not any(earlier.parent for earlier in unit.facts.earlier):
                must = "phải có mục earlier ghi until và parent trước đó"
                yield _finding(register, unit, ("parent",), must, unit.facts.parent)
        for path, id in told:
            parent = register.units.get(id) if id else None
            if id and (unit.id == unit.file_id or parent is None or not parent.level.gathers):
                must = "phải là mã đơn vị có level: district; chỉ đơn vị nằm trong communes mới ghi"
                districts = tuple(district.id for district in register.districts() if district.level.gathers)
                yield _finding(register, unit, path, must, id, suggestion=nearest(id, districts))


def predecessors_and_successors_are_known(register: Register, today: date) -> Iterator[Finding]:
    """A reform links units of the register, so that no page of a closed unit is a dead end."""
    for unit in (*register.units.values(), *register.elsewhere.values()):
        for name in ("predecessors", "successors"):
            for position, other in enumerate(getattr(unit.facts, name)):
                if register.named_unit(other) is None or other == unit.id:
                    must = "phải là mã của một đơn vị khác trong sổ"
                    near = nearest(other, tuple(id for id in register.units if id != unit.id))
                    yield _finding(register, unit, (name, position), must, other, suggestion=near)


def tile_is_of_one_unit(register: Register, today: date) -> Iterator[Finding]:
    """Two units on one square of the map would hide each other; a successor may have the place of what it came from."""
    seen: dict[tuple[int, int], UnitFile] = {}
    for file in _files(register):
        if file.tile and file.exists_until is None:
            other = seen.setdefault((file.tile.row, file.tile.column), file)
            if other is not file:
                must = f"ô này đã là của {other.name}; mỗi ô một đơn vị"
                yield Finding(f"units/{file.id}", ("tile",), must, f"hàng {file.tile.row}, cột {file.tile.column}")


def vacancy_is_in_order(register: Register, today: date) -> Iterator[Finding]:
    """A vacancy, and one person in both posts, end on or after the day they begin."""
    for unit in register.units.values():
        for name, first, last in (
            ("vacancies", "vacant_from", "vacant_until"),
            ("one_person_in_both_posts", "one_person_from", "one_person_until"),
        ):
            for position, span in enumerate(getattr(unit.facts, name)):
                begins, ends = getattr(span, first), getattr(span, last)
                if ends is not None and ends < begins:
                    must = f"không được trước {first} ({begins})"
                    yield _finding(register, unit, (name, position, last), must, ends.isoformat())


def _unique_at_a_time(register: Register, field: str, key: Callable[[Unit], str | None]) -> Iterator[Finding]:
    every_era = (era for unit in register.units.values() for era in unit.eras())
    by_key = grouped((value, era) for era in every_era if (value := key(era[-1])))
    for eras in by_key.values():
        for position, (first, last, unit) in enumerate(eras):
            for other_first, other_last, other in eras[:position]:
                if unit.id != other.id and first <= other_last and other_first <= last:
                    must = f"trùng với '{other.id}' trong cùng thời gian"
                    yield _finding(register, unit, _told_at(unit, field, last), must, getattr(unit.facts, field))


def _told_at(unit: Unit, field: str, last_day: date) -> FieldPath:
    """Where the record tells the value that the unit had until then."""
    told = ((place, earlier) for place, earlier in enumerate(unit.facts.earlier) if earlier.until >= last_day)
    return next((("earlier", place, field) for place, earlier in told if getattr(earlier, field)), (field,))


def _files(register: Register) -> Iterator[UnitFile]:
    for unit in register.districts():
        assert isinstance(unit.facts, UnitFile)
        yield unit.facts


def _finding(
    register: Register, unit: Unit, path: FieldPath, must: str, found: str | None = None, suggestion: str | None = None
) -> Finding:
    top = register.named_unit(unit.file_id)
    listed = _listed(top.facts) if top else ()
    place = next((place for place, facts in listed if f"{unit.file_id}/{facts.id}" == unit.id or facts is unit.facts), ())
    return Finding(f"units/{unit.file_id}", (*place, *path), must, found, suggestion=suggestion)


def _listed(facts: UnitFile | Commune, place: FieldPath = ()) -> Iterator[tuple[FieldPath, Commune]]:
    """Every unit that lies in another, and in those, with where it stands in the record: ``("communes", 0)``."""
    field = next((name for name, value in facts if value is facts.below), "")
    for position, below in enumerate(facts.below):
        yield (*place, field, position), below
        yield from _listed(below, (*place, field, position))


CHECKS: tuple[Check, ...] = (
    unit_id_is_free, communes_stand_in_a_district, existence_is_in_order, earlier_facts_are_in_order,
    parent_is_a_district, code_names_one_unit_at_a_time, name_is_unique_in_its_district,
    predecessors_and_successors_are_known, vacancy_is_in_order, tile_is_of_one_unit,
)
REVIEWS: tuple[Check, ...] = (code_is_typed_in_digits,)
