"""A table that a narrow screen shows as cards is still a table to a screen reader; elsewhere it says what it is by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

STACKED, WHOLE = 959, 960
"""CSS pixels between which the style sheet changes: 59.984375em of 16 pixels."""

# Each part of a table whose role is not what it needs: all of them where the table is shown as blocks, else none.
FAULTS = """() => Array.from(document.querySelectorAll("table, table :is(thead, tbody, tfoot, tr, th, td)"), part => {
  const meaning = {TABLE: "table", TR: "row", TD: "cell", TH: {col: "columnheader", row: "rowheader"}[part.scope]};
  const isStacked = getComputedStyle(part.closest("table")).display === "block";
  const needed = isStacked ? (part.tagName in meaning ? meaning[part.tagName] : "rowgroup") : null;
  return part.getAttribute("role") === needed ? null : `${part.outerHTML.slice(0, 80)}: ${needed}`;
}).filter(Boolean)"""


@pytest.mark.parametrize("width", [360, STACKED, WHOLE, 1280])
def test_a_part_of_a_table_has_a_role_only_where_display_takes_its_meaning_away(page: Page, kinds: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    faults = {}
    for kind, address in kinds.items():
        page.goto(address)
        faults[kind] = page.evaluate(FAULTS)[:3]
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_roles_come_and_go_as_a_screen_is_turned_and_a_page_is_printed(page: Page) -> None:
    page.set_viewport_size({"width": WHOLE, "height": 740})
    page.goto("tien-do/")
    tables, with_roles = page.locator("table").count(), page.locator("table[role=table]")
    assert tables > 1
    expect(with_roles).to_have_count(0)
    page.set_viewport_size({"width": STACKED, "height": 740})
    expect(with_roles).to_have_count(tables)
    page.emulate_media(media="print")
    expect(with_roles).to_have_count(0)
    page.emulate_media(media="screen")
    expect(with_roles).to_have_count(tables)


def test_no_table_has_a_role_in_its_html(site_folder: Path) -> None:
    """As the checker of today demands, of every page and not only of one of each kind."""
    role = re.compile(r"<(?:table|thead|tbody|tfoot|tr|th|td)\b[^>]* role=")
    assert [str(path) for path in site_folder.rglob("*.html") if role.search(path.read_text("utf-8"))] == []
