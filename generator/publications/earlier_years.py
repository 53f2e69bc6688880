"""What lies years back of a district or commune, on a page of its own, so that its home stays light."""

from __future__ import annotations

from itertools import groupby
from typing import Iterator

from generator.consequences.status import year_of
from generator.consequences.views import DialogueView
from generator.model import Unit, addresses
from generator.publications.calendar import newest_day
from generator.publications.dialogues import DESCRIPTION_LENGTH
from generator.publications.figures_day import figures_day_of_year
from generator.publications.units import earlier_dialogues, first_listed_year, time_of_existence, unit_trail
from generator.site.formatting import unit_place
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.text.shortening import shortened


def publish(site: Site) -> Iterator[PublishedPage]:
    """Only of those that have earlier years."""
    for unit in site.units:
        if views := earlier_dialogues(site, unit):
            yield _page(site, unit, views)


def _page(site: Site, unit: Unit, views: list[DialogueView]) -> PublishedPage:
    district = site.register.district_of(unit)
    address, place = addresses.earlier_years(unit), unit_place(unit, site.register) + time_of_existence(site, unit)
    *above, (name, _) = unit_trail(site, unit, district)
    named = site.words.pages.earlier_years
    return PublishedPage(
        address,
        named.title.format(place=place),
        shortened(named.description.format(year=first_listed_year(site), place=place), DESCRIPTION_LENGTH),
        site.render(
            "pages/earlier_years.html", address,
            figures=figures_day_of_year(views, site.today, first_listed_year(site) - 1),
            place=place, trail=[*above, (name, addresses.unit_page(unit))],
            years=[(year, list(group)) for year, group in groupby(views, key=lambda view: year_of(view.dialogue))],
        ),
        updated=newest_day(views),
    )
