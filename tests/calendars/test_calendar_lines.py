"""The lines of calendars are those that the library icalendar would write, whatever the text."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies
from icalendar import Calendar, Event, Timezone, TimezoneStandard

from generator.calendars.calendar_lines import calendar_lines, calendar_text, calendar_time, utc_time
from generator.publications import deadlines, feeds
from generator.text.unseen import without_unseen
from tests.builders import a_held_dialogue, a_site, every, published_by
from tests.calendars.lives import a_life, states
from tests.record_parts import a_commitment, an_announcement

WRITTEN = strategies.text(strategies.sampled_from("aạ\u0323đữ€😀,;\\Nn^\n\r\t\x00\u200b\ufeff\u2028\"-"), max_size=400)


@given(WRITTEN.filter(lambda text: r"\N" not in without_unseen(text)))
def test_lines_are_escaped_and_folded_as_the_library_does_it(text: str):
    """But for a backslash and an N, which the library makes a line break."""
    event = Event()
    event.add("summary", unicodedata.normalize("NFC", without_unseen(text)))
    event.add("description", unicodedata.normalize("NFC", "x" * 70 + without_unseen(text)))
    summary, description = calendar_text(text), calendar_text("x" * 70 + text)
    assert event.to_ical() == calendar_lines(
        [("BEGIN", "VEVENT"), ("SUMMARY", summary), ("DESCRIPTION", description), ("END", "VEVENT")]
    )


@given(WRITTEN)
def test_the_library_reads_the_text_that_was_written(text: str):
    lines = calendar_lines([("BEGIN", "VEVENT"), ("SUMMARY", calendar_text(text)), ("END", "VEVENT")])
    assert Event.from_ical(lines)["SUMMARY"] == unicodedata.normalize("NFC", without_unseen(text))


@given(WRITTEN)
def test_no_line_is_longer_than_75_octets(text: str):
    assert max(map(len, calendar_lines([("DESCRIPTION", calendar_text(text))]).split(b"\r\n"))) <= 75


@pytest.mark.parametrize("end", ["^", "^^", "\\", "\\n", "ế", "😀", "^" * 200, "\\" * 200, "ế^" * 100, "^" * 73 + "ếx", "^" * 80 + "😀" * 9])
@pytest.mark.parametrize("length", range(60, 80))
def test_nothing_is_lost_where_a_line_is_folded(length: int, end: str):
    value = "x" * length + end
    lines = calendar_lines([("X", value)])
    assert lines.replace(b"\r\n ", b"") == f"X:{value}\r\n".encode()
    torn = [line for line in lines.split(b"\r\n ") if "\ufffd" in line.decode("utf-8", "replace")]
    assert torn == []


@given(strategies.datetimes(datetime(1800, 1, 1), timezones=strategies.just(UTC)))
def test_days_and_moments_are_written_as_the_library_does_it(moment: datetime):
    moment = moment.replace(microsecond=0)
    event = Event()
    event.add("dtstart", moment.date())
    event.add("dtstamp", moment)
    day, stamp = calendar_time(moment.date()), utc_time(moment)
    assert event.to_ical() == calendar_lines(
        [("BEGIN", "VEVENT"), ("DTSTART;VALUE=DATE", day), ("DTSTAMP", stamp), ("END", "VEVENT")]
    )


FULL = a_held_dialogue(
    "day-du", commitments=[a_commitment()], audiences=["phu-nu", "thanh-nien"],
    venue={"name": "Nhà văn hóa", "address": "số 1; phố \\nhỏ", "latitude": "20.86", "longitude": "106.68"},
    participation={"contact": {"office": "Văn phòng UBND", "phone": "0225 3 123 456"}},
)
NO_END = a_held_dialogue("khong-gio-ket-thuc", mode="online", schedule=[an_announcement(start="08:00")])


@pytest.mark.parametrize("dialogue", [*states().values(), *a_life(), FULL, NO_END], ids=lambda dialogue: dialogue.id)
def test_the_library_writes_what_it_has_read_with_the_same_bytes(dialogue):
    """But for the order of a calendar's own properties: those that all calendars share come first."""
    for file in (*feeds.publish(a_site(dialogue)), *published_by(deadlines, a_site(dialogue))):
        read = Calendar.from_ical(file.content)
        assert sorted(read.to_ical().splitlines()) == sorted(file.content.splitlines())
        assert all(event.to_ical() in file.content for event in read.walk("VEVENT"))


def test_the_time_zone_is_as_the_library_writes_it():
    standard, zone = TimezoneStandard(), Timezone()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    zone.add_component(standard)
    for feed in every(feeds.publish_city(a_site(a_held_dialogue()))):
        assert zone.to_ical() in feed.content
