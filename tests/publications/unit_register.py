"""Pages of units, and units that became one."""

from __future__ import annotations

from itertools import chain

from generator.model import Dialogue
from generator.publications import earlier_years, unit_list, units
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_site, published_by

COMMUNE = "quan-huyen/hong-bang/so-dau/"
DISTRICT = "quan-huyen/hong-bang/"


def pages_of(site: Site) -> dict[str, PublishedPage]:
    of_units = (published_by(module, site) for module in (unit_list, units, earlier_years))
    return {page.address: page for page in chain.from_iterable(of_units)}


def page_of(*dialogues: Dialogue, address: str = COMMUNE, **register: object) -> PublishedPage:
    return pages_of(a_site(*dialogues, **register))[address]


def merged_units() -> list:
    """The ward Sở Dầu ends on 31/8/2023 and lives on in the ward Hồng Bàng."""
    return [
        a_district(),
        a_commune(exists_until="2023-08-31", successors=["hong-bang/hong-bang"]),
        a_commune("hong-bang/hong-bang", "Phường Hồng Bàng", exists_from="2023-09-01", predecessors=["hong-bang/so-dau"]),
    ]


def old_namesakes() -> list:
    """A ward Sở Dầu that ended on 31/3/2023, and another of that name that came after it and ended on 30/6/2023."""
    return [
        a_district(), a_commune(exists_until="2023-03-31"),
        a_commune("hong-bang/so-dau-moi", exists_from="2023-04-01", exists_until="2023-06-30"),
    ]
