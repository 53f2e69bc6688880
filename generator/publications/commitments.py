"""The commitments of a year: an overview of the city, a page for each district, and the agencies in charge."""

from __future__ import annotations

from typing import Iterator, Sequence

from generator.consequences.commitment_standing import COMMITMENTS
from generator.consequences.promises_over_time import PromisesOnDay, promises_over_time
from generator.model import Unit
from generator.model.addresses import API, unit_path
from generator.publications.calendar import newest_day
from generator.publications.commitment_lists import commitments_page
from generator.publications.commitment_tallies import (
    SHOWN_STATES,
    TalliedCommitment,
    Tally,
    by_agency,
    by_district,
    by_field,
    by_state,
    by_unit,
    count_states,
    places_of,
    rows_of,
    tally_of,
)
from generator.publications.figures_day import FiguresDay, figures_day_of_year
from generator.publications.handed_down import NOTHING, handed_down_to_district
from generator.publications.news import MOST_UNFOLDED
from generator.publications.subscribe import city_feeds
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.stacked_bars import StackedBars, stacked_bars

PRESSING_STATES = tuple(state for state, row in COMMITMENTS.items() if row.is_pressing)
"""Listed for the whole city; a year's other commitments, which are many, are listed by district."""
PRESSING_SHOWN = 50
"""Of each of them, those that have waited longest."""
PRESSING_AT_ONCE = 6
AT_ONCE = 4
"""Of each state on a district's page. The others stand in a fold, here and there."""


def publish_present(site: Site) -> Iterator[PublishedPage]:
    """The present year's overview, which sets all years beside each other."""
    counts = site.kept_by_year("promise-counts", lambda part: count_states(part.views.commitments))
    years = [
        Tally(site.words.labels.year.format(year=year), f"nam-{year}", commitments_page(site, year), (), counts[year])
        for year in reversed(counts)
    ]
    present = site.of_shown_year(site.year, site.today)
    yield _overview(present, site.year, rows_of(present), years)


def publish_year(site: Site) -> Iterator[PublishedPage]:
    """All that the city has of a year, but the present year's overview."""
    rows, year = rows_of(site), site.shown_year
    assert year
    if year != site.year:
        yield _overview(site, year, rows)
    yield _agencies_page(site, year, rows)


def publish_districts(site: Site) -> Iterator[PublishedPage]:
    """Of those that have commitments in the year."""
    year = site.shown_year
    assert year
    for id, tally in by_district(site, year, rows_of(site)).items():
        yield _district_page(site, year, site.register.units[id], tally)


def _overview(
    site: Site, year: int, rows: Sequence[TalliedCommitment], compared: Sequence[Tally] = ()
) -> PublishedPage:
    address, named, figures = commitments_page(site, year), site.words.pages.commitments, _figures_day(site, year, rows)
    districts = by_district(site, year, rows)
    over_time = promises_over_time(site.views.commitments, year, figures.day)
    return PublishedPage(
        address,
        *named.filled(year=year, place=site.register.facts.place),
        site.render(
            "pages/commitments.html", address,
            year=year,
            total=tally_of("", "", address, rows),
            states=SHOWN_STATES,
            pressing=by_state(rows, PRESSING_STATES),
            pressing_shown=PRESSING_SHOWN,
            at_once=PRESSING_AT_ONCE,
            levels=site.levels_of_year(year),
            districts=list(districts.values()),
            gathering=any(site.register.units[id].level.gathers for id in districts),
            most_unfolded=MOST_UNFOLDED,
            file=f"{API}commitments-{year}.csv",
            agencies_page=commitments_page(site, year, "co-quan"),
            compared=compared,
            figures=figures,
            over_time=over_time,
            chart=_chart(over_time),
            years=[(other, commitments_page(site, other)) for other in reversed([*site.by_shown_year])],
        ),
        updated=newest_day(row.view.dialogue for row in rows),
        feeds=city_feeds(site),
    )


def _figures_day(site: Site, year: int, rows: Sequence[TalliedCommitment]) -> FiguresDay:
    return figures_day_of_year((row.view.dialogue for row in rows), site.today, year)


def _chart(over_time: Sequence[PromisesOnDay]) -> StackedBars | None:
    """What has come to an end stands at the foot."""
    bars = [{state.value: point.counts[state] for state in reversed(SHOWN_STATES)} for point in over_time]
    labels = [str(point.day.month) for point in over_time[:-1]]
    labels += [f"{point.day.day}/{point.day.month}" for point in over_time[-1:]]
    return stacked_bars(bars, [(place + 0.5, label) for place, label in enumerate(labels)])


def _agencies_page(site: Site, year: int, rows: Sequence[TalliedCommitment]) -> PublishedPage:
    address, districts = commitments_page(site, year, "co-quan"), by_district(site, year, rows)
    named = site.words.pages.commitment_agencies
    return PublishedPage(
        address,
        *named.filled(year=year, place=site.register.facts.place),
        site.render(
            "pages/commitment_agencies.html", address,
            year=year,
            figures=_figures_day(site, year, rows),
            overview=commitments_page(site, year),
            states=SHOWN_STATES,
            agency_count=len(by_agency(rows)),
            fields=[
                (field, [(kind, [(agency, places_of(agency, districts)) for agency in own]) for kind, own in kinds])
                for field, kinds in by_field(site.register.agencies, rows)
            ],
        ),
        updated=newest_day(row.view.dialogue for row in rows),
    )


def _district_page(site: Site, year: int, district: Unit, tally: Tally) -> PublishedPage:
    address, named = commitments_page(site, year, unit_path(district)), site.words.pages.commitments_of_district
    return PublishedPage(
        address,
        *named.filled(year=year, district=district.name, place=tally.name),
        site.render(
            "pages/commitments_of_district.html", address,
            year=year,
            district=district,
            figures=_figures_day(site, year, tally.rows),
            overview=commitments_page(site, year),
            total=tally,
            states=SHOWN_STATES,
            by_state=by_state(tally.rows, SHOWN_STATES),
            at_once=AT_ONCE,
            agencies=by_agency(tally.rows),
            units=by_unit(site.register, tally.rows),
            handed_down=handed_down_to_district(site, district) if year == site.year else NOTHING,
        ),
        updated=newest_day(row.view.dialogue for row in tally.rows),
    )
