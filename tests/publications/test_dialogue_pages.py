"""A dialogue's page through its life, as a citizen reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.consequences.credits import CreditReason, credits_of, entries_by_post
from generator.model import Dialogue
from generator.publications import dialogues
from generator.site.published import PublishedFile, PublishedPage
from tests.builders import (
    a_commitment,
    a_commune,
    a_conclusion,
    a_dialogue,
    a_district,
    a_held_dialogue,
    a_registration,
    a_site,
    an_announcement,
    an_update,
    cancelled,
    postponed,
    published_by,
    some_rules,
)
from tests.page_text import Outline, is_in_order, links, section, shown

DISTRICT = "hong-bang"


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


@pytest.mark.parametrize("stage", LIFE)
class TestAtEveryStageOfItsLife:
    def test_the_page_is_well_formed(self, stage):
        assert Outline(page_at(stage)).problems == []

    def test_its_headings_are_in_order(self, stage):
        assert is_in_order(Outline(page_at(stage)).levels)

    def test_no_two_elements_share_an_id(self, stage):
        ids = Outline(page_at(stage)).ids
        assert len(ids) == len(set(ids))

    def test_nothing_is_folded_away(self, stage):
        assert "details" not in Outline(page_at(stage)).tags

    def test_its_description_fits_a_search_result(self, stage):
        assert 20 < len(page_at(stage).description) <= 160


@pytest.mark.parametrize("stage, words", [
    ("registered", "Chưa có ngày cụ thể. Đơn vị đăng ký tổ chức vào tháng 10/2023."),
    ("rescheduled", "Lịch cũ: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00. "
                    "Lịch mới: thứ Hai, ngày 25/9/2023, 08 giờ 00 – 11 giờ 00. Lý do: Trùng lịch họp."),
    ("postponed", "Hội nghị tạm hoãn, chưa có ngày mới. Lịch cũ: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00. "
                  "Lý do: Ảnh hưởng của bão."),
    ("cancelled", "Hội nghị đã hủy. Lịch cũ: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00. "
                  "Lý do: Đã lồng ghép vào hội nghị khác."),
    ("awaiting", "Đã qua ngày đối thoại, đơn vị chưa báo cáo kết quả."),
    ("held on an unknown day", "Nguồn không nêu ngày"),
])
def test_the_page_tells_what_became_of_its_day(stage, words):
    assert words in shown(page_at(stage).body)


def test_a_plan_whose_time_has_passed_is_said_to_be_late():
    page = page_of(a_dialogue("x", registration=a_registration("2023-06")))
    assert "Đã qua thời gian đăng ký mà chưa công bố ngày." in shown(page.body)


def test_the_key_facts_name_time_place_and_who_presides():
    facts = shown(page_at("followed up").body.split('<dl class="facts">')[1].split("</dl>")[0])
    assert facts == (
        "Thời gian thứ Ba, ngày 15/8/2023, 08 giờ 00 – 11 giờ 00 Địa điểm Hội trường UBND phường Đường 5/3 "
        "Chủ trì Bí thư Đảng ủy phường Chủ tịch UBND phường Đơn vị Phường Sở Dầu, quận Hồng Bàng "
        "Loại đối thoại Đối thoại định kỳ Hình thức Trực tiếp Nội dung Đường Nguyễn Văn Linh Thoát nước "
        "Đối tượng Thanh niên Địa bàn Tổ dân phố 1, 2 Thông báo trước 26 ngày"
    )


def test_how_people_attend_is_not_known_where_the_record_does_not_say_it():
    assert "Hình thức Chưa có dữ liệu" in shown(page_at("scheduled").body)


def test_a_deputy_who_presides_is_named_as_one():
    page = page_of(a_dialogue("x", an_announcement(), presided_by=[{"post": "government", "deputy": True}]))
    assert "Phó Chủ tịch UBND phường (cấp phó chủ trì thay)" in shown(page.body)


def test_the_status_stands_in_words():
    assert '<span class="status status-postponed">Tạm hoãn</span>' in page_at("postponed").body


def test_the_history_is_an_ordered_list_of_every_announcement():
    dialogue = a_dialogue(
        "x", an_announcement("2023-09-20", "2023-08-01"), postponed("2023-09-01"),
        an_announcement("2023-09-28", "2023-09-05", reason="Hết bão"), registration=a_registration("2023-Q3"),
    )
    assert section(page_of(dialogue), "lich-su") == (
        "Ngày 20/02/2023: đăng ký kế hoạch, dự kiến quý III/2023. "
        "Ngày 01/8/2023: thông báo thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00. "
        "Ngày 01/9/2023: tạm hoãn (lịch cũ: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00), chưa có ngày mới. "
        "Lý do: Ảnh hưởng của bão. "
        "Ngày 05/9/2023: thay đổi thời gian từ thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00 "
        "sang thứ Năm, ngày 28/9/2023, 08 giờ 00 – 11 giờ 00. Lý do: Hết bão."
    )


@pytest.mark.parametrize("schedule, changes", [
    ([an_announcement()], ["first"]),
    ([an_announcement(start=None), an_announcement(announced_on="2023-08-02", reason="Có giờ")], ["first", "completed"]),
    ([an_announcement(), an_announcement("2023-09-18", "2023-08-02", reason="Sớm")], ["first", "moved"]),
    ([an_announcement(), postponed(), an_announcement(announced_on="2023-09-03", reason="Như cũ")],
     ["first", "postponed", "new-day"]),
    ([postponed(), an_announcement(announced_on="2023-09-03", reason="Có ngày")], ["postponed", "first"]),
    ([an_announcement(), postponed("2023-08-02"), cancelled("2023-08-03")], ["first", "postponed", "cancelled"]),
])
def test_each_announcement_is_told_by_what_it_changed(schedule, changes):
    assert [entry.change for entry in dialogues.history(a_dialogue("x", *schedule))] == changes


def test_how_to_take_part_says_where_and_until_when():
    page = page_of(a_dialogue("x", an_announcement(), participation={
        "who": "Nhân dân toàn phường", "opinions_from": "2023-08-01", "opinions_until": "2023-09-10",
        "opinions_to": "Ủy ban MTTQ phường", "attend_until": "2023-09-18", "attend_to": "Văn phòng UBND phường",
    }))
    assert section(page, "tham-gia") == (
        "Thành phần mời Nhân dân toàn phường Gửi ý kiến Ủy ban MTTQ phường Từ ngày 01/8/2023 "
        "Đến hết ngày 10/9/2023 (đã hết hạn) Đăng ký tham dự Văn phòng UBND phường Đến hết ngày 18/9/2023"
    )


def test_a_dialogue_without_a_way_to_take_part_says_whom_to_ask():
    assert "Xin hỏi trụ sở UBND phường Sở Dầu" in section(page_at("scheduled"), "tham-gia")


def test_nobody_is_invited_to_sign_up_for_a_cancelled_dialogue():
    dialogue = a_dialogue("x", an_announcement(), cancelled(), participation={"attend_to": "Văn phòng"})
    assert "Đăng ký tham dự" not in section(page_of(dialogue), "tham-gia")


@pytest.mark.parametrize("stage", LIFE)
def test_only_a_dialogue_to_come_can_be_added_to_a_calendar(stage):
    page = page_at(stage)
    assert ("Thêm vào lịch" in page.body) == (stage in ("scheduled", "rescheduled"))


def test_adding_one_event_is_a_download_of_its_own_file():
    assert '<a class="button button-primary" href="../x.ics" download>Thêm vào lịch</a>' in page_at("scheduled").body


def test_a_dialogue_without_any_day_points_to_no_feed_of_its_own():
    assert [feed.address for feed in page_at("registered").feeds] == ["lich/hong-bang/so-dau.ics"]


def test_what_was_not_reported_is_unknown_and_zero_is_zero():
    assert section(page_at("followed up"), "ket-qua") == (
        "Số người dự trên 200 người 50 hộ Lượt phát biểu 0 Tổng số lượt ý kiến 46 "
        "Ý kiến gửi trước hội nghị Chưa có dữ liệu Ý kiến tại hội nghị Chưa có dữ liệu "
        "Đã trả lời tại hội nghị Chưa có dữ liệu Giải quyết sau Chưa có dữ liệu "
        "Vượt thẩm quyền, đã chuyển cấp trên Chưa có dữ liệu Hội nghị thẳng thắn."
    )


def test_each_opinion_stands_with_its_answer():
    assert section(page_at("followed up"), "y-kien") == (
        "Ý kiến 1 Đề nghị sửa ngõ 12 Lĩnh vực Giao thông Địa bàn Tổ dân phố 1 Xử lý Giải quyết sau "
        "Trả lời UBND phường, ngày 15/8/2023: Sẽ sửa trong năm."
    )


@pytest.mark.parametrize("held_on, conclusion, words", [
    ("2023-09-10", None, "Chưa đến hạn còn 5 ngày, hạn 20/9/2023"),
    ("2023-09-01", None, "Quá hạn 4 ngày, hạn 11/9/2023"),
    ("2023-08-01", {"sent_on": "2023-08-11"}, "Đúng hạn ngày 11/8/2023, hạn 11/8/2023"),
    ("2023-08-01", {"sent_on": "2023-08-13"}, "Chậm hạn 2 ngày: ngày 13/8/2023, hạn 11/8/2023"),
])
def test_a_districts_conclusion_has_its_clock_in_words(held_on, conclusion, words):
    page = page_of(a_held_dialogue("x", held_on, unit=DISTRICT, conclusion=conclusion and a_conclusion(**conclusion)))
    assert words in section(page, "ket-luan")


def test_a_commune_has_no_clock_and_is_told_why():
    assert "Không thuộc diện tính hạn: không quy định thời hạn" in section(page_at("held"), "ket-luan")


def test_a_missing_conclusion_is_said_to_be_missing():
    assert "Chưa có Thông báo kết luận." in section(page_at("held"), "ket-luan")


def test_the_conclusion_can_be_read_and_downloaded():
    page = page_at("followed up")
    assert ("Giao UBND phường sửa đường ngõ 12." in section(page, "ket-luan"), "kl.pdf" in links(page)) == (True, True)


def test_each_commitment_has_its_own_address():
    assert {"cam-ket-1", "cam-ket-2"} <= set(Outline(page_at("followed up")).ids)


def test_a_commitment_tells_its_state_agency_due_day_and_updates():
    assert section(page_at("followed up"), "cam-ket-1") == (
        "Sửa đường ngõ 12 Quá hạn 5 ngày Cơ quan chủ trì giải quyết UBND phường Hạn xử lý 10/9/2023 "
        "Kết quả xử lý Ngày 01/9/2023, đang giải quyết: Đã khảo sát"
    )


def test_a_commitment_leads_to_all_that_its_agency_has_promised():
    assert "../../../cam-ket/hong-bang/#co-quan-ubnd-phuong" in links(page_at("followed up"))


def test_evidence_is_a_link_to_a_page_or_a_document():
    update = {"updated_on": "2023-09-01", "outcome": "kept", "text": "Đã xong", "evidence": [
        {"title": "Ảnh", "file": "anh.jpg"}, {"title": "Tin", "url": "https://phuong.example/anh"}, {"title": "Biên bản"},
    ]}
    page = page_of(a_held_dialogue(commitments=[{"id": "1", "text": "Sửa", "agency": "UBND", "updates": [update]}]))
    assert {"anh.jpg", "https://phuong.example/anh"} <= set(links(page))


def test_corrections_are_public():
    assert section(page_at("followed up"), "dinh-chinh") == "Ngày 02/9/2023: Sửa số người dự"


def test_sources_and_legal_basis_are_named():
    assert section(page_at("followed up"), "nguon") == "Luật Thực hiện dân chủ ở cơ sở Tin của phường"


def test_figures_carry_the_day_they_are_true_for():
    assert "Số liệu tính đến ngày 15/9/2023." in section(page_at("followed up"), "cam-ket")


@pytest.mark.parametrize("dialogue, register, reasons", [
    (a_held_dialogue(), {}, [CreditReason.COUNTS_JOINTLY, CreditReason.COUNTS_JOINTLY]),
    (a_held_dialogue(presided_by=["party"]), {}, [CreditReason.COUNTS]),
    (a_held_dialogue(presided_by=["party", {"post": "government", "deputy": True}]), {},
     [CreditReason.COUNTS, CreditReason.DEPUTY_PRESIDED]),
    (a_held_dialogue(kind="thematic"), {}, [CreditReason.OTHER_KIND] * 2),
    (a_held_dialogue(held={"presided_by": ["government"]}), {}, [CreditReason.DID_NOT_PRESIDE, CreditReason.COUNTS]),
    (a_dialogue("x", an_announcement()), {}, [CreditReason.NOT_HELD] * 2),
    (a_dialogue("x", an_announcement(), presided_by=[{"post": "party", "deputy": True}]), {},
     [CreditReason.DEPUTY_PRESIDED]),
    (a_dialogue("x", held={}), {}, [CreditReason.UNKNOWN_DAY] * 2),
    (a_held_dialogue(), {"rules": [some_rules(target={
        "posts": ["party", "government"], "minimum": {"commune": 1}, "joint_counts_for_both": False, "basis": "guidance",
    })]}, [CreditReason.COUNTS_JOINTLY, CreditReason.JOINT_NOT_COUNTED]),
    (a_held_dialogue(presided_by=["party"]), {"units": [a_district(), a_commune(
        one_person_in_both_posts=[{"one_person_from": "2023-01-01"}]
    )]}, [CreditReason.COUNTS_AS_ONE_PERSON] * 2),
    (a_held_dialogue(), {"rules": [some_rules(2024)]}, []),
])
def test_each_post_is_told_whether_the_dialogue_counts_for_it(dialogue, register, reasons):
    site = a_site(dialogue, **register)
    view = site.views.dialogues[dialogue.id]
    entries = entries_by_post(site.progress(year) for year in site.register.rules)
    assert [credit.reason for credit in credits_of(site.register, view, entries)] == reasons


@pytest.mark.parametrize("dialogue", [
    a_held_dialogue(), a_held_dialogue(kind="ad-hoc"), a_held_dialogue(presided_by=["party"]),
    a_held_dialogue(presided_by=[{"post": "party", "deputy": True}]),
    a_held_dialogue(held={"presided_by": ["government"]}), a_dialogue("x", an_announcement()),
])
def test_what_the_page_counts_the_ledger_counts(dialogue):
    site = a_site(dialogue)
    entries = entries_by_post([site.progress(2023)])
    credits = credits_of(site.register, site.views.dialogues[dialogue.id], entries)
    assert [credit.counts for credit in credits] == [credit.entry.credited for credit in credits]


def test_a_credit_is_said_in_words_with_the_posts_standing():
    text = section(page_of(a_held_dialogue(kind="thematic", presided_by=["party"])), "chi-tieu")
    assert text == (
        "Bí thư Đảng ủy phường: không được tính vì chỉ đối thoại định kỳ được tính. Chức danh này năm 2023, tính đến ngày 15/9/2023: "
        "chỉ có đối thoại theo chuyên đề hoặc đột xuất, không được tính. Tiến độ thực hiện chỉ tiêu năm 2023"
    )


@pytest.mark.parametrize("stage, words", [
    ("scheduled", "chưa tổ chức nên chưa được tính."),
    ("awaiting", "chưa được tính vì chưa có báo cáo đã tổ chức."),
    ("cancelled", "không được tính vì đã hủy."),
    ("held on an unknown day", "chưa được tính vì không rõ ngày tổ chức."),
])
def test_a_dialogue_that_does_not_count_yet_says_why(stage, words):
    assert words in section(page_at(stage), "chi-tieu")


def test_two_dialogues_of_one_unit_have_titles_of_their_own():
    site = a_site(a_held_dialogue("a", "2023-03-15"), a_held_dialogue("b", "2023-08-15"))
    assert len({page.title for page in published_by(dialogues, site)}) == 2


def test_the_page_was_last_changed_on_the_day_of_its_newest_fact():
    assert page_at("followed up").updated == date(2023, 9, 2)


def test_documents_are_published_under_their_dialogue(tmp_path: Path):
    place = tmp_path / "2023" / "so-dau-dinh-ky" / "kl.pdf"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"%PDF-1.7")
    site = a_site(a_full_dialogue())
    register = replace(site.register, documents=frozenset({"2023/so-dau-dinh-ky/kl.pdf"}))
    published = list(published_by(dialogues, replace(site, register=register, documents=tmp_path)))
    assert published[-1] == PublishedFile("doi-thoai/2023/so-dau-dinh-ky/kl.pdf", b"%PDF-1.7")


HOSTILE = '</dd></script><script>alert(1)</script><img src=x onerror="alert(1)">{{ 7*7 }}{: onclick=alert(1) }'


def a_hostile_dialogue() -> Dialogue:
    """The hostile text in every field that takes a line or paragraphs."""
    contact = {"office": HOSTILE, "phone": HOSTILE, "email": HOSTILE}
    return a_held_dialogue(
        schedule=[an_announcement("2023-08-10", "2023-07-20"),
                  an_announcement("2023-08-15", "2023-07-21", reason=HOSTILE, venue={"name": HOSTILE, "address": HOSTILE})],
        topic=HOSTILE, subjects=[HOSTILE], venue={"name": HOSTILE, "address": HOSTILE}, area=HOSTILE, observer=HOSTILE,
        presided_by=[{"post": "party", "title": HOSTILE}], participation={"who": HOSTILE, "contact": contact},
        held={"summary": HOSTILE, "day_note": HOSTILE, "attendance": [{"count": 1, "note": HOSTILE}]},
        conclusion={"number": HOSTILE, "text": HOSTILE, "document": {"file": "a.pdf", "title": HOSTILE}},
        opinions=[{"summary": HOSTILE, "field": HOSTILE, "area": HOSTILE,
                   "answer": {"by": HOSTILE, "text": HOSTILE, "document_number": HOSTILE}}],
        commitments=[{"id": "1", "text": HOSTILE, "agency": HOSTILE, "updates": [
            {"updated_on": "2023-09-01", "outcome": "kept", "text": HOSTILE, "evidence": [{"title": HOSTILE}]}]}],
        corrections=[{"corrected_on": "2023-09-02", "text": HOSTILE}], legal_basis=[HOSTILE],
        sources=[{"title": HOSTILE, "url": "https://phuong.example/"}], note=HOSTILE,
    )


@cache
def hostile_page() -> PublishedPage:
    return page_of(a_hostile_dialogue())


def test_no_text_of_a_record_becomes_an_element():
    assert not {"script", "img"} & Outline(hostile_page()).tags


def test_no_text_of_a_record_becomes_an_attribute():
    assert not {"onerror", "onclick"} & Outline(hostile_page()).attributes


def test_hostile_text_leaves_the_page_well_formed():
    assert Outline(hostile_page()).problems == []


def test_no_text_of_a_record_is_read_as_a_template():
    body = hostile_page().body
    assert ("{{ 7*7 }}" in body, "49" in body) == (True, False)
