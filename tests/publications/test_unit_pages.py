"""A unit's page, which opens with when its heads next meet the People; and the list of all units."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain

import pytest

from generator.consequences.answers import AnswerKind, answer_for
from generator.model import Dialogue, Post
from generator.publications import earlier_years, unit_list, units
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.text.vietnamese import unit_sort_key
from tests.builders import (
    TODAY,
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

COMMUNE = "quan-huyen/hong-bang/so-dau/"
DISTRICT = "quan-huyen/hong-bang/"


def pages_of(site: Site) -> dict[str, PublishedPage]:
    of_units = (published_by(module, site) for module in (unit_list, units, earlier_years))
    return {page.address: page for page in chain.from_iterable(of_units)}


def page_of(*dialogues: Dialogue, address: str = COMMUNE, **register: object) -> PublishedPage:
    return pages_of(a_site(*dialogues, **register))[address]


def answer_kind(*dialogues: Dialogue, post: Post = Post.PARTY, today: date = TODAY, **unit: object) -> AnswerKind:
    commune = a_commune(**unit)
    site = a_site(*dialogues, today=today, units=[a_district(), commune])
    return answer_for(commune, post, site.views.of_unit(commune), None, today).kind


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
    ("Đối thoại tiếp theo: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00", [a_dialogue("x", an_announcement())]),
    ("(hôm nay)", [a_dialogue("x", an_announcement("2023-09-15"))]),
    ("Tạm hoãn, chưa có ngày mới. Lịch cũ: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00. Lý do: Ảnh hưởng của bão.",
     [a_dialogue("x", an_announcement(), postponed())]),
    ("Đã đăng ký tổ chức vào tháng 10/2023, chưa công bố ngày, giờ.", [a_dialogue("x", registration=a_registration())]),
    ("Đã đăng ký tổ chức vào tháng 6/2023, nay đã qua thời gian đó.",
     [a_dialogue("x", registration=a_registration("2023-06"))]),
    ("Đã qua ngày đối thoại, chưa có báo cáo kết quả.", [a_dialogue("x", an_announcement("2023-09-14"))]),
    ("Đã đối thoại: thứ Ba, ngày 15/8/2023, 08 giờ 00 – 11 giờ 00. Chưa công bố cuộc tiếp theo. Xem kết luận",
     [a_held_dialogue(conclusion=a_conclusion())]),
    ("Đã hủy, chưa có cuộc thay thế.", [a_dialogue("x", an_announcement(), cancelled())]),
    ("Chưa đăng ký kế hoạch, chưa công bố lịch năm 2023. Theo quy định mỗi năm ít nhất 01 lần; "
     "hạn đăng ký: trước ngày 01/3/2023 (đã quá hạn).", []),
    ("Lần trước: thứ Ba, ngày 15/8/2023, 08 giờ 00 – 11 giờ 00. Xem kết quả",
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
    assert '<time datetime="2023-09-20T08:00:00+07:00" data-upcoming>' in page_of(a_dialogue("x", an_announcement())).body


def test_a_past_time_is_not_marked():
    assert "data-upcoming" not in page_of(a_held_dialogue()).body


def test_a_communes_page_shows_what_its_district_holds_next():
    dialogue = a_dialogue("quan", an_announcement(), unit="hong-bang", topic="Doanh nghiệp")
    assert "Doanh nghiệp" in section(page_of(dialogue), "quan-huyen")


def test_a_districts_dialogue_for_other_communes_is_not_shown_to_this_one():
    units_ = [a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý")]
    dialogue = a_dialogue("quan", an_announcement(), unit="hong-bang", serves=["hong-bang/ha-ly"])
    pages = pages_of(a_site(dialogue, units=units_))
    assert [section(pages[address], "quan-huyen") != "" for address in (COMMUNE, "quan-huyen/hong-bang/ha-ly/")] == [
        False, True
    ]


def test_a_districts_page_shows_what_its_communes_hold_next():
    page = page_of(a_dialogue("x", an_announcement(), topic="Vỉa hè"), address=DISTRICT)
    assert "Vỉa hè" in section(page, "sap-toi")


def test_past_dialogues_stand_newest_first():
    text = section(page_of(a_held_dialogue("a", "2023-03-15"), a_held_dialogue("b", "2023-08-15")), "da-qua")
    assert text.index("15/8/2023") < text.index("15/3/2023")


def test_a_unit_lists_this_year_and_the_last_and_leads_to_the_years_before():
    dialogues = [a_held_dialogue(f"d{year}", f"{year}-08-15", topic=f"Việc {year}") for year in (2019, 2021, 2022, 2023)]
    pages = pages_of(a_site(*dialogues, rules=[some_rules(year) for year in range(2019, 2024)]))
    own, earlier = pages[COMMUNE], pages[f"{COMMUNE}cac-nam-truoc/"]
    assert re.findall(r"Việc \d+", section(own, "da-qua")) == ["Việc 2023", "Việc 2022"]
    assert "Đối thoại các năm trước (2 cuộc)" in section(own, "da-qua") and "cac-nam-truoc/" in links(own)
    assert re.findall(r"Việc \d+", shown(earlier.body)) == ["Việc 2021", "Việc 2019"]
    assert "../" in links(earlier)


def test_a_unit_without_earlier_years_has_no_page_of_them():
    assert [address for address in pages_of(a_site(a_held_dialogue())) if "cac-nam-truoc" in address] == []


def test_a_cancelled_dialogue_does_not_vanish():
    assert "Sở Dầu Hủy" in section(page_of(a_dialogue("x", an_announcement(), cancelled())), "da-qua")


def test_a_plan_of_last_year_is_no_longer_upcoming():
    page = page_of(a_dialogue("x", registration=a_registration("2022-06")))
    assert "Chưa công bố cuộc đối thoại nào sắp tới." in section(page, "sap-toi")


def test_a_conclusion_that_is_owed_is_listed_with_its_clock():
    page = page_of(a_held_dialogue("x", "2023-09-01", unit="hong-bang"), address=DISTRICT)
    assert "Chưa có Thông báo kết luận" in section(page, "ket-luan") and "Quá hạn 4 ngày" in section(page, "ket-luan")


def test_conclusions_link_to_their_place_on_the_dialogues_page():
    page = page_of(a_held_dialogue(conclusion=a_conclusion()))
    assert "../../../doi-thoai/2023/so-dau-dinh-ky/#ket-luan" in links(page)


def test_commitments_that_are_open_stand_by_their_day_and_finished_ones_are_counted():
    page = page_of(a_held_dialogue(commitments=[
        a_commitment(id="1", text="Lắp đèn"), a_commitment(id="2", text="Vá đường", due="2023-09-01"),
        a_commitment(an_update("2023-09-01", "kept"), id="3", text="Dọn rác"),
    ]))
    text = section(page, "cam-ket")
    assert (text.index("Vá đường") < text.index("Lắp đèn"), "Dọn rác" in text, "1 cam kết khác đã có kết quả" in text) == (
        True, False, True
    )


def test_a_district_says_how_many_commitments_its_communes_have_open():
    page = page_of(a_held_dialogue(commitments=[a_commitment()]), address=DISTRICT)
    assert "trực thuộc còn 1 cam kết chưa xong" in section(page, "cam-ket")


def test_a_districts_progress_is_its_own_and_its_communes():
    page = page_of(a_held_dialogue(), a_held_dialogue("q", unit="hong-bang", presided_by=["party"]), address=DISTRICT)
    assert "3 trên 4 người đứng đầu đã đối thoại định kỳ với Nhân dân: cấp huyện 1 trên 2, cấp xã 2 trên 2." in section(
        page, "tien-do"
    )


def test_a_district_lists_each_commune_with_each_posts_standing():
    page = page_of(a_held_dialogue(presided_by=["party"]), address=DISTRICT)
    assert "Phường Sở Dầu Đã thực hiện Chưa đăng ký kế hoạch" in section(page, "tien-do")


def test_a_district_without_communes_has_no_list_of_them():
    pages = pages_of(a_site(units=[a_district("bach-long-vi", "Huyện Bạch Long Vĩ")]))
    assert "trực thuộc" not in section(pages["quan-huyen/bach-long-vi/"], "tien-do")


def test_figures_carry_the_day_they_are_true_for():
    assert "Số liệu tính đến ngày 15/9/2023." in section(page_of(), "tien-do")


def test_following_is_offered_by_address_first_and_by_apples_scheme():
    text = page_of().body
    assert (
        'data-copy="https://doithoai.example/lich/hong-bang/so-dau.ics"' in text,
        'href="webcal://doithoai.example/lich/hong-bang/so-dau.ics"' in text,
    ) == (True, True)


@pytest.mark.parametrize("address, feeds", [
    (COMMUNE, ["lich/hong-bang/so-dau.ics"]),
    (DISTRICT, [
            "lich/hong-bang.ics", "lich/hong-bang/cap-huyen.ics", "lich/hong-bang-du-kien.ics",
            "thay-doi/hong-bang.atom",
        ]),
])
def test_a_page_points_to_its_feeds(address, feeds):
    assert [feed.address for feed in page_of(address=address).feeds] == feeds


def test_the_rule_and_where_it_comes_from_stand_on_the_page():
    assert section(page_of(), "quy-dinh") == (
        "Mỗi chức danh đối thoại định kỳ với Nhân dân ít nhất 01 lần trong năm. "
        "Đơn vị đăng ký kế hoạch năm trước ngày 01/3/2023. Căn cứ: Hướng dẫn năm 2023."
    )


def merged_units() -> list:
    """The ward Sở Dầu ends on 31/8/2023 and lives on in the ward Hồng Bàng."""
    return [
        a_district(),
        a_commune(exists_until="2023-08-31", successors=["hong-bang/hong-bang"]),
        a_commune("hong-bang/hong-bang", "Phường Hồng Bàng", exists_from="2023-09-01", predecessors=["hong-bang/so-dau"]),
    ]


def test_a_closed_unit_keeps_its_page_and_leads_to_its_successor():
    assert "Đơn vị không còn từ sau ngày 31/8/2023. Trang này được giữ lại để tra cứu. Nay thuộc: Phường Hồng Bàng" in shown(
        page_of(units=merged_units()).body
    )


def test_a_closed_unit_is_marked_in_its_title():
    assert page_of(units=merged_units()).title == "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/8/2023)"


def test_a_successor_names_what_it_follows():
    page = page_of(units=merged_units(), address="quan-huyen/hong-bang/hong-bang/")
    assert "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/8/2023)" in section(page, "don-vi-cu")


def test_a_predecessors_dialogue_is_not_credited_to_its_successor():
    page = page_of(a_held_dialogue(), units=merged_units(), address="quan-huyen/hong-bang/hong-bang/")
    assert "0 trên 2 người đứng đầu" in section(page, "tien-do")


def many_units() -> list:
    return [
        a_district(), a_district("an-duong", "Huyện An Dương"), a_district("le-chan", "Quận Lê Chân"),
        a_commune("hong-bang/phuong-10", "Phường 10"), a_commune("hong-bang/phuong-2", "Phường 2"),
        a_commune("le-chan/du-hang", "Phường Dư Hàng"), a_commune("an-duong/dang-cuong", "Xã Đặng Cương"),
        a_commune("le-chan/an-bien", "Phường An Biên"), a_commune("an-duong/an-duong", "Thị trấn An Dương"),
        a_commune("an-duong/an-hoa", "Xã Ân Hòa"), a_commune("le-chan/an-duong", "Phường An Dương"),
    ]


@cache
def list_page() -> PublishedPage:
    return pages_of(a_site(units=many_units()))["quan-huyen/"]


def test_the_list_holds_every_unit():
    linked = {link for link in links(list_page()) if not link.startswith(("#", ".."))}
    assert linked == {f"{unit.id}/" for unit in many_units()}


def test_the_list_runs_as_a_vietnamese_dictionary_without_the_units_types():
    assert section(list_page(), "xa-phuong") == (
        "Đến vần: 0–9 A Â D Đ 0–9 Phường 2, quận Hồng Bàng Phường 10, quận Hồng Bàng "
        "A Phường An Biên, quận Lê Chân Thị trấn An Dương, huyện An Dương Phường An Dương, quận Lê Chân "
        "Â Xã Ân Hòa, huyện An Dương D Phường Dư Hàng, quận Lê Chân Đ Xã Đặng Cương, huyện An Dương"
    )


def test_districts_run_in_the_same_order():
    text = section(list_page(), "quan-huyen")
    names = ["Huyện An Dương", "Quận Hồng Bàng", "Quận Lê Chân"]
    assert sorted(names, key=unit_sort_key) == sorted(names, key=text.index) == names


def test_a_closed_unit_stays_in_the_list():
    page = pages_of(a_site(units=merged_units()))["quan-huyen/"]
    assert section(page, "khong-con") == "Phường Sở Dầu, quận Hồng Bàng"


@cache
def every_page() -> tuple[PublishedPage, ...]:
    site = a_site(
        a_held_dialogue("a", conclusion=a_conclusion(), commitments=[a_commitment()]),
        a_dialogue("b", an_announcement()), a_dialogue("c", an_announcement(), postponed()),
        a_dialogue("d", registration=a_registration(), unit="hong-bang"), a_dialogue("e", an_announcement(), cancelled()),
        units=[*merged_units(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý")],
    )
    return tuple(pages_of(site).values())


@pytest.mark.parametrize("number", range(5))
class TestEveryPage:
    def test_is_well_formed(self, number):
        assert Outline(every_page()[number]).problems == []

    def test_has_its_headings_in_order(self, number):
        assert is_in_order(Outline(every_page()[number]).levels)

    def test_has_no_id_twice(self, number):
        ids = Outline(every_page()[number]).ids
        assert len(ids) == len(set(ids))

    def test_has_a_description_that_fits_a_search_result(self, number):
        assert 20 < len(every_page()[number].description) <= 160

    def test_has_a_title_of_its_own(self, number):
        titles = [page.title for page in every_page()]
        assert titles.count(titles[number]) == 1


def test_no_text_of_a_record_becomes_an_element():
    hostile = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
    page = page_of(
        a_held_dialogue(topic=hostile, conclusion={"number": hostile}, commitments=[a_commitment(text=hostile)]),
        a_dialogue("x", an_announcement(venue={"name": hostile}), postponed(reason=hostile)),
        a_dialogue("y", an_announcement(venue={"name": hostile})),
    )
    assert not {"script", "img"} & Outline(page).tags


@pytest.mark.parametrize("dialogues, leads", [
    ([a_held_dialogue(commitments=[{"id": "1", "text": "Sửa đường", "agency": "UBND phường"}])], True),
    ([a_held_dialogue()], False),
])
def test_a_commune_leads_to_all_commitments_of_its_district_where_there_are_any(dialogues, leads):
    assert ("../../../cam-ket/hong-bang/" in links(page_of(*dialogues))) == leads
