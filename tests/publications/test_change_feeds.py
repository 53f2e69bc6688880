"""The feeds of what changed, read by an independent reader as a subscriber's would."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import feedparser
import pytest

from generator.model import Dialogue, Level, Unit, UnitFile
from generator.publications import change_feeds, home, subscribe, units
from generator.site.published import PublishedPage
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, every
from tests.page_text import links
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update, postponed

ROOT = "https://doithoai.example/"
CITY = "thay-doi/thanh-pho.atom"
MOVED = a_dialogue("so-dau-1", an_announcement("2023-09-20"), an_announcement("2023-10-20", "2023-09-10", reason="Bão"))


def files(*dialogues: Dialogue, **register: object) -> dict[str, bytes]:
    return {file.address: file.content for file in change_feeds.publish(a_site(*dialogues, **register))}


def read(*dialogues: Dialogue, address: str = CITY, **register: object) -> feedparser.FeedParserDict:
    parsed = feedparser.parse(files(*dialogues, **register)[address])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def entry(*dialogues: Dialogue, **register: object) -> feedparser.FeedParserDict:
    """The newest."""
    return read(*dialogues, **register).entries[0]


def test_another_place_for_the_same_time_is_not_called_an_addition():
    elsewhere = an_announcement(announced_on="2023-09-10", venue={"name": "Trường THCS"}, reason="Hội trường hỏng")
    told = entry(a_dialogue("x", an_announcement(), elsewhere, venue={"name": "Hội trường UBND"}))
    assert told.title.startswith("Bổ sung, điều chỉnh thông báo: ") and "Địa điểm: Trường THCS" in told.content[0].value


class TestTheFeed:
    def test_is_atom(self):
        assert read(MOVED).version == "atom10"

    def test_has_an_id_that_no_address_changes(self):
        assert read(MOVED, address=CITY).feed.id == "tag:doithoai.example,2023:thay-doi/thanh-pho"

    def test_names_its_own_address_and_the_page(self):
        links = {link.rel: link.href for link in read(MOVED, address="thay-doi/hong-bang.atom").feed.links}
        assert links == {"self": f"{ROOT}thay-doi/hong-bang.atom", "alternate": f"{ROOT}quan-huyen/hong-bang/"}

    def test_was_updated_with_its_newest_entry(self):
        assert read(MOVED).feed.updated == entry(MOVED).updated

    def test_without_any_change_is_still_valid(self):
        feed = read()
        assert (feed.feed.updated, feed.entries) == ("2023-01-01T00:00:00+07:00", [])

    def test_has_an_author_as_every_feed_must(self):
        assert read(MOVED).feed.author == "Ban Dân vận Thành ủy"

    @pytest.mark.parametrize("element", ["id", "title", "updated"])
    def test_has_what_every_entry_must(self, element):
        namespace = "{http://www.w3.org/2005/Atom}"
        root = ElementTree.fromstring(files(MOVED)[CITY])
        assert all(entry.findtext(namespace + element) for entry in every(root.iter(f"{namespace}entry")))

    def test_of_sample_data_says_so_in_every_title(self):
        feed = read(MOVED, sample=True)
        assert all(title.startswith("[DỮ LIỆU MẪU] ") for title in [feed.feed.title, *(e.title for e in every(feed.entries))])

    def test_keeps_the_newest_45_days_however_many_they_hold(self):
        days = [(date(2023, 9, 15) - timedelta(days=number)).isoformat() for number in range(47)]
        dialogues = [a_dialogue(f"d{day}-{one}", an_announcement("2023-09-20", day)) for day in days for one in range(3)]
        kept = [entry.updated[:10] for entry in read(*dialogues).entries]
        assert kept == [day for day in days[:46] for _ in range(3)]

    def test_tells_what_is_reported_late_on_the_day_of_the_report(self):
        many = [a_dialogue(f"d{number}", an_announcement("2023-09-20", "2023-09-10")) for number in range(120)]
        late = a_held_dialogue("muon", day="2023-05-16", held={"reported_on": "2023-09-14"})
        first = read(*many, late).entries[0]
        assert (first.id, first.updated) == (
            "tag:doithoai.example,2023:doi-thoai/2023/muon/held", "2023-09-14T00:00:00+07:00",
        )

    def test_keeps_the_newest_hundred_where_45_days_hold_fewer(self):
        days = [(date(2023, 1, 1) + timedelta(days=number)).isoformat() for number in range(120)]
        dialogues = [a_dialogue(f"d{day}", an_announcement("2023-09-20", day)) for day in days]
        assert [entry.updated[:10] for entry in read(*dialogues).entries] == days[:19:-1]


class TestWhichFeeds:
    units = [
        a_district(), a_commune(), a_district("do-son", "Quận Đồ Sơn"), a_commune("do-son/hop-duc", "Phường Hợp Đức"),
    ]

    def test_there_is_one_for_the_city_and_for_each_district_before_anything_changed(self):
        assert set(files(units=self.units)) == {CITY, "thay-doi/hong-bang.atom", "thay-doi/do-son.atom"}

    def test_a_district_has_its_communes(self):
        own = a_dialogue("b", an_announcement(), unit="hong-bang")
        assert len(read(own, a_dialogue("c", an_announcement()), address="thay-doi/hong-bang.atom").entries) == 2

    def test_a_district_has_nothing_of_another(self):
        assert read(MOVED, units=self.units, address="thay-doi/do-son.atom").entries == []

    def test_a_commune_of_no_district_has_its_own(self):
        alone = Unit("so-dau", Level.COMMUNE, None, UnitFile(id="so-dau", name="Phường Sở Dầu", type="phường"))
        feed = read(a_dialogue("a", an_announcement(), unit="so-dau"), units=[alone], address="thay-doi/xa-phuong/so-dau.atom")
        assert feed.feed.title == "Có gì mới về đối thoại ở phường Sở Dầu" and len(feed.entries) == 1

    def test_an_entry_is_the_same_in_each_feed(self):
        assert entry(MOVED).id == entry(MOVED, address="thay-doi/hong-bang.atom").id


class TestWhereTheyAreFound:
    def pointed_to(self, page: PublishedPage) -> list[str]:
        return [feed.address for feed in page.feeds if feed.media_type == "application/atom+xml"]

    def unit_pages(self) -> dict[str, PublishedPage]:
        return {page.address: page for page in units.publish(a_site())}

    def test_the_home_page_points_to_the_citys(self):
        [page] = home.publish(a_site())
        assert self.pointed_to(page) == [CITY]

    def test_a_districts_page_points_to_its_own(self):
        assert self.pointed_to(self.unit_pages()["quan-huyen/hong-bang/"]) == ["thay-doi/hong-bang.atom"]

    def test_a_communes_page_links_to_its_districts(self):
        page = self.unit_pages()["quan-huyen/hong-bang/so-dau/"]
        assert "../../../thay-doi/hong-bang.atom" in links(page) and self.pointed_to(page) == []

    def test_the_page_of_feeds_lists_them_all(self):
        [page] = subscribe.publish(a_site())
        assert {f"../{address}" for address in files()} <= set(links(page))


class TestAnEntry:
    def test_is_dated_by_the_change(self):
        assert entry(MOVED).updated == "2023-09-10T00:00:00+07:00"

    def test_of_one_day_is_dated_after_the_one_before_it(self):
        dialogue = a_held_dialogue(day="2023-08-15", conclusion=a_conclusion(issued_on="2023-08-15"))
        assert entry(dialogue).updated == "2023-08-15T00:00:01+07:00"

    def test_has_an_id_of_the_record_and_the_fact(self):
        assert entry(MOVED).id == "tag:doithoai.example,2023:doi-thoai/2023/so-dau-1/schedule-2023-09-10"

    def test_keeps_its_id_and_its_day_when_facts_are_added(self):
        before = {entry.id: entry.updated for entry in read(MOVED).entries}
        longer = MOVED.model_copy(update={"schedule": (*MOVED.schedule, postponed("2023-09-12"))})
        after = {entry.id: entry.updated for entry in read(longer).entries}
        assert len(after) == 3 and before.items() <= after.items()

    def test_comes_before_the_older_ones(self):
        days = [entry.updated for entry in read(MOVED, a_held_dialogue("b", day="2023-08-15")).entries]
        assert days == sorted(days, reverse=True)

    def test_of_a_move_tells_both_days_in_its_title(self):
        assert entry(MOVED).title == (
            "Thay đổi thời gian: Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu, quận Hồng Bàng, "
            "từ 20/9/2023 sang 20/10/2023"
        )

    def test_of_a_move_within_the_day_tells_the_new_hour(self):
        later = a_dialogue("a", an_announcement("2023-09-20"), an_announcement("2023-09-20", "2023-09-10", start="14:00"))
        assert entry(later).title.endswith(", 20/9/2023, 14 giờ 00")

    def test_of_a_move_tells_both_times_and_the_reason(self):
        assert entry(MOVED).content[0].value.splitlines() == [
            "Từ thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00 sang thứ Sáu, ngày 20/10/2023, 08 giờ 00 – 11 giờ 00.",
            "Lý do: Bão",
        ]

    def test_of_a_day_names_all_places_who_else_invites_and_the_offices_notice(self):
        announced = an_announcement(notice={"number": "12/TB-UBND", "issued_on": "2023-07-30"})
        shared = {"co_organisers": ["Hội Phụ nữ phường"], "further_sites": ["Nhà văn hóa số 5", "Trường THCS"]}
        assert entry(a_dialogue("a", announced, **shared)).content[0].value.splitlines()[1:] == [
            "Điểm cầu, địa điểm khác: Nhà văn hóa số 5; Trường THCS", "Cùng tổ chức: Hội Phụ nữ phường",
            "Văn bản số 12/TB-UBND, ngày 30/7/2023",
        ]

    def test_of_a_meeting_names_the_leaders_who_attended(self):
        told = entry(a_held_dialogue(day="2023-08-15", held={"attended": ["Chủ tịch HĐND phường"]})).content[0].value
        assert "Lãnh đạo dự: Chủ tịch HĐND phường" in told

    def test_of_a_later_answer_tells_the_opinion_and_the_answer_and_leads_to_them(self):
        answered = {"summary": "Lắp đèn", "answer": {"answered_on": "2023-09-05", "by": "UBND phường", "text": "Đã lắp 3*4 đèn"}}
        told, held = read(a_held_dialogue("a", day="2023-08-15", opinions=[answered])).entries[:2]
        assert told.title.startswith("Trả lời ý kiến: Đối thoại định kỳ") and told.link.endswith("/a/#y-kien-1")
        assert (told.id[-17:], told.updated) == ("answer-2023-09-05", "2023-09-05T00:00:00+07:00")
        assert told.content[0].value == "Ý kiến: Lắp đèn\nTrả lời của UBND phường, ngày 05/9/2023: Đã lắp 3*4 đèn"
        assert "Ý kiến: Lắp đèn" in held.content[0].value and "Đã lắp" not in held.content[0].value

    def test_leads_to_the_dialogue(self):
        assert entry(MOVED).link == f"{ROOT}doi-thoai/2023/so-dau-1/"

    def test_of_a_conclusion_leads_to_it(self):
        dialogue = a_held_dialogue("a", conclusion=a_conclusion(issued_on="2023-08-20"))
        assert entry(dialogue).link == f"{ROOT}doi-thoai/2023/a/#ket-luan"

    def test_of_a_commitment_names_it_and_its_unit(self):
        dialogue = a_held_dialogue(day="2023-08-15", commitments=[a_commitment(due="2023-08-31")])
        assert entry(dialogue).title == "Cam kết quá hạn: Sửa đường ngõ 12 – Phường Sở Dầu, quận Hồng Bàng"

    def test_of_a_commitment_leads_to_it(self):
        dialogue = a_held_dialogue("a", commitments=[a_commitment(an_update("2023-09-01", "kept"))])
        assert entry(dialogue).link == f"{ROOT}doi-thoai/2023/a/#cam-ket-1"

    def test_tells_its_kind_for_programs(self):
        assert [(tag.term, tag.label) for tag in entry(MOVED).tags] == [("moved", "Thay đổi thời gian")]

    def test_holds_hostile_text_as_text(self):
        hostile = a_dialogue("a", an_announcement(), topic="<script>alert(1)</script> & ]]>")
        content = entry(hostile).content[0]
        assert content.type == "text/plain" and "<script>alert(1)</script> & ]]>" in content.value

    def test_holds_hostile_text_as_text_in_its_title_too(self):
        commitment = a_commitment(due="2023-08-31", text="Sửa <b>ngõ 12</b>  & \"ngõ 14\"")
        found = entry(a_held_dialogue(day="2023-08-15", commitments=[commitment]))
        assert found.title == "Cam kết quá hạn: Sửa <b>ngõ 12</b> & \"ngõ 14\" – Phường Sở Dầu, quận Hồng Bàng"
        assert found.title_detail.type == "text/plain"

def test_a_correction_tells_the_old_and_the_new_day():
    corrected = {"corrected_on": "2023-09-10", "field": "schedule[1].day", "was": "2023-09-18", "text": "Ghi nhầm ngày"}
    told = read(a_dialogue("a", an_announcement(), corrections=[corrected])).entries[0]
    assert "Đính chính: ngày đối thoại đã công bố là thứ Hai, ngày 18/9/2023, nay là thứ Tư, ngày 20/9/2023." in told.content[0].value


def test_a_districts_feed_with_room_for_more_is_the_same_when_its_changes_are_older():
    site = a_site(a_held_dialogue(day="2023-08-15"))
    assert len(list(change_feeds.publish_districts(site))) == 1
    assert site.today.same.without_end
