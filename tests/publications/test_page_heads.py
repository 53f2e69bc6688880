"""What a page says of itself to search engines, to whoever shares it and to programs: read from every page of a built site."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.building.site_build import build_whole_site
from generator.mkdocs_plugin.commands import MkDocsTheme
from generator.model.addresses import dialogue_page
from generator.model.data_addresses import PACKS
from generator.reading.records import read_records
from generator.releases.releasing import Origin, release
from tests.builders import TODAY
from tests.places import GOLDEN, ROOT, TEMPLATES

FACTS = read_records(GOLDEN).register.facts
EVENT_STATUSES = {"EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled"}


class Head(HTMLParser):
    """The head of one HTML page; ``metas`` holds every content given to a name or property."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.address = address
        self.titles: list[str] = []
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, list[dict[str, str]]] = {}
        self.structured: list[str] = []
        self._inside = ""
        self._in_head = True
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "title" and self._in_head:
            self._inside = "title"
        elif tag == "meta" and (name := given.get("name") or given.get("property")):
            self.metas.setdefault(name, []).append(given["content"])
        elif tag == "link":
            self.links.setdefault(given["rel"].strip(), []).append(given)
        elif tag == "script" and given.get("type") == "application/ld+json":
            self._inside = "structured"

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self._in_head = self._in_head and tag != "head"

    def handle_data(self, text: str) -> None:
        if self._inside:
            (self.titles if self._inside == "title" else self.structured).append(text)

    def only(self, name: str) -> str:
        [value] = self.metas[name]
        return value

    @property
    def canonical(self) -> str:
        [link] = self.links["canonical"]
        return link["href"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heads") / "site"
    build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), GOLDEN, None, folder, TODAY)
    return folder


@pytest.fixture(scope="module")
def heads(site: Path) -> list[Head]:
    """Of every page but the frames for other sites and the one for what is not there."""
    addresses = {page: page.relative_to(site).as_posix().removesuffix("index.html") for page in site.rglob("index.html")}
    return [
        Head(address, page.read_text("utf-8"))
        for page, address in sorted(addresses.items()) if not address.startswith("nhung/")
    ]


def wrong(heads: list[Head], is_right: Callable[[Head], bool]) -> list[str]:
    return [head.address for head in heads if not is_right(head)]


def all_structured(heads: list[Head]) -> dict[str, dict[str, Any]]:
    return {head.address: json.loads(text) for head in heads for text in head.structured}


def test_the_site_has_a_page_of_every_kind(heads):
    first = {head.address.split("/")[0] for head in heads}
    assert {"", "lich", "quan-huyen", "doi-thoai", "ket-luan", "cam-ket", "tien-do", "dang-ky-lich", "du-lieu"} <= first


def test_every_page_has_one_title_of_its_own(heads):
    assert wrong(heads, lambda head: len(head.titles) == 1) == []
    pages = [head for head in heads if head.canonical == FACTS.address + head.address]
    assert [title for title, count in Counter(head.titles[0] for head in pages).items() if count > 1] == []


def test_every_page_has_one_description_of_its_own(heads):
    pages = [head for head in heads if head.canonical == FACTS.address + head.address]
    counts = Counter(head.only("description") for head in pages)
    assert "" not in counts and [text for text, count in counts.items() if count > 1] == []


def test_no_description_is_longer_than_search_engines_show(heads):
    assert wrong(heads, lambda head: len(head.only("description")) <= 160) == []


def test_every_page_names_a_page_of_the_site_as_the_one_to_list(heads):
    known = {FACTS.address + head.address for head in heads}
    assert wrong(heads, lambda head: head.canonical in known) == []


def test_a_page_that_stands_for_another_names_it_and_no_other_does(heads):
    """The progress of this year, and notices that are past, which lead on to their dialogues."""
    standing_in = {head.address: head.canonical for head in heads if head.canonical != FACTS.address + head.address}
    assert standing_in.pop("tien-do/") == f"{FACTS.address}tien-do/2023/"
    assert standing_in != {} and standing_in == {
        address: FACTS.address + address.removesuffix("thong-bao/")
        for address in standing_in if address.endswith("/thong-bao/")
    }


def test_the_sitemap_lists_just_the_pages_that_name_themselves(heads, site):
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    listed = {found.text for found in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {head.canonical for head in heads}


@pytest.mark.parametrize("name, expected", [
    ("og:title", lambda head: head.titles[0].removesuffix(f" – {FACTS.name}")),
    ("og:description", lambda head: head.only("description")),
    ("og:url", lambda head: head.canonical),
    ("og:site_name", lambda head: FACTS.name),
    ("og:type", lambda head: "website"),
    ("og:locale", lambda head: "vi_VN"),
])
def test_what_is_shown_where_a_page_is_shared_is_what_the_page_says(heads, name, expected):
    assert wrong(heads, lambda head: head.only(name) == expected(head)) == []


def test_every_feed_that_a_page_points_to_is_there_and_of_its_kind(heads, site):
    endings = {"text/calendar": ".ics", "application/atom+xml": ".atom"}
    pointed = [
        (head.address, link) for head in heads for link in head.links.get("alternate", []) if "type" in link
    ]
    missing = [
        (address, link["href"]) for address, link in pointed
        if not link["href"].endswith(endings[link["type"]])
        or not (site / urljoin(f"/{address}", link["href"]).lstrip("/")).is_file()
    ]
    assert missing == [] and {link["type"] for _, link in pointed} == set(endings)


class TestStructuredData:
    def test_is_json_of_schema_org_wherever_there_is_any(self, heads):
        assert {facts["@context"] for facts in all_structured(heads).values()} == {"https://schema.org"}

    def test_names_its_page_as_the_one_to_list(self, heads):
        canonical = {head.address: head.canonical for head in heads}
        assert [address for address, facts in all_structured(heads).items() if facts["url"] != canonical[address]] == []

    def test_of_dialogues_is_an_event_with_what_search_engines_ask_for(self, heads):
        events = {a: facts for a, facts in all_structured(heads).items() if a.startswith("doi-thoai/")}
        asked = {"name", "startDate", "eventStatus", "location", "organizer"}
        assert events and [a for a, facts in events.items() if facts["@type"] != "Event" or asked - facts.keys()] == []

    def test_of_dialogues_says_how_people_attend_just_where_the_record_does(self, heads):
        told = {dialogue_page(dialogue): dialogue.mode is not None for dialogue in read_records(GOLDEN).register.dialogues.values()}
        events = {a: facts for a, facts in all_structured(heads).items() if a in told}
        assert {a: "eventAttendanceMode" in facts for a, facts in events.items()} == {a: told[a] for a in events}
        assert len({told[a] for a in events}) == 2

    def test_of_dialogues_has_statuses_that_schema_org_knows_and_more_than_one(self, heads):
        found = {facts["eventStatus"] for facts in all_structured(heads).values() if facts["@type"] == "Event"}
        assert found <= {f"https://schema.org/{status}" for status in EVENT_STATUSES} and len(found) > 1

    def test_of_the_open_data_is_a_dataset_whose_every_file_is_there(self, heads, site, tmp_path):
        """The packs, and no other file, are there once the site is released."""
        dataset = all_structured(heads)["du-lieu/"]
        files = [file["contentUrl"].removeprefix(FACTS.address) for file in dataset["distribution"]]
        assert dataset["@type"] == "Dataset" and set(files) > set(PACKS.values())
        assert [file for file in files if not (site / file).is_file()] == list(PACKS.values())
        released = copytree(site, tmp_path / "released")
        release(released, None, Origin(None, None, None), TEMPLATES, None)
        assert [file for file in files if not (released / file).is_file()] == []
