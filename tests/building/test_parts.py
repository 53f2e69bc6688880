"""A part that says on which days it is the same has the same bytes when it is made on any of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from generator.building.made import Made
from generator.building.parts import parts_of
from generator.keeping.observed_day import ObservedDay
from generator.publications import quarter_lists
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import TEMPLATES, a_commune, a_district, a_site, rules_of_2025, some_rules
from tests.page_text import section, shown
from tests.read_register import read_register

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests/golden/content"
WHOLE = Site(read_register(CONTENT), ObservedDay(date(2023, 9, 15)), TEMPLATES, CONTENT / "documents")
DAYS = (
    date(2023, 3, 1), date(2023, 8, 31), date(2023, 9, 15), date(2023, 9, 16), date(2023, 9, 20), date(2023, 9, 21),
    date(2023, 10, 1), date(2023, 11, 15), date(2023, 12, 31), date(2024, 1, 1), date(2024, 6, 1),
)
A_YEAR_LATER = replace(WHOLE, register=replace(WHOLE.register, rules={**WHOLE.register.rules, 2024: some_rules(2024)}))
"""In whose present year all that its records tell is past."""
DAYS_OF_LATER = (date(2024, 1, 1), date(2024, 2, 1), date(2024, 6, 1), date(2024, 12, 31), date(2025, 2, 1))


@cache
def made_on(day: date, is_later: bool = False) -> dict[str, Made]:
    """Each part of a district or a year by its name; those of the whole city are of one day."""
    parts = parts_of(replace(A_YEAR_LATER if is_later else WHOLE, today=ObservedDay(day)))
    return {part.name: part.make(day) for part in parts if part.dialogues is not None}


@pytest.mark.parametrize(("day", "is_later"), [*((day, False) for day in DAYS), *((day, True) for day in DAYS_OF_LATER)])
def test_a_part_has_the_same_bytes_on_all_days_that_it_names(day: date, is_later: bool):
    named, days = 0, DAYS_OF_LATER if is_later else DAYS
    for name, part in made_on(day, is_later).items():
        edges = {edge for edge in (part.first, part.last) if edge and abs(edge - day) < timedelta(days=150)}
        for other in {*days, *edges} - {day}:
            if (is_later and other < days[0]) or not part.first <= other or (part.last and other > part.last):
                continue
            if name in made_on(other, is_later):
                named += 1
                assert part.published == made_on(other, is_later)[name].published, (name, other)
    assert named


def test_a_page_whose_figures_are_told_to_stand_has_the_same_figures_on_every_later_day():
    stood = 0
    for day in DAYS:
        for name, part in made_on(day).items():
            later = [made_on(other)[name].published for other in DAYS if other > day and name in made_on(other)]
            for place, page in enumerate(part.published):
                if isinstance(page, PublishedPage) and "; sổ không ghi việc nào sau ngày này làm đổi số liệu" in page.body:
                    stood += 1
                    assert {figures_of(made[place]) for made in later} <= {figures_of(page)}, (page.address, day)
    assert stood


def figures_of(page: PublishedPage) -> str:
    """What the words are about: the page, and of a dialogue's what became of it, since its post's standing has its own day."""
    if not page.address.startswith("doi-thoai/"):
        return page.body
    return " ".join(section(page, told) for told in ("ket-luan", "cam-ket") if f'id="{told}"' in page.body)


def test_what_is_past_of_a_district_is_made_from_all_that_its_lists_of_past_quarters_show():
    day = DAYS_OF_LATER[0]
    site = replace(A_YEAR_LATER, today=ObservedDay(day))
    lists = {page.address: page for page in quarter_lists.publish_past(site)}
    made = {page.address: page for name, part in made_on(day, True).items() if name.startswith("past ") for page in part.published}
    assert made == lists and "/hong-bang-dinh-ky-1/" in lists["quan-huyen/hong-bang/quy-2-2023/"].body


def test_parts_ask_the_whole_only_for_what_no_day_changes():
    """The years shown and the units, which are in every part's key; words and templates; the events of calendars and
    the entries of Atom feeds; and, for archives of changes, the corrections of what is no dialogue."""
    files = [path for folder in ("generator", "site_templates") for path in (ROOT / folder).rglob("*.*") if path.is_file()]
    asking = {path.name for path in files if re.search(rb"\b(site|self|snapshot)\.whole\b", path.read_bytes())}
    assert {name for name in asking if not name.endswith(".pyc")} == {
        "snapshot.py", "site.py", "register.py", "calendar_events.py", "change_entries.py", "change_archives.py",
    }


def test_what_is_made_without_dialogues_is_the_same_on_every_day():
    made = made_on(DAYS[0])["no dialogue"]
    assert made.published and made.last is None and made.published == made_on(DAYS[-1])["no dialogue"].published


def test_a_units_page_names_the_districts_of_the_units_that_follow_it_two_reforms_later():
    units = [
        a_district(), a_commune(exists_until="2024-12-31", successors=["le-chan/b"]),
        a_district("le-chan", "Quận Lê Chân"),
        a_commune("le-chan/b", "Phường B", exists_from="2025-01-01", exists_until="2025-06-30", successors=["hai-an/c"]),
        a_district("hai-an", "Quận Hải An"), a_commune("hai-an/c", "Phường C", exists_from="2025-07-01"),
    ]
    site = a_site(rules=[rules_of_2025()], today=date(2026, 3, 1), units=units)
    pages = {made.address: made for part in parts_of(site) for made in part.publish(site.today) if isinstance(made, PublishedPage)}
    assert "nay thuộc: Phường C, quận Hải An." in shown(pages["quan-huyen/hong-bang/so-dau/"].body)
