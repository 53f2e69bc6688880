"""The commitments of a year in rows, and counted: by state, by district, by unit and by the agency in charge."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Iterable, Mapping, NamedTuple

from generator.consequences.commitment_standing import COMMITMENTS, CommitmentState
from generator.consequences.named_agencies import NamedAgency, named_agency
from generator.consequences.views import CommitmentView
from generator.model import AgencyList, CommitmentUpdate, Register
from generator.model.addresses import unit_page, unit_path
from generator.model.groups import grouped
from generator.publications.commitment_lists import agency_anchor, commitments_page
from generator.site.formatting import unit_place
from generator.site.site import Site
from generator.text.vietnamese import slug, sort_key, unit_sort_key

SHOWN_STATES = tuple(COMMITMENTS)
"""What asks for attention first; done and overdue are shown alike."""


class TalliedCommitment(NamedTuple):
    """``anchor`` is the row's id on its page; ``agency`` that of its agency's list, one for all spellings of a name, which
    ``named`` tells."""

    view: CommitmentView
    newest: CommitmentUpdate | None
    anchor: str
    agency: str
    named: NamedAgency


class Tally(NamedTuple):
    """Commitments that share a year, a district, an agency or a unit, counted by state; a state without any is 0.

    ``rows`` is empty for a year that stands beside others. ``address`` is of the page that lists them; None for an agency,
    whose list is at ``anchor`` on a district's page.
    """

    name: str
    anchor: str
    address: str | None
    rows: tuple[TalliedCommitment, ...]
    counts: Mapping[CommitmentState, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def rows_of(site: Site) -> list[TalliedCommitment]:
    """Those due first come first."""
    rows = [_row(site.register.agencies, view) for view in site.views.commitments]
    return sorted(rows, key=lambda row: (row.view.commitment.due or date.max, row.anchor))


def _row(agencies: AgencyList, view: CommitmentView) -> TalliedCommitment:
    commitment = view.commitment
    newest = commitment.updates[-1] if commitment.updates else None
    anchor = f"{view.dialogue.dialogue.id}-{commitment.id}"
    named = named_agency(agencies, commitment.agency)
    return TalliedCommitment(view, newest, anchor, agency_anchor(named.name), named)


def by_state(
    rows: Iterable[TalliedCommitment], states: Iterable[CommitmentState]
) -> dict[CommitmentState, list[TalliedCommitment]]:
    found: dict[CommitmentState, list[TalliedCommitment]] = {state: [] for state in states}
    for row in rows:
        if row.view.standing.state in found:
            found[row.view.standing.state].append(row)
    return found


def by_district(site: Site, year: int, rows: Iterable[TalliedCommitment]) -> dict[str, Tally]:
    """By the district's id, as readers look for them."""
    own = grouped((row.view.dialogue.district.id, row) for row in rows)
    districts = (district for district in site.register.tops_for_readers if district.id in own)
    return {
        unit.id: tally_of(unit.name, unit.id, commitments_page(site, year, unit_path(unit)), own[unit.id]) for unit in districts
    }


def by_agency(rows: Iterable[TalliedCommitment]) -> list[Tally]:
    """In alphabetical order."""
    of_agencies = grouped((row.agency, row) for row in rows)
    tallies = [tally_of(found[0].named.name, anchor, None, found) for anchor, found in of_agencies.items()]
    return sorted(tallies, key=lambda tally: (sort_key(tally.name), tally.anchor))


def by_field(agencies: AgencyList, rows: Iterable[TalliedCommitment]) -> list[tuple[Tally, list[tuple[Tally, list[Tally]]]]]:
    """Kinds of agencies below what they look after, in the order of the register's list; those that are not in it come last,
    below a field without a name."""
    of_field = grouped((row.named.listed.field if row.named.listed else "", row) for row in rows)
    return [
        (
            tally_of(agencies.fields.get(field, ""), f"linh-vuc-{field or 'khac'}", None, of_field[field]),
            by_kind_of_agency(by_agency(of_field[field])),
        )
        for field in (*agencies.fields, "") if field in of_field
    ]


def by_kind_of_agency(agencies: Iterable[Tally]) -> list[tuple[Tally, list[Tally]]]:
    """Agencies that differ only in whose they are, such as the police of each commune, below what they share, in alphabetical
    order; each kind counted as a whole.
    """
    of_each: dict[str, list[Tally]] = defaultdict(list)
    names: dict[str, str] = {}
    for agency in agencies:
        kind = _kind_of_agency(agency)
        of_each[names.setdefault(slug(kind), kind)].append(agency)
    return [
        (tally_of(kind, f"loai-{slug(kind)}", None, (row for agency in own for row in agency.rows)), own)
        for kind, own in sorted(of_each.items(), key=lambda group: sort_key(group[0]))
    ]


def _kind_of_agency(agency: Tally) -> str:
    """As the register's list has it; otherwise its name without the unit's at the end, as "Công an phường Sở Dầu" is a
    "Công an", or the name where it has none."""
    if listed := agency.rows[0].named.listed:
        return listed.name
    words, dialogue = agency.name.split(), agency.rows[0].view.dialogue
    for name in (dialogue.unit.name, dialogue.district.name, dialogue.unit.own_name, dialogue.district.own_name):
        length = len(name.split())
        if length < len(words) and slug(" ".join(words[-length:])) == slug(name):
            return " ".join(words[:-length])
    return agency.name


def places_of(agency: Tally, districts: Mapping[str, Tally]) -> list[tuple[str, str]]:
    """Names of the districts that have commitments of the agency, with the address of its list on their pages."""
    ids = dict.fromkeys(row.view.dialogue.district.id for row in agency.rows)
    return [(districts[id].name, f"{districts[id].address}#{agency.anchor}") for id in ids]


def by_unit(register: Register, rows: Iterable[TalliedCommitment]) -> list[Tally]:
    of_units = grouped((row.view.dialogue.unit.id, row) for row in rows)
    units = [register.units[id] for id in of_units]
    units.sort(key=lambda unit: (unit_sort_key(unit.name), unit.id))
    return [
        tally_of(
            unit_place(unit, register), f"don-vi-{unit.id.replace('/', '-')}", unit_page(unit), of_units[unit.id]
        )
        for unit in units
    ]


def tally_of(name: str, anchor: str, address: str | None, rows: Iterable[TalliedCommitment]) -> Tally:
    rows = tuple(rows)
    return Tally(name, anchor, address, rows, count_states(row.view for row in rows))


def count_states(views: Iterable[CommitmentView]) -> dict[CommitmentState, int]:
    counts = dict.fromkeys(SHOWN_STATES, 0)
    for view in views:
        counts[view.standing.state] += 1
    return counts
