"""A dialogue's page at every stage of its life."""

from __future__ import annotations

from functools import cache

from generator.model import Dialogue
from generator.publications import dialogues
from generator.site.published import PublishedPage
from tests.builders import a_dialogue, a_held_dialogue, a_site, published_by
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed


def page_of(dialogue: Dialogue, **register: object) -> PublishedPage:
    return next(iter(published_by(dialogues, a_site(dialogue, **register))))


def a_moved_dialogue(**fields: object) -> Dialogue:
    return a_dialogue(
        "x", an_announcement("2023-09-20"), an_announcement("2023-09-25", "2023-09-02", reason="Trùng lịch họp"), **fields
    )


def a_full_dialogue(**fields: object) -> Dialogue:
    return a_held_dialogue(
        topic="Giải phóng mặt bằng", subjects=["Đường Nguyễn Văn Linh", "Thoát nước"], audiences=["thanh-nien"],
        venue={"name": "Hội trường UBND phường", "address": "Đường 5/3"}, area="Tổ dân phố 1, 2",
        participation={"who": "Nhân dân tổ 1", "contact": {"office": "Văn phòng", "phone": "0225 3000 000"}},
        held={
            "attendance": [{"count": 200, "precision": "more-than"}, {"count": 50, "of": "households"}],
            "speakers": 0, "opinions": {"total": 46}, "summary": "Hội nghị **thẳng thắn**.",
        },
        conclusion=a_conclusion(issued_on="2023-08-20", document={"file": "kl.pdf", "title": "Thông báo kết luận số 15"}),
        opinions=[{"summary": "Đề nghị sửa ngõ 12", "field": "Giao thông", "area": "Tổ dân phố 1", "handling": "later",
                   "answer": {"by": "UBND phường", "answered_on": "2023-08-15", "text": "Sẽ sửa trong năm."}}],
        commitments=[
            a_commitment(an_update("2023-09-01", text="Đã khảo sát"), due="2023-09-10"),
            a_commitment(an_update("2023-09-01", "kept", "Đã xong"), id="2", text="Lắp đèn", due="2023-09-30"),
        ],
        mode="in-person", corrections=[{"corrected_on": "2023-09-02", "text": "Sửa số người dự"}],
        legal_basis=["Luật Thực hiện dân chủ ở cơ sở"],
        sources=[{"title": "Tin của phường", "url": "https://phuong.example/tin"}], note="Có ghi hình.", **fields,
    )


LIFE = {
    "registered": a_dialogue("x", registration=a_registration()),
    "scheduled": a_dialogue("x", an_announcement()),
    "rescheduled": a_moved_dialogue(),
    "postponed": a_dialogue("x", an_announcement(), postponed()),
    "cancelled": a_dialogue("x", an_announcement(), cancelled()),
    "awaiting": a_dialogue("x", an_announcement("2023-09-10")),
    "held": a_held_dialogue(),
    "followed up": a_full_dialogue(),
    "held on an unknown day": a_dialogue("x", held={"day_note": "Nguồn không nêu ngày"}),
}


@cache
def page_at(stage: str) -> PublishedPage:
    return page_of(LIFE[stage])
