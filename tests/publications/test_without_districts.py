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
from generator.publications import commitments, conclusions
from generator.site.published import PublishedFile
from generator.text.vietnamese import slug
from tests.builders import a_dialogue, a_held_dialogue, a_site, published_at, some_rules
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


@pytest.mark.parametrize(("address", "caption"), [
    ("ket-luan/", "Số Thông báo kết luận theo đơn vị, xếp theo vần"), ("cam-ket/", "Số cam kết theo đơn vị, xếp theo vần"),
])
def test_the_figures_of_units_run_by_their_names(site, address, caption):
    table = text_of(site[address]).partition(f"<caption>{caption}</caption>")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="row".*?>([^<]+)</a>', table) == ["Phường Hải Dương", "Phường Lê Thanh Nghị", "Phường Thành Đông"]


def test_more_units_than_a_telephone_shows_stand_behind_a_fold_at_the_address_of_their_heading():
    told = {"commitments": [a_commitment()], "conclusion": a_conclusion(), "year": 2025}
    units = units_of_today()[:21]
    for shown, is_folded in ((units, True), (units[:20], False)):
        held = [a_held_dialogue(f"a-{unit.id}", "2025-08-15", unit=unit.id, **told) for unit in shown]
        rules = some_rules(2025, target={"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "guidance"})
        register = a_site(*held, units=units, rules=[rules], today=TODAY)
        for address, module in (("ket-luan/", conclusions), ("cam-ket/", commitments)):
            heading = f'<summary><h2 id="quan-huyen">Theo đơn vị ({len(shown)})</h2></summary>'
            assert (heading in published_at(address, module, register).body) == is_folded


def test_a_communes_list_of_commitments_names_it_once_and_keeps_its_addresses(site):
    page = text_of(site["cam-ket/xa-phuong/phuong-thanh-dong/"])
    assert "Theo đơn vị" not in page and 'data-label="Đơn vị"' not in page
    assert 'id="don-vi"' in page and 'id="don-vi-phuong-thanh-dong"' in page


def test_the_list_of_units_stands_at_an_address_of_its_own(site):
    assert "Xã, phường, đặc khu" in text_of(site["xa-phuong/"]) and "quan-huyen/" not in site
