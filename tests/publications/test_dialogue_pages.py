"""A dialogue's page through its life, as a citizen reads it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.consequences.announcements import history
from generator.publications import dialogues
from tests.builders import a_commune, a_dialogue, a_district, a_site, published_at, published_by
from tests.page_text import Outline, section, shown
from tests.publications.stages import LIFE, page_at, page_of
from tests.record_parts import a_registration, an_announcement, cancelled, postponed

HELD = ("held", "followed up", "held on an unknown day")


@pytest.mark.parametrize("stage", [stage for stage in LIFE if stage not in HELD])
def test_before_it_is_held_nothing_is_folded_away(stage):
    assert "details" not in Outline(page_at(stage)).tags


@pytest.mark.parametrize("stage", HELD)
def test_once_it_is_held_what_came_of_it_opens_the_page_and_only_what_invited_to_it_is_folded(stage):
    unfolded, *folded = page_at(stage).body.split('<details class="fold">')
    ids = re.findall(r'<h2 id="([^"]*)"', "".join(part.partition("</details>")[0] for part in folded))
    assert '<h2 id="ket-luan"' in unfolded and {"thong-tin"} <= set(ids) <= {"thong-tin", "tham-gia", "lich-su", "chi-tieu"}


@pytest.mark.parametrize("stage, words", [
    ("registered", "Chưa có ngày cụ thể. Đơn vị đăng ký tổ chức vào tháng 10/2023."),
    ("rescheduled", "Lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00. "
                    "Lịch mới: thứ Hai, ngày 25/9/2023, từ 08 giờ 00 đến 11 giờ 00. Lý do: Trùng lịch họp."),
    ("postponed", "Hội nghị tạm hoãn, chưa có ngày mới. Lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00. "
                  "Lý do: Ảnh hưởng của bão."),
    ("cancelled", "Hội nghị đã hủy. Lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00. "
                  "Lý do: Đã lồng ghép vào hội nghị khác."),
    ("awaiting", "Đã qua ngày đối thoại, đơn vị chưa báo cáo kết quả."),
    ("held on an unknown day", "Nguồn không nêu ngày"),
])
def test_the_page_tells_what_became_of_its_day(stage, words):
    assert words in shown(page_at(stage).body)


def test_a_plan_whose_time_has_passed_is_said_to_be_late():
    page = page_of(a_dialogue("x", registration=a_registration("2023-06")))
    assert "Đã qua thời gian đăng ký mà chưa công bố ngày." in shown(page.body)


def test_a_plan_that_outlives_its_unit_says_so():
    units = [a_district(), a_commune(exists_until="2023-08-31")]
    [page] = published_by(dialogues, a_site(a_dialogue(registration=a_registration("2023-Q4")), units=units))
    assert (
        "Chưa có ngày cụ thể. Đơn vị đăng ký tổ chức vào quý IV/2023. "
        "Phường Sở Dầu không còn từ sau ngày 31/8/2023; sổ không ghi đơn vị nào tổ chức thay."
    ) in shown(page.body)


def test_the_key_facts_name_time_place_and_who_presides():
    page = page_at("followed up")
    assert shown(page.body.split('<dl class="facts">')[1].split("</dl>")[0]) == (
        "Thời gian thứ Ba, ngày 15/8/2023, từ 08 giờ 00 đến 11 giờ 00 Địa điểm Hội trường UBND phường Đường 5/3 "
        "Chủ trì Bí thư Đảng ủy phường Chủ tịch UBND phường"
    )
    assert section(page, "thong-tin").startswith(
        "Đơn vị Phường Sở Dầu, quận Hồng Bàng "
        "Loại đối thoại Đối thoại định kỳ Hình thức Trực tiếp Nội dung Đường Nguyễn Văn Linh Thoát nước "
        "Đối tượng Thanh niên Địa bàn Tổ dân phố 1, 2 Thông báo trước 26 ngày"
    )


def test_how_people_attend_is_not_known_where_the_record_does_not_say_it():
    assert "Hình thức Chưa có dữ liệu" in shown(page_at("scheduled").body)


def test_the_page_names_further_sites_who_attended_who_organised_too_and_the_notice_of_the_day():
    page = page_of(a_dialogue(
        "x", an_announcement(notice={"number": "21/TB-UBND", "issued_on": "2023-07-19"}),
        further_sites=["Nhà văn hóa tổ 5", "Đình làng"], co_organisers=["Hội Nông dân phường"],
        held={"attended": ["Chủ tịch HĐND phường"]},
    ))
    text = shown(page.body)
    assert "Điểm cầu, địa điểm khác Nhà văn hóa tổ 5 Đình làng" in text
    assert "Lãnh đạo dự Chủ tịch HĐND phường Đơn vị" in text and "Cùng tổ chức Hội Nông dân phường Loại" in text
    assert "Văn bản số 21/TB-UBND, ngày 19/7/2023." in text


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
        "Ngày 01/8/2023: thông báo thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00. "
        "Ngày 01/9/2023: tạm hoãn (lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00), chưa có ngày mới. "
        "Lý do: Ảnh hưởng của bão. "
        "Ngày 05/9/2023: thay đổi thời gian từ thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00 "
        "sang thứ Năm, ngày 28/9/2023, từ 08 giờ 00 đến 11 giờ 00. Lý do: Hết bão."
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
    assert [entry.step or entry.announcement.state for entry in history(a_dialogue("x", *schedule))] == changes


def test_where_nothing_is_told_of_how_to_take_part_that_is_said_once():
    said = section(page_of(a_dialogue("x", registration=a_registration())), "tham-gia")
    assert said.startswith("Đơn vị chưa công bố cách tham gia.") and "Chưa có dữ liệu" not in said


def test_how_to_take_part_says_where_and_until_when():
    page = page_of(a_dialogue("x", an_announcement(), participation={
        "who": "Nhân dân toàn phường", "opinions_from": "2023-08-01", "opinions_until": "2023-09-10",
        "opinions_to": "Ủy ban MTTQ phường", "attend_until": "2023-09-18", "attend_to": "Văn phòng UBND phường",
    }))
    assert section(page, "tham-gia") == (
        "Thành phần mời Nhân dân toàn phường Gửi ý kiến Ủy ban MTTQ phường Từ ngày 01/8/2023 "
        "Đến hết ngày 10/9/2023 (đã hết hạn; vẫn đăng ký tham dự được đến hết ngày 18/9/2023) "
        "Đăng ký tham dự Văn phòng UBND phường Đến hết ngày 18/9/2023"
    )


@pytest.mark.parametrize("contact, open, over", [
    ({"email": "a@doi-thoai.example"}, "Gửi câu hỏi", "Hỏi về hội nghị"), ({"phone": "0225 3000 302"}, "Gọi điện để hỏi", "Gọi điện để hỏi"),
    ({}, "Cách gửi câu hỏi", "Cách tham gia"),
])
def test_after_the_last_day_for_opinions_no_question_is_asked_for(contact, open, over):
    def button(until: str) -> str:
        page = page_of(a_dialogue("x", an_announcement(), participation={"opinions_until": until, "contact": {"office": "Văn phòng", **contact}}))
        return re.search(r'<li data-coming><a class="button" href="(?!\.)([^"]*)"([^>]*)>([^<]*)</a>', page.body).group(3)

    assert (button("2023-09-15"), button("2023-09-14")) == (open, over)


def test_what_remains_after_the_last_day_for_opinions_is_said_as_far_as_it_is_known():
    def said(**participation: object) -> str:
        return section(page_of(a_dialogue("x", an_announcement(), participation={"opinions_until": "2023-09-10", **participation})), "tham-gia")

    assert "(đã hết hạn; vẫn hỏi được về hội nghị ở nơi liên hệ)" in said(contact=CONTACT, attend_until="2023-09-12")
    assert "(đã hết hạn; vẫn đăng ký tham dự được)" in said(attend_to="Văn phòng")
    assert "(đã hết hạn)" in said()


@pytest.mark.parametrize("attend_until, remains", [
    ("2023-09-17", "vẫn hỏi được về hội nghị ở nơi liên hệ"), ("2023-09-18", "vẫn hỏi được về hội nghị ở nơi liên hệ"),
    ("2023-09-19", "vẫn đăng ký tham dự được đến hết ngày 19/9/2023"),
])
def test_a_page_that_grows_old_promises_no_attending_that_ended_no_later_than_opinions(attend_until, remains):
    page = page_of(a_dialogue("x", an_announcement(), participation={
        "opinions_until": "2023-09-18", "attend_to": "Văn phòng", "attend_until": attend_until, "contact": CONTACT,
    }))
    assert f'data-due="2023-09-18" data-then="Đến hết ngày 18/9/2023 (đã hết hạn; {remains})"' in page.body


def test_a_dialogue_without_a_way_to_take_part_says_whom_to_ask():
    assert "Xin hỏi trụ sở UBND phường Sở Dầu" in section(page_at("scheduled"), "tham-gia")


CONTACT = {"office": "Văn phòng phường", "phone": "0225 3000 302"}


@pytest.mark.parametrize("participation, contact, link", [
    ({"contact": CONTACT}, {}, "tel:02253000302"),
    ({"contact": {**CONTACT, "email": "phuong@doi-thoai.example"}}, {},
     "mailto:phuong@doi-thoai.example?subject=%C4%90%E1%BB%91i%20tho%E1%BA%A1i"),
    ({"contact": {**CONTACT, "page": "https://zalo.me/0225300302"}}, {}, "https://zalo.me/0225300302"),
    ({"opinions_to": "Ủy ban MTTQ phường"}, {"phone": "0225 3000 000"}, "#tham-gia"),
    ({}, {"phone": "0225 3000 000"}, "tel:02253000000"),
    ({}, {"phone": "0225 3000 000 máy lẻ 12"}, "#tham-gia"),
    ({}, {}, "#tham-gia"),
])
def test_a_question_goes_where_the_record_names_first(participation, contact, link):
    dialogue = a_dialogue("x", an_announcement(), participation=participation)
    site = a_site(dialogue, contact={"office": "Ban Dân vận", **contact})
    body = published_at("doi-thoai/2023/x/", dialogues, site).body
    told = {"tel": "Gọi điện để hỏi", "#th": "Cách gửi câu hỏi"}.get(link[:3], "Gửi câu hỏi")
    assert re.search(rf'<a class="button" href="{re.escape(link)}[^"]*">{told}</a>', body)


@pytest.mark.parametrize("stage", ("cancelled", "awaiting", *HELD))
def test_nobody_is_asked_about_what_is_over(stage):
    assert "Gửi câu hỏi" not in page_at(stage).body


def test_nobody_is_invited_to_sign_up_for_a_cancelled_dialogue():
    dialogue = a_dialogue("x", an_announcement(), cancelled(), participation={"attend_to": "Văn phòng"})
    assert "Đăng ký tham dự" not in section(page_of(dialogue), "tham-gia") and "Cách tham gia" not in page_of(dialogue).body


@pytest.mark.parametrize("stage", LIFE)
def test_only_a_dialogue_to_come_can_be_added_to_a_calendar(stage):
    page = page_at(stage)
    assert ("Thêm vào lịch" in page.body) == (stage in ("scheduled", "rescheduled"))


def test_adding_one_event_is_a_download_of_its_own_file():
    assert '<a class="button button-primary" href="../x.ics" download>Thêm vào lịch</a>' in page_at("scheduled").body


@pytest.mark.parametrize("stage", LIFE)
def test_every_page_points_to_the_dialogues_own_feed(stage):
    own = f"doi-thoai/2023/{LIFE[stage].id}.ics"
    assert [feed.address for feed in page_at(stage).feeds] == [own, "lich/hong-bang/so-dau.ics"]


@pytest.mark.parametrize("stage", LIFE)
def test_who_waits_for_a_day_can_follow_the_dialogue(stage):
    page = page_at(stage)
    follows = 'href="#theo-doi">Theo dõi cuộc này</a>' in page.body
    assert follows == ('href="webcal://doithoai.example/doi-thoai/2023/x.ics"' in page.body)
    assert follows == (stage in ("registered", "postponed"))


def test_the_page_was_last_changed_when_a_fact_came_or_a_state_turned():
    assert page_at("scheduled").updated == date(2023, 8, 1)
    assert page_at("followed up").updated == date(2023, 9, 11)  # a commitment had become overdue


CORRECTED = {"corrected_on": "2023-09-10", "field": "schedule[1].day", "was": "2023-09-18", "text": "Ghi nhầm ngày"}
BOTH_DAYS = "ngày đối thoại đã công bố là thứ Hai, ngày 18/9/2023, nay là thứ Tư, ngày 20/9/2023. Ghi nhầm ngày"


def test_a_day_that_was_corrected_is_told_at_the_top_until_the_meeting_is_held():
    coming, held = (shown(page_of(a_dialogue("a", an_announcement(), corrections=[CORRECTED], **more)).body) for more in ({}, {"held": {}}))
    assert f"Đính chính ngày 10/9/2023: {BOTH_DAYS}" in coming and "Đính chính ngày 10/9/2023" not in held


def test_what_was_corrected_stays_below():
    page = page_of(a_dialogue("a", an_announcement(), corrections=[CORRECTED], held={}))
    assert section(page, "dinh-chinh") == f"Ngày 10/9/2023: {BOTH_DAYS} Mọi đính chính"


def test_a_cancelled_dialogue_leads_to_the_next_one_of_the_same_posts():
    gone, later = a_dialogue("x", an_announcement(), cancelled()), a_dialogue("y", an_announcement("2023-10-02"))
    others = (
        a_dialogue("before", an_announcement("2023-09-01")), a_dialogue("z", an_announcement("2023-11-02")),
        a_dialogue("half", an_announcement("2023-09-25"), presided_by=["party"]),
        a_dialogue("other", an_announcement("2023-09-25"), kind="thematic"),
    )
    [page] = [
        page for page in published_by(dialogues, a_site(gone, later, *others)) if page.address == "doi-thoai/2023/x/"
    ]
    assert "Sau đó, cùng chức danh có: " in shown(page.body)
    assert 'có: <a href="../y/">' in page.body


def test_people_can_attend_online_only_a_dialogue_to_come():
    online = {"venue": {"name": "Hội trường", "online_url": "https://hop.example/a"}}
    offered = [
        "Tham dự trực tuyến" in page_of(a_dialogue("x", *schedule, **online)).body
        for schedule in ([an_announcement()], [an_announcement(), postponed()], [an_announcement("2023-09-14")])
    ]
    assert offered == [True, False, False]


def test_in_the_history_a_place_and_a_reason_are_two_sentences():
    moved = an_announcement("2023-09-25", "2023-09-02", venue={"name": "Nhà văn hóa Đồ Sơn"}, reason="Trùng lịch họp")
    page = page_of(a_dialogue("x", an_announcement(), moved))
    assert "Địa điểm: Nhà văn hóa Đồ Sơn. Lý do: Trùng lịch họp." in section(page, "lich-su")


@pytest.mark.parametrize("stage", [stage for stage in LIFE if stage != "registered"])
def test_no_line_breaks_within_an_hour_or_a_post(stage):
    text = " ".join(re.findall(r">([^<]*)<", page_at(stage).body))
    assert not re.search(r"\d giờ| giờ \d|giờ 00 đến ", text)
    title = re.search("<h1>(.*?)</h1>", page_at(stage).body)[1]
    assert "Bí\u00a0thư" in title


def test_two_counts_of_attendance_stand_apart():
    assert "trên 200 người; 50 hộ" in section(page_at("followed up"), "ket-qua")


def test_the_page_tells_who_asked_for_the_dialogue_and_whether_they_were_answered():
    asked = {"asked_by": "Cử tri thôn Đông", "asked_on": "2023-09-01", "voters": 312, "answer_by": "2023-09-20"}
    def told(**fields: object) -> str:
        return shown(page_of(a_dialogue("a", an_announcement(), demand={**asked, **fields})).body)

    assert "Cử tri thôn Đông (312 cử tri), ngày 01/9/2023 Chưa ghi nhận trả lời; hạn trả lời: ngày 20/9/2023" in told()
    assert "Đã trả lời ngày 10/9/2023: Đồng ý" in told(answered_on="2023-09-10", answer="Đồng ý")


def test_a_postponed_one_promises_no_way_to_take_part_that_nobody_told():
    told = section(page_at("postponed"), "tham-gia")
    assert told.startswith("Đơn vị chưa công bố cách tham gia. Xin hỏi trụ sở UBND phường Sở Dầu") and "dưới đây" not in told
