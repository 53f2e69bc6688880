"""The conclusion notices of a year: the newest, the share in time, what is owed; and a page of all for each district."""

from __future__ import annotations

from datetime import date
from typing import Iterable, Iterator

from generator.consequences.clocks import ClockState, Step, timeliness
from generator.consequences.views import DialogueView
from generator.model import Register, Unit
from generator.model.addresses import API, CONCLUSIONS, unit_path
from generator.model.groups import grouped
from generator.publications.calendar import newest_day
from generator.publications.figures_day import figures_day_of_year
from generator.publications.handed_down import NOTHING, handed_down_to_district
from generator.publications.news import MOST_UNFOLDED
from generator.publications.subscribe import city_feeds
from generator.site.formatting import unit_place
from generator.site.published import PublishedPage
from generator.site.site import Site

NEWEST_SHOWN = 30
"""Of a whole year's notices, which are many; each district's page lists all of its own."""

OWED_AT_ONCE = 10
"""Of the dialogues whose notice is owed; the others of them stand in a fold."""


def publish_year(site: Site) -> Iterator[PublishedPage]:
    held, year = _held(site), site.shown_year
    assert year
    yield _page(site, year, held, _by_district(site.register, held))


def publish_districts(site: Site) -> Iterator[PublishedPage]:
    """Of those that held a dialogue in the year."""
    year = site.shown_year
    assert year
    for district, views in _by_district(site.register, _held(site)).items():
        yield _district_page(site, year, site.register.units[district], views)


def _held(site: Site) -> list[DialogueView]:
    return [view for view in site.views.dialogues.values() if view.dialogue.held]


def conclusions_page(site: Site, year: int, district: Unit | None = None) -> str:
    """The present year's stands at the short address, an older year keeps its own, as a district's does."""
    base = CONCLUSIONS if year >= site.year else f"{CONCLUSIONS}{year}/"
    return f"{base}{unit_path(district)}/" if district else base


def newest_conclusions(views: Iterable[DialogueView]) -> list[DialogueView]:
    """Those with a conclusion notice, the newest notice first."""
    found = [view for view in views if view.dialogue.conclusion]
    return sorted(found, key=lambda view: (known_on(view) or date.min, view.dialogue.id), reverse=True)


def known_on(view: DialogueView) -> date | None:
    """When the public could first know of its conclusion; None where there is none, or no day is recorded."""
    return view.dialogue.conclusion.known_on if view.dialogue.conclusion else None


def _page(
    site: Site, year: int, views: list[DialogueView], districts: dict[str, list[DialogueView]]
) -> PublishedPage:
    address, named, issued = conclusions_page(site, year), site.words.pages.conclusions, newest_conclusions(views)
    shares = {
        Step.SEND: timeliness(view.send for view in views), Step.PUBLISH: timeliness(view.publish for view in views),
    }
    return PublishedPage(
        address,
        *named.filled(year=year, place=site.register.facts.place),
        site.render(
            "pages/conclusions.html", address,
            year=year,
            figures=figures_day_of_year(views, site.today, year),
            periods=site.periods(year) if year in site.register.rules else (),
            shares=shares,
            file=f"{API}conclusions-{year}.csv",
            at_once=OWED_AT_ONCE,
            overdue=_owing(views, ClockState.OVERDUE),
            due=_owing(views, ClockState.NOT_DUE),
            held=len(views),
            issued=[(view, site.views.commitments_of(view)) for view in issued[:NEWEST_SHOWN]],
            issued_count=len(issued),
            levels=site.levels_of_year(year),
            districts=[
                (district, len(held), len(newest_conclusions(held)), conclusions_page(site, year, district))
                for id, held in districts.items() for district in (site.register.units[id],)
            ],
            gathering=any(site.register.units[id].level.gathers for id in districts),
            most_unfolded=MOST_UNFOLDED,
            years=[(other, conclusions_page(site, other)) for other in reversed([*site.by_shown_year])],
        ),
        updated=newest_day(views),
        feeds=city_feeds(site),
    )


def _district_page(site: Site, year: int, district: Unit, views: list[DialogueView]) -> PublishedPage:
    address, place = conclusions_page(site, year, district), unit_place(district, site.register)
    named = site.words.pages.conclusions_of_district
    return PublishedPage(
        address,
        *named.filled(year=year, place=place),
        site.render(
            "pages/conclusions_of_district.html", address,
            year=year, district=district, overview=conclusions_page(site, year), held=len(views),
            figures=figures_day_of_year(views, site.today, year),
            issued=newest_conclusions(views),
            missing=[view for view in views[::-1] if not view.dialogue.conclusion],
            handed_down=handed_down_to_district(site, district) if year == site.year else NOTHING,
        ),
        updated=newest_day(views),
    )


def _by_district(register: Register, views: list[DialogueView]) -> dict[str, list[DialogueView]]:
    """By the district's id, as readers look for them; a district that held none is left out."""
    found = grouped((view.district.id, view) for view in views)
    return {district.id: found[district.id] for district in register.tops_for_readers if district.id in found}


def _owing(views: list[DialogueView], state: ClockState) -> list[DialogueView]:
    """Those with a clock in this state, the longest wait first, as ``views`` run through the year."""
    return [view for view in views if state in (view.send.state, view.publish.state)]
