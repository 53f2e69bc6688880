"""The page of calendar feeds: it lists every feed there is, and no other, with the ways that readers understand."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from generator.model import Level, Unit, UnitFile
from generator.publications import deadlines, feeds, subscribe
from generator.publications.subscribe import subscription
from generator.site.published import PublishedPage
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, published_by
from tests.page_text import links, section, shown
from tests.publications.unit_register import old_namesakes

ROOT = "https://doithoai.example/"


def the_page(*dialogues, **register: object) -> PublishedPage:
    [page] = subscribe.publish(a_site(*dialogues, **register))
    return page


def copied(page: PublishedPage) -> set[str]:
    """What the buttons copy: a text of their own, or the one beside them."""
    beside = re.findall(r"<code>([^<]*)</code><br>\n<button[^>]* data-copy>", page.body)
    return {*beside, *re.findall(r'data-copy="([^"]*)"', page.body)}


def published_feeds(**register: object) -> set[str]:
    """Of areas and kinds, and of deadlines; a single dialogue's is offered by its own page."""
    site = a_site(a_held_dialogue(), **register)
    published = (*feeds.publish(site), *published_by(deadlines, site))
    return {ROOT + file.address for file in published if file.address.startswith("lich/")}


class TestTheFeedsListed:
    def test_are_all_there_are(self):
        assert copied(the_page(a_held_dialogue())) == published_feeds()

    def test_are_all_there_are_when_units_are_closed(self):
        units = [a_district(exists_until="2023-06-30"), a_commune(exists_until="2023-06-30")]
        assert copied(the_page(a_held_dialogue(), units=units)) == published_feeds(units=units)

    def test_are_all_there_are_without_districts(self):
        commune = UnitFile(id="so-dau", name="Phường Sở Dầu", type="phường")
        province = UnitFile(id="hai-phong", name="Thành phố Hải Phòng", type="thành phố")
        units = [
            a_district(exists_until="2023-06-30"), a_commune(exists_until="2023-06-30"),
            Unit("so-dau", Level.COMMUNE, None, commune), Unit("hai-phong", Level.PROVINCE, None, province),
        ]
        assert copied(the_page(a_held_dialogue(), units=units)) == published_feeds(units=units, old_commune_addresses=False)

    def test_of_a_closed_unit_stand_apart(self):
        page = the_page(units=[a_district(), a_commune(exists_until="2023-06-30")])
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ)" in section(page, "don-vi-cu")
        assert "Sở Dầu" not in section(page, "hong-bang")

    def test_of_two_old_units_of_one_name_are_told_apart_by_their_last_days(self):
        text = section(the_page(units=old_namesakes()), "don-vi-cu")
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ, đến ngày 31/3/2023)" in text
        assert "Phường Sở Dầu, quận Hồng Bàng (đơn vị cũ, đến ngày 30/6/2023)" in text

    def test_bear_the_names_they_give_themselves(self):
        assert "Lịch đối thoại quận Hồng Bàng – riêng cấp huyện" in section(the_page(), "hong-bang")

    def test_stand_below_the_units_name_which_leads_to_the_buttons_on_its_own_page(self):
        assert "../quan-huyen/hong-bang/so-dau/#theo-doi" in links(the_page())


    def test_keep_what_is_past_as_long_as_the_page_says(self):
        assert (
            "Cuộc đã qua còn trong lịch 120 ngày, lâu hơn nếu còn chờ Thông báo kết luận; "
            "cuộc tạm hoãn, đã hủy còn 90 ngày sau ngày dự định."
        ) in shown(the_page().body)


class TestAWayToSubscribe:
    feed = subscription(a_site(), "lich/hong-bang.ics", "Lịch quận & xã")

    def test_apple_opens_webcal_and_never_webcals(self):
        assert self.feed.webcal == "webcal://doithoai.example/lich/hong-bang.ics"

    def test_outlook_gets_the_https_address_and_the_name_whole(self):
        query = parse_qs(urlsplit(self.feed.outlook[0]).query)
        assert query == {"url": [f"{ROOT}lich/hong-bang.ics"], "name": ["Lịch quận & xã"]}

    def test_outlook_is_offered_for_private_accounts_and_for_those_at_work(self):
        assert [urlsplit(link).netloc for link in self.feed.outlook] == ["outlook.live.com", "outlook.office.com"]

    def test_copying_the_address_comes_first(self):
        first = re.search(r'id="toan-thanh-pho".*?<ul class="buttons">\s*<li>(.*?)</li>', the_page().body, re.DOTALL)
        assert f'data-copy="{ROOT}lich/thanh-pho.ics"' in first[1]

    def test_google_is_sent_to_its_settings_and_told_to_be_slow(self):
        page = the_page()
        assert "r/settings/addbyurl" in page.body and "r?cid=" not in page.body
        assert "Google có thể cập nhật chậm một ngày" in shown(page.body)

    def test_android_is_told_of_its_app(self):
        assert "ICSx5" in section(the_page(), "android")

    def test_each_device_has_three_lines(self):
        devices = re.findall(r"<h3[^>]*>[^<]*</h3></summary>\s*<ol>(.*?)</ol>", the_page().body, re.DOTALL)
        assert [device.count("<li>") for device in devices] == [3, 3, 3, 3, 3]
