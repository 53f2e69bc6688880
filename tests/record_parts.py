"""Short ways to valid parts of a dialogue's record for tests, as ``tests/builders.py`` has them to whole ones."""

from __future__ import annotations

from typing import Any

from generator.model import Announcement, Commitment, CommitmentUpdate, Conclusion, Registration


def an_announcement(day: str | None = "2023-09-20", announced_on: str = "2023-08-01", **fields: Any) -> Announcement:
    """At 08:00–11:00, unless only a day, or no day, is asked for (``start=None``; ``day=None, state=…``)."""
    hours = {"start": "08:00", "end": "11:00"} if day and not {"start", "part_of_day"} & fields.keys() else {}
    return Announcement.model_validate({"announced_on": announced_on, "day": day, **hours, **fields})


def postponed(announced_on: str = "2023-09-01", **fields: Any) -> Announcement:
    return an_announcement(None, announced_on, state="postponed", **{"reason": "Ảnh hưởng của bão", **fields})


def cancelled(announced_on: str = "2023-09-01", **fields: Any) -> Announcement:
    return an_announcement(None, announced_on, state="cancelled", **{"reason": "Đã lồng ghép vào hội nghị khác", **fields})


def a_registration(period: str = "2023-10", registered_on: str = "2023-02-20") -> Registration:
    return Registration.model_validate({"registered_on": registered_on, "period": period})


def a_conclusion(**fields: Any) -> Conclusion:
    return Conclusion.model_validate({"number": "15-TB/QU", "text": "Giao UBND phường sửa đường ngõ 12.", **fields})


def a_commitment(*updates: CommitmentUpdate, **fields: Any) -> Commitment:
    default = {"id": "1", "text": "Sửa đường ngõ 12", "agency": "UBND phường", "due": "2023-12-31"}
    return Commitment.model_validate({**default, **fields, "updates": updates})


def an_update(updated_on: str, outcome: str = "in-progress", text: str = "Đã khảo sát") -> CommitmentUpdate:
    return CommitmentUpdate.model_validate({"updated_on": updated_on, "outcome": outcome, "text": text})
