"""What holds for every register, and what no file can do."""

from __future__ import annotations

import copy
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Event

from generator.building.build import publish
from generator.calendars.calendar_events import calendar_event
from generator.checks import check
from generator.consequences.dated_changes import changes_of, newest_changes, recent_changes
from generator.consequences.ledger import ledger
from generator.consequences.progress import pace, progress
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Register
from generator.reading.records import read_records
from generator.site.site import Site
from tests.builders import a_register
from tests.folders import fill, write_yaml
from tests.places import GOLDEN, TEMPLATES
from tests.registers import AS_OF, dialogues, registers, write_register

FULLEST = yaml.load((GOLDEN / "dialogues/2023/hong-bang-dinh-ky-1.yml").read_text("utf-8"), yaml.BaseLoader)
YEAR_DAYS = (date(2023, 1, 1), AS_OF, date(2023, 11, 14), date(2023, 12, 31))

few = settings(max_examples=5, suppress_health_check=list(HealthCheck), derandomize=True)
many = settings(few, max_examples=30)


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    content = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "documents"))
    return content


def read(register: dict, content: Path) -> Register:
    write_register(register, content)
    reading = read_records(content)
    assert [str(problem) for problem in check(reading, AS_OF)] == []
    return reading.register


@few
@given(register=registers)
def test_any_valid_register_builds_and_no_address_is_given_twice(content, register):
    write_register(register, content)
    publication = publish(content, as_of=None, today=AS_OF, templates=TEMPLATES)
    addresses = [published.address for published in (*publication.pages, *publication.files)]
    assert len(addresses) == len(set(addresses))


@many
@given(register=registers)
def test_credits_never_exceed_posts_on_any_day(content, register):
    valid = read(register, content)
    for day in YEAR_DAYS:
        figures = progress(valid, 2023, day)
        posts = {(entry.unit.id, entry.post) for entry in figures.entries}
        assert len(posts) == len(figures.entries)
        assert figures.total.done <= figures.total.owed <= len(posts)


@many
@given(register=registers)
def test_the_parts_add_up_to_the_whole(content, register):
    figures = progress(read(register, content), 2023, AS_OF)
    for parts in (figures.by_level, figures.by_post, figures.by_level_and_post):
        assert sum(part.owed for part in parts.values()) == figures.total.owed
        assert sum(part.done for part in parts.values()) == figures.total.done
    assert sum(row.total.owed for row in figures.districts) == figures.total.owed


@many
@given(register=registers)
def test_every_credit_names_the_dialogues_that_earned_it(content, register):
    for entry in ledger(read(register, content), 2023, AS_OF):
        assert not entry.credited or len(entry.dialogues) >= entry.minimum > 0


@many
@given(register=registers)
def test_the_pace_line_never_falls_and_holds_no_more_than_was_announced(content, register):
    known = read(register, content)
    line = pace(known, progress(known, 2023, AS_OF))
    for point in line.points:
        assert point.held <= point.announced <= point.registered <= line.owed
    for before, after in pairwise(line.points):
        assert before.held <= after.held and before.announced <= after.announced and before.registered <= after.registered


@many
@given(register=registers, most=st.integers(1, 40), today=st.dates(date(2023, 3, 1), date(2024, 7, 1)))
def test_the_newest_changes_are_those_of_all_records(content, register, most, today):
    dialogues = read(register, content).dialogues.values()
    all_changes = [change for dialogue in dialogues for change in changes_of(dialogue, today)]
    place = lambda change: (change.day, change.order, change.dialogue.id, change.id)  # noqa: E731
    assert newest_changes(dialogues, today, most) == sorted(all_changes, key=place, reverse=True)[:most]


@many
@given(register=registers, least=st.integers(1, 20), since=st.dates(date(2023, 1, 1), date(2023, 9, 20)))
def test_the_recent_changes_are_those_since_a_day_or_the_newest(content, register, least, since):
    dialogues = read(register, content).dialogues.values()
    everything = newest_changes(dialogues, AS_OF, 10_000)
    count = max(least, sum(change.day >= since for change in everything))
    assert recent_changes(dialogues, AS_OF, since, least) == everything[:count]


def life_of(record: dict) -> list[Dialogue]:
    """The record as it stood after each entry that was added to it."""
    grown: list[dict] = []
    now: dict = {name: record[name] for name in ("unit", "kind", "presided_by", "topic", "mode")}
    for name in ("registration", "schedule", "held", "conclusion", "opinions", "commitments"):
        value = record.get(name)
        if isinstance(value, list):
            for length in range(1, len(value) + 1):
                now = {**now, name: value[:length]}
                grown.append(now)
        elif value is not None:
            now = {**now, name: value}
            grown.append(now)
    return [Dialogue.model_validate({"id": "cuoc", "year": 2023, **stage}) for stage in grown]


def events_of(life: list[Dialogue]) -> list[Event]:
    events = [calendar_event(Site(a_register(stage, units=GOLDEN_UNITS), ObservedDay(AS_OF), TEMPLATES), stage) for stage in life]
    return [Event.from_ical(event.content) for event in events if event]


GOLDEN_UNITS = tuple(read_records(GOLDEN).register.units.values())


@few
@given(record=dialogues())
def test_an_event_keeps_its_uid_and_never_looks_older_than_it_was(record):
    events = events_of(life_of(record))
    assert len({str(event["uid"]) for event in events}) <= 1
    for before, after in pairwise(events):
        assert before["sequence"] <= after["sequence"]
        assert before["dtstamp"].dt < after["dtstamp"].dt


@few
@given(record=dialogues())
def test_an_event_that_changes_its_time_or_status_raises_its_sequence(record):
    events = events_of(life_of(record))
    for before, after in pairwise(events):
        same = all(before.get(name) == after.get(name) for name in ("dtstart", "dtend", "status"))
        assert same == (before["sequence"] == after["sequence"])


def problems_of(content: Path) -> list[str]:
    return [str(problem) for problem in check(read_records(content), AS_OF)]


def places(record, path=()):
    yield path
    for name, value in record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ():
        yield from places(value, (*path, name))


scalars = st.sampled_from((
    "", " ", "0", "-1", "1e9", "999999999999", "1.000", "nan", "inf", "true", "x" * 400, "2023-02-30", "9999-12-31", "0000-00-00",
    "25:00", "8h", "party", "unknown", "../x", "javascript:x", "Đối thoại", "\u0660\u0661", "https://[", "x\ny", "2023-Q5", "0000-Q1",
))
names = st.sampled_from(("unit", "kind", "post", "day", "url", "id", "held", "text", "[key]", "0", "Đơn vị", ""))
junk = st.recursive(scalars, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)), max_leaves=6)


@many
@given(place=st.sampled_from(list(places(FULLEST))[1:]), value=junk)
def test_whatever_stands_in_a_field_is_a_record_or_a_list_of_problems(content, place, value):
    record = copy.deepcopy(FULLEST)
    above = record
    for name in place[:-1]:
        above = above[name]
    above[place[-1]] = value
    write_register({"dialogues": [], "target": {"posts": ["party"], "minimum": {}, "basis": "huong-dan-2023"}}, content)
    write_yaml(content / "dialogues" / "2023" / "cuoc.yml", record)
    assert all(problem.startswith(("dialogues/2023/cuoc.yml:", "documents/")) for problem in problems_of(content))


@many
@given(written=st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,?\n\t \\ưđ\u0301\u2028\x85\ufeff0<~=", max_size=80).map(str.encode),
))
@pytest.mark.parametrize("file", ["dialogues/2023/cuoc.yml", "units/quan.yml", "rules/2022.yml", "register.yml"])
def test_whatever_stands_in_a_file_is_a_record_or_a_list_of_problems(tmp_path_factory, file, written):
    content = tmp_path_factory.getbasetemp() / "any-bytes"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "documents"), dirs_exist_ok=True)
    fill(content, {file: written})
    try:
        assert problems_of(content) != []
    finally:
        (content / file).unlink()
