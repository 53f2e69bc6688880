"""The progress page: figures with their day and rule, frozen at the cut-offs, and the ledger of every post."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model import Level, Unit, UnitFile
from generator.publications import progress_pages
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_site, published_by, some_rules
from tests.page_text import links, section, shown
from tests.record_parts import a_registration, an_announcement

ADDRESS = "tien-do/2023/"


def pages_of(site: Site) -> dict[str, PublishedPage]:
    return {page.address: page for page in published_by(progress_pages, site)}


def the_page(*dialogues, today: date = TODAY, **register: object) -> PublishedPage:
    return pages_of(a_site(*dialogues, today=today, **register))[ADDRESS]


def rows(page: PublishedPage, id: str) -> list[list[str]]:
    """The cells of the table's body below the heading with this id."""
    body = re.search(rf'id="{id}">.*?<tbody[^>]*>(.*?)</tbody>', page.body, re.DOTALL)[1]
    return [
        [shown(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.DOTALL)
    ]


class TestTheSentence:
    def test_comes_first_with_its_day(self):
        assert shown(the_page(a_held_dialogue()).body).startswith(
            "Tiến độ thực hiện chỉ tiêu năm 2023 Tính đến hết ngày 15/9/2023, 2 trên 4 chức danh phải đối thoại "
            "trong năm 2023 đã thực hiện (50%); còn 2 chức danh."
        )

    def test_rounds_the_percent_down(self):
        units = [a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý")]
        page = the_page(a_held_dialogue(), a_held_dialogue("b", unit="hong-bang/ha-ly"), units=units)
        assert "4 trên 6 chức danh phải đối thoại trong năm 2023 đã thực hiện (66%)" in shown(page.body)


class TestLevelsAndPosts:
    def test_stand_in_one_table(self):
        page = the_page(a_held_dialogue(presided_by=["party"]))
        assert [[re.sub(r"\).*", ")", cell) for cell in row] for row in rows(page, "theo-cap")] == [
            ["Cấp huyện", "0 trên 1 (0%)", "0 trên 1 (0%)", "0 trên 2 (0%)"],
            ["Cấp xã", "1 trên 1 (100%)", "0 trên 1 (0%)", "1 trên 2 (50%)"],
            ["Cộng", "1 trên 2 (50%)", "0 trên 2 (0%)", "1 trên 4 (25%)"],
        ]

    def test_a_level_without_units_has_no_row(self):
        page = the_page(units=[a_district("bach-long-vi", "Huyện Bạch Long Vĩ")])
        assert [row[0] for row in rows(page, "theo-cap") if row[0].startswith("Cấp")] == ["Cấp huyện"]


class TestCutoffs:
    def test_are_not_reached_before_their_day(self):
        assert [row[-1] for row in rows(the_page(), "moc-chot")] == ["Chưa đến mốc", "Chưa đến mốc"]

    def test_are_not_reached_on_their_day(self):
        assert rows(the_page(today=date(2023, 11, 15)), "moc-chot")[0][-1] == "Chưa đến mốc"

    def test_freeze_what_was_held_by_then(self):
        late = a_held_dialogue(day="2023-12-05")
        page = the_page(late, today=date(2024, 1, 1))
        assert [row[-1] for row in rows(page, "moc-chot")] == ["0 trên 4 chức danh (0%)", "2 trên 4 chức danh (50%)"]

    def test_the_year_itself_stands_still_after_its_end(self):
        late = a_held_dialogue(day="2024-02-05")
        assert "Tính đến hết ngày 31/12/2023, 0 trên 4" in shown(the_page(late, today=date(2024, 3, 1)).body)


class TestPace:
    def test_has_a_table_beside_the_chart(self):
        page = the_page(a_held_dialogue(registration=a_registration(registered_on="2023-02-20")))
        assert rows(page, "nhip-do")[-2:] == [["31/8/2023", "2", "2", "2"], ["15/9/2023", "2", "2", "2"]]

    def test_says_how_much_of_the_year_is_used(self):
        assert section(the_page(), "nhip-do").startswith("Đã qua 258 trên 365 ngày của năm (70%).")

    def test_the_chart_says_what_it_shows_in_words(self):
        page = the_page(a_held_dialogue(registration=a_registration(registered_on="2023-02-20")))
        assert "trên 4 chức danh: 2 đã đăng ký kế hoạch, 2 đã có ngày, 2 đã tổ chức" in page.body

    def test_there_is_no_chart_when_nobody_owes(self):
        units = [a_district(exists_until="2023-06-30"), a_commune(exists_until="2023-06-30")]
        assert "<svg" not in the_page(units=units).body

    @pytest.mark.parametrize("today, left", [
        (date(2023, 11, 13), "Còn 1 ngày"), (date(2023, 11, 14), "Hôm nay là ngày cuối"),
        (date(2023, 11, 15), "Đã qua"),
    ])
    def test_a_deadline_is_over_on_the_day_it_names(self, today, left):
        text = section(the_page(today=today), "nhip-do")
        assert f"Báo cáo năm (BC01, BC02, BC03) 15/11/2023 {left}" in text


class TestDistricts:
    def test_stand_in_administrative_order_and_not_by_their_figures(self):
        units = [
            a_district(), a_commune(), a_district("an-duong", "Huyện An Dương"),
            a_commune("an-duong/an-hoa", "Xã An Hoà"),
        ]
        page = the_page(a_held_dialogue(unit="an-duong/an-hoa"), units=units)
        assert rows(page, "quan-huyen") == [
            ["Quận Hồng Bàng", "0 trên 2", "0 trên 2", "0 trên 4 (0%)"],
            ["Huyện An Dương", "0 trên 2", "2 trên 2", "2 trên 4 (50%)"],
        ]

    def test_one_without_communes_is_neither_an_error_nor_complete(self):
        page = the_page(units=[a_district("bach-long-vi", "Huyện Bạch Long Vĩ")])
        assert rows(page, "quan-huyen") == [
            ["Huyện Bạch Long Vĩ", "0 trên 2", "không có đơn vị cấp xã", "0 trên 2 (0%)"]
        ]

    def test_one_that_is_closed_is_in_the_ledger_only(self):
        page = the_page(units=[a_district(), a_commune(), a_district("cu", "Quận Cũ", exists_until="2023-06-30")])
        assert [row[0] for row in rows(page, "quan-huyen")] == ["Quận Hồng Bàng"]


class TestTheLedger:
    def test_gives_every_post_its_reason_in_words(self):
        page = the_page(a_dialogue("x", an_announcement("2023-09-20"), presided_by=["party"]))
        assert rows(page, "so-hong-bang")[1] == [
            "Phường Sở Dầu", "Đã có lịch, sắp tổ chức ngày 20/9/2023", "Chưa đăng ký kế hoạch"
        ]

    def test_leads_to_the_dialogue_that_earned_the_credit(self):
        assert "../../doi-thoai/2023/so-dau-dinh-ky/" in links(the_page(a_held_dialogue()))

    def test_lists_communes_of_no_district_too(self):
        commune = Unit("so-dau", Level.COMMUNE, None, UnitFile(id="so-dau", name="Phường Sở Dầu", type="phường"))
        assert rows(the_page(units=[commune]), "so-cap-xa") == [
            ["Phường Sở Dầu", "Chưa đăng ký kế hoạch"]
        ]

    def test_tells_how_many_of_several_were_held(self):
        rules = some_rules(target={
            "posts": ["party", "government"], "minimum": {"district": 1, "commune": 2}, "basis": "guidance",
        })
        assert "(1 trên 2 cuộc)" in rows(the_page(a_held_dialogue(), rules=[rules]), "so-hong-bang")[1][1]


class TestYears:
    def test_the_present_year_stands_at_the_short_address_too(self):
        pages = pages_of(a_site(a_held_dialogue()))
        assert shown(pages["tien-do/"].body) == shown(pages[ADDRESS].body)

    def test_a_year_that_has_not_begun_has_no_page(self):
        assert set(pages_of(a_site(rules=[some_rules(), some_rules(2024)]))) == {"tien-do/", ADDRESS}

    def test_several_years_are_compared(self):
        page = the_page(a_held_dialogue(day="2022-08-15", year=2022), rules=[some_rules(2022), some_rules()])
        assert rows(page, "cac-nam") == [
            ["2022", "31/12/2022", "2 trên 4 (50%)"], ["2023", "15/9/2023", "0 trên 4 (0%)"]
        ]
        assert "M0 160V92h0.8V160z" in page.body  # half of the first year's bar is done

    def test_one_year_is_not_drawn_beside_itself(self):
        assert "từng năm; số ở bảng" not in the_page().body


def test_the_files_of_the_year_are_linked():
    assert {"../../api/v1/ledger-2023.csv", "../../api/v1/progress-2023.json"} <= set(links(the_page()))


def test_a_post_that_owes_more_than_its_level_is_named_in_the_rule():
    rules = some_rules(target={
        "posts": ["party", "government"], "minimum": {"district": 1, "commune": 1}, "basis": "guidance",
        "minimum_of_post": {"commune": {"government": 2}},
    })
    assert "1 lần ở cấp huyện, 1 lần ở cấp xã, riêng Chủ tịch UBND cấp xã 2 lần." in shown(the_page(rules=[rules]).body)


def test_the_legal_basis_is_named():
    assert "Hướng dẫn năm 2023" in section(the_page(), "cach-tinh")
