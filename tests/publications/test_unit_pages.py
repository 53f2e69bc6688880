"""A unit's page: what it holds, owes and promised, and how to follow it."""

from __future__ import annotations

import re

import pytest

from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, some_rules
from tests.page_text import Outline, links, section, shown
from tests.publications.unit_register import COMMUNE, DISTRICT, merged_units, page_of, pages_of
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed


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


def test_where_nobody_has_reported_a_meeting_nothing_is_said_of_its_conclusion():
    rows = section(page_of(a_dialogue("x", an_announcement("2023-09-01"))), "da-qua")
    assert "Đã qua ngày, chưa có báo cáo Chưa có dữ liệu" in rows and "Không có" not in rows


def test_a_conclusion_that_is_owed_is_listed_with_its_clock():
    page = page_of(a_held_dialogue("x", "2023-09-01", unit="hong-bang"), address=DISTRICT)
    assert "Chưa có Thông báo kết luận" in section(page, "ket-luan") and "Quá hạn (hạn 11/9/2023)" in section(page, "ket-luan")


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


@pytest.mark.parametrize("count, fold", [(12, ""), (13, "1 cam kết tiếp theo")])
def test_many_open_commitments_stand_in_a_fold_after_the_most_urgent(count, fold):
    own = [a_commitment(id=str(number), text=f"Việc {number}.", due=f"2023-10-{number:02}") for number in range(1, count + 1)]
    text = section(page_of(a_held_dialogue(conclusion=a_conclusion(), commitments=own)), "cam-ket")
    assert re.findall(r"Việc \d+\.", text.partition("tiếp theo")[0]) == [f"Việc {number}." for number in range(1, 13)]
    assert ("cam kết tiếp theo" in text, fold in text, f"Việc {count}." in text) == (bool(fold), True, True)


@pytest.mark.parametrize("count, fold", [(20, ""), (21, "1 cuộc tiếp theo ở các phường trực thuộc")])
def test_a_district_folds_what_its_communes_hold_after_the_nearest(count, fold):
    held = [a_dialogue(f"d{number:02}", an_announcement(f"2023-10-{number:02}"), topic=f"Việc {number}.") for number in range(1, count + 1)]
    text = section(page_of(*held, address=DISTRICT), "sap-toi")
    assert re.findall(r"Việc \d+\.", text.partition("tiếp theo")[0]) == [f"Việc {number}." for number in range(1, 21)]
    assert ("cuộc tiếp theo" in text, fold in text, f"Việc {count}." in text) == (bool(fold), True, True)


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


def test_a_district_names_in_one_sentence_the_communes_that_are_no_more():
    units_ = [a_district(), a_commune(exists_until="2022-12-31"), a_commune("hong-bang/ha-ly", "Phường Hạ Lý")]
    text = section(page_of(units=units_, address=DISTRICT), "tien-do")
    assert "Phường Hạ Lý Chưa đăng ký kế hoạch Chưa đăng ký kế hoạch" in text
    assert "Các phường trực thuộc không còn hoặc chưa có vào ngày tính: Phường Sở Dầu." in text
    assert text.count("Phường Sở Dầu") == 1


def test_a_district_tells_communes_of_one_name_apart_by_their_last_days():
    old, newer = a_commune(exists_until="2021-12-31"), a_commune("hong-bang/so-dau-2", exists_from="2022-01-01", exists_until="2022-12-31")
    text = section(page_of(units=[a_district(), old, newer], address=DISTRICT), "tien-do")
    assert "vào ngày tính: Phường Sở Dầu (đến ngày 31/12/2021); Phường Sở Dầu (đến ngày 31/12/2022)." in text


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


def test_a_closed_unit_keeps_its_page_and_leads_to_its_successor():
    assert "Đơn vị không còn từ sau ngày 31/8/2023. Trang này được giữ lại để tra cứu. Nay thuộc: Phường Hồng Bàng" in shown(
        page_of(units=merged_units()).body
    )


def test_a_closed_unit_says_whose_calendar_to_follow_now():
    assert "Nay hãy theo dõi lịch của phường Hồng Bàng." in section(page_of(units=merged_units()), "theo-doi")
    assert "Nay hãy theo dõi" not in page_of().body


def test_a_closed_unit_whose_successor_is_no_more_either_leads_to_the_units_of_today():
    district, merged, new = merged_units()
    new = a_commune(new.id, new.name, exists_from="2023-09-01", exists_until="2023-09-10", successors=["hong-bang/a", "hong-bang/b"])
    parts = [a_commune(f"hong-bang/{id}", f"Phường {id.upper()}", exists_from="2023-09-11") for id in "ab"]
    page = page_of(units=[district, merged, new, *parts])
    assert "Nay hãy theo dõi lịch của phường A; phường B." in section(page, "theo-doi")
    assert (
        "Đơn vị kế tiếp: Phường Hồng Bàng, quận Hồng Bàng. Đơn vị kế tiếp cũng đã sắp xếp lại, nay thuộc: "
        "Phường A, quận Hồng Bàng; Phường B, quận Hồng Bàng."
    ) in shown(page.body)


@pytest.mark.parametrize("dialogue, when", [
    (a_dialogue("x", registration=a_registration("2023-Q4")), "Dự kiến quý IV/2023; đơn vị không còn từ sau ngày 31/8/2023"),
    (a_dialogue("x", an_announcement(), postponed()), "đơn vị không còn từ sau ngày 31/8/2023"),
])
def test_what_a_unit_planned_that_is_no_more_is_not_told_as_coming(dialogue, when):
    text = section(page_of(dialogue, units=merged_units()), "sap-toi")
    assert text.startswith("Không còn cuộc đối thoại nào sắp tới. Đã đăng ký hoặc tạm hoãn khi đơn vị còn, sổ không ghi đơn vị nào")
    assert when in text


def test_what_a_unit_held_that_is_no_more_is_told_as_what_any_unit_held():
    text = section(page_of(a_held_dialogue(day="2023-03-10"), units=merged_units()), "da-qua")
    assert "10/3/2023" in text and "không còn" not in text


def test_a_unit_that_is_still_to_be_says_since_when_and_nothing_of_an_end():
    page = page_of(units=[a_district(), a_commune(exists_from="2024-01-01")])
    assert "Đơn vị có từ ngày 01/01/2024." in shown(page.body) and "không còn từ sau" not in shown(page.body)


def test_a_closed_unit_is_marked_in_its_title():
    assert page_of(units=merged_units()).title == "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/8/2023)"


def test_a_successor_names_what_it_follows():
    page = page_of(units=merged_units(), address="quan-huyen/hong-bang/hong-bang/")
    assert "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/8/2023)" in section(page, "don-vi-cu")


def test_a_predecessors_dialogue_is_not_credited_to_its_successor():
    page = page_of(a_held_dialogue(), units=merged_units(), address="quan-huyen/hong-bang/hong-bang/")
    assert "0 trên 2 người đứng đầu" in section(page, "tien-do")


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
