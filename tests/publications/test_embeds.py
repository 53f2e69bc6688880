"""A unit's answers for a frame in another site: small, whole in itself, never a dead end; and the same as JSON."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import Any

import jsonschema
import pytest

from generator.model import Dialogue
from generator.publications import downloads, embeds, units
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, published_by
from tests.page_text import links, shown
from tests.record_parts import a_registration, an_announcement, cancelled, postponed

ROOT = "https://doithoai.example/"
COMMUNE = "nhung/hong-bang/so-dau"
NEXT = a_dialogue("a", an_announcement("2023-09-20"), venue={"name": "Hội trường UBND phường"})
STATES = {
    "next": [NEXT],
    "postponed": [a_dialogue("a", an_announcement(), postponed())],
    "registered": [a_dialogue("a", registration=a_registration("2023-10"))],
    "plan-late": [a_dialogue("a", registration=a_registration("2023-06"))],
    "awaiting": [a_dialogue("a", an_announcement("2023-09-01"))],
    "held": [a_held_dialogue("a")],
    "cancelled": [a_dialogue("a", an_announcement(), cancelled())],
    "nothing": [],
}


def files(*dialogues: Dialogue, **register: object) -> dict[str, str]:
    return {file.address: file.content.decode() for file in published_by(embeds, a_site(*dialogues, **register))}


def page(*dialogues: Dialogue, **register: object) -> str:
    return files(*dialogues, **register)[f"{COMMUNE}/index.html"]


def facts(*dialogues: Dialogue, **register: object) -> dict[str, Any]:
    return json.loads(files(*dialogues, **register)[f"{COMMUNE}.json"])


def test_each_unit_has_a_page_and_its_json():
    assert set(files()) == {
        "nhung/hong-bang/index.html", "nhung/hong-bang.json", f"{COMMUNE}/index.html", f"{COMMUNE}.json",
        "api/v1/schema/next-dialogue.schema.json",
    }


def test_a_closed_unit_keeps_its_own_and_says_so():
    closed = [a_district(), a_commune(exists_until="2023-06-30")]
    assert "không còn" in shown(page(units=closed))
    assert facts(units=closed)["posts"][0]["answer"] == "not-existing"


class TestThePage:
    def test_answers_with_day_and_hour(self):
        assert "Đã công bố lịch: thứ Tư, ngày 20/9/2023, từ 08 giờ 00 đến 11 giờ 00" in shown(page(NEXT))

    @pytest.mark.parametrize("dialogues", STATES.values(), ids=STATES)
    def test_answers_as_the_units_own_page_does(self, dialogues):
        [own] = [page for page in units.publish(a_site(*dialogues)) if page.address.endswith("so-dau/")]
        cards = re.compile(r'<div class="cards"[^>]*>(.*?)</div>\s*</div>', re.DOTALL)
        dated = shown(cards.search(own.body)[1]).replace("Đối thoại tiếp theo:", "Đã công bố lịch:").replace(" Sắp tổ chức", "")
        assert shown(cards.search(page(*dialogues))[1]) == dated

    @pytest.mark.parametrize("dialogues", STATES.values(), ids=STATES)
    def test_says_nothing_that_another_day_makes_untrue(self, dialogues):
        undated = re.sub(r"<small>.*?</small>", "", page(*dialogues))  # where the post stands in the year, with its day
        assert not re.search("tiếp theo:|[Hh]ôm nay|[Ss]ắp", shown(undated))

    @pytest.mark.parametrize("dialogues", STATES.values(), ids=STATES)
    def test_weighs_at_most_15_kb(self, dialogues):
        assert len(page(*dialogues).encode()) <= 15_000

    def test_asks_for_nothing_else(self):
        assert not re.search(r"<(script|img|iframe|object|embed)|src=|@import|url\(|rel=\"stylesheet", page(NEXT))

    def test_allows_its_own_style_and_nothing_more(self):
        html = page(NEXT)
        style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
        policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
        hash = b64encode(sha256(style.encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"

    def test_opens_links_in_the_whole_window(self):
        assert '<base target="_top">' in page(NEXT)

    def test_leads_to_the_dialogue_and_to_the_unit(self):
        found = set(re.findall(r'<a href="([^"]*)"', page(NEXT)))
        assert {"../../../doi-thoai/2023/a/", "../../../quan-huyen/hong-bang/so-dau/"} <= found

    def test_is_not_for_search_engines_and_names_the_page_that_is(self):
        html = page(NEXT)
        assert '<meta name="robots" content="noindex">' in html
        assert f'<link rel="canonical" href="{ROOT}quan-huyen/hong-bang/so-dau/">' in html

    def test_says_its_day(self):
        assert "Số liệu tính đến ngày 15/9/2023" in shown(page())

    def test_of_sample_data_says_so(self):
        assert "Dữ liệu mẫu" in page(sample=True) and "Dữ liệu mẫu" not in page()

    def test_shows_hostile_text_as_text(self):
        hostile = a_dialogue("a", an_announcement(), venue={"name": "<script>alert(1)</script>"})
        assert "<script>" not in page(hostile) and "<script>alert(1)</script>" in unescape(page(hostile))


class TestTheJson:
    @pytest.mark.parametrize("dialogues", STATES.values(), ids=STATES)
    def test_keeps_to_its_published_schema(self, dialogues):
        found = files(*dialogues)
        schema = json.loads(found["api/v1/schema/next-dialogue.schema.json"])
        jsonschema.Draft202012Validator(schema).validate(json.loads(found[f"{COMMUNE}.json"]))

    @pytest.mark.parametrize("answer, dialogues", STATES.items(), ids=STATES)
    def test_answers_for_each_post_in_a_code(self, answer, dialogues):
        assert [post["answer"] for post in facts(*dialogues)["posts"]] == [answer, answer]

    def test_names_the_next_dialogue(self):
        assert facts(NEXT)["next"] == {
            "dialogue": "a", "year": 2023, "page": f"{ROOT}doi-thoai/2023/a/",
            "title": "Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu", "status": "scheduled",
            "when": "thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00", "day": "2023-09-20",
            "starts_at": "2023-09-20T08:00:00+07:00", "venue": "Hội trường UBND phường",
        }

    def test_has_no_next_dialogue_where_none_is_announced(self):
        assert facts(a_held_dialogue("a"))["next"] is None

    def test_gives_a_day_without_an_hour_as_a_day(self):
        following = facts(a_dialogue("a", an_announcement("2023-09-20", start=None)))["next"]
        assert (following["day"], following["starts_at"]) == ("2023-09-20", None)

    def test_leads_to_the_unit_and_its_feed(self):
        assert (facts()["unit_page"], facts()["feed"]) == (
            f"{ROOT}quan-huyen/hong-bang/so-dau/", f"{ROOT}lich/hong-bang/so-dau.ics",
        )


class TestTheCodeToPaste:
    code = (
        f'<iframe src="{ROOT}{COMMUNE}/" title="Bao giờ đối thoại với Nhân dân: Phường Sở Dầu, quận Hồng Bàng" width="100%" '
        'height="420" loading="lazy"></iframe>'
    )

    def test_stands_on_the_units_page(self):
        [own] = [page for page in units.publish(a_site()) if page.address.endswith("so-dau/")]
        assert unescape(re.search(r'data-copy="([^"]*iframe[^"]*)"', own.body)[1]) == self.code
        assert {f"../../../{COMMUNE}/", f"../../../{COMMUNE}.json"} <= set(links(own))

    def test_is_shown_on_the_page_of_open_data(self):
        [page] = downloads.publish(a_site(units=[a_commune(), a_district()]))
        assert self.code in unescape(page.body)
