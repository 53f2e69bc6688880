"""Rows that were written on one day and filled in on another are those of the other day, and no count of days ends them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.keeping.observed_day import ObservedDay
from generator.tables import TABLES
from generator.tables.csv_files import TableCsv
from generator.tables.follow_up import COMMITMENTS, CONCLUSIONS
from generator.tables.table import Table
from generator.tables.written_rows import WrittenRows, filled, written_rows
from tests.builders import TODAY, a_dialogue, a_held_dialogue, a_site
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update

KEPT = [table for table in TABLES if table.of_dialogue]
LIKE_A_MARK = r'"\u0000738413\u0000", "days":5, 738413'
DIALOGUES = (
    a_held_dialogue("qua-han", "2023-08-15", unit="hong-bang", commitments=[
        a_commitment(id="1", due="2023-09-01"), a_commitment(an_update("2023-09-02"), id="2", due="2023-09-14"),
        a_commitment(id="3", due="2024-03-01"), a_commitment(id="4", due=None),
        a_commitment(an_update("2023-09-10", "kept"), id="5", due="2023-09-07", text=LIKE_A_MARK),
    ]),
    a_held_dialogue("gui-muon", unit="hong-bang", conclusion=a_conclusion(sent_on="2023-08-28", text=LIKE_A_MARK)),
    a_held_dialogue("con-han", "2023-09-10", unit="hong-bang"),
    a_dialogue("sap-toi", an_announcement("2023-12-20")),
)


def written_on(table: Table, day: ObservedDay) -> WrittenRows:
    site = a_site(*DIALOGUES)
    on_day = site.of_dialogues(site.register.dialogues, day)
    assert table.of_dialogue
    rows = (row for view in on_day.views.by_year[2023] for row in table.of_dialogue(on_day, view, 2023))
    return written_rows(TableCsv(site, table), rows)


def on(day: date, rows: WrittenRows, table: Table) -> list[str]:
    end_of_line = TableCsv(a_site(today=day), table).end_of_line
    assert end_of_line == f",{day},false\r\n".encode()
    return [filled(rows.in_json, day).decode(), filled(rows.in_csv, day, end_of_line).decode()]


@pytest.mark.parametrize("days", [0, 1, 2, 4, 5])
@pytest.mark.parametrize("table", KEPT, ids=lambda table: table.name)
def test_filled_in_on_a_day_they_are_those_of_that_day(table, days):
    day = TODAY + timedelta(days=days)
    today = ObservedDay(TODAY)
    kept = written_on(table, today.leaving_counts_open())
    assert day.toordinal() <= today.same.last
    assert on(day, kept, table) == on(day, written_on(table, ObservedDay(day)), table)


def test_they_hold_until_something_turns():
    today = ObservedDay(TODAY)
    written_on(CONCLUSIONS, today.leaving_counts_open())
    assert today.same.last == date(2023, 9, 20).toordinal()  # the last day in time of what was held on the tenth


def test_what_a_record_says_is_not_taken_for_a_mark():
    in_json, in_csv = on(TODAY, written_on(COMMITMENTS, ObservedDay(TODAY).leaving_counts_open()), COMMITMENTS)
    assert r'"text":"\"\\u0000738413\\u0000\", \"days\":5, 738413"' in in_json
    assert r'"""\u0000738413\u0000"", ""days"":5, 738413"' in in_csv


def test_a_day_counts_itself_where_nothing_is_left_open():
    kept = written_on(COMMITMENTS, ObservedDay(TODAY))
    assert kept.in_json == filled(kept.in_json, TODAY + timedelta(days=9))
    assert [part.split(",", 1)[0] for part in kept.in_json.decode().split('"days":')[1:]] == ["14", "1", "168", "null", "3"]
