"""The short addresses of a district's lists in a year that has nothing for them yet: pages that lead to the years before."""

from __future__ import annotations

from typing import Iterator, Sequence

from generator.consequences.status import year_of
from generator.model import Unit
from generator.model.addresses import unit_path
from generator.publications.commitment_lists import commitments_page, district_lists
from generator.publications.conclusions import conclusions_page
from generator.publications.handed_down import HandedDown, handed_down_to_district
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.titles import Described


def publish(site: Site) -> Iterator[PublishedPage]:
    """Only of districts that had such a list once, or that have come to what an old unit left: what was published at the
    address is to be found from there for ever."""
    year, named = site.year, site.words.pages
    for district in site.districts:
        held = {min(year_of(view.dialogue), year) for view in site.views.of_district(district) if view.dialogue.held}
        conclusions = [(old, conclusions_page(site, old, district)) for old in sorted(held, reverse=True)]
        left = handed_down_to_district(site, district)
        if (held or left.conclusions) and year not in held:
            address, above = conclusions_page(site, year, district), conclusions_page(site, year)
            yield _page(
                site, district, named.conclusions_of_district, address, above, conclusions,
                HandedDown(conclusions=left.conclusions),
            )
        commitments = district_lists(site, district)
        if (commitments and commitments[0][0] != year) or (left.commitments and not commitments):
            address, above = commitments_page(site, year, unit_path(district)), commitments_page(site, year)
            yield _page(
                site, district, named.commitments_of_district, address, above, commitments,
                HandedDown(commitments=left.commitments),
            )


def _page(
    site: Site, district: Unit, named: Described, address: str, overview: str, years: Sequence[tuple[int, str]],
    left: HandedDown,
) -> PublishedPage:
    called = {"year": site.year, "place": district.name, "district": district.name}
    title = named.title.format(**called)
    return PublishedPage(
        address, title, named.description.format(**called),
        site.render(
            "pages/quiet_year.html", address, title=title, district=district, overview=overview, years=years,
            commitments=left.commitments, conclusions=left.conclusions,
        ),
    )
