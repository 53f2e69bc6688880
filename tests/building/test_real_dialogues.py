"""Twenty-two real dialogues stand in the record format without losing a fact that their sources state."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from generator.building.build import read_site
from generator.consequences.states import Status
from generator.consequences.status import moves, status_of, venue_of, when_of
from generator.keeping.observed_day import ObservedDay
from generator.model import CountOf, Dialogue, Level, Precision, ScheduleState
from generator.site.formatting import presider_text, unit_place
from generator.site.site import Site
from tests.places import REAL_DIALOGUES, TEMPLATES
from tests.read_register import read_register

FACTS = yaml.load((REAL_DIALOGUES / "facts.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
KINDS = {"periodic": "dinh_ky", "thematic": "chuyen_de"}


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(read_register(REAL_DIALOGUES / "content"), ObservedDay(date(2025, 12, 1)), TEMPLATES)


def record_of(fact: dict[str, Any], site: Site) -> Dialogue:
    """The record that was made from the same page."""
    [record] = [
        dialogue for dialogue in site.register.dialogues.values()
        if fact["source_url"] in {source.url for source in dialogue.sources}
    ]
    return record


def stated(record: Dialogue, site: Site) -> dict[str, Any]:
    """What the record says, in the terms of facts.yml."""
    unit = site.register.unit_of(record)
    top = site.register.units[unit.parent_id] if unit.parent_id else unit
    when, venue, held, taking = when_of(record), venue_of(record), record.held, record.participation
    moved = moves(record)
    return {
        "date": when and when.day.isoformat(),
        "time": when and (f"{when.start:%H:%M}" if when.start else when.part_of_day),
        "date_note": held and held.day_note,
        "previous_date": moved[0].old.day.isoformat() if moved else None,
        "status": _status(record),
        "place": venue and venue.name,
        "unit": unit_place(unit, site.register),
        "unit_level": unit.level,
        "province": unit.name.removeprefix("Tỉnh ") if unit.level == Level.PROVINCE
        else top.facts.province or site.register.facts.place,
        "presiding": [presider_text(presider, unit, site.words) for presider in record.presided_by],
        "kind": KINDS[record.kind],
        "audience": taking.who,
        **_attendance(record),
        "speakers": str(held.speakers) if held and held.speakers is not None else None,
        "opinions_count": str(held.opinions.total) if held and held.opinions.total is not None else None,
        "opinion_window": taking.opinions_from and {
            "from": taking.opinions_from.isoformat(), "to": taking.opinions_until.isoformat(), "where": taking.opinions_to,
        },
        "topics": list(record.subjects),
        "outcome": held and held.summary,
        "legal_basis": list(record.legal_basis),
        "notes": record.note,
        "source_url": record.sources[0].url,
        "source_title": record.sources[0].title,
    }


def _status(record: Dialogue) -> str:
    if any(entry.state == ScheduleState.POSTPONED for entry in record.schedule):
        return "postponed"
    when = when_of(record)
    return status_of(record, when.day - timedelta(days=1) if when else date.max)


def _attendance(record: Dialogue) -> dict[str, str | None]:
    [count] = record.held.attendance if record.held and record.held.attendance else [None]
    if count is None:
        return {"attendees": None, "attendees_note": None}
    word = {Precision.MORE_THAN: f"trên {count.count}"}.get(count.precision)
    return {"attendees": str(count.count), "attendees_note": ", ".join(filter(None, (word, count.note))) or None}


def as_written(name: str, fact: dict[str, Any]) -> Any:
    """A fact, with its unit called in full: the source's abbreviation or body, and the province where it is another."""
    value = fact[name]
    if name != "unit":
        return None if value in ("null", "") else value
    value = re.sub(r"^(UBND tỉnh|Tỉnh ủy) ", "Tỉnh ", re.sub(r"\bTP ", "thành phố ", value)).split(" (")[0]
    elsewhere = fact["province"] != "Hải Phòng" and fact["unit_level"] != "province"
    return f"{value}, {fact['province']}" if elsewhere else value


@pytest.mark.parametrize(
    ("fact", "name"), [pytest.param(fact, name, id=f"{fact['id']}:{name}") for fact in FACTS for name in fact if name != "id"]
)
def test_a_record_says_what_its_source_says(fact, name, site):
    assert stated(record_of(fact, site), site)[name] == as_written(name, fact)


def test_every_record_comes_from_one_of_the_facts(site):
    assert {source.url for record in site.register.dialogues.values() for source in record.sources} == {
        fact["source_url"] for fact in FACTS
    } and len(site.register.dialogues) == len(FACTS) == 22


def test_the_real_records_pass_every_check():
    site = read_site(REAL_DIALOGUES / "content", as_of=date(2025, 12, 1), today=date(2025, 12, 1), templates=TEMPLATES)
    assert len(site.register.dialogues) == 22


def a_record(site: Site, id: str) -> Dialogue:
    return record_of(next(fact for fact in FACTS if fact["id"] == id), site)


def test_households_are_not_counted_as_people(site):
    [count] = a_record(site, "bt-dongkho-2023-09-22").held.attendance
    assert (count.count, count.of) == (50, CountOf.HOUSEHOLDS)


def test_a_leader_who_attends_does_not_preside(site):
    record = a_record(site, "hp-trangminh-2024-10-01")
    assert record.held.attended == ("Chủ tịch UB MTTQ phường",) and len(record.presided_by) == 2


@pytest.mark.parametrize(
    ("id", "deputies"),
    [
        ("na-chaudinh-2024-11-27", ["Phó Bí thư Thường trực Đảng ủy xã"]),
        ("bd-anlao-2023-03-23", ["Phó Chủ tịch UBND huyện"]),
        # A chair who is the committee's vice-secretary too presides as the chair, in person.
        ("hn-hangtrong-2024", []), ("gl-chuprong", []), ("hp-trangminh-2024-10-01", []),
    ],
)
def test_a_deputy_is_told_from_a_head_with_a_second_title(id, deputies, site):
    record = a_record(site, id)
    unit = site.register.unit_of(record)
    assert [presider_text(presider, unit, site.words) for presider in record.presided_by if presider.deputy] == deputies


def test_speakers_are_not_opinions(site):
    held = a_record(site, "hn-hangtrong-2024").held
    assert (held.speakers, held.opinions.total) == (15, 31)


def test_a_day_that_contradicts_itself_in_the_source_is_left_open_with_its_note(site):
    record = a_record(site, "hn-hangtrong-2024")
    assert when_of(record) is None and "mâu thuẫn" in record.held.day_note


def test_a_postponed_session_found_its_new_day(site):
    record = a_record(site, "th-bithu-2021-01")
    assert status_of(record, date(2021, 2, 1)) == Status.RESCHEDULED
