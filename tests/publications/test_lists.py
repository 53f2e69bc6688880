"""The lists of conclusions, commitments and downloads: what stands where, with which clock and which rate."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from generator.publications import commitments, conclusions, downloads
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.tables import catalogue
from tests.builders import TODAY, a_commune, a_district, a_held_dialogue, a_site, published_by, some_rules
from tests.page_text import Outline, links, section, shown
from tests.record_parts import a_commitment, a_conclusion, an_update

TWO_YEARS = {"rules": [some_rules(2022), some_rules()]}


def conclusion_pages(site: Site) -> dict[str, PublishedPage]:
    return {page.address: page for page in published_by(conclusions, site)}


def conclusions_of(*dialogues, **register: object) -> PublishedPage:
    return conclusion_pages(a_site(*dialogues, **register))["ket-luan/"]


def of_district(id: str, day: str, **fields: object):
    return a_held_dialogue(id, day, unit="hong-bang", **fields)


class TestConclusions:
    def test_one_that_is_late_in_coming_is_overdue_with_its_last_day(self):
        text = section(conclusions_of(of_district("a", "2023-09-01")), "qua-han")
        assert "Quá hạn (hạn 11/9/2023)" in text

    def test_one_that_is_not_due_says_the_days_left(self):
        text = section(conclusions_of(of_district("a", "2023-09-10")), "chua-den-han")
        assert "Chưa đến hạn, còn 5 ngày (hạn 20/9/2023)" in text

    def test_a_commune_without_a_limit_owes_nothing(self):
        assert section(conclusions_of(a_held_dialogue()), "qua-han") == "Không có Thông báo kết luận nào quá hạn."

    def test_the_rate_counts_overdue_ones_too(self):
        page = conclusions_of(
            of_district("a", "2023-08-01", conclusion=a_conclusion(sent_on="2023-08-05")),
            of_district("b", "2023-08-01", conclusion=a_conclusion(sent_on="2023-08-31")),
            of_district("c", "2023-08-01"), of_district("d", "2023-09-14"),
        )
        assert "Gửi Thông báo kết luận: 1 trên 3 đúng hạn (33%)." in shown(page.body)

    def test_the_rate_is_shown_with_its_rule_and_day(self):
        text = shown(conclusions_of(of_district("a", "2023-08-01")).body)
        assert "gửi cấp tỉnh, thành phố trong 10 ngày; không quy định thời hạn công khai. Căn cứ: Hướng dẫn năm 2023." in text
        assert "Số liệu tính đến ngày 15/9/2023." in text

    def test_before_anything_is_due_there_is_no_rate(self):
        text = shown(conclusions_of(of_district("a", "2023-09-14")).body)
        assert "Chưa có Thông báo kết luận nào đến hạn." in text and "%" not in text

    def test_what_is_owed_has_no_column_for_a_step_without_a_limit(self):
        owed = section(conclusions_of(of_district("a", "2023-08-01")), "qua-han")
        assert "Gửi cấp tỉnh, thành phố" in owed and "Công khai" not in owed

    def test_those_that_have_waited_longest_stand_before_a_fold_with_the_others_in_one_count(self):
        page = conclusions_of(*(of_district(f"a-{day}", f"2023-08-{day:02}") for day in range(1, 13)))
        shown_at_once, _, folded = section(page, "qua-han").partition("2 cuộc tiếp theo")
        assert "Quá hạn (12 cuộc)</h2>" in page.body
        assert (shown_at_once.count("(hạn "), folded.count("(hạn ")) == (10, 2)

    def test_an_issued_one_leads_to_its_text(self):
        page = conclusions_of(a_held_dialogue("a", conclusion=a_conclusion()))
        assert "../doi-thoai/2023/a/#ket-luan" in links(page)

    def test_an_issued_one_says_what_it_is_about_and_what_was_promised(self):
        made = a_held_dialogue("a", topic="Cấp nước", conclusion=a_conclusion(), commitments=[
            a_commitment(id="1", text="Lắp đèn ngõ 12"), a_commitment(id="2", text="Thu gom rác"),
        ])
        text = section(conclusions_of(made), "da-ban-hanh")
        assert "Cấp nước" in text and "2 cam kết: Lắp đèn ngõ 12; và 1 cam kết khác" in text

    def test_the_newest_come_before_what_is_late(self):
        body = conclusions_of(of_district("a", "2023-08-01"), a_held_dialogue("b", conclusion=a_conclusion())).body
        assert body.index('id="da-ban-hanh"') < body.index('id="qua-han"')

    def test_the_day_it_was_made_public_is_shown_where_no_limit_is_set(self):
        page = conclusion_pages(a_site(a_held_dialogue("a", conclusion=a_conclusion(published_on="2023-08-20"))))["ket-luan/hong-bang/"]
        text = section(page, "da-ban-hanh")
        assert text.startswith("Chỗ không ghi hạn là không quy định thời hạn") and "20/8/2023" in text

    def test_a_missing_day_is_said_to_be_missing_beside_those_that_are_known(self):
        made = a_held_dialogue("a", conclusion=a_conclusion(published_on="2023-08-20")), a_held_dialogue("b", conclusion=a_conclusion())
        text = section(conclusion_pages(a_site(*made))["ket-luan/hong-bang/"], "da-ban-hanh")
        assert "Công khai" in text and "Không quy định thời hạn; chưa ghi ngày" in text

    def test_what_nobody_has_to_do_and_nobody_did_has_no_column(self):
        page = conclusion_pages(a_site(a_held_dialogue("a", conclusion=a_conclusion())))["ket-luan/hong-bang/"]
        text = section(page, "da-ban-hanh")
        assert "chỗ không ghi ngày là chưa có dữ liệu" in text and "Công khai" not in text

    def test_an_older_year_keeps_a_page_of_its_own(self):
        site = a_site(
            a_held_dialogue("a", "2022-08-15", conclusion=a_conclusion(number="01-TB")),
            a_held_dialogue("b", conclusion=a_conclusion(number="02-TB")), **TWO_YEARS,
        )
        shown_where = {address: re.findall(r"0\d-TB", page.body) for address, page in conclusion_pages(site).items()}
        assert shown_where == {
            "ket-luan/": ["02-TB"], "ket-luan/hong-bang/": ["02-TB"],
            "ket-luan/2022/": ["01-TB"], "ket-luan/2022/hong-bang/": ["01-TB"],
        }

    def test_the_citys_page_shows_the_newest_and_the_districts_page_all(self):
        made = [
            a_held_dialogue(f"d{number}", conclusion=a_conclusion(number=f"{number}-TB"))
            for number in range(10, 11 + conclusions.NEWEST_SHOWN)
        ]
        pages = conclusion_pages(a_site(*made))
        shown_on = {address: len(re.findall(r"[Ss]ố \d+-TB", page.body)) for address, page in pages.items()}
        assert shown_on == {"ket-luan/": conclusions.NEWEST_SHOWN, "ket-luan/hong-bang/": len(made)}

    def test_a_districts_page_names_what_was_held_and_has_no_notice_yet(self):
        page = conclusion_pages(a_site(a_held_dialogue("a", topic="Cấp nước")))["ket-luan/hong-bang/"]
        assert "Cấp nước" in section(page, "chua-co")

    def test_each_district_with_dialogues_is_a_link_away(self):
        page = conclusions_of(a_held_dialogue("a", conclusion=a_conclusion()))
        assert "Quận Hồng Bàng 1 cuộc 1" in section(page, "quan-huyen") and "hong-bang/" in links(page)

    def test_the_present_year_has_its_page_before_anything_is_held(self):
        assert set(conclusion_pages(a_site())) == {"ket-luan/"}

    def test_a_dialogue_of_the_first_days_of_a_year_without_rules_is_not_lost(self):
        site = a_site(a_held_dialogue("a", "2024-01-03", conclusion=a_conclusion()), today=date(2024, 1, 5))
        assert "../doi-thoai/2023/a/#ket-luan" in links(conclusion_pages(site)["ket-luan/"])


def commitment_pages(*made, today: date = TODAY, **register: object) -> dict[str, PublishedPage]:
    """Of one dialogue of the ward Sở Dầu with these commitments."""
    site = a_site(a_held_dialogue("a", commitments=made), today=today, **register)
    return {page.address: page for page in published_by(commitments, site)}


OVERDUE = a_commitment(id="1", due="2023-09-01", text="Sửa đường")
OPEN = a_commitment(an_update("2023-08-20", text="Đang khảo sát"), id="2", text="Xây cầu")
SILENT = a_commitment(id="4", text="Nạo vét mương")
KEPT = a_commitment(an_update("2023-08-20", "kept", "Đã xong"), id="3", text="Lắp đèn")


class TestCommitments:
    def test_the_sentence_tells_overdue_ones_as_plainly_as_kept_ones(self):
        text = shown(commitment_pages(OVERDUE, OPEN, KEPT)["cam-ket/"].body)
        assert "3 cam kết: 1 quá hạn; 1 đang giải quyết; 1 đã giải quyết." in text

    @pytest.mark.parametrize("where, text", [("overdue", "Sửa đường"), ("open", "Xây cầu"), ("kept", "Lắp đèn")])
    def test_each_stands_below_its_state_on_its_districts_page(self, where, text):
        page = commitment_pages(OVERDUE, OPEN, KEPT)["cam-ket/hong-bang/"]
        assert [word for word in ("Sửa đường", "Xây cầu", "Lắp đèn") if word in section(page, where)] == [text]

    def test_what_nobody_reported_on_is_not_counted_as_being_worked_on(self):
        page = commitment_pages(OPEN, SILENT)["cam-ket/hong-bang/"]
        assert "2 cam kết: 1 chưa có cập nhật; 1 đang giải quyết." in shown(page.body)
        assert [word for word in ("Nạo vét mương", "Xây cầu") if word in section(page, "unreported")] == ["Nạo vét mương"]

    def test_what_is_late_and_silent_is_told_to_be_both(self):
        assert "Quá hạn từ ngày 02/9/2023, chưa có cập nhật" in section(commitment_pages(OVERDUE)["cam-ket/hong-bang/"], "overdue")

    def test_what_could_not_be_done_stands_with_its_reason(self):
        given_up = a_commitment(an_update("2023-08-20", "not-kept", "Không bố trí được vốn"), text="Xây cầu")
        page = commitment_pages(given_up)["cam-ket/hong-bang/"]
        assert "Không thực hiện được 20/8/2023: Không bố trí được vốn" in section(page, "not-kept")

    def test_overdue_ones_are_listed_for_the_whole_city(self):
        text = section(commitment_pages(OVERDUE, OPEN)["cam-ket/"], "overdue")
        assert "Sửa đường" in text and "Quá hạn từ ngày 02/9/2023" in text

    def test_of_very_many_the_longest_waiting_are_listed_and_the_rest_is_counted(self):
        made = [a_commitment(id=f"{number}", due="2023-09-01") for number in range(commitments.PRESSING_SHOWN + 1)]
        text = section(commitment_pages(*made)["cam-ket/"], "overdue")
        assert "50 trong 51 cam kết, hạn sớm nhất; đủ cả ở trang của từng quận" in text

    def test_each_leads_to_its_place_on_the_dialogues_page(self):
        assert "../../doi-thoai/2023/a/#cam-ket-2" in links(commitment_pages(OPEN)["cam-ket/hong-bang/"])

    def test_the_newest_update_is_shown(self):
        page = commitment_pages(KEPT)["cam-ket/hong-bang/"]
        assert "Đã giải quyết 20/8/2023: Đã xong" in section(page, "kept")

    def test_one_without_a_due_day_says_so(self):
        page = commitment_pages(a_commitment(due=None))["cam-ket/hong-bang/"]
        assert "Không nêu hạn" in section(page, "unreported")

    def test_two_spellings_of_an_agency_are_one(self):
        page = commitment_pages(
            a_commitment(id="1", agency="UBND huyện Thuỷ Nguyên"),
            a_commitment(id="2", agency="UBND huyện Thủy Nguyên"),
        )["cam-ket/co-quan/"]
        assert page.body.count('id="co-quan-ubnd-huyen-thuy-nguyen"') == 1

    def test_agencies_that_differ_only_in_whose_they_are_stand_below_what_they_share(self):
        body = commitment_pages(
            a_commitment(id="1", agency="Công an phường Sở Dầu"), a_commitment(id="2", agency="Công an quận Hồng Bàng"),
            a_commitment(id="3", agency="Điện lực"),
        )["cam-ket/co-quan/"].body
        assert [shown(text) for text in re.findall(r"<summary>(.*?</small>)</summary>", body)] == [
            "Công an 2 cơ quan, 2 cam kết: 2 chưa có cập nhật", "Điện lực 1 cam kết: 1 chưa có cập nhật",
        ]

    def test_an_agency_leads_to_its_list_on_a_districts_page(self):
        pages = commitment_pages(a_commitment(agency="Công an phường"))
        assert "../hong-bang/#co-quan-cong-an-phuong" in links(pages["cam-ket/co-quan/"])
        assert 'id="co-quan-cong-an-phuong"' in pages["cam-ket/hong-bang/"].body

    @pytest.mark.parametrize("count, folded", [(commitments.AT_ONCE, 0), (commitments.AT_ONCE + 2, 2)])
    def test_a_district_shows_the_first_of_a_state_and_folds_the_others(self, count, folded):
        body = commitment_pages(*(a_commitment(id=str(number)) for number in range(count)))["cam-ket/hong-bang/"].body
        inside = "".join(re.findall(r"(?s)<details.*?</details>", body.partition('id="co-quan"')[0]))
        assert inside.count('id="a-') == folded

    def test_a_unit_can_be_pointed_to(self):
        assert 'id="don-vi-hong-bang-so-dau"' in commitment_pages(OPEN)["cam-ket/hong-bang/"].body

    def test_districts_stand_in_administrative_order(self):
        site = a_site(
            a_held_dialogue("a", unit="an-duong", commitments=[OPEN]), a_held_dialogue("b", commitments=[OPEN]),
            units=[a_district(), a_commune(), a_district("an-duong", "Huyện An Dương")],
        )
        page = next(published_by(commitments, site))
        assert re.findall(r'<tr id="(hong-bang|an-duong)">', page.body) == ["hong-bang", "an-duong"]

    def test_an_older_year_keeps_pages_of_its_own(self):
        site = a_site(
            a_held_dialogue("a", "2022-08-15", commitments=[OVERDUE]), a_held_dialogue("b", commitments=[OPEN]),
            **TWO_YEARS,
        )
        assert {page.address for page in published_by(commitments, site)} == {
            "cam-ket/", "cam-ket/co-quan/", "cam-ket/hong-bang/",
            "cam-ket/2022/", "cam-ket/2022/co-quan/", "cam-ket/2022/hong-bang/",
        }

    def test_what_an_older_year_still_owes_is_told_on_the_present_page(self):
        site = a_site(a_held_dialogue("a", "2022-08-15", commitments=[OVERDUE]), **TWO_YEARS)
        assert "Năm 2022 1 1 0" in section(next(published_by(commitments, site)), "cac-nam")

    def test_none_is_said_plainly(self):
        assert "Chưa có cam kết nào được ghi vào sổ" in shown(next(published_by(commitments, a_site())).body)

    def test_hostile_text_stays_text(self):
        pages = commitment_pages(a_commitment(agency="<script>alert(1)</script>", text='"><img src=x>'))
        assert not {"script", "img"} & set().union(*(Outline(page).tags for page in pages.values()))


class TestDownloads:
    def page(self, **register: object) -> PublishedPage:
        return next(downloads.publish(a_site(a_held_dialogue(), **register)))

    def test_every_file_of_the_open_data_is_linked_once_and_what_a_release_makes_not_before_it(self):
        site = a_site(a_held_dialogue())
        files, packs = ([f"../{file.address}" for file in files] for files in (catalogue.downloads(site), catalogue.packs(site)))
        linked = links(next(downloads.publish(site)))
        assert set(files) - set(packs) <= set(linked) and not set(packs) & set(linked)
        assert linked.count("../api/v1/promises.json") == 1

    def test_every_field_is_described(self):
        site = a_site(a_held_dialogue())
        page = next(downloads.publish(site))
        missing = [
            (table.name, field.name) for table in catalogue.dictionary(site) for field in table.fields
            if f"<code>{field.name}</code>" not in page.body or field.description not in shown(page.body)
        ]
        assert missing == []

    def test_the_licence_is_linked(self):
        page = self.page(licence={"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"})
        assert "https://creativecommons.org/licenses/by/4.0/" in links(page)

    def test_sample_data_says_so(self):
        assert "Đây là dữ liệu mẫu" in shown(self.page(sample=True).body)

    def test_real_data_does_not(self):
        assert "Đây là dữ liệu mẫu" not in shown(self.page().body)

    def test_programs_find_each_file_in_the_dataset(self):
        dataset = json.loads(self.page().structured)
        files = {file["contentUrl"] for file in dataset["distribution"]}
        assert "https://doithoai.example/api/v1/ledger-2023.csv" in files
