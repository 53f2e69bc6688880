"""Rows of dialogues held: each is one dialogue with its result."""

from __future__ import annotations

from typing import Iterator

from generator.consequences.status import held_day
from generator.sheets import days, values
from generator.sheets.lines import SheetLine
from generator.sheets.questions import RowCells, as_written, told
from generator.sheets.senders import Sender
from generator.sheets.wanted import COUNTS, MAY_BE_MERGED, Fields, Wanted, common_fields, note_fields, who


def dialogue_held(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """None of a row without a day that is a record's whose day is not known. Raises an ExceptionGroup of NotUnderstood."""
    cells = RowCells(line.cells, MAY_BE_MERGED)
    unit, kind, posts = who(cells, sender)
    if unit and not cells.has("day") and any(
        dialogue.held and held_day(dialogue) is None and (dialogue.unit, dialogue.kind) == (unit.id, kind)
        for dialogue in sender.register.dialogues.values()
    ):
        return
    day = cells.needed("day", f"15/8/{sender.year}", days.day_held_of, sender.year)
    opinions = told(**{name: cells.given(column, values.count_of) for name, column in COUNTS.items() if name != "total"})
    opinions = (cells.given("opinions_total", values.opinions_total_of) or {}) | opinions
    held = (cells.given("day", days.hours_of) or {}) | told(
        attendance=cells.given("attendance", values.attendance_of),
        speakers=cells.given("speakers", values.count_of),
        opinions=opinions,
    )
    sent_on = cells.given("conclusion_sent", days.day_of, sender.year)
    conclusion: Fields = cells.given("conclusion", values.conclusion_of, sender.year) or {}
    conclusion |= told(sent_on=sent_on and sent_on.isoformat())
    fields = common_fields(cells) | note_fields(cells) | {"held": held} | told(conclusion=conclusion)
    id = cells.given("id", as_written)
    cells.ask_all()
    assert unit and kind and posts and day  # or they would have been asked for
    yield Wanted(line.cells["day"], unit, kind, posts, fields, None, day, id)
