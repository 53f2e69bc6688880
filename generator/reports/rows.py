"""What the rows of every form share: which dialogues a report is about, and sums that do not hide what is unknown."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Iterable, Iterator, Mapping, Sequence

from generator.consequences.states import Status
from generator.consequences.status import held_day, year_of
from generator.consequences.views import DialogueView
from generator.model import Unit
from generator.reports.forms import FormPage
from generator.reports.period import ReportPeriod
from generator.reports.sheet import Cell
from generator.site.formatting import presider_text, unit_place
from generator.site.site import Site


@dataclass(frozen=True)
class Request:
    """``unit`` is the unit that reports for itself and those below it, None for the whole city; ``code`` is the form's."""

    site: Site
    page: FormPage
    unit: Unit | None
    period: ReportPeriod
    code: str


@dataclass(frozen=True)
class Rows:
    """``notes`` say, for each field whose sum is not the whole of it, what it leaves out; ``remarks`` what all rows do."""

    rows: Sequence[Any]
    total: Mapping[str, Cell] | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    remarks: Sequence[str] = ()


def own_dialogues(request: Request) -> Iterator[DialogueView]:
    """All the unit's and those below it; units in the register's order, and of one unit the earliest first."""
    site, unit = request.site, request.unit
    for other in site.register.units.values():
        yield from (view for view in site.views.of_unit(other) if unit is None or view.unit.lies_in(unit))


def held_dialogues(request: Request) -> list[DialogueView]:
    """Held within the period and not after the site's day; one of unknown day belongs to its year alone."""
    period = request.period
    last_day = min(period.last_day, request.site.today.as_date())
    return [view for view in own_dialogues(request) if view.dialogue.held and (
        period.first_day <= day <= last_day if (day := held_day(view.dialogue))
        else period.quarter is None and year_of(view.dialogue) == period.year
    )]


def what_is_missing(request: Request) -> list[str]:
    """That nothing is recorded as held, and how many dialogues of the period's days nobody has reported on."""
    page, period = request.page, request.period
    waiting = sum(
        view.status == Status.AWAITING and view.when is not None and period.first_day <= view.when.day <= period.last_day
        for view in own_dialogues(request)
    )
    said = [] if held_dialogues(request) else [page.nothing_held]
    return said + ([page.awaiting.format(count=waiting)] if waiting else [])


def shown_unit(request: Request, unit: Unit) -> str:
    """Where the whole city stands in one list, a commune is named with its district."""
    return unit.name if request.unit else unit_place(unit, request.site.register)


def shown_presiders(request: Request, view: DialogueView) -> str:
    return ", ".join(presider_text(presider, view.unit, request.site.words) for presider in view.presiders)


def sum_known(values: Iterable[int | None]) -> int | None:
    """None where nothing is known."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def missing_notes(page: FormPage, values: Mapping[str, Sequence[int | None]]) -> dict[str, str]:
    """``values`` are those of every dialogue, by the field that sums them."""
    return {
        name: page.missing.format(count=missing, all=len(known_or_not))
        for name, known_or_not in values.items() if (missing := known_or_not.count(None))
    }


def field_names(row: type) -> tuple[str, ...]:
    return ("number", *(field.name for field in fields(row)))
