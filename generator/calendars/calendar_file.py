"""A feed as a file (RFC 5545, RFC 7986): what calendars open with, and events that are written already."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple, Sequence

from generator.calendars.calendar_lines import calendar_lines, calendar_text, utc_time
from generator.keeping.observed_day import ZONE
from generator.site.site import Site

_NOT_IN_NAMES = re.compile(r"[,;\\]")
REFRESH = "PT6H"
"""How often readers should look again, as a DURATION (RFC 5545, 3.3.6)."""


_TIME_ZONE = calendar_lines([
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ZONE.key),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19700101T000000"),
    ("TZNAME", "+07"),
    ("TZOFFSETFROM", "+0700"),
    ("TZOFFSETTO", "+0700"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
])
"""Viet Nam has had one offset since 1975; readers need a STANDARD block, and go wrong by a DAYLIGHT block alone. A test
holds it to what the library icalendar writes, which takes longer to import than a small register's feeds to make."""


class Feed(NamedTuple):
    """``page`` is the address of the page that shows the same; ``revised`` is in UTC; ``events`` are whole VEVENTs."""

    address: str
    name: str
    page: str
    revised: datetime
    events: Sequence[bytes]


def calendar_file(site: Site, feed: Feed, head: bytes | None = None) -> bytes:
    """With ``head``, which is ``opening(site)``, made once for many feeds. The calendar itself has no UID, though RFC 7986
    allows one: a widespread reader takes all its events for one then."""
    facts, words = site.register.facts, site.words.feeds
    mark = f"{words['sample']} " if facts.sample else ""
    name = calendar_text(mark + _NOT_IN_NAMES.sub(" ", feed.name))
    own = calendar_lines([
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("LAST-MODIFIED", utc_time(feed.revised)),
        ("SOURCE;VALUE=URI", facts.address + feed.address),
        ("URL", facts.address + feed.page),
    ])
    return b"".join([head or opening(site), own, _TIME_ZONE, *feed.events, b"END:VCALENDAR\r\n"])


def opening(site: Site, also: str = "") -> bytes:
    """What all feeds open with, ``also`` after what they say of themselves, RFC 7986 beside the older X- names. There is no
    METHOD, since PUBLISH demands an ORGANIZER, and since without it DTSTAMP says when an event was last revised (RFC 5545,
    3.8.7.2)."""
    facts, words = site.register.facts, site.words.feeds
    description = "\n".join(filter(None, (words["description"].format(publisher=facts.publisher), also)))
    described = calendar_text(f"{words['sample_description']} {description}" if facts.sample else description)
    return calendar_lines([
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//So dang ky doi thoai//Lich doi thoai//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("DESCRIPTION", described),
        ("X-WR-CALDESC", described),
        ("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
        ("X-PUBLISHED-TTL", REFRESH),
        ("X-WR-TIMEZONE", ZONE.key),
    ])
