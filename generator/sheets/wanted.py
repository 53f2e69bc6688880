"""What a row of a form says, as fields of a record, and what all forms have in common."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.model import Kind, Post, Unit
from generator.sheets import values
from generator.sheets.questions import RowCells, as_written, told
from generator.sheets.senders import Sender
from generator.sheets.units import unit_of
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

Fields = dict[str, Any]
COUNTS = {
    "total": "opinions_total", "before": "opinions_before", "at_meeting": "opinions_at_meeting",
    "answered_at_meeting": "answered_at_meeting", "answered_later": "answered_later", "passed_up": "passed_up",
}
"""Fields of OpinionCount, and the columns of dialogues held that they stand in."""
COLUMNS_OF_FIELDS = {
    "unit": "unit", "kind": "kind", "presided_by": "presiders", "held.presided_by": "presiders", "topic": "topic",
    "venue": "venue", "held.venue": "venue", "held": "day", "attendance": "attendance", "held.attendance": "attendance",
    "held.speakers": "speakers", **{f"held.opinions.{name}": column for name, column in COUNTS.items()},
    "held.opinions": "opinions_total", "conclusion": "conclusion", "conclusion.sent_on": "conclusion_sent", "note": "note",
    "area": "area", "mode": "mode", "audiences": "audience", "participation": "opinions", "participation.who": "audience",
    "participation.contact": "contact", "registration": "planned",
}
"""The column of a form in which a field of a record is told."""
MAY_BE_MERGED = ("unit", "kind", "presiders", "together", "number")
_OF_A_REPORT = "chua dang ky:", "khong dang ky, da co ngay hoac da to chuc:"
"""How a note begins that a report wrote of itself."""


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

    def may_be_same_dialogue(self, other: Wanted) -> bool:
        """Whether two rows differ in who presides alone: one dialogue in two rows, or two of one day. Hours, ids and, of those
        that are told by it, topics tell them apart."""
        if self.day is None or (self.unit.id, self.kind, self.day) != (other.unit.id, other.kind, other.day):
            return False
        return not any(one and another and one != another for one, another in zip(self._apart(), other._apart(), strict=True))

    def _apart(self) -> tuple[str | None, ...]:
        held = self.fields.get("held", {})
        topic = fold(self.fields.get("topic", "")) if self.kind.is_told_by_topic else None
        return self.id, held.get("start"), held.get("part_of_day"), topic


def who(cells: RowCells, sender: Sender) -> tuple[Unit | None, Kind | None, tuple[tuple[Post, bool], ...] | None]:
    """Each is None while there is a question about it, and then no row is made of it."""
    return (
        cells.needed("unit", "tên đơn vị", unit_of, sender.units(), sender.register),
        cells.needed("kind", "Định kỳ, Chuyên đề hoặc Đột xuất", values.kind_of),
        cells.needed("presiders", "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND", values.presiders_of),
    )


def common_fields(cells: RowCells) -> Fields:
    venue = cells.given("venue", values.unless_none, as_written)
    return told(topic=cells.given("topic", values.unless_none, values.text_of), venue=venue and {"name": venue})


def note_fields(cells: RowCells, *more: str) -> Fields:
    return note_of(cells.given("note", own_note), *more)


def note_of(own: str | None, *more: str) -> Fields:
    """What has no field of its own is kept in the note, so that nothing of the sheet is lost."""
    return told(note="; ".join(filter(None, [own, *more])))


def own_note(cell: Cell) -> str | None:
    return None if fold(cell.text).startswith(_OF_A_REPORT) else values.text_of(cell)
