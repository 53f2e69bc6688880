"""What a row of a form says, as fields of a record; a row of registrations may be two dialogues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Iterator

from generator.model import Kind, Post, Register, Unit
from generator.sheets import days, values
from generator.sheets.forms import SheetLine
from generator.sheets.questions import RowCells, as_written, told
from generator.sheets.units import unit_of
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

Fields = dict[str, Any]
_COUNTS = {
    "total": "opinions_total", "before": "opinions_before", "at_meeting": "opinions_at_meeting",
    "answered_at_meeting": "answered_at_meeting", "answered_later": "answered_later", "passed_up": "passed_up",
}
"""Fields of OpinionCount, and the columns of dialogues held that they stand in."""
COLUMNS_OF_FIELDS = {
    "unit": "unit", "kind": "kind", "presided_by": "presiders", "held.presided_by": "presiders", "topic": "topic",
    "venue": "venue", "held.venue": "venue", "held": "day", "attendance": "attendance", "held.attendance": "attendance",
    "held.speakers": "speakers", **{f"held.opinions.{name}": column for name, column in _COUNTS.items()},
    "held.opinions": "opinions_total", "conclusion": "conclusion", "conclusion.sent_on": "conclusion_sent", "note": "note",
    "area": "area", "mode": "mode", "audiences": "audience", "participation": "opinions", "participation.who": "audience",
    "participation.contact": "contact", "registration": "planned",
}
"""The column of a form in which a field of a record is told."""
_PLANNED = {Post.PARTY: "party_planned", Post.GOVERNMENT: "government_planned"}
_MAY_BE_MERGED = ("unit", "kind", "presiders", "together", "number")
_OF_A_REPORT = "chua dang ky:", "khong dang ky, da co ngay hoac da to chuc:"
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
        if self.day is None and (self.kind.is_told_by_topic or self.fields.get("topic") != other.fields.get("topic")):
            return self == other
        return replace(self, fields={}) == replace(other, fields={})


def registration_of_district(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """Of a district's plans. Raises, as the other forms do, an ExceptionGroup of NotUnderstood."""
    cells = RowCells(line.cells, _MAY_BE_MERGED)
    unit, kind, posts = _who(cells, sender)
    period = cells.needed("planned", f"15/8/{sender.year}, tháng 8 hoặc quý III", days.period_of, sender.year)
    audience = cells.given("audience", _audience, sender.register) or {}
    participation = audience.pop("participation", {}) | (cells.given("opinions", _opinions) or {})
    participation |= told(contact=cells.given("contact", values.office_of))
    mode = cells.given("mode", values.mode_of)
    fields = _common(cells) | audience | told(
        area=cells.given("area", values.text_of), mode=mode and mode.value, participation=participation,
    )
    expected = [f"Số lượng dự kiến: {number}"] if (number := cells.given("expected", as_written)) else []
    fields |= _note(cells, *expected, *_hours(line.cells["planned"]))
    id = cells.given("id", as_written)
    cells.ask_all()
    assert unit and kind and posts and period  # or they would have been asked for
    fields |= _registration(sender, period)
    yield Wanted(line.cells["planned"], unit, kind, posts, fields, period, None, id)


def registration_of_commune(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """Of communes' plans: together, or one dialogue for each post that has a time."""
    cells = RowCells(line.cells, _MAY_BE_MERGED)
    communes = [unit for unit in sender.units() if unit.level.is_nearest]
    unit = cells.needed("unit", "tên xã, phường, thị trấn", unit_of, communes or sender.units(), sender.register)
    times = {post: name for post, name in _PLANNED.items() if cells.has(name)}
    periods = {post: cells.given(name, days.period_of, sender.year) for post, name in _PLANNED.items()}
    if len(times) == 2:
        joint = cells.needed("together", "Chung hoặc Riêng", values.joint_of)
    else:
        joint = cells.given("together", values.joint_of)
    if joint and not times:
        cells.needed("party_planned", "tháng 8 hoặc quý III", days.period_of, sender.year)
    if joint and all(periods[post] for post in times) and len({periods[post] for post in times}) > 1:
        cells.ask("together", "đối thoại chung nhưng hai cột thời gian khác nhau", "một thời gian cho cả hai, hoặc Riêng")
    common, note, id = _common(cells), cells.given("note", _own_note), cells.given("id", as_written)
    cells.ask_all()
    groups = [tuple(Post)] if joint else [(post,) for post in times]
    for posts in groups:
        post = next(post for post in posts if post in times)
        when, period = line.cells[times[post]], periods[post]
        assert unit and period  # or they would have been asked for
        fields = common | _note_of(note, *_hours(when)) | _registration(sender, period)
        heads = tuple((post, False) for post in posts)
        yield Wanted(when, unit, Kind.PERIODIC, heads, fields, period, None, id, shared=len(groups) > 1)


def dialogue_held(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """Of dialogues held."""
    cells = RowCells(line.cells, _MAY_BE_MERGED)
    unit, kind, posts = _who(cells, sender)
    day = cells.needed("day", f"15/8/{sender.year}", days.day_of, sender.year)
    opinions = told(**{name: cells.given(column, values.count_of) for name, column in _COUNTS.items() if name != "total"})
    opinions = (cells.given("opinions_total", values.opinions_total_of) or {}) | opinions
    held = (cells.given("day", days.hours_of) or {}) | told(
        attendance=cells.given("attendance", values.attendance_of),
        speakers=cells.given("speakers", values.count_of),
        opinions=opinions,
    )
    sent_on = cells.given("conclusion_sent", days.day_of, sender.year)
    conclusion: Fields = cells.given("conclusion", values.conclusion_of, sender.year) or {}
    conclusion |= told(sent_on=sent_on and sent_on.isoformat())
    fields = _common(cells) | _note(cells) | {"held": held} | told(conclusion=conclusion)
    id = cells.given("id", as_written)
    cells.ask_all()
    assert unit and kind and posts and day  # or they would have been asked for
    yield Wanted(line.cells["day"], unit, kind, posts, fields, None, day, id)


def _who(cells: RowCells, sender: Sender) -> tuple[Unit | None, Kind | None, tuple[tuple[Post, bool], ...] | None]:
    """Each is None while there is a question about it, and then no row is made of it."""
    return (
        cells.needed("unit", "tên đơn vị", unit_of, sender.units(), sender.register),
        cells.needed("kind", "Định kỳ, Chuyên đề hoặc Đột xuất", values.kind_of),
        cells.needed("presiders", "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND", values.presiders_of),
    )


def _common(cells: RowCells) -> Fields:
    venue = cells.given("venue", as_written)
    return told(topic=cells.given("topic", values.text_of), venue=venue and {"name": venue})


def _audience(cell: Cell, register: Register) -> Fields:
    """Ids where each part is one of the register's audiences; else in the office's own words."""
    known = {fold(name): id for id, name in register.facts.audiences.items()}
    parts = [fold(part) for part in re.split(r"[;\n]", cell.text)]
    ids = [known[fold(cell.text)]] if fold(cell.text) in known else [known.get(part) for part in parts]
    return {"audiences": ids} if all(ids) else {"participation": {"who": cell.text}}


def _opinions(cell: Cell) -> Fields:
    """"20/4/2023 – 10/5/2023; Ủy ban MTTQ", or in the office's own words."""
    written = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}) – (\d{1,2})/(\d{1,2})/(\d{4})(?:; (.+))?", cell.text, re.ASCII)
    if not written:
        return {"opinions_to": cell.text}
    first, last = (f"{year}-{month:>02}-{day:>02}" for day, month, year in (written.group(1, 2, 3), written.group(4, 5, 6)))
    return {"opinions_from": first, "opinions_until": last} | ({"opinions_to": written[7]} if written[7] else {})


def _registration(sender: Sender, period: str) -> Fields:
    return {"registration": {"registered_on": sender.registered_on, "period": period}}


def _note(cells: RowCells, *more: str) -> Fields:
    return _note_of(cells.given("note", _own_note), *more)


def _note_of(own: str | None, *more: str) -> Fields:
    """What has no field of its own is kept in the note, so that nothing of the sheet is lost."""
    return told(note="; ".join(filter(None, [own, *more])))


def _own_note(cell: Cell) -> str | None:
    return None if fold(cell.text).startswith(_OF_A_REPORT) else values.text_of(cell)


def _hours(when: Cell) -> list[str]:
    names_hours = isinstance(when.value, str) and re.search(r"\d ?(?:h|g|giờ)|sáng|chiều|tối", when.text)
    return [f"Thời gian dự kiến: {when.text}"] if names_hours else []
