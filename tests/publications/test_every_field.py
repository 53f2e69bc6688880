"""Every field of a dialogue's record comes to the public: on its page and in the open data, or is left out for a reason."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from typing import Any

import pytest

from generator.model import CommitmentUpdate, Dialogue, Period, Presider
from generator.publications import api
from generator.reading.dialogue_fields import FIELDS, pattern_of, recorded_values
from generator.reading.field_paths import FieldPath
from tests.builders import a_commune, a_dialogue, a_district, a_site, published_by
from tests.publications.stages import a_full_dialogue, a_moved_dialogue, page_of
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, cancelled

PLACE = {"address": "Đường 5/3", "latitude": 20.85, "longitude": 106.68, "online_url": "https://hop.example/1"}
DONE = CommitmentUpdate.model_validate({
    "updated_on": "2023-09-01", "outcome": "kept", "text": "Đã sửa", "evidence": [
        {"title": "Biên bản", "url": "https://phuong.example/bien-ban"}, {"title": "Ảnh", "file": "a.pdf"},
    ],
})
DEMAND = {"asked_by": "Cử tri tổ 1", "asked_on": "2023-06-01", "answer_by": "2023-06-20", "voters": 300}
TOLD = (
    a_full_dialogue(
        co_organisers=["Hội Phụ nữ phường"], further_sites=["Nhà văn hóa số 5"], serves=["hong-bang/so-dau"],
        notified_on="2023-07-01", observer="Chuyên viên của Ban",
    ),
    a_dialogue(
        "x", an_announcement("2023-08-15", "2023-07-20", notice={"number": "12/TB-UBND", "issued_on": "2023-07-19"}),
        held={
            "day": "2023-08-16", "reported_on": "2023-09-01", "start": "08:00", "end": "11:00", "presided_by": ["party"],
            "attended": ["Chủ tịch HĐND"], "attendance": [{"count": 90, "precision": "about", "note": "Cả hai điểm cầu"}],
            "venue": {"name": "Nhà văn hóa", **PLACE}, "day_note": "Hai nguồn khác ngày",
            "opinions": {"total": 20, "total_precision": "about", "before": 5, "at_meeting": 15, "answered_at_meeting": 9,
                         "answered_later": 8, "passed_up": 3},
        },
        conclusion=a_conclusion(sent_on="2023-08-20", published_on="2023-08-21"),
        opinions=[{"summary": "Sửa ngõ", "answer": {"by": "UBND", "text": "Sẽ sửa", "document_number": "3/UBND"}}],
        commitments=[a_commitment(DONE, taken_over_by=[
            {"unit": "hong-bang/ha-ly", "taken_over_on": "2023-09-02", "reason": "Cơ quan mới"}])],
    ),
    a_dialogue("x", held={"day": "2023-08-15", "part_of_day": "morning"}, registration=a_registration()),
    a_dialogue(
        "x", an_announcement("2023-09-20", part_of_day="morning", venue={"name": "Nhà văn hóa", **PLACE}),
        participation={
            "who": "Nhân dân tổ 1", "opinions_from": "2023-09-01", "opinions_until": "2023-09-18", "opinions_to": "UBMTTQ phường",
            "attend_until": "2023-09-17", "attend_to": "Văn phòng",
            "contact": {"office": "Văn phòng", "phone": "0225 3000 000", "email": "a@b.example", "page": "https://c.example/"},
        },
    ),
    a_dialogue("x", an_announcement(), venue={"name": "Hội trường", **PLACE}),
    a_moved_dialogue(), a_dialogue("x", an_announcement(), cancelled()),
    a_dialogue("x", demand=DEMAND),
    a_dialogue("x", demand={**DEMAND, "answered_on": "2023-06-10", "answer": "Đồng ý tổ chức"}),
)
UNITS = (a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý"), a_commune("hong-bang/thuong-ly", "Phường Thượng Lý"))
NOT_ON_THE_PAGE = {
    "for maps, in the calendars and the data": {
        f"{above}venue.{name}" for above in ("", "schedule[].", "held.") for name in ("latitude", "longitude")
    },
    "nobody comes any more": {"held.venue.online_url"},
    "the day on which news tells of it": {"held.reported_on"},
}
NOT_IN_THE_DATA = {
    "the day on which news tells of it": {"held.reported_on"},
    "in the record, which is published as it is written": {
        "commitments[].taken_over_by[].reason", "commitments[].updates[].evidence[].title", "conclusion.document.title",
        "demand.answer", "demand.answer_by", "demand.voters",
    },
}


def other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case Enum():
            return next(one for one in type(value) if one is not value)
        case str():
            return {"hong-bang/so-dau": "hong-bang/thuong-ly", "hong-bang/ha-ly": "hong-bang/thuong-ly",
                    "thanh-nien": "phu-nu"}.get(value, f"{value}x")
        case int() | float():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case time():
            return value.replace(minute=30)
        case tuple():
            return (*value[:-1], other(value[-1]))
        case Presider():
            return value.model_copy(update={"deputy": not value.deputy})
        case Period():
            return a_registration("2023-11").period
    raise AssertionError(f"no other value of {value!r}")


def with_another(record: Any, path: FieldPath) -> Any:
    """The record, or list, with another value at the path."""
    if not path:
        return other(record)
    first, *rest = path
    if isinstance(first, int):
        return (*record[:first], with_another(record[first], tuple(rest)), *record[first + 1:])
    return record.model_copy(update={first: with_another(getattr(record, first), tuple(rest))})


def page(dialogue: Dialogue) -> str:
    return str(page_of(dialogue, units=UNITS).body)


def data(dialogue: Dialogue) -> dict[str, bytes]:
    return {file.address: file.content for file in published_by(api, a_site(dialogue, units=UNITS)) if "/schema/" not in file.address}


@cache
def told_fields() -> frozenset[str]:
    return frozenset(pattern_of(path) for dialogue in TOLD for path in recorded_values(dialogue))


def untold(told: Any) -> frozenset[str]:
    """Fields whose other value would change nothing of what is told."""
    seen = {
        pattern_of(path) for dialogue in TOLD for before in [told(dialogue)] for path in recorded_values(dialogue)
        if told(with_another(dialogue, path)) != before
    }
    return told_fields() - seen


def test_each_field_is_recorded_here():
    assert set(FIELDS) - told_fields() == set()


@pytest.mark.parametrize("told, left_out", [(page, NOT_ON_THE_PAGE), (data, NOT_IN_THE_DATA)], ids=["page", "data"])
def test_each_field_is_told_or_left_out_for_a_reason(told: Any, left_out: dict[str, set[str]]):
    assert untold(told) == set().union(*left_out.values())
