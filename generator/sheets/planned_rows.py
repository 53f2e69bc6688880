"""Rows of plans: of a district's dialogues, and of communes' heads, where one row may be several dialogues."""

from __future__ import annotations

import re
from typing import Iterator

from generator.model import Kind, Post, Register
from generator.sheets import days, values
from generator.sheets.lines import SheetLine
from generator.sheets.questions import RowCells, as_written, told
from generator.sheets.senders import Sender
from generator.sheets.units import unit_of
from generator.sheets.values import Together
from generator.sheets.wanted import MAY_BE_MERGED, Fields, Wanted, common_fields, note_fields, note_of, own_note, who
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

_PLANNED = {post: f"{post}_planned" for post in Post}


def registration_of_district(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """Of a district's plans. Raises, as the other forms do, an ExceptionGroup of NotUnderstood."""
    cells = RowCells(line.cells, MAY_BE_MERGED)
    unit, kind, posts = who(cells, sender)
    period = cells.needed("planned", f"15/8/{sender.year}, tháng 8 hoặc quý III", days.period_of, sender.year)
    audience = cells.given("audience", _audience, sender.register) or {}
    participation = audience.pop("participation", {}) | (cells.given("opinions", values.unless_none, _opinions) or {})
    participation |= told(contact=cells.given("contact", values.unless_none, values.office_of))
    mode = cells.given("mode", values.mode_of)
    fields = common_fields(cells) | audience | told(
        area=cells.given("area", values.text_of), mode=mode and mode.value, participation=participation,
    )
    expected = [f"Số lượng dự kiến: {number}"] if (number := cells.given("expected", as_written)) else []
    fields |= note_fields(cells, *expected, *_hours(line.cells["planned"]))
    id = cells.given("id", as_written)
    cells.ask_all()
    assert unit and kind and posts and period  # or they would have been asked for
    fields |= _registration(sender, period)
    yield Wanted(line.cells["planned"], unit, kind, posts, fields, period, None, id)


def registration_of_commune(line: SheetLine, sender: Sender) -> Iterator[Wanted]:
    """Of communes' plans: together, or one dialogue for each time of each post."""
    cells = RowCells(line.cells, MAY_BE_MERGED)
    communes = [unit for unit in sender.units() if unit.level.is_nearest]
    unit = cells.needed("unit", "tên đơn vị", unit_of, communes or sender.units(), sender.register)
    times = {post: name for post, name in _PLANNED.items() if cells.has(name)}
    periods = {post: cells.given(name, days.periods_of, sender.year) or [] for post, name in _PLANNED.items()}
    if len(times) == 2:
        together = cells.needed("together", "Chung hoặc Riêng", values.together_of)
    else:
        together = cells.given("together", values.together_of)
    if together == Together.JOINT and not times:
        cells.needed("party_planned", "tháng 8 hoặc quý III", days.period_of, sender.year)
    understood = all(periods[post] for post in times)
    if together == Together.JOINT and understood and len({tuple(periods[post]) for post in times}) > 1:
        cells.ask("together", "đối thoại chung nhưng hai cột thời gian khác nhau", "một thời gian cho cả hai, hoặc Riêng")
    common, note, id = common_fields(cells), cells.given("note", own_note), cells.given("id", as_written)
    cells.ask_all()
    groups = _groups(together, periods)
    for posts, period in groups:
        when = line.cells[times[next(post for post in posts if post in times)]]
        assert unit  # or it would have been asked for
        fields = common | note_of(note, *_hours(when)) | _registration(sender, period)
        heads = tuple((post, False) for post in posts)
        yield Wanted(when, unit, Kind.PERIODIC, heads, fields, period, None, id, shared=len(groups) > 1)


def _groups(together: Together | None, periods: dict[Post, list[str]]) -> list[tuple[tuple[Post, ...], str]]:
    """Each dialogue's posts and time."""
    if together == Together.JOINT:
        return [(tuple(Post), period) for period in max(periods.values(), key=len)]
    shared = [period for period in periods[Post.PARTY] if period in periods[Post.GOVERNMENT] and together == Together.BOTH]
    apart = [((post,), period) for post, own in periods.items() for period in own if period not in shared]
    return [*((tuple(Post), period) for period in shared), *apart]


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


def _hours(when: Cell) -> list[str]:
    names_hours = isinstance(when.value, str) and re.search(r"\d ?(?:h|g|giờ)|sáng|chiều|tối", when.text)
    return [f"Thời gian dự kiến: {when.text}"] if names_hours else []
