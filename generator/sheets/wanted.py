"""What a row of a form says, as fields of a record; a row of registrations may be two dialogues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Iterator

from generator.model import Kind, Level, Post, Register, Unit
from generator.sheets import days, values
from generator.sheets.forms import Line
from generator.sheets.questions import NotUnderstood, is_empty
from generator.sheets.units import unit_of
from generator.sheets.workbook import Cell
from generator.vietnamese import fold

Fields = dict[str, Any]
_COUNTS = {
    "total": "opinions_total", "before": "opinions_before", "at_meeting": "opinions_at_meeting",
    "answered_at_meeting": "answered_at_meeting", "answered_later": "answered_later", "passed_up": "passed_up",
}
"""Fields of OpinionCount, and the columns of BC01 that they stand in."""
_OF_A_REPORT = "chua dang ky:"
"""How a note begins that a report wrote of itself."""


@dataclass(frozen=True)
class Sender:
    """Whose sheet it is and of which year; ``registered_on`` is the sheet's own day, "unknown" where it has none."""

    register: Register
    district: Unit
    year: int
    registered_on: str

    def units(self) -> tuple[Unit, ...]:
        return (self.district, *self.register.communes_of(self.district))


@dataclass(frozen=True)
class Wanted:
    """One dialogue as a row tells it. ``fields`` hold text as a record does; ``cell`` is where to point."""

    cell: Cell = field(compare=False)
    unit: Unit
    kind: Kind
    posts: tuple[tuple[Post, bool], ...]
    fields: Fields
    period: str | None = None
    day: date | None = None
    id: str | None = None
    shared: bool = False
    """Whether the row tells of another dialogue too, whose topic and venue stand in the same cells."""

    def is_same_dialogue(self, other: Wanted) -> bool:
        """Whether two rows speak of one dialogue, whatever else they say of it."""
        if self.unit.id != other.unit.id:
            return False
        if self.day is None and (self.kind != Kind.PERIODIC or self.fields.get("topic") != other.fields.get("topic")):
            return self == other
        return replace(self, fields={}) == replace(other, fields={})


def registration_of_district(line: Line, sender: Sender) -> Iterator[Wanted]:
    """Form DK01."""
    cells = line.cells
    unit = unit_of(_filled(cells, "unit", "tên đơn vị"), sender.units())
    kind = values.kind_of(_filled(cells, "kind", "Định kỳ, Chuyên đề hoặc Đột xuất"))
    posts = values.presiders_of(_filled(cells, "presiders", "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND"))
    when = _filled(cells, "planned", f"15/8/{sender.year}, tháng 8 hoặc quý III")
    period = days.period_of(when, sender.year)
    fields = _common(cells) | _audience(cells, sender.register)
    fields |= {"area": values.text_of(cells["area"])} if not _is_empty(cells, "area") else {}
    fields |= {"mode": values.mode_of(cells["mode"]).value} if not _is_empty(cells, "mode") else {}
    participation = dict(fields.get("participation", {}))
    participation |= _opinions(cells["opinions"]) if not _is_empty(cells, "opinions") else {}
    participation |= {"contact": values.office_of(cells["contact"])} if not _is_empty(cells, "contact") else {}
    fields |= {"participation": participation} if participation else {}
    expected = [f"Số lượng dự kiến: {cells['expected'].text}"] if not _is_empty(cells, "expected") else []
    yield Wanted(
        when, unit, kind, posts, fields | _note(cells, *expected, *_hours(when)) | _registration(sender, period), period, None, _id(cells),
    )


def registration_of_commune(line: Line, sender: Sender) -> Iterator[Wanted]:
    """Form DK02: together, or one dialogue for each post that has a time."""
    cells = line.cells
    communes = [unit for unit in sender.units() if unit.level == Level.COMMUNE]
    unit = unit_of(_filled(cells, "unit", "tên xã, phường, thị trấn"), communes or sender.units())
    times = {
        post: cells[name] for post, name in ((Post.PARTY, "party_planned"), (Post.GOVERNMENT, "government_planned"))
        if not _is_empty(cells, name)
    }
    periods = {post: days.period_of(cell, sender.year) for post, cell in times.items()}
    joint = values.joint_of(_filled(cells, "together", "Chung hoặc Riêng")) if len(times) == 2 or not _is_empty(cells, "together") else False
    if joint and len(set(periods.values())) > 1:
        raise NotUnderstood(cells["together"], "đối thoại chung nhưng hai cột thời gian khác nhau", "một thời gian cho cả hai, hoặc Riêng")
    groups = [tuple(Post)] if joint else [(post,) for post in times]
    for posts in groups:
        post = next(post for post in posts if post in times)
        fields = _common(cells) | _note(cells, *_hours(times[post])) | _registration(sender, periods[post])
        yield Wanted(times[post], unit, Kind.PERIODIC, tuple((post, False) for post in posts), fields, periods[post], None, _id(cells), len(groups) > 1)


def dialogue_held(line: Line, sender: Sender) -> Iterator[Wanted]:
    """Form BC01."""
    cells = line.cells
    unit = unit_of(_filled(cells, "unit", "tên đơn vị"), sender.units())
    kind = values.kind_of(_filled(cells, "kind", "Định kỳ, Chuyên đề hoặc Đột xuất"))
    posts = values.presiders_of(_filled(cells, "presiders", "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND"))
    when = _filled(cells, "day", f"15/8/{sender.year}")
    opinions = {
        name: values.count_of(cells[column]) for name, column in _COUNTS.items() if not _is_empty(cells, column)
    }
    held: Fields = {}
    held |= {"attendance": values.attendance_of(cells["attendance"])} if not _is_empty(cells, "attendance") else {}
    held |= {"speakers": values.count_of(cells["speakers"])} if not _is_empty(cells, "speakers") else {}
    held |= {"opinions": opinions} if opinions else {}
    fields = _common(cells) | _note(cells) | {"held": held}
    if not _is_empty(cells, "conclusion"):
        fields["conclusion"] = values.conclusion_of(cells["conclusion"], sender.year)
    if not _is_empty(cells, "conclusion_sent"):
        sent_on = days.day_of(cells["conclusion_sent"], sender.year).isoformat()
        fields["conclusion"] = fields.get("conclusion", {}) | {"sent_on": sent_on}
    yield Wanted(when, unit, kind, posts, fields, None, days.day_of(when, sender.year), _id(cells))


def _common(cells: dict[str, Cell]) -> Fields:
    fields: Fields = {"topic": values.text_of(cells["topic"])} if not _is_empty(cells, "topic") else {}
    return fields | ({"venue": {"name": cells["venue"].text}} if not _is_empty(cells, "venue") else {})


def _audience(cells: dict[str, Cell], register: Register) -> Fields:
    """Ids where each part is one of the register's audiences; else in the office's own words."""
    if _is_empty(cells, "audience"):
        return {}
    known = {fold(name): id for id, name in register.facts.audiences.items()}
    parts = [fold(part) for part in re.split(r"[;\n]", cells["audience"].text)]
    ids = [known[fold(cells["audience"].text)]] if fold(cells["audience"].text) in known else [known.get(part) for part in parts]
    return {"audiences": ids} if all(ids) else {"participation": {"who": cells["audience"].text}}


def _opinions(cell: Cell) -> Fields:
    """"20/04/2023 – 10/05/2023; Ủy ban MTTQ", or in the office's own words."""
    written = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4}) – (\d{2})/(\d{2})/(\d{4})(?:; (.+))?", cell.text)
    if not written:
        return {"opinions_to": cell.text}
    first, last = "-".join(written.group(3, 2, 1)), "-".join(written.group(6, 5, 4))
    return {"opinions_from": first, "opinions_until": last} | ({"opinions_to": written[7]} if written[7] else {})


def _registration(sender: Sender, period: str) -> Fields:
    return {"registration": {"registered_on": sender.registered_on, "period": period}}


def _note(cells: dict[str, Cell], *more: str) -> Fields:
    """What has no field of its own is kept in the note, so that nothing of the sheet is lost."""
    written = [values.text_of(cells["note"])] if not _is_empty(cells, "note") and not fold(cells["note"].text).startswith(_OF_A_REPORT) else []
    return {"note": "; ".join([*written, *more])} if written or more else {}


def _hours(when: Cell) -> list[str]:
    return [f"Thời gian dự kiến: {when.text}"] if isinstance(when.value, str) and re.search(r"\d ?(?:h|g|giờ)|sáng|chiều|tối", when.text) else []


def _id(cells: dict[str, Cell]) -> str | None:
    return cells["id"].text if not _is_empty(cells, "id") else None


def _is_empty(cells: dict[str, Cell], name: str) -> bool:
    cell = cells.get(name)
    if cell is not None and cell.merged and name not in ("unit", "kind", "presiders", "together", "number"):
        raise NotUnderstood(cell, "ô này gộp với ô ở trên nên không rõ giá trị của dòng nào", f"bỏ gộp ô, ghi riêng từng dòng: {cell.text}")
    return is_empty(cell)


def _filled(cells: dict[str, Cell], name: str, write: str) -> Cell:
    if _is_empty(cells, name):
        raise NotUnderstood(cells.get(name), "ô này không được để trống", write)
    return cells[name]
