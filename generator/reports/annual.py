"""The rows of a year in figures for each district, or commune of no district, from the ledger and the records that the site
shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Iterable, Sequence

from generator.consequences.clocks import ClockState
from generator.consequences.commitment_standing import CommitmentState
from generator.consequences.ledger import LedgerEntry
from generator.consequences.progress import share
from generator.consequences.views import DialogueView
from generator.model import LEVELS_THAT_OWE, Held, Kind, Post
from generator.model.rows import row_for_each
from generator.reports.attendance import AttendanceSum, attendance_note, attendance_of
from generator.reports.forms import FormPage
from generator.reports.period import NoReport
from generator.reports.rows import Request, Rows, held_dialogues, missing_notes, sum_known, what_is_missing

OPINIONS = {
    "opinions_total": "total", "answered_at_meeting": "answered_at_meeting", "answered_later": "answered_later",
    "passed_up": "passed_up",
}
"""Columns that sum what is known, and the fields of OpinionCount that they are sums of."""
KIND_COLUMNS = row_for_each(Kind, {Kind.PERIODIC: "periodic", Kind.THEMATIC: "thematic", Kind.AD_HOC: "ad_hoc"})
"""The column that counts the dialogues of each kind."""
COMMITMENT_COLUMNS = row_for_each(CommitmentState, {
    CommitmentState.KEPT: "commitments_kept", CommitmentState.KEPT_LATE: "commitments_kept",
    CommitmentState.UNREPORTED: "commitments_open", CommitmentState.OPEN: "commitments_open",
    CommitmentState.DUE_SOON: "commitments_open",
    CommitmentState.OVERDUE: "commitments_overdue", CommitmentState.NOT_KEPT: "commitments_not_kept",
    CommitmentState.PASSED_UP: "commitments_passed_up",
})
"""The column that counts the commitments of each state; ``commitments_unreported`` are among the open ones."""


@dataclass(frozen=True)
class DistrictYear:
    """``people`` counts people only, and the fields beside it dialogues, as in Attendance; what ends in ``_unknown``
    counts the dialogues that a sum leaves out. ``percent`` is rounded down.

    Commitments and conclusion notices stand as they do on the day the report is made, be the cut-off earlier.
    """

    unit: str
    owed: int
    done: int
    percent: int | None
    district_party_owed: int
    district_party_done: int
    district_government_owed: int
    district_government_done: int
    commune_party_owed: int
    commune_party_done: int
    commune_government_owed: int
    commune_government_done: int
    periodic: int
    thematic: int
    ad_hoc: int
    people: int | None
    opinions_total: int | None
    answered_at_meeting: int | None
    answered_later: int | None
    passed_up: int | None
    commitments_kept: int
    commitments_open: int
    commitments_overdue: int
    commitments_not_kept: int
    commitments_passed_up: int
    commitments_unreported: int
    conclusions_sent: int
    conclusions_in_time: int
    conclusions_overdue: int
    conclusions_published: int
    conclusions_published_in_time: int
    conclusions_publish_overdue: int
    people_unknown: int
    people_not_people: int
    people_rounded: int
    opinions_total_unknown: int
    answered_at_meeting_unknown: int
    answered_later_unknown: int
    passed_up_unknown: int


def years(request: Request) -> Rows:
    """A row for each district, and the total of them all, which is that of the progress page. Raises NoReport."""
    period = request.period
    if period.quarter is not None:
        raise NoReport(f"--period: {request.code} là báo cáo năm, ví dụ {period.year}")
    progress = request.site.progress(period.year, min(period.last_day, request.site.today.as_date()))
    held = held_dialogues(request)
    districts = [found.district for found in progress.districts if request.unit is None or request.unit.id == found.district.id]
    entries = {
        district.id: [entry for entry in progress.entries if entry.unit.lies_in(district)]
        for district in districts
    }
    rows = [
        _year(request, district.name, entries[district.id], [view for view in held if view.district.id == district.id])
        for district in districts
    ]
    whole = [entry for of_district in entries.values() for entry in of_district]
    total = vars(_year(request, request.page.total, whole, held)) if len(rows) > 1 else None
    notes = _notes(request.page, held)
    if unreported := _unreported(request, held):
        notes["commitments_open"] = request.page.unreported.format(count=unreported)
    return Rows(rows, total, notes, what_is_missing(request))


def _year(request: Request, name: str, entries: Sequence[LedgerEntry], held: Sequence[DialogueView]) -> DistrictYear:
    posts, attendance, opinions = share(entries), _attendance(held), _opinions(held)
    sums: dict[str, Any] = {name: sum_known(counts) for name, counts in opinions.items()}
    sums |= {f"{name}_unknown": counts.count(None) for name, counts in opinions.items()}
    kinds = Counter(view.dialogue.kind for view in held)
    commitments = Counter(made.standing.state for view in held for made in request.site.views.commitments_of(view))
    sends, publishes = Counter(view.send.state for view in held), Counter(view.publish.state for view in held)
    return DistrictYear(
        unit=name, owed=posts.owed, done=posts.done, percent=posts.percent, **_by_level_and_post(entries),
        **{name: sum(kinds[kind] for kind in Kind if KIND_COLUMNS[kind] == name) for name in KIND_COLUMNS.values()},
        people=attendance.people, people_unknown=attendance.unknown, people_not_people=attendance.not_people,
        people_rounded=attendance.rounded,
        **sums,
        **{
            name: sum(commitments[state] for state in CommitmentState if COMMITMENT_COLUMNS[state] == name)
            for name in COMMITMENT_COLUMNS.values()
        },
        commitments_unreported=_unreported(request, held),
        conclusions_sent=sends[ClockState.IN_TIME] + sends[ClockState.LATE],
        conclusions_in_time=sends[ClockState.IN_TIME], conclusions_overdue=sends[ClockState.OVERDUE],
        conclusions_published=publishes[ClockState.IN_TIME] + publishes[ClockState.LATE],
        conclusions_published_in_time=publishes[ClockState.IN_TIME],
        conclusions_publish_overdue=publishes[ClockState.OVERDUE],
    )


def _by_level_and_post(entries: Iterable[LedgerEntry]) -> dict[str, int]:
    entries = tuple(entries)
    figures: dict[str, int] = {}
    for level in LEVELS_THAT_OWE:
        for post in Post:
            part = share(entry for entry in entries if entry.unit.level == level and entry.post == post)
            figures |= {f"{level}_{post}_owed": part.owed, f"{level}_{post}_done": part.done}
    return figures


def _unreported(request: Request, held: Sequence[DialogueView]) -> int:
    """Of those in the column of open ones."""
    made = (made.standing for view in held for made in request.site.views.commitments_of(view))
    return sum(not one.reported and COMMITMENT_COLUMNS[one.state] == "commitments_open" for one in made)


def _attendance(held: Sequence[DialogueView]) -> AttendanceSum:
    return attendance_of(_results(held))


def _opinions(held: Sequence[DialogueView]) -> dict[str, list[int | None]]:
    return {name: [getattr(result.opinions, counted) for result in _results(held)] for name, counted in OPINIONS.items()}


def _results(held: Sequence[DialogueView]) -> list[Held]:
    return [view.dialogue.held for view in held if view.dialogue.held]


def _notes(page: FormPage, held: Sequence[DialogueView]) -> dict[str, str]:
    on_people = attendance_note(page, _attendance(held))
    return ({"people": on_people} if on_people else {}) | missing_notes(page, _opinions(held))
