"""What a feed's reader sees, for the tests of feeds."""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Calendar, Event

from generator.model import Dialogue
from generator.publications import feeds
from tests.builders import TODAY, a_site

CITY = "lich/thanh-pho.ics"
TENTATIVE = "lich/thanh-pho-du-kien.ics"


def published(*dialogues: Dialogue, today: date = TODAY, **register: Any) -> dict[str, bytes]:
    """Every feed by its address."""
    return {file.address: file.content for file in feeds.publish(a_site(*dialogues, today=today, **register))}


def calendar(content: bytes) -> Calendar:
    return Calendar.from_ical(content)


def event_of(dialogue: Dialogue, feed: str = CITY, **register: Any) -> Event:
    """The only event of the feed at the address ``feed`` in a register with this one dialogue."""
    [event] = calendar(published(dialogue, **register)[feed]).walk("VEVENT")
    return event


def uids(content: bytes) -> list[str]:
    return [str(event["UID"]).partition("@")[0] for event in calendar(content).walk("VEVENT")]


def unfolded(content: bytes) -> list[str]:
    return content.decode("utf-8").replace("\r\n ", "").splitlines()
