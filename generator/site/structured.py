"""A dialogue for search engines and other programs: schema.org Event as JSON-LD, true to the record."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pydantic_core import to_json

from generator.consequences.states import STATUSES
from generator.consequences.status import When, last_announced, machine_time, status_of, venue_of, when_of
from generator.model import Dialogue, Mode, Register, Unit
from generator.model.addresses import dialogue_page, unit_page
from generator.model.rows import row_for_each
from generator.site.formatting import dialogue_title, unit_place
from generator.site.words import Words

_ATTENDANCE = row_for_each(Mode, {
    Mode.IN_PERSON: "OfflineEventAttendanceMode", Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.MIXED: "MixedEventAttendanceMode",
})
_SCRIPT_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def event(register: Register, dialogue: Dialogue, words: Words) -> str | None:
    """JSON-LD; None while no day was ever announced, since schema.org's Event must have a startDate.

    A postponed or cancelled event keeps the day it had. "EventRescheduled" names every earlier start, latest first.
    Source: https://schema.org/EventStatusType.
    """
    when = when_of(dialogue) or last_announced(dialogue)
    if when is None:
        return None
    unit = register.unit_of(dialogue)
    address = register.facts.address
    state, earlier = _state(dialogue, when)
    sample = f"{words.feeds['sample']} " if register.facts.sample else ""
    facts: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Event", "@id": address + dialogue_page(dialogue),
        "url": address + dialogue_page(dialogue), "name": sample + dialogue_title(dialogue, register, words),
        "inLanguage": "vi", "startDate": machine_time(when),
        "eventStatus": f"https://schema.org/{state}",
        "location": _location(register, dialogue, unit),
        "organizer": {
            "@type": "GovernmentOrganization", "name": unit_place(unit, register), "url": address + unit_page(unit),
        },
    }
    if dialogue.mode:
        facts["eventAttendanceMode"] = f"https://schema.org/{_ATTENDANCE[dialogue.mode]}"
    if when.start and when.end:
        facts["endDate"] = machine_time(When(when.day, when.end))
    if earlier:
        facts["previousStartDate"] = earlier[0] if len(earlier) == 1 else earlier
    if dialogue.topic:
        facts["description"] = dialogue.topic
    if dialogue.audiences:
        facts["audience"] = [
            {"@type": "Audience", "audienceType": register.facts.audiences[audience]} for audience in dialogue.audiences
        ]
    return script_json(facts)


def script_json(facts: Any) -> str:
    """JSON that can stand inside a script element: no text in it ends the element (HTML, section 4.12.1.3)."""
    text = to_json(facts).decode()
    for sign, escaped in _SCRIPT_ESCAPES.items():  # many times faster than str.translate on accented text
        text = text.replace(sign, escaped)
    return text


def _state(dialogue: Dialogue, when: When) -> tuple[str, list[str]]:
    """The status does not depend on a day: one that is past and one to come are both "scheduled"."""
    if undone := STATUSES[status_of(dialogue, when.day)].event_status:
        return undone, []
    starts = [(entry.day, entry.start) for entry in dialogue.schedule if entry.day]
    earlier: list[str] = []
    for (day, start), later in pairwise([*starts, (when.day, when.start)]):
        if day != later[0] or (start and start != later[1]):
            earlier.insert(0, machine_time(When(day, start)))
    return ("EventRescheduled", earlier) if earlier else ("EventScheduled", [])


def _location(register: Register, dialogue: Dialogue, unit: Unit) -> Any:
    venue = venue_of(dialogue)
    online = {"@type": "VirtualLocation", "url": register.facts.address + dialogue_page(dialogue)}
    if venue and venue.online_url:
        online["url"] = venue.online_url
    if dialogue.mode == Mode.ONLINE:
        return online
    place: dict[str, Any] = {"@type": "Place", "name": venue.name if venue else unit_place(unit, register)}
    place["address"] = (venue and venue.address) or f"{unit_place(unit, register)}, {register.facts.place}"
    if venue and venue.latitude is not None and venue.longitude is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": venue.latitude, "longitude": venue.longitude}
    return [place, online] if dialogue.mode == Mode.MIXED else place
