"""Every correction is told on one page, newest first, and in the feeds of what changed, whatever record it is of."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Correction
from generator.publications import change_feeds, corrections, progress_pages, units
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, published_at, published_by, some_rules
from tests.page_text import shown

FIGHT = "<script>alert(1)</script>"


def mended() -> Site:
    return a_site(
        a_held_dialogue(
            "a", held={"speakers": 12}, topic="Đơn của [đã gỡ]",
            corrections=[{"corrected_on": "2023-09-10", "field": "held.speakers", "was": "9", "text": "Đếm sót"}],
            redactions=[{"redacted_on": "2023-09-12", "field": "topic", "reason": "Có tên một người dân"}],
        ),
        units=(
            a_district(),
            a_commune(corrections=[{"corrected_on": "2023-09-11", "field": "name", "was": FIGHT, "text": "Viết sai"}]),
        ),
        rules=[some_rules(corrections=[
            {"corrected_on": "2022-12-01", "field": "deadlines.annual_before", "was": "2023-11-30", "text": "Theo hướng dẫn"},
        ])],
        licence={"name": "CC BY 4.0"},
        corrections=[{"corrected_on": "2023-09-13", "field": "licence.name", "was": "CC BY-SA 4.0", "text": "Mở rộng"}],
    )


def page(site: Site, address: str = "dinh-chinh/") -> str:
    return published_at(address, corrections, site).body


class TestBesideTheFigure:
    """A correction of rules, of what was sent or of a unit stands on the page of the year or of the unit too."""

    def test_a_years_page_tells_those_of_its_rules_and_of_what_was_sent(self):
        site = mended()
        sent = Correction.model_validate({"corrected_on": "2023-09-14", "field": "submissions", "was": "hong-bang q1", "text": "Sót"})
        site = replace(site, register=replace(site.register, submission_corrections={2023: (sent,)}))
        found = {one.address: shown(one.body) for one in published_by(progress_pages, site)}
        for address in ("tien-do/", "tien-do/2023/"):
            assert "Đã đính chính 2 lần" in found[address]
            assert "đã công bố là 30/11/2023, nay là 15/11/2023. Theo hướng dẫn" in found[address]
            assert "báo cáo quý I (BC01, BC02) của quận Hồng Bàng: đã công bố là chưa ghi nhận đã gửi" in found[address]

    def test_a_value_by_level_is_named_in_words(self):
        told = {"corrected_on": "2023-09-01", "field": "target.minimum.commune", "was": "2", "text": "Chép nhầm"}
        assert "Số cuộc tối thiểu trong năm của mỗi chức danh (cấp xã) đã công bố là 2, nay là 1. Chép nhầm" in (
            shown(page(a_site(rules=[some_rules(corrections=[told])])))
        )

    def test_a_units_page_tells_its_own(self):
        found = {one.address: shown(one.body) for one in published_by(units, mended())}
        assert "nay là “Phường Sở Dầu”. Viết sai" in found["quan-huyen/hong-bang/so-dau/"]
        assert "Viết sai" not in found["quan-huyen/hong-bang/"]


class TestThePage:
    def test_tells_all_from_the_newest_to_the_oldest(self):
        days = re.findall(r"<strong>([\d/]+)</strong>", page(mended()))
        assert days == ["13/9/2023", "12/9/2023", "11/9/2023", "10/9/2023", "01/12/2022"]

    def test_tells_the_old_value_and_the_new(self):
        text = shown(page(mended()))
        assert "Số lượt phát biểu đã công bố là 9, nay là 12. Đếm sót" in text
        assert "Tên giấy phép đã công bố là “CC BY-SA 4.0”, nay là “CC BY 4.0”. Mở rộng" in text
        assert "đã công bố là 30/11/2023, nay là 15/11/2023. Theo hướng dẫn" in text

    def test_says_of_personal_data_only_where_and_why_it_was_taken_away(self):
        assert "Đã gỡ dữ liệu cá nhân lỡ công bố ở chủ đề. Có tên một người dân" in shown(page(mended()))

    def test_shows_what_a_record_holds_as_text(self):
        assert FIGHT not in page(mended()) and "&lt;script&gt;" in page(mended())

    def test_of_a_year_has_that_years(self):
        assert re.findall(r"<strong>([\d/]+)</strong>", page(mended(), "dinh-chinh/2022/")) == ["01/12/2022"]

    def test_is_there_before_anything_is_corrected(self):
        assert "Chưa có đính chính nào." in shown(page(a_site()))


class TestAtom:
    def feed(self, address: str) -> str:
        [found] = [file for file in change_feeds.publish(mended()) if file.address == address]
        return found.content.decode()

    def test_the_citys_feed_tells_all_in_the_order_of_their_days(self):
        terms = re.findall(r"<updated>([\d-]+)T.*\n.*\n\s*<category term=\"(corrected|redacted)\"", self.feed("thay-doi/thanh-pho.atom"))
        assert terms == [
            ("2023-09-13", "corrected"), ("2023-09-12", "redacted"), ("2023-09-11", "corrected"), ("2023-09-10", "corrected"),
            ("2022-12-01", "corrected"),
        ]

    def test_a_districts_feed_tells_its_own(self):
        feed = self.feed("thay-doi/hong-bang.atom")
        assert "Viết sai" in feed and "Đếm sót" in feed and "Mở rộng" not in feed and "Theo hướng dẫn" not in feed

    def test_no_id_is_used_twice(self):
        ids = re.findall(r"<id>(.*)</id>", self.feed("thay-doi/thanh-pho.atom"))
        assert len(ids) == len(set(ids))


def test_what_was_sent_is_corrected_by_its_whole_line():
    told = Correction.model_validate({
        "corrected_on": "2023-09-14", "field": "submissions", "was": "hong-bang q1 2023-03-10", "text": "Ghi nhầm",
    })
    site = a_site()
    site = replace(site, register=replace(site.register, submission_corrections={2023: (told,)}))
    assert "Báo cáo quý I (BC01, BC02) của quận Hồng Bàng: đã công bố là đã gửi ngày 10/3/2023, nay là chưa ghi nhận đã gửi. Ghi nhầm" in (
        shown(page(site))
    )
