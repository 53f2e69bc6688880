"""Independent readers agree on what the feeds say."""

from datetime import UTC, date, datetime

import colorama
import ics
import pytest
import recurring_ical_events
import vobject
import x_wr_timezone
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from generator.publications import deadlines, feeds
from tests.builders import a_held_dialogue, a_site, published_by
from tests.calendars.lives import states
from tests.calendars.reading import CITY, published

EXPECTED = {
    "chua-ro-gio": date(2023, 9, 20),
    "co-ket-luan": datetime(2023, 8, 16, 1, tzinfo=UTC),
    "co-lich": datetime(2023, 9, 20, 1, tzinfo=UTC),
    "da-to-chuc": datetime(2023, 8, 15, 1, tzinfo=UTC),
    "doi-lich": datetime(2023, 9, 25, 1, tzinfo=UTC),
    "hoan": datetime(2023, 9, 20, 1, tzinfo=UTC),
    "huy": datetime(2023, 9, 20, 1, tzinfo=UTC),
}
"""Eight in the morning in Viet Nam is one in the morning in UTC."""


@pytest.fixture(autouse=True)
def output_wrapped_once(monkeypatch):
    """The parser below ``ics`` wraps the output in colours once more for every line it reads, until the stack is full."""
    monkeypatch.setattr(colorama, "init", lambda: None)


def by_icalendar(text: str):
    return [(event["UID"], event["DTSTART"].dt) for event in Calendar.from_ical(text).walk("VEVENT")]


def by_ics(text: str):
    return [
        (event.uid, event.begin.date() if event.all_day else event.begin.datetime) for event in ics.Calendar(text).events
    ]


def by_vobject(text: str):
    return [(event.uid.value, event.dtstart.value) for event in vobject.readOne(text).vevent_list]


def by_ical(text: str):
    return [(event.uid, event.dtstart) for event in IcsCalendarStream.calendar_from_ics(text).events]


def by_x_wr_timezone(text: str):
    standard = x_wr_timezone.to_standard(Calendar.from_ical(text))
    return [(event["UID"], event["DTSTART"].dt) for event in standard.walk("VEVENT")]


def by_recurring_ical_events(text: str):
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(date(2023, 1, 1), date(2024, 1, 1))
    return [(event["UID"], event["DTSTART"].dt) for event in found]


READERS = (by_icalendar, by_ics, by_vobject, by_ical, by_x_wr_timezone, by_recurring_ical_events)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_finds_every_event_at_its_time(reader):
    text = published(*states().values())[CITY].decode("utf-8")
    found = {
        uid.partition("@")[0]: start.astimezone(UTC) if isinstance(start, datetime) else start
        for uid, start in reader(text)
    }
    assert found == EXPECTED


@pytest.mark.parametrize("reader", READERS[1:])
def test_every_reader_finds_the_same_in_every_feed(reader):
    """A reader that refuses what is empty by design (RFC 5545, 3.6, wants a component) is asked for the others only."""
    site = a_site(*states().values(), a_held_dialogue("no-ket-luan", unit="hong-bang"), sample=True)
    for file in (*feeds.publish(site), *published_by(deadlines, site)):
        if b"BEGIN:VEVENT" in file.content:
            text = file.content.decode("utf-8")
            assert found_by(reader, text) == found_by(by_icalendar, text) != [], file.address


def found_by(reader, text: str) -> list[tuple[str, str]]:
    """Each event with its start, in UTC where it has an hour."""
    return sorted(
        (str(uid), str(start.astimezone(UTC) if isinstance(start, datetime) else start)) for uid, start in reader(text)
    )


def test_a_calendar_shows_on_a_day_what_is_on_that_day():
    shown = recurring_ical_events.of(Calendar.from_ical(published(*states().values())[CITY])).at(date(2023, 9, 20))
    assert {str(event["UID"]).partition("@")[0] for event in shown} == {"chua-ro-gio", "co-lich", "hoan", "huy"}
