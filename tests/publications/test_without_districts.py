"""A register of today's Hải Phòng alone, where there never was a district: nothing that is published knows the word."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from generator.building import parts
from generator.building.made import Published
from generator.building.parts import parts_of
from generator.model import Level, Unit, UnitFile
from generator.site.published import PublishedFile
from generator.text.vietnamese import slug
from tests.builders import a_dialogue, a_held_dialogue, a_site, some_rules
from tests.places import REFORMS
from tests.record_parts import a_commitment, a_conclusion, an_announcement

TODAY = date(2025, 9, 15)
TYPES = ("quận", "huyện", "thị trấn")
DISTRICT = re.compile(rf"(?<!\w)(?:{'|'.join(TYPES)})(?!\w)", re.IGNORECASE)

TYPED = "assets/javascripts/"
"""Scripts know words that people may type, also those of other days, and show none of them."""


def units_of_today() -> list[Unit]:
    with (REFORMS / "units-2025-07.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Unit(slug(row["name"]), Level.COMMUNE, None, UnitFile(
            id=slug(row["name"]), level="commune", code=row["code"], name=row["name"], type=row["type"],
        ))
        for row in rows
    ]


def published() -> dict[str, Published]:
    units = units_of_today()
    taken = {"unit": units[1].id, "taken_over_on": "2025-09-01"}
    told = {"commitments": [a_commitment(taken_over_by=[taken])], "conclusion": a_conclusion(), "year": 2025}
    dialogues = [
        *(a_held_dialogue(f"a-{number}", "2025-08-15", unit=unit.id, **told) for number, unit in enumerate(units[:3])),
        a_dialogue("b", an_announcement("2025-10-20", "2025-09-01"), unit=units[3].id, year=2025),
    ]
    rules = some_rules(
        2025, target={"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "guidance"},
        conclusion={"commune": {"publish_within_days": 10, "basis": "guidance"}},
    )
    register = a_site(*dialogues, units=units, rules=[rules], today=TODAY, old_commune_addresses=False)
    return {one.address: one for part in parts_of(register) for one in part.publish(register.today)}


@pytest.fixture(scope="module")
def site() -> dict[str, Published]:
    return published()


def text_of(one: Published) -> str:
    return one.content.decode("utf-8", "replace") if isinstance(one, PublishedFile) else f"{one.title}\n{one.description}\n{one.body}"


def test_no_district_is_named_anywhere(site):
    found = {address: near for address, one in site.items() if not address.startswith(TYPED) and (near := districts_in(text_of(one)))}
    assert found == {}


def districts_in(text: str) -> list[str]:
    """Each where one is named, with what stands around it; most texts hold none of the words, which is known at once."""
    if not any(type in text.lower() for type in TYPES):
        return []
    return [text[max(named.start() - 60, 0):named.end() + 60] for named in DISTRICT.finditer(text)]


def test_what_is_made_for_some_communes_together_is_what_each_has_made_by_itself(site, monkeypatch):
    monkeypatch.setattr(parts, "MADE_TOGETHER", 1)
    assert published() == site


def test_a_communes_page_counts_its_own_heads_and_no_level(site):
    assert "2 trên 2 người đứng đầu đã đối thoại định kỳ với Nhân dân.</p>" in text_of(site["xa-phuong/phuong-thanh-dong/"])


def test_the_list_of_units_stands_at_an_address_of_its_own(site):
    assert "Xã, phường, đặc khu" in text_of(site["xa-phuong/"]) and "quan-huyen/" not in site
