"""A dialogue that people are invited to, and what may become of it before its day."""

from __future__ import annotations

from generator.model import Dialogue
from tests.builders import a_dialogue
from tests.record_parts import a_registration, an_announcement, cancelled, postponed

PLACE = {"name": "Hội trường UBND phường Sở Dầu", "address": "Đường 5/3"}
CONTACT = {"office": "Văn phòng Đảng ủy - UBND phường", "phone": "0225 3000 000"}
TAKING_PART = {
    "who": "Nhân dân tổ 1", "opinions_to": "Ủy ban MTTQ phường", "opinions_until": "2023-09-18",
    "attend_to": "Văn phòng UBND", "attend_until": "2023-09-10", "contact": CONTACT,
}


def a_coming_dialogue(*schedule: object, **fields: object) -> Dialogue:
    return a_dialogue("x", *(schedule or (an_announcement(),)), **{
        "topic": "Giải phóng mặt bằng", "venue": PLACE, "participation": TAKING_PART, **fields,
    })


COMING = {
    "scheduled": a_coming_dialogue(),
    "rescheduled": a_coming_dialogue(
        an_announcement("2023-09-20"), an_announcement("2023-09-25", "2023-09-02", start="14:30", reason="Trùng lịch họp")
    ),
    "postponed": a_coming_dialogue(an_announcement(), postponed()),
    "postponed without a day": a_coming_dialogue(postponed(), registration=a_registration()),
    "cancelled": a_coming_dialogue(an_announcement(), cancelled()),
    "without an hour": a_coming_dialogue(an_announcement(start=None)),
}
