"""Text that is valid in a record and hostile to what is made of it: no page, feed or file lets it become more than text."""

from __future__ import annotations

import csv
import io
import json
import shutil
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any, Iterator
from xml.etree import ElementTree

import pytest
import yaml
from icalendar import Calendar
from pydantic import ValidationError

from generator.building.build import Publication, publish
from generator.building.plain_site import write_plain_site
from generator.reading.dialogue_fields import FIELDS, read_value
from tests.builders import TODAY
from tests.folders import write_yaml
from tests.places import GOLDEN, TEMPLATES

MARK = "HOSTILE"
TEXTS = (
    f"<script>{MARK}()</script>", f'"><img src=x onerror={MARK}()>', f"' onmouseover={MARK}() x='", f"{{{{ 7*7 }}}}{{% raw %}}{MARK}",
    f"[x](javascript:{MARK}())", f"=cmd|{MARK}!A1", f"</title></textarea></script><svg/onload={MARK}()>", f"{{: onclick={MARK}() }}",
    f"]]>{MARK}<!--", f"a\\,b;c\\nBEGIN:VEVENT {MARK}", f"@SUM(1) {MARK}", f"&lt;b&gt;{MARK}&amp;", f"![x](data:text/html,{MARK})",
    f"<https://x.example/{MARK}>", f"# {MARK}", f"＝1+1 {MARK}", f"{MARK} " + "W" * 280, f"javascript:{MARK}()", f"`{MARK}` | a | b |",
)
FREE = {
    "topic", "subjects", "area", "who", "opinions_to", "attend_to", "office", "phone", "email", "observer", "reason", "title", "note",
    "day_note", "summary", "number", "text", "field", "by", "document_number", "agency", "legal_basis", "address", "name",
    "description", "publisher", "place", "attended", "co_organisers", "further_sites",
    "asked_by", "answer",
}
NAMES_OF_UNITS = {"unit", "serves"}
"""Of a dialogue's record: whether there is such a unit is a rule's to say."""
KEPT = {"uid_domain", "address"}
"""Of register.yml, whose address is no text."""


def hostile(value: Any, name: str, texts: Iterator[str], kept: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: hostile(entry, key, texts, kept) for key, entry in value.items()}
    if isinstance(value, list):
        return [hostile(entry, name, texts, kept) for entry in value]
    return next(texts) if name in FREE - kept else value


@pytest.fixture(scope="module")
def publication(tmp_path_factory) -> Publication:
    """Of the golden register, with hostile text in every field of free text; each dialogue begins with another."""
    content = tmp_path_factory.mktemp("hostile") / "content"
    shutil.copytree(GOLDEN, content)
    for number, file in enumerate(sorted(content.rglob("*.yml"))):
        texts = cycle((*TEXTS[number % len(TEXTS):], *TEXTS[: number % len(TEXTS)]))
        kept = KEPT if file.name == "register.yml" else {"name"} if file.parent.name == "units" else set()
        record = hostile(yaml.load(file.read_text("utf-8"), yaml.BaseLoader), "", texts, kept)
        for unit in (record, *record.get("communes", ())) if file.parent.name == "units" else ():
            unit["name"] += next(texts)[:200]
        for correction in record.get("corrections", ()):
            correction |= {"field": "topic", "was": next(texts)}
        write_yaml(file, record)
    return publish(content, as_of=None, today=TODAY, templates=TEMPLATES)


def takes_text(field: str) -> bool:
    try:
        return TEXTS[0] in str(read_value(field, TEXTS[0]))
    except ValidationError:
        return False


def test_every_field_of_a_dialogue_that_takes_any_text_is_given_it_here():
    assert {field.rpartition(".")[2] for field in FIELDS if takes_text(field)} - FREE == NAMES_OF_UNITS


class Markup(HTMLParser):
    """What in a page does something, where there is a mark in it."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self.in_program = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.in_program = tag in ("script", "style")
        for name, value in attributes:
            runs = name.startswith("on") or (value or "").lstrip().lower().startswith(("javascript:", "data:"))
            if MARK.lower() in name or (runs and MARK in (value or "")):
                self.live.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self.in_program = False

    def handle_data(self, data: str) -> None:
        if self.in_program and MARK in data:
            self.live.append(data)


def live(html: str) -> list[str]:
    page = Markup()
    page.feed(html)
    page.close()
    return page.live


@pytest.mark.parametrize("html, does", [
    (f"<title>{MARK}</title><textarea>{MARK}</textarea><p>{MARK}", 0), (f"<script>{MARK}</script>", 1), (f"<style>{MARK}</style>", 1),
    (f"<script></script>{MARK}<b onclick='{MARK}'>{MARK}</b>", 1),
])
def test_what_does_something_on_a_page_is_told_from_what_is_shown(html: str, does: int):
    assert len(live(html)) == does


def test_no_text_does_anything_on_a_page(publication, tmp_path):
    write_plain_site(publication, TEMPLATES, tmp_path)
    pages = {path.relative_to(tmp_path): path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    structured = {page.structured for page in publication.pages if page.structured}
    assert sum(MARK in html for html in pages.values()) > 30
    assert {path: found for path, html in pages.items() if (found := [text for text in live(html) if text not in structured])} == {}


def test_structured_data_is_json_that_ends_no_script(publication):
    structured = [page.structured for page in publication.pages if page.structured]
    assert structured and not any("<" in text for text in structured)
    assert all(json.loads(text) for text in structured)


def test_json_and_xml_are_whole(publication):
    kinds = {".json": json.loads, ".atom": ElementTree.fromstring, ".xml": ElementTree.fromstring}
    read = [kinds[kind](file.content) for file in publication.files if (kind := Path(file.address).suffix) in kinds]
    assert len(read) > 20


def test_no_cell_of_a_csv_file_starts_a_formula(publication):
    marked = 0
    for file in publication.files:
        if file.address.endswith(".csv"):
            marked += MARK.encode() in file.content
            rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert [cell for row in rows for cell in row if MARK in cell and cell.lstrip()[0] in "=+-@|%＝＋－＠"] == []
    assert marked > 3


def test_a_feed_holds_no_event_that_is_not_a_records(publication):
    feeds = [file.content for file in publication.files if file.address.endswith(".ics")]
    for feed in feeds:
        events = Calendar.from_ical(feed).walk("VEVENT")
        assert feed.count(b"\r\nBEGIN:VEVENT\r\n") == len(events) == len({str(event["UID"]) for event in events})
    assert any(MARK.encode() in feed for feed in feeds)
