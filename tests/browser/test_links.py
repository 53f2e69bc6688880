"""Every link on every page of the register in ``content`` leads somewhere, and nowhere that the records did not name."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import yaml

from generator.model.addresses import RECORD_EDITOR, RECORDS
from tests.places import CONTENT

pytestmark = pytest.mark.both_shells

SITE = yaml.load((CONTENT / "register.yml").read_text("utf-8"), yaml.BaseLoader)["address"]
CALENDARS = {"calendar.google.com", "outlook.live.com", "outlook.office.com"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
LEAD_SOMEWHERE = ("href", "src", "content", "data-copy")


@dataclass
class Links(HTMLParser):
    """The ids and links of one page; links are whole addresses."""

    address: str
    ids: Counter[str] = field(default_factory=Counter)
    targets: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        self.ids.update([named["id"]] if "id" in named else [])
        for name in LEAD_SOMEWHERE:
            value = named.get(name, "")
            if (name in ("href", "src") and value) or re.match(r"https?:|webcal:", value):
                self.targets.add(urljoin(SITE + self.address, value.replace("webcal://", "https://")))


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> dict[str, Links]:
    """Every page by its address; the address of the 404 page is its file."""
    pages = {}
    for path in sorted(site_folder.rglob("*.html")):
        links = Links(path.relative_to(site_folder).as_posix().removesuffix("index.html"))
        links.feed(path.read_text("utf-8"))
        pages[links.address] = links
    return pages


def test_the_site_has_its_pages(pages: dict[str, Links]) -> None:
    assert len(pages) > len(list((CONTENT / "dialogues").glob("*/*.yml")))


def test_every_link_to_the_site_itself_leads_to_a_page_a_file_or_a_place_on_a_page(
    pages: dict[str, Links], site_folder: Path
) -> None:
    files = {path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*") if path.is_file()}
    dead = []
    for page in pages.values():
        for target in page.targets:
            address, fragment = urldefrag(target)
            if not address.startswith(SITE):
                continue
            path = unquote(urlsplit(address).path).lstrip("/")
            is_page = path in pages
            if is_page and path == RECORD_EDITOR and page.address == f"doi-thoai/{fragment}/":
                is_there = f"{RECORDS}{fragment.partition('/')[2]}.yml" in files  # the record that the editor opens
            elif fragment:
                is_there = is_page and fragment in pages[path].ids
            else:
                is_there = is_page or path in files
            if not is_there:
                dead.append((page.address, target))
    assert dead == []


def test_no_link_leads_to_a_host_that_no_record_names(pages: dict[str, Links]) -> None:
    recorded = {
        host
        for path in CONTENT.rglob("*") if path.suffix in (".yml", ".md")
        for host in re.findall(r"https?://([\w.-]+)", path.read_text("utf-8"))
    }
    strange = {
        (page.address, target) for page in pages.values() for target in page.targets
        if urlsplit(target).scheme not in ("mailto", "tel", "data")
        and urlsplit(target).hostname not in recorded | CALENDARS
    }
    assert strange == set()


def test_no_link_is_followed_over_a_scheme_that_could_run_or_leak(pages: dict[str, Links]) -> None:
    schemes = {urlsplit(target).scheme for page in pages.values() for target in page.targets}
    assert schemes <= {"https", "mailto", "tel"}


def test_no_page_holds_an_id_twice(pages: dict[str, Links]) -> None:
    assert {page.address: [id for id, count in page.ids.items() if count > 1] for page in pages.values()
            if page.ids and max(page.ids.values()) > 1} == {}


def test_every_page_of_the_sitemap_is_there(pages: dict[str, Links], site_folder: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (site_folder / "sitemap.xml").read_text("utf-8"))
    assert [address for address in listed if address.removeprefix(SITE) not in pages] == []


def strings(value: Any) -> Iterator[str]:
    """Every text in what was read from JSON but the examples of a schema, which are what somebody could write."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, inner in value.items() if name != "examples" for text in (name, *strings(inner)))
    elif isinstance(value, list):
        yield from (text for inner in value for text in strings(inner))


def test_every_address_in_the_open_data_is_there(site_folder: Path, pages: dict[str, Links]) -> None:
    """One that names no dialogue yet is there for every dialogue, one that names no document for every document."""
    dialogues = [{"dialogue": path.stem} for path in CONTENT.glob("dialogues/*/*.yml")]
    documents = [
        {"year": path.parts[-3], "dialogue": path.parts[-2], "file": path.parts[-1]} for path in CONTENT.glob("documents/*/*/*")
    ]
    missing: set[tuple[str, str]] = set()
    for path in (site_folder / "api").rglob("*.json"):
        for text in strings(json.loads(path.read_text("utf-8"))):
            for named in documents if "{file}" in text else dialogues if "{dialogue}" in text else [{}]:
                address = urldefrag(PLACEHOLDER.sub(lambda name: named.get(name[1], name[0]), text)).url  # noqa: B023
                relative = address.removeprefix(SITE)
                if relative != address and relative not in pages and not (site_folder / relative).is_file():
                    missing.add((path.name, relative))
    assert missing == set()
