"""The commitments of a year: an overview of the city, a page for each district, and the agencies in charge."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Iterable, Iterator, Mapping, Sequence

from generator.addresses import unit_page
from generator.clocks import CommitmentState
from generator.formatting import unit_place
from generator.model import CommitmentUpdate, Unit
from generator.publications.calendar import newest_day
from generator.publications.commitment_lists import agency_anchor, commitments_page
from generator.publications.subscribe import city_feeds
from generator.site import PublishedPage, Site
from generator.vietnamese import sort_key, unit_sort_key
from generator.views import CommitmentView

SHOWN_STATES = (
    CommitmentState.OVERDUE, CommitmentState.DUE_SOON, CommitmentState.OPEN, CommitmentState.NOT_KEPT,
    CommitmentState.PASSED_UP, CommitmentState.KEPT_LATE, CommitmentState.KEPT,
)
"""What asks for attention first; done and overdue are shown alike."""
PRESSING_STATES = (CommitmentState.OVERDUE, CommitmentState.DUE_SOON, CommitmentState.NOT_KEPT)
"""Listed for the whole city; a year's other commitments, which are many, are listed by district."""
PRESSING_SHOWN = 50
"""Of each of them, those that have waited longest."""


@dataclass(frozen=True)
class CommitmentRow:
    """``anchor`` is the row's id on its page; ``agency`` that of its agency's list, one for all spellings of a name."""

    view: CommitmentView
    newest: CommitmentUpdate | None
    anchor: str
    agency: str


@dataclass(frozen=True)
class Tally:
    """Commitments that share a year, a district, an agency or a unit, counted by state; a state without any is 0.

    ``rows`` is empty for a year that stands beside others. ``address`` is of the page that lists them; None for an agency,
    whose list is at ``anchor`` on a district's page.
    """

    name: str
    anchor: str
    address: str | None
    rows: tuple[CommitmentRow, ...]
    counts: Mapping[CommitmentState, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def publish(site: Site) -> Iterator[PublishedPage]:
    yield from publish_present(site)
    for year in site.by_shown_year:
        part = site.of_shown_year(year, site.today)
        yield from publish_year(part)
        yield from publish_districts(part)


def publish_present(site: Site) -> Iterator[PublishedPage]:
    """The present year's overview, which sets all years beside each other."""
    counts = site.of_each_year("commitments", lambda part: _count(_rows(part)))
    years = [
        Tally(f"Năm {year}", f"nam-{year}", commitments_page(site, year), (), counts[year]) for year in reversed(counts)
    ]
    present = site.of_shown_year(site.year, site.today)
    yield _overview(present, _rows(present), years)


def publish_year(site: Site) -> Iterator[PublishedPage]:
    """All that the city has of a year, but the present year's overview."""
    rows = _rows(site)
    if site.shown_year != site.year:
        yield _overview(site, rows)
    yield _agencies_page(site, rows)


def publish_districts(site: Site) -> Iterator[PublishedPage]:
    """Of those that have commitments in the year."""
    for id, tally in _districts(site, site.shown_year, _rows(site)).items():
        yield _district_page(site, site.shown_year, site.register.units[id], tally)


def _rows(site: Site) -> list[CommitmentRow]:
    """Those due first come first."""
    rows = [_row(view) for view in site.views.commitments]
    return sorted(rows, key=lambda row: (row.view.commitment.due or date.max, row.anchor))


def _overview(site: Site, rows: Sequence[CommitmentRow], compared: Sequence[Tally] = ()) -> PublishedPage:
    year = site.shown_year
    address = commitments_page(site, year)
    return PublishedPage(
        address,
        f"Cam kết sau đối thoại năm {year}",
        f"Những việc đã hứa tại các cuộc đối thoại năm {year} ở {site.register.facts.place}: "
        "đã giải quyết, đang giải quyết, quá hạn, theo cơ quan và theo đơn vị.",
        site.render(
            "pages/commitments.html", address,
            year=year,
            total=_tally("", "", address, rows),
            states=SHOWN_STATES,
            pressing=_by_state(rows, PRESSING_STATES),
            pressing_shown=PRESSING_SHOWN,
            districts=list(_districts(site, year, rows).values()),
            agencies_page=commitments_page(site, year, "co-quan"),
            compared=compared,
            years=[(other, commitments_page(site, other)) for other in reversed(site.by_shown_year)],
        ),
        updated=newest_day(row.view.dialogue.dialogue for row in rows),
        feeds=city_feeds(site),
    )


def _agencies_page(site: Site, rows: Sequence[CommitmentRow]) -> PublishedPage:
    year = site.shown_year
    address, districts = commitments_page(site, year, "co-quan"), _districts(site, year, rows)
    return PublishedPage(
        address,
        f"Cam kết năm {year} theo cơ quan",
        f"Các cơ quan chủ trì giải quyết cam kết sau đối thoại năm {year} ở {site.register.facts.place}: "
        "mỗi cơ quan có bao nhiêu việc đã xong, đang làm, quá hạn.",
        site.render(
            "pages/commitment_agencies.html", address,
            year=year,
            overview=commitments_page(site, year),
            states=SHOWN_STATES,
            agencies=[(agency, _places(agency, districts)) for agency in _agencies(rows)],
        ),
        updated=newest_day(row.view.dialogue.dialogue for row in rows),
    )


def _district_page(site: Site, year: int, district: Unit, tally: Tally) -> PublishedPage:
    address = commitments_page(site, year, district.id)
    return PublishedPage(
        address,
        f"Cam kết năm {year}: {district.name}",
        f"Mọi cam kết sau đối thoại năm {year} của {tally.name}: nội dung, cơ quan chủ trì, hạn xử lý, kết quả.",
        site.render(
            "pages/commitments_of_district.html", address,
            year=year,
            district=district,
            overview=commitments_page(site, year),
            total=tally,
            states=SHOWN_STATES,
            by_state=_by_state(tally.rows, SHOWN_STATES),
            agencies=_agencies(tally.rows),
            units=_units(site, tally.rows),
        ),
        updated=newest_day(row.view.dialogue.dialogue for row in tally.rows),
    )


def _row(view: CommitmentView) -> CommitmentRow:
    commitment = view.commitment
    newest = commitment.updates[-1] if commitment.updates else None
    anchor = f"{view.dialogue.dialogue.id}-{commitment.id}"
    return CommitmentRow(view, newest, anchor, agency_anchor(commitment.agency))


def _by_state(
    rows: Iterable[CommitmentRow], states: Iterable[CommitmentState]
) -> dict[CommitmentState, list[CommitmentRow]]:
    found: dict[CommitmentState, list[CommitmentRow]] = {state: [] for state in states}
    for row in rows:
        if row.view.standing.state in found:
            found[row.view.standing.state].append(row)
    return found


def _districts(site: Site, year: int, rows: Iterable[CommitmentRow]) -> dict[str, Tally]:
    """By the district's id, in administrative order."""
    grouped: dict[str, list[CommitmentRow]] = {district.id: [] for district in site.register.districts()}
    for row in rows:
        grouped[row.view.dialogue.district.id].append(row)
    return {
        id: _tally(site.register.units[id].name, id, commitments_page(site, year, id), found)
        for id, found in grouped.items() if found
    }


def _agencies(rows: Iterable[CommitmentRow]) -> list[Tally]:
    """In alphabetical order."""
    grouped: dict[str, list[CommitmentRow]] = defaultdict(list)
    for row in rows:
        grouped[row.agency].append(row)
    tallies = [
        _tally(found[0].view.commitment.agency, anchor, None, found) for anchor, found in grouped.items()
    ]
    return sorted(tallies, key=lambda tally: (sort_key(tally.name), tally.anchor))


def _places(agency: Tally, districts: Mapping[str, Tally]) -> list[tuple[str, str]]:
    """Names of the districts that have commitments of the agency, with the address of its list on their pages."""
    ids = dict.fromkeys(row.view.dialogue.district.id for row in agency.rows)
    return [(districts[id].name, f"{districts[id].address}#{agency.anchor}") for id in ids]


def _units(site: Site, rows: Iterable[CommitmentRow]) -> list[Tally]:
    grouped: dict[str, list[CommitmentRow]] = defaultdict(list)
    for row in rows:
        grouped[row.view.dialogue.unit.id].append(row)
    units = [site.register.units[id] for id in grouped]
    units.sort(key=lambda unit: (unit_sort_key(unit.name), unit.id))
    return [
        _tally(
            unit_place(unit, site.register), f"don-vi-{unit.id.replace('/', '-')}", unit_page(unit), grouped[unit.id]
        )
        for unit in units
    ]


def _tally(name: str, anchor: str, address: str | None, rows: Iterable[CommitmentRow]) -> Tally:
    rows = tuple(rows)
    return Tally(name, anchor, address, rows, _count(rows))


def _count(rows: Iterable[CommitmentRow]) -> dict[CommitmentState, int]:
    counts = Counter(row.view.standing.state for row in rows)
    return {state: counts[state] for state in SHOWN_STATES}
