"""The sitemap and robots.txt, read as a search engine reads them."""

from __future__ import annotations

from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from generator.publications import sitemap
from generator.site.published import PublishedPage
from tests.builders import a_site, every

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ROOT = "https://doithoai.example/"


def files(*pages: PublishedPage, handwritten: tuple[str, ...] = ()) -> dict[str, str]:
    return {file.address: file.content.decode() for file in sitemap.publish(a_site(), pages, handwritten)}


def listed(*pages: PublishedPage, handwritten: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    root = ElementTree.fromstring(files(*pages, handwritten=handwritten)["sitemap.xml"])
    return [
        (url.findtext("s:loc", namespaces=NAMESPACE), url.findtext("s:lastmod", namespaces=NAMESPACE))
        for url in root.findall("s:url", NAMESPACE)
    ]


def a_page(address: str, updated: date | None = None) -> PublishedPage:
    return PublishedPage(address, "Tên", "Mô tả", "<h1>Tên</h1>", updated)


def test_each_page_carries_its_own_day():
    pages = a_page("lich/", date(2023, 9, 1)), a_page("", date(2023, 9, 15))
    assert listed(*pages) == [(ROOT, "2023-09-15"), (f"{ROOT}lich/", "2023-09-01")]


def test_a_page_without_a_dated_fact_carries_no_day():
    assert listed(a_page("dang-ky-lich/")) == [(f"{ROOT}dang-ky-lich/", None)]


def test_pages_written_by_hand_are_listed_among_the_others():
    pages = listed(a_page("lich/"), a_page(""), handwritten=("gioi-thieu/",))
    assert [address for address, _ in pages] == [ROOT, f"{ROOT}gioi-thieu/", f"{ROOT}lich/"]


def test_an_address_with_spaces_and_accents_is_written_as_an_address_of_the_net():
    [(address, _)] = listed(handwritten=("Hỏi đáp/",))
    assert address.endswith("/H%E1%BB%8Fi%20%C4%91%C3%A1p/")


def test_an_address_that_is_listed_twice_is_one():
    assert len(listed(a_page("lich/", date(2023, 9, 1)), handwritten=("lich/",))) == 1


PAGES_OF_TWO_YEARS = [
    a_page("doi-thoai/2022/a/", date(2022, 5, 1)), a_page("doi-thoai/2023/b/", date(2023, 9, 2)),
    a_page("doi-thoai/2023/c/", date(2023, 9, 1)), a_page("doi-thoai/2023/d/"), a_page("lich/"),
]


def test_more_addresses_than_one_file_may_hold_stand_in_some_that_an_index_names():
    made = {file.address: file.content for file in sitemap.publish(a_site(), PAGES_OF_TWO_YEARS, ("", "gioi-thieu/"), most=2)}
    index = ElementTree.fromstring(made["sitemap.xml"])
    named = [(part.findtext("s:loc", None, NAMESPACE), part.findtext("s:lastmod", None, NAMESPACE)) for part in index]
    assert index.tag.endswith("}sitemapindex")
    assert named == [
        (f"{ROOT}sitemap-khac-1.xml", None), (f"{ROOT}sitemap-khac-2.xml", None), (f"{ROOT}sitemap-2022-1.xml", "2022-05-01"),
        (f"{ROOT}sitemap-2023-1.xml", "2023-09-02"), (f"{ROOT}sitemap-2023-2.xml", None),
    ]
    parts = [ElementTree.fromstring(made[address.removeprefix(ROOT)]) for address, _ in named]
    assert all(part.tag.endswith("}urlset") and len(part) <= 2 for part in every(parts))
    listed = [url.findtext("s:loc", None, NAMESPACE) for part in parts for url in part]
    assert sorted(listed) == sorted(ROOT + address for address in (*(page.address for page in PAGES_OF_TWO_YEARS), "", "gioi-thieu/"))


def test_one_file_holds_as_many_addresses_as_it_may():
    assert [file.address for file in sitemap.publish(a_site(), PAGES_OF_TWO_YEARS, most=5)] == ["sitemap.xml", "robots.txt"]


def test_robots_may_read_a_feed():
    robots = RobotFileParser()
    robots.parse(files()["robots.txt"].splitlines())
    assert robots.can_fetch("Google-Calendar-Importer", f"{ROOT}lich/thanh-pho.ics")


def test_robots_are_told_of_the_sitemap():
    robots = RobotFileParser()
    robots.parse(files()["robots.txt"].splitlines())
    assert robots.site_maps() == [f"{ROOT}sitemap.xml"]
