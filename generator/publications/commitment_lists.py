"""Where the lists of commitments stand, for the pages that lead to them."""

from __future__ import annotations

from functools import lru_cache

from generator.consequences.named_agencies import named_agency
from generator.consequences.status import year_of
from generator.consequences.views import CommitmentView
from generator.model import Unit
from generator.model.addresses import COMMITMENTS, unit_path
from generator.site.site import Site
from generator.text.vietnamese import slug


def commitments_page(site: Site, year: int, part: str = "") -> str:
    """The present year's stand at the short address; an older year's keep their own.

    ``part`` is a district's place, or "co-quan" for the agencies.
    """
    base = COMMITMENTS if year >= site.year else f"{COMMITMENTS}{year}/"
    return f"{base}{part}/" if part else base


@lru_cache(5_000)
def agency_anchor(agency: str) -> str:
    """The id of an agency's list, one for all spellings of its name."""
    return f"co-quan-{slug(agency)}"


def agency_list(site: Site, view: CommitmentView) -> str:
    """The address of all that the commitment's agency has promised in that district and year."""
    page = commitments_page(site, year_of(view.dialogue.dialogue), unit_path(view.dialogue.district))
    return f"{page}#{agency_anchor(named_agency(site.register.agencies, view.commitment.agency).name)}"


def district_lists(site: Site, district: Unit) -> list[tuple[int, str]]:
    """Each year with commitments of the district or its communes, newest first, with the address of their list."""
    years = {
        min(year_of(view.dialogue), site.year) for view in site.views.of_district(district)
        if view.dialogue.commitments
    }
    return [(year, commitments_page(site, year, unit_path(district))) for year in sorted(years, reverse=True)]
