"""The sitemap and robots.txt, read as a search engine reads them."""

from __future__ import annotations

from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from generator.publications import sitemap
from generator.site import PublishedPage
from tests.builders import a_site

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


def test_an_address_that_is_listed_twice_is_one():
    assert len(listed(a_page("lich/", date(2023, 9, 1)), handwritten=("lich/",))) == 1


def test_robots_may_read_a_feed():
    robots = RobotFileParser()
    robots.parse(files()["robots.txt"].splitlines())
    assert robots.can_fetch("Google-Calendar-Importer", f"{ROOT}lich/thanh-pho.ics")


def test_robots_are_told_of_the_sitemap():
    robots = RobotFileParser()
    robots.parse(files()["robots.txt"].splitlines())
    assert robots.site_maps() == [f"{ROOT}sitemap.xml"]
