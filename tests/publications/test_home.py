"""The home page: find a unit, what comes next, how far the year has come, what was concluded last."""

from __future__ import annotations

import re
from datetime import date

from generator.publications import home
from generator.site.published import PublishedPage
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.page_text import links, section, shown
from tests.publications.unit_register import old_namesakes
from tests.record_parts import a_conclusion, an_announcement


def the_page(*dialogues, **register: object) -> PublishedPage:
    [page] = home.publish(a_site(*dialogues, **register))
    return page


class TestFindingAUnit:
    def test_two_communes_of_one_name_are_told_apart_by_their_district(self):
        units = [
            a_district("tien-lang", "Huyện Tiên Lãng"), a_commune("tien-lang/vinh-quang", "Xã Vinh Quang"),
            a_district("vinh-bao", "Huyện Vĩnh Bảo"), a_commune("vinh-bao/vinh-quang", "Xã Vinh Quang"),
        ]
        text = shown(the_page(units=units).body)
        assert "Xã Vinh Quang, huyện Tiên Lãng" in text and "Xã Vinh Quang, huyện Vĩnh Bảo" in text

    def test_every_unit_is_one_link_away(self):
        assert {"quan-huyen/hong-bang/", "quan-huyen/hong-bang/so-dau/"} <= set(links(the_page()))

    def test_without_a_script_the_list_of_units_is_a_link_away(self):
        assert "quan-huyen/" in links(the_page())

    def test_a_closed_unit_is_found_and_said_to_be_old(self):
        units = [a_district(), a_commune(exists_until="2023-06-30")]
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ)" in shown(the_page(units=units).body)

    def test_two_old_units_of_one_name_are_told_apart_by_their_last_days(self):
        text = shown(the_page(units=old_namesakes()).body)
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ, đến ngày 31/3/2023)" in text
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ, đến ngày 30/6/2023)" in text


class TestNextDialogues:
    def test_one_of_a_year_without_rules_stands_among_them(self):
        page = the_page(a_dialogue("a", an_announcement("2024-01-20")), a_dialogue("b", an_announcement("2023-09-20")))
        text = section(page, "sap-to-chuc")
        assert 0 < text.index("20/9/2023") < text.index("20/01/2024")

    def test_the_soonest_comes_first(self):
        page = the_page(
            a_dialogue("a", an_announcement("2023-10-20")), a_dialogue("b", an_announcement("2023-09-20")),
        )
        text = section(page, "sap-to-chuc")
        assert text.index("20/9/2023") < text.index("20/10/2023")

    def test_there_are_at_most_six(self):
        dialogues = [a_dialogue(f"x{number}", an_announcement(f"2023-10-{number:02}")) for number in range(10, 20)]
        page = the_page(*dialogues)
        assert sum(link.startswith("doi-thoai/2023/x") for link in links(page)) == 6

    def test_what_is_past_is_not_among_them(self):
        assert "14/9/2023" not in section(the_page(a_dialogue("a", an_announcement("2023-09-14"))), "sap-to-chuc")

    def test_none_says_what_the_rule_asks_and_by_when(self):
        text = section(the_page(), "sap-to-chuc")
        assert "ít nhất 1 lần ở cấp huyện, 1 lần ở cấp xã" in text and "trước ngày 01/3/2023" in text

    def test_none_offers_the_feed(self):
        assert "dang-ky-lich/" in links(the_page())


class TestProgress:
    def test_is_a_sentence_with_its_day(self):
        text = section(the_page(a_held_dialogue()), "tien-do")
        assert text.startswith(
            "Tính đến hết ngày 15/9/2023, 2 trên 4 chức danh phải đối thoại trong năm 2023 đã thực hiện (50%); còn 2"
        )

    def test_names_what_the_rule_comes_from(self):
        assert "Căn cứ: Hướng dẫn năm 2023." in section(the_page(), "tien-do")

    def test_with_nobody_who_owes_is_neither_zero_nor_all(self):
        units = [a_district(exists_until="2023-06-30"), a_commune(exists_until="2023-06-30")]
        text = section(the_page(units=units), "tien-do")
        assert "không có chức danh phải thực hiện" in text and "%;" not in text


class TestConclusions:
    def test_the_newest_notice_comes_first(self):
        page = the_page(
            a_held_dialogue("a", "2023-08-15", conclusion=a_conclusion(number="01-TB", issued_on="2023-08-20")),
            a_held_dialogue("b", "2023-07-15", conclusion=a_conclusion(number="02-TB", issued_on="2023-09-10")),
        )
        text = section(page, "ket-luan-moi")
        assert text.index("02-TB") < text.index("01-TB")

    def test_each_leads_to_the_conclusion_itself(self):
        page = the_page(a_held_dialogue("a", conclusion=a_conclusion()))
        assert "doi-thoai/2023/a/#ket-luan" in links(page)

    def test_days_are_written_as_everywhere_on_the_page(self):
        page = the_page(a_held_dialogue("a", conclusion=a_conclusion(issued_on="2023-09-10")))
        assert "ngày 10/9/2023" in section(page, "ket-luan-moi") and " tháng 9 năm" not in shown(page.body)

    def test_none_is_said_plainly(self):
        assert "Chưa có Thông báo kết luận nào" in section(the_page(a_held_dialogue()), "ket-luan-moi")


def test_hostile_text_stays_text():
    page = the_page(a_dialogue("a", an_announcement(), topic="<script>alert(1)</script>"))
    assert "<script>" not in page.body


def test_the_page_is_as_new_as_its_newest_fact():
    assert the_page(a_held_dialogue(conclusion=a_conclusion(sent_on="2023-09-02"))).updated == date(2023, 9, 2)


class TestMapOfUnits:
    TILED = (a_district(tile={"row": "1", "column": "1"}), a_commune())

    def test_each_unit_has_its_number_on_the_map_and_in_the_table_beside_it(self):
        body = the_page(a_held_dialogue(unit="hong-bang"), units=self.TILED).body
        assert re.findall(r'<text class="tile-share"[^>]*>(.*?)</text>', body) == ["2/4"]
        assert "2 trên 4 (50%)" in section(the_page(a_held_dialogue(unit="hong-bang"), units=self.TILED), "ban-do")

    def test_a_register_without_places_has_no_map(self):
        assert 'class="chart tiles"' not in the_page(a_held_dialogue()).body
