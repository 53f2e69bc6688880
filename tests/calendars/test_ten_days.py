"""Ten days of a register as it grows: no event says anything else under the stamp it had the day before (RFC 5545, 3.8.7.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.building.build import read_site
from generator.consequences.status import held_day, known_day
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue
from generator.publications import deadlines, feeds
from generator.site.site import Site
from tests.builders import published_by
from tests.places import CONTENT, GOLDEN, TEMPLATES

CONTENTS = [CONTENT, GOLDEN]
LAST = date(2023, 9, 15)


def as_known_on(dialogue: Dialogue, day: date) -> Dialogue | None:
    """Without what the record came to hold later; None for a record that was not there yet."""
    registration = dialogue.registration
    if registration and (known_day(registration.registered_on) or day) > day:
        return None
    known = {"schedule": tuple(entry for entry in dialogue.schedule if (known_day(entry.announced_on) or day) <= day)}
    if dialogue.held and ((dialogue.held.reported_on or held_day(dialogue) or day) > day):
        known |= {"held": None, "opinions": (), "commitments": (), "conclusion": None}
    else:
        late = dialogue.conclusion and (dialogue.conclusion.known_on or day) > day
        known |= {"conclusion": None if late else dialogue.conclusion, "commitments": tuple(
            commitment.model_copy(update={"updates": tuple(told for told in commitment.updates if told.updated_on <= day)})
            for commitment in dialogue.commitments
        )}
    known["corrections"] = tuple(one for one in dialogue.corrections if one.corrected_on <= day)
    nothing = not (registration or known["schedule"] or known.get("held", dialogue.held))
    return None if nothing else dialogue.model_copy(update=known)


def events(site: Site) -> dict[str, tuple[date, bytes]]:
    """The stamp and the bytes of each event, by its UID; a dialogue's is the same in all feeds as in its own."""
    files = (*feeds.publish_dialogues(site), *published_by(deadlines, site))
    found = (event for file in files for event in Calendar.from_ical(file.content).walk("VEVENT"))
    return {str(event["UID"]): (event["DTSTAMP"].dt, event.to_ical()) for event in found}


@pytest.mark.parametrize("content", CONTENTS, ids=["the sample", "the golden register"])
def test_no_event_changes_without_a_later_stamp(content: Path):
    whole = read_site(content, as_of=LAST, today=LAST, templates=TEMPLATES)
    before: dict[str, tuple[date, bytes]] = {}
    changed = 0
    for day in (LAST - timedelta(days=number) for number in range(9, -1, -1)):
        then = {id: known for id, one in whole.register.dialogues.items() if (known := as_known_on(one, day))}
        now = events(replace(whole, register=replace(whole.register, dialogues=then), today=ObservedDay(day)))
        different = {uid for uid in before.keys() & now.keys() if before[uid][1] != now[uid][1]}
        assert {uid for uid in different if now[uid][0] <= before[uid][0]} == set()
        changed += len(different)
        before = now
    assert changed > 0
