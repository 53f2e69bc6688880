"""A unit's page opens with when its heads next meet the People."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.answers import answer_for
from generator.consequences.states import AnswerKind
from generator.model import Dialogue, Post
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.page_text import section, shown
from tests.publications.unit_register import COMMUNE, page_of, pages_of
from tests.record_parts import a_conclusion, a_registration, an_announcement, cancelled, postponed


def answer_kind(*dialogues: Dialogue, post: Post = Post.PARTY, today: date = TODAY, **unit: object) -> AnswerKind:
    commune = a_commune(**unit)
    site = a_site(*dialogues, today=today, units=[a_district(), commune])
    return answer_for(commune, post, site.views.of_unit(commune), None, today).kind


@pytest.mark.parametrize("post, last_held", [(Post.PARTY, "c"), (Post.GOVERNMENT, "b")])
def test_beside_what_is_to_come_the_answer_names_the_newest_that_the_post_itself_held(post, last_held):
    site = a_site(
        a_held_dialogue("a", "2023-06-15"), a_held_dialogue("b", "2023-07-25"),
        a_held_dialogue("c", "2023-08-15", presided_by=["party"]), a_dialogue("d", an_announcement()),
    )
    unit = site.register.units["hong-bang/so-dau"]
    answer = answer_for(unit, post, site.views.of_unit(unit), None, site.today)
    assert (answer.view.dialogue.id, answer.last_held.dialogue.id) == ("d", last_held)


CONTACT = {"office": "Văn phòng phường", "phone": "0225 3000 302", "page": "https://zalo.me/0225300302"}


def test_where_nothing_is_registered_the_answer_says_whom_to_ask():
    page = page_of(units=[a_district(), a_commune(contacts=[CONTACT])])
    assert "Xin hỏi: Văn phòng phường" in section(page, "bao-gio")
    assert section(page, "hoi-ai") == "Văn phòng phường Điện thoại: 0225 3000 302 Hỏi trực tuyến: zalo.me/0225300302"


def test_where_a_unit_named_nobody_the_page_says_whose_office_it_names():
    page = page_of(units=[a_district(contacts=[CONTACT]), a_commune()])
    assert section(page, "hoi-ai").startswith("Phường Sở Dầu chưa ghi nơi trả lời người dân. Xin hỏi quận Hồng Bàng:")


class TestTheAnswer:
    @pytest.mark.parametrize("kind, dialogues", [
        ("next", [a_dialogue("x", an_announcement())]),
        ("next", [a_held_dialogue("a"), a_dialogue("x", an_announcement())]),
        ("next", [a_dialogue("x", an_announcement("2023-09-15"))]),
        ("next", [a_dialogue("x", an_announcement("2024-01-10", start=None))]),
        ("postponed", [a_dialogue("x", an_announcement(), postponed())]),
        ("registered", [a_dialogue("x", registration=a_registration())]),
        ("registered", [a_dialogue("x", registration=a_registration("2023-Q3"))]),
        ("plan-late", [a_dialogue("x", registration=a_registration("2023-06"))]),
        ("awaiting", [a_dialogue("x", an_announcement("2023-09-14"))]),
        ("held", [a_held_dialogue()]),
        ("held", [a_held_dialogue(), a_dialogue("x", registration=a_registration("2023-06"))]),
        ("cancelled", [a_dialogue("x", an_announcement(), cancelled())]),
        ("nothing", []),
        ("nothing", [a_dialogue("x", an_announcement(), presided_by=["government"])]),
        ("nothing", [a_held_dialogue(day="2022-08-15")]),
        ("nothing", [a_dialogue("x", an_announcement("2022-08-15"), postponed())]),
    ])
    def test_is_never_a_dead_end(self, kind, dialogues):
        assert answer_kind(*dialogues) == kind

    def test_accuses_nobody_by_the_rules_of_the_year_before(self):
        site = a_site(a_held_dialogue(day="2023-03-29"), today=date(2024, 2, 10))
        text = shown(pages_of(site)[COMMUNE].body)
        assert "Chưa công bố lịch năm 2024. Quy định về đối thoại năm 2024 chưa được ghi vào sổ." in text
        assert "Lần trước" in text and "đã quá hạn" not in text and "Chưa đăng ký kế hoạch" not in text

    def test_is_the_soonest_of_several(self):
        commune = a_commune()
        site = a_site(a_dialogue("a", an_announcement("2023-10-20")), a_dialogue("b", an_announcement("2023-09-18")))
        answer = answer_for(commune, Post.PARTY, site.views.of_unit(commune), None, TODAY)
        assert answer.view.dialogue.id == "b"

    def test_says_when_nobody_holds_the_post(self):
        assert answer_kind(vacancies=[{"post": "party", "vacant_from": "2023-08-01"}]) == "vacant"

    def test_says_what_was_held_before_the_post_fell_vacant(self):
        vacancies = [{"post": "party", "vacant_from": "2023-09-01"}]
        assert answer_kind(a_held_dialogue(), vacancies=vacancies) == "held"

    def test_is_for_both_posts_of_one_person(self):
        one_person = [{"one_person_from": "2023-01-01"}]
        dialogue = a_dialogue("x", an_announcement(), presided_by=["government"])
        assert answer_kind(dialogue, one_person_in_both_posts=one_person) == "next"

    def test_of_a_unit_that_is_no_more_is_its_end(self):
        assert answer_kind(a_dialogue("x", an_announcement()), exists_until="2023-08-31") == "not-existing"


@pytest.mark.parametrize("words, dialogues", [
    ("Đối thoại tiếp theo: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00", [a_dialogue("x", an_announcement())]),
    ("(hôm nay)", [a_dialogue("x", an_announcement("2023-09-15"))]),
    ("Tạm hoãn, chưa có ngày mới. Lịch cũ: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00. Lý do: Ảnh hưởng của bão.",
     [a_dialogue("x", an_announcement(), postponed())]),
    ("Đã đăng ký tổ chức vào tháng 10/2023, chưa công bố ngày, giờ.", [a_dialogue("x", registration=a_registration())]),
    ("Đã đăng ký tổ chức vào tháng 6/2023, nay đã qua thời gian đó.",
     [a_dialogue("x", registration=a_registration("2023-06"))]),
    ("Đã qua ngày đối thoại, chưa có báo cáo kết quả.", [a_dialogue("x", an_announcement("2023-09-14"))]),
    ("Đã đối thoại: thứ Ba, ngày 15/8/2023, từ 08 giờ 00 đến 11 giờ 00. Chưa công bố cuộc tiếp theo. Xem kết luận",
     [a_held_dialogue(conclusion=a_conclusion())]),
    ("Đã hủy, chưa có cuộc thay thế.", [a_dialogue("x", an_announcement(), cancelled())]),
    ("Chưa đăng ký kế hoạch, chưa công bố lịch năm 2023. Theo quy định mỗi năm ít nhất 01 lần; "
     "hạn đăng ký: trước ngày 01/3/2023 (đã quá hạn).", []),
    ("Lần trước: thứ Ba, ngày 15/8/2023, từ 08 giờ 00 đến 11 giờ 00. Xem kết quả",
     [a_held_dialogue("a"), a_dialogue("x", an_announcement())]),
    ("Cấp phó chủ trì thay, không được tính vào chỉ tiêu.",
     [a_dialogue("x", an_announcement(), presided_by=[{"post": "party", "deputy": True}])]),
    ("Chỉ tiêu năm 2023, tính đến ngày 15/9/2023: đã thực hiện, đối thoại chung.", [a_held_dialogue()]),
])
def test_the_page_opens_with_the_answer_in_words(words, dialogues):
    assert words in section(page_of(*dialogues), "bao-gio")


def test_there_is_an_answer_for_each_post():
    assert page_of().body.count('<div class="card">') == 2


def test_a_vacant_post_is_said_to_be_vacant():
    commune = a_commune(vacancies=[{"post": "party", "vacant_from": "2023-08-01"}])
    assert "Chức danh đang khuyết, chưa có người chủ trì" in section(page_of(units=[a_district(), commune]), "bao-gio")


def test_an_upcoming_time_is_marked_for_the_guard_in_the_page():
    assert '<time datetime="2023-09-20T08:00:00+07:00" data-upcoming="11:00:00">' in page_of(a_dialogue("x", an_announcement())).body


def test_a_past_time_is_not_marked():
    assert "data-upcoming" not in page_of(a_held_dialogue()).body
