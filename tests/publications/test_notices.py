"""The notice to put up: for whom there is one, what stands on it, and its texts to send and to read out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building.build import read_site
from generator.model import Dialogue
from generator.publications import dialogues, notices
from generator.publications.notice_texts import SHORT_LENGTH, has_notice, short_text, spoken_text, without_accents
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_site, published_by
from tests.page_text import Outline, links, shown
from tests.places import CONTENT, GOLDEN, TEMPLATES
from tests.publications.coming_dialogues import COMING, a_coming_dialogue
from tests.record_parts import a_registration, an_announcement, cancelled


def notice_of(dialogue: Dialogue) -> PublishedPage:
    (page,) = notices.publish(a_site(dialogue))
    return page


def texts_of(dialogue: Dialogue, **register: object) -> tuple[str, str]:
    site = a_site(dialogue, **register)
    view = site.views.dialogues[dialogue.id]
    return short_text(site, view), spoken_text(site, view)


def on_paper(page: PublishedPage) -> str:
    return shown(page.body.partition('<div class="poster')[2].partition('<div class="screen-only">')[0].partition(">")[2])


@pytest.mark.parametrize("stage", COMING)
def test_what_people_still_have_to_hear_of_has_a_notice(stage):
    assert notice_of(COMING[stage]).address == "doi-thoai/2023/x/thong-bao/"


def test_what_is_cancelled_has_a_notice_until_its_day_is_over():
    page = notice_of(a_dialogue("x", an_announcement(TODAY.isoformat()), cancelled()))
    assert "Hủy hội nghị" in on_paper(page)


def test_what_has_not_been_announced_has_no_notice():
    assert list(notices.publish(a_site(a_dialogue("x", registration=a_registration())))) == []


@pytest.mark.parametrize("dialogue", [
    a_dialogue("x", an_announcement("2023-09-10"), held={}), a_dialogue("x", an_announcement("2023-09-10")),
    a_dialogue("x", an_announcement("2023-09-10"), cancelled()), a_dialogue("x", cancelled()),
], ids=["held", "awaiting", "cancelled and past", "cancelled without a day"])
def test_a_notice_that_is_past_leads_on_from_its_address(dialogue):
    page, = notices.publish(a_site(dialogue))
    assert "không còn hiệu lực" in shown(page.body) and "../" in links(page)


@pytest.mark.parametrize("dialogue, linked", [(COMING["scheduled"], True), (a_held_dialogue("x"), False)])
def test_only_the_page_of_a_dialogue_with_a_notice_links_to_it(dialogue, linked):
    page = next(iter(published_by(dialogues, a_site(dialogue))))
    assert ("thong-bao/" in links(page)) == linked


@pytest.mark.parametrize("stage, words", [
    ("scheduled",
     "Phường Sở Dầu, quận Hồng Bàng Thông báo Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu "
     "Từ 08 giờ 00 đến 11 giờ 00 Thứ Tư, ngày 20/9/2023 Hội trường UBND phường Sở Dầu Đường 5/3 "
     "Nội dung Giải phóng mặt bằng Chủ trì Bí thư Đảng ủy phường, Chủ tịch UBND phường Thành phần mời Nhân dân tổ 1 "
     "Gửi ý kiến Ủy ban MTTQ phường, đến hết ngày 18/9/2023 "
     "Đăng ký tham dự Văn phòng UBND, đến hết ngày 10/9/2023 (đã hết hạn) "
     "Liên hệ Văn phòng Đảng ủy - UBND phường, điện thoại 0225 3000 000 "
     "Quét mã bằng điện thoại để xem nội dung, thay đổi và kết quả, hoặc vào trang "
     "https://doithoai.example/doi-thoai/2023/x/"),
    ("rescheduled", "14 giờ 30 Thứ Hai, ngày 25/9/2023"),
    ("rescheduled", "Lịch cũ, nay không còn hiệu lực: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00 Lý do: Trùng lịch họp."),
    ("postponed", "Chưa có ngày mới Lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00 Lý do: Ảnh hưởng của bão."),
    ("cancelled", "Hủy hội nghị"),
    ("without an hour", "Thứ Tư, ngày 20/9/2023 Giờ sẽ thông báo sau"),
])
def test_the_paper_says_what_a_passer_by_needs(stage, words):
    assert words in on_paper(notice_of(COMING[stage]))


@pytest.mark.parametrize("stage", ["postponed", "cancelled"])
def test_nobody_is_invited_to_what_does_not_take_place(stage):
    assert "Đăng ký tham dự" not in on_paper(notice_of(COMING[stage]))


def test_subjects_stand_in_for_a_topic_as_far_as_whole_ones_fit():
    dialogue = a_coming_dialogue(topic=None, subjects=["Thoát nước " * 13, "Đường đi " * 13, "Chợ dân sinh " * 13])
    assert "Đường đi; và nội dung khác" in on_paper(notice_of(dialogue))


SHARED = {"co_organisers": ["Hội Phụ nữ phường"], "further_sites": ["Nhà văn hóa số 5", "Trường THCS"]}


def test_the_paper_names_all_places_who_else_invites_and_the_offices_own_notice():
    entry = an_announcement(notice={"number": "12/TB-UBND", "issued_on": "2023-07-30"})
    words = on_paper(notice_of(a_dialogue("x", entry, **SHARED)))
    assert "Cùng tổ chức Hội Phụ nữ phường Điểm cầu, địa điểm khác Nhà văn hóa số 5; Trường THCS" in words
    assert "Văn bản Số 12/TB-UBND, ngày 30/7/2023" in words


def test_one_sheet_holds_as_many_of_the_places_as_fit():
    many = {"co_organisers": ["Hội Phụ nữ phường"] * 100, "further_sites": ["Nhà văn hóa tổ dân phố " + "x" * 270] * 100}
    page = notice_of(a_dialogue("x", an_announcement(), **many))
    assert len(on_paper(page)) < 2000


@pytest.mark.parametrize("number, size", [(0, "large"), (17, "medium")])
def test_who_else_invites_makes_the_letters_smaller(number, size):
    page = notice_of(a_coming_dialogue(co_organisers=["Hội Phụ nữ phường"] * number))
    assert f'"poster poster-{size}"' in page.body


def test_the_loudspeaker_names_all_places_and_who_else_invites():
    _, spoken = texts_of(a_dialogue("x", an_announcement(), **SHARED))
    assert "Nhân dân cũng có thể dự tại: Nhà văn hóa số 5; Trường THCS.\nCùng tổ chức hội nghị: Hội Phụ nữ phường." in spoken


def test_nobody_is_sent_to_the_places_of_what_does_not_take_place():
    assert "Trường THCS" not in on_paper(notice_of(a_dialogue("x", an_announcement(), cancelled(), **SHARED)))


def test_sample_data_says_so_on_the_paper():
    (page,) = notices.publish(a_site(COMING["scheduled"], sample=True))
    assert "Dữ liệu mẫu – không phải thông báo thật" in on_paper(page)


def test_the_same_address_has_the_same_code():
    assert notices.qr_code("https://doithoai.example/") == notices.qr_code("https://doithoai.example/")


@pytest.mark.parametrize("stage, text", [
    ("scheduled", "Đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng: 08 giờ 00, thứ Tư, ngày 20/9/2023. "
                  "Tại Hội trường UBND phường Sở Dầu. Hỏi: 0225 3000 000."),
    ("rescheduled", "DỜI LỊCH đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng: 14 giờ 30, thứ Hai, ngày 25/9/2023 "
                    "(lịch cũ: 20/9/2023). Tại Hội trường UBND phường Sở Dầu."),
    ("postponed", "TẠM HOÃN đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng, chưa có ngày mới "
                  "(lịch cũ: 08 giờ 00, thứ Tư, ngày 20/9/2023). Hỏi: 0225 3000 000."),
    ("cancelled", "HỦY đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng "
                  "(lịch cũ: 08 giờ 00, thứ Tư, ngày 20/9/2023). Về: Giải phóng mặt bằng. Hỏi: 0225 3000 000."),
    ("without an hour", "Đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng: thứ Tư, ngày 20/9/2023, giờ báo sau. "
                        "Tại Hội trường UBND phường Sở Dầu. Hỏi: 0225 3000 000."),
])
def test_the_message_opens_with_what_matters_most(stage, text):
    assert texts_of(COMING[stage])[0] == text


def test_a_change_of_the_hour_alone_names_the_old_hour():
    dialogue = a_coming_dialogue(an_announcement(), an_announcement(announced_on="2023-09-02", start="14:00", reason="Mưa"))
    assert "14 giờ 00, thứ Tư, ngày 20/9/2023 (lịch cũ: 08 giờ 00)" in texts_of(dialogue)[0]


def test_what_does_not_fit_a_message_is_left_out_whole():
    name = "Nhà văn hóa " * 20
    assert texts_of(a_coming_dialogue(venue={"name": name}, participation={}))[0] == (
        "Đối thoại với Nhân dân phường Sở Dầu, quận Hồng Bàng: 08 giờ 00, thứ Tư, ngày 20/9/2023. Về: Giải phóng mặt bằng. "
        "https://doithoai.example/doi-thoai/2023/x/"
    )


names = st.text(st.sampled_from("aăđệƯ .,\u0301–😀&<"), min_size=1, max_size=300)


@settings(max_examples=50)
@given(names, names, names, names, st.sampled_from(sorted(COMING)), st.booleans())
def test_no_name_makes_a_message_too_long(unit, district, venue, topic, stage, sample):
    units = [a_district(name=f"Quận {district}"), a_commune(name=f"Phường {unit}")]
    dialogue = COMING[stage].model_copy(update={
        "topic": topic, "venue": COMING[stage].venue.model_copy(update={"name": venue})
    })
    assert len(texts_of(dialogue, units=units, sample=sample)[0]) <= SHORT_LENGTH


def sample_site() -> Site:
    return read_site(CONTENT, as_of=None, today=TODAY, templates=TEMPLATES)


def golden_site() -> Site:
    return read_site(GOLDEN, as_of=None, today=TODAY, templates=TEMPLATES)


@pytest.mark.parametrize("read", [sample_site, golden_site])
def test_every_message_of_a_whole_register_names_unit_and_day_and_fits(read):
    site = read()
    told = [view for view in site.views.dialogues.values() if has_notice(view, site.today)]
    faults = [
        text for view in told for text in [short_text(site, view)]
        if len(text) > SHORT_LENGTH or view.unit.name.partition(" ")[2] not in text
        or not re.search(r"\d{2} giờ \d{2}|giờ báo sau|chưa có ngày mới", text)
        or (view.when and f"{view.when.day.day:02}/" not in text)
    ]
    assert (faults, bool(told)) == ([], True)


def test_accents_are_taken_off_without_a_change_of_length():
    assert without_accents("Đối thoại – “Sở Dầu”") == 'Doi thoai - "So Dau"'


def test_the_loudspeaker_speaks_in_sentences_and_says_the_heart_twice():
    assert texts_of(COMING["scheduled"])[1].splitlines() == [
        "Kính thưa toàn thể Nhân dân! Phường Sở Dầu, quận Hồng Bàng xin thông báo hội nghị đối thoại định kỳ với Nhân dân.",
        "Hội nghị tổ chức từ 8 giờ đến 11 giờ, thứ Tư, ngày 20 tháng 9 năm 2023, tại Hội trường Ủy ban nhân dân phường "
        "Sở Dầu, Đường 5/3, do Bí thư Đảng ủy phường và Chủ tịch Ủy ban nhân dân phường chủ trì.",
        "Nội dung đối thoại: Giải phóng mặt bằng.",
        "Thành phần được mời: Nhân dân tổ 1.",
        "Ý kiến xin gửi về Ủy ban Mặt trận Tổ quốc phường, đến hết ngày 18 tháng 9 năm 2023.",
        "Mọi chi tiết xin liên hệ Văn phòng Đảng ủy - Ủy ban nhân dân phường, điện thoại 0225 3000 000.",
        "Xin nhắc lại: hội nghị đối thoại với Nhân dân phường Sở Dầu tổ chức từ 8 giờ đến 11 giờ, thứ Tư, "
        "ngày 20 tháng 9 năm 2023, tại Hội trường Ủy ban nhân dân phường Sở Dầu. Kính mời Nhân dân tham dự.",
        "Xin cảm ơn.",
    ]


@pytest.mark.parametrize("stage, words", [
    ("rescheduled", "Theo lịch cũ, hội nghị tổ chức từ 8 giờ đến 11 giờ, thứ Tư, ngày 20 tháng 9 năm 2023; "
                    "lịch này không còn hiệu lực.\nLý do: Trùng lịch họp.\n"
                    "Hội nghị nay tổ chức lúc 14 giờ 30 phút, thứ Hai, ngày 25 tháng 9 năm 2023, tại"),
    ("postponed", "Xin nhắc lại: hội nghị đối thoại với Nhân dân phường Sở Dầu tạm hoãn, chưa có ngày mới."),
    ("cancelled", "Xin nhắc lại: hội nghị đối thoại với Nhân dân phường Sở Dầu đã hủy."),
    ("without an hour", "Hội nghị tổ chức vào thứ Tư, ngày 20 tháng 9 năm 2023, giờ sẽ thông báo sau, tại"),
])
def test_the_loudspeaker_tells_what_became_of_the_day(stage, words):
    assert words in texts_of(COMING[stage])[1]


def test_both_texts_stand_ready_to_copy():
    dialogue = COMING["scheduled"]
    short, spoken = texts_of(dialogue)
    copied = re.findall(r'data-copy="([^"]*)"', notice_of(dialogue).body)
    assert copied == [short, without_accents(short), spoken]


def test_no_text_of_a_record_becomes_an_element_or_an_attribute():
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}'
    page = notice_of(a_coming_dialogue(
        topic=hostile, venue={"name": hostile, "address": hostile}, participation={"who": hostile, "contact": {"office": hostile}},
    ))
    outline = Outline(page)
    assert (outline.problems, outline.tags & {"script", "img"}, outline.attributes & {"onerror"}) == ([], set(), set())
