"""Any change of a record that `diff` accepts reaches phones: what its event says changes with the stamp, and when, where and
whether it takes place with the sequence too (RFC 5545, 3.8.7.2 and 3.8.7.4)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from icalendar import Event

from generator.calendars.calendar_events import calendar_event
from generator.model import Dialogue
from tests.builders import a_dialogue, a_site
from tests.comparing.proposals import between, proposed

PLACES = ({"name": "Hội trường"}, {"name": "Nhà văn hóa", "address": "Khu 2"}, None)
HOURS = ("08:00", "09:30", None)
SCHEDULE = (
    {"announced_on": "2023-08-01", "day": "2023-09-20", "start": "08:00", "end": "11:00"},
    {"announced_on": "2023-08-10", "day": "2023-09-25", "reason": "Trùng lịch họp", "venue": PLACES[1]},
    {"announced_on": "2023-08-15", "state": "postponed", "reason": "Ảnh hưởng của bão"},
    {"announced_on": "2023-08-20", "day": "2023-09-05", "start": "08:00", "reason": "Bão đã tan"},
    {"announced_on": "unknown", "state": "cancelled", "reason": "Đã lồng ghép"},
)
RECORD: dict[str, Any] = {
    "topic": "Rác thải", "subjects": ["Rác", "Đường"], "mode": "in-person", "venue": PLACES[0],
    "participation": {"who": "Tổ dân phố 1", "contact": {"office": "Văn phòng"}},
    "registration": {"registered_on": "2023-02-20", "period": "2023-09"},
}
RESULTS: tuple[dict[str, Any], ...] = (
    {}, {"held": {}}, {"held": {"start": "08:15", "venue": PLACES[1]}}, {"held": {"day": "2023-09-12"}, "conclusion": {"text": "Giao UBND phường"}},
)
WORDS = st.sampled_from(("Rác thải", "Đất đai", "Đường ngõ", None))


def fields(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[tuple[Any, ...], Any]]:
    path = tuple(int(part) if part.isdigit() else part for part in name.split("."))
    return st.tuples(st.just(path), values)


WHAT_IS_SAID = (
    fields("topic", WORDS), fields("subjects", st.sampled_from((["Rác"], ["Rác", "Ngõ"], []))), fields("participation.who", WORDS),
    fields("presided_by", st.sampled_from((["party"], ["government"], [{"post": "party", "deputy": "true"}]))),
    *(fields(f"schedule.{place}.reason", WORDS) for place in (1, 2)), fields("conclusion.text", WORDS),
)
WHEN = (
    fields("registration.period", st.sampled_from(("2023-09", "2023-Q3", "2023-09-20"))),
    *(fields(f"schedule.{place}.day", st.sampled_from(("2023-09-20", "2023-09-25", "2023-10-01"))) for place in (0, 1)),
    *(fields(f"schedule.{place}.{name}", st.sampled_from(HOURS)) for place in (0, 1) for name in ("start", "end")),
    fields("schedule.2.state", st.sampled_from(("postponed", "cancelled"))),
    fields("held.day", st.sampled_from(("2023-09-10", None))), *(fields(f"held.{name}", st.sampled_from(HOURS)) for name in ("start", "end")),
)
WHERE = (
    fields("mode", st.sampled_from(("in-person", "online", None))), fields("venue", st.sampled_from(PLACES)),
    *(fields(f"schedule.{place}.venue", st.sampled_from(PLACES)) for place in (0, 1, 2)), fields("held.venue", st.sampled_from(PLACES)),
)
EDITS = st.lists(st.sampled_from((WHAT_IS_SAID, WHEN, WHERE)).flatmap(st.one_of), max_size=3)
STAGES = st.tuples(st.integers(0, len(SCHEDULE)), st.integers(0, len(RESULTS) - 1))
VAGUE = {"corrected_on": "2023-09-15", "text": "Sửa lỗi đánh máy"}


def a_record(stage: tuple[int, int], edits: list[tuple[tuple[Any, ...], Any]], corrections: list[dict[str, str]]) -> Dialogue:
    announced, result = stage
    record = deepcopy({**RECORD, "schedule": list(SCHEDULE[:announced]), **RESULTS[result]})
    for path, value in edits:
        group: Any = record
        for part in path[:-1]:
            inside = group.get(part) if isinstance(group, dict) else group[part] if part < len(group) else None
            group = {} if inside is None else inside
        group[path[-1]] = value
    schedule = [{name: value for name, value in entry.items() if value is not None} for entry in record.pop("schedule")]
    return a_dialogue("a", **{"schedule": schedule, **record, "corrections": corrections})


def shown(dialogue: Dialogue) -> tuple[bytes, Event] | None:
    found = calendar_event(a_site(), dialogue)
    return (found.content, Event.from_ical(found.content)) if found else None


def plain(found: Event, *names: str) -> list[object]:
    return [found[name].to_ical() if name in found else None for name in names]


def assert_phones_notice(old: Dialogue, new: Dialogue) -> None:
    before, after = shown(old), shown(new)
    if before and after and before[0] != after[0]:
        assert after[1]["DTSTAMP"].dt > before[1]["DTSTAMP"].dt
        assert after[1]["LAST-MODIFIED"].dt == after[1]["DTSTAMP"].dt
        told = [name for name in ("DTSTART", "DTEND", "STATUS", "LOCATION") if name != "LOCATION" or name in before[1]]
        if plain(before[1], *told) != plain(after[1], *told):
            assert after[1]["SEQUENCE"] > before[1]["SEQUENCE"]
        event("changed")


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STAGES, EDITS, st.none() | STAGES, EDITS, st.booleans())
def test_a_change_is_accepted_with_the_proposed_corrections_and_reaches_phones(stage, first, later, edits, vague):
    old = a_record(stage, first, [])
    grown = (max(stage[0], later[0]), later[1] if stage[1] == 0 else stage[1]) if later else stage
    corrections = [VAGUE] if vague else []
    for _ in range(3):
        new = a_record(grown, [*first, *edits], corrections)
        found = between(old, new)
        if not found.refused:
            assert_phones_notice(old, new)
            return
        corrections = [*corrections, *proposed(found)]
    assert ["DTSTAMP của sự kiện lùi lại" in line for line in found.refused] == [True]  # more was left out than was added
    event("refused for good")
