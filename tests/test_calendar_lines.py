"""Folded lines are those of the library, whatever the text: no letter and no escape is torn apart."""

from __future__ import annotations

from hypothesis import given, strategies
from icalendar import Event

from generator.calendar_events import calendar_text
from generator.calendar_lines import calendar_lines

WRITTEN = strategies.text(strategies.sampled_from("aạ đữ€😀,;\\^\n\"-"), max_size=400)


@given(WRITTEN)
def test_lines_are_folded_as_the_library_folds_them(text: str):
    event = Event()
    event.add("summary", calendar_text(text))
    event.add("description", calendar_text("x" * 70 + text))
    assert calendar_lines(event) == event.to_ical()


@given(WRITTEN)
def test_no_line_is_longer_than_75_octets(text: str):
    event = Event()
    event.add("description", calendar_text(text))
    assert max(map(len, calendar_lines(event).split(b"\r\n"))) <= 75
