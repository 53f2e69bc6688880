"""A dialogue's record as it grows, entry by entry, for the tests of feeds."""

from __future__ import annotations

from typing import Any

from generator.model import Dialogue
from tests.builders import a_dialogue
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed


def a_life() -> list[Dialogue]:
    """From a registration to a kept commitment; some entries have no known day, some are older than those before."""
    record: dict[str, Any] = {"registration": a_registration("2023-Q3")}
    schedule: list[Any] = []
    life: list[Dialogue] = []

    def grow(**entries: Any) -> None:
        record.update(entries)
        life.append(a_dialogue("so-dau-dinh-ky", *schedule, **record))

    grow()
    for announcement in (
        an_announcement("2023-08-20", "2023-06-01", start=None),
        an_announcement("2023-08-20", "unknown", reason="Đã rõ giờ"),
        an_announcement("2023-08-25", "2023-07-01", reason="Trùng lịch họp"),
        postponed("2023-07-20"),
        postponed("2023-07-25"),
        an_announcement("2023-08-15", "2023-08-01", reason="Bão đã tan"),
    ):
        schedule.append(announcement)
        grow()
    grow(held={})
    grow(conclusion={"number": "15-TB/QU"})
    grow(conclusion=a_conclusion(issued_on="2023-08-20"))
    grow(conclusion=a_conclusion(issued_on="2023-08-20", sent_on="2023-08-22"))
    grow(commitments=[a_commitment()])
    grow(commitments=[a_commitment(an_update("2023-09-10"))])
    grow(commitments=[a_commitment(an_update("2023-09-10"), an_update("2023-09-10", "kept", "Đã sửa xong"))])
    grow(opinions=[{"summary": "Đường hỏng", "answer": {"text": "Sẽ sửa", "answered_on": "2023-08-15"}}])
    grow(corrections=[{"corrected_on": "2023-09-10", "text": "Sửa số người dự"}])
    return life


def states() -> dict[str, Dialogue]:
    """One dialogue in each state that a feed tells apart, by its id."""
    found = (
        a_dialogue("dang-ky", registration=a_registration("2023-Q4")),
        a_dialogue("co-lich", an_announcement()),
        a_dialogue("chua-ro-gio", an_announcement(start=None)),
        a_dialogue("doi-lich", an_announcement(), an_announcement("2023-09-25", "2023-08-20", reason="Trùng lịch họp")),
        a_dialogue("hoan", an_announcement(), postponed()),
        a_dialogue("huy", an_announcement(), cancelled()),
        a_dialogue("da-to-chuc", an_announcement("2023-08-15", "2023-07-20"), held={}),
        a_dialogue(
            "co-ket-luan", an_announcement("2023-08-16", "2023-07-20"), held={},
            conclusion=a_conclusion(issued_on="2023-08-20"),
        ),
    )
    return {dialogue.id: dialogue for dialogue in found}
