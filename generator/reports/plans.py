"""The rows of plans: what the units have registered, at district and at commune level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterable

from generator.consequences.rule_periods import RulesPeriod, period_of, period_on
from generator.consequences.status import year_of
from generator.consequences.views import DialogueView
from generator.model import Dialogue, Period, Post, Unit
from generator.reports.period import calendar_quarter
from generator.reports.rows import Request, Rows, own_dialogues, shown_presiders, shown_unit
from generator.reports.sheet import Cell
from generator.site.formatting import period_text, short_day


@dataclass(frozen=True)
class DistrictPlan:
    unit: str
    kind: str
    presiders: str
    topic: str | None
    audience: str
    area: str | None
    planned: Cell
    venue: str | None
    mode: str | None
    opinions: str
    contact: str


@dataclass(frozen=True)
class CommunePlan:
    """Of periodic dialogues only: they are what each commune's heads register."""

    unit: str
    party_planned: Cell
    government_planned: Cell
    together: str | None
    topic: str | None
    venue: str | None
    note: str | None


def district_plans(request: Request) -> Rows:
    """A row for each dialogue that a district itself registered."""
    return Rows([
        _district_plan(request, view) for view in own_dialogues(request)
        if view.unit.level.gathers and _is_planned(request, view)
    ])


def commune_plans(request: Request) -> Rows:
    """A row for each commune of the year, with what is missing from its plan."""
    period = _rules_period(request)
    return Rows([
        _commune_plan(request, unit) for unit in request.site.register.units_called_on(period.last_day)
        if unit.level.is_nearest and unit.exists_between(period.first_day, period.last_day)
        and (request.unit is None or unit.lies_in(request.unit))
    ])


def _district_plan(request: Request, view: DialogueView) -> DistrictPlan:
    site, dialogue = request.site, view.dialogue
    part, contact = dialogue.participation, dialogue.participation.contact
    until = [short_day(day) if day else None for day in (part.opinions_from, part.opinions_until)]
    audiences = [site.register.facts.audiences[audience] for audience in dialogue.audiences]
    return DistrictPlan(
        unit=shown_unit(request, view.unit),
        kind=site.words.kind[dialogue.kind],
        presiders=shown_presiders(request, view),
        topic="; ".join(filter(None, (dialogue.topic, *dialogue.subjects))) or None,
        audience="; ".join(audiences) or part.who or "",  # a name may hold a comma
        area=dialogue.area,
        planned=_planned(_registered(dialogue)),
        venue=view.venue.name if view.venue else None,
        mode=site.words.mode[dialogue.mode] if dialogue.mode else None,
        opinions="; ".join(filter(None, (" – ".join(filter(None, until)), part.opinions_to))),
        contact=", ".join(filter(None, (contact.office, contact.phone))) if contact else "",
    )


def _commune_plan(request: Request, unit: Unit) -> CommunePlan:
    site, page = request.site, request.page
    target = _rules_period(request).rules.target
    planned = [view for view in site.views.of_unit(unit) if _is_planned(request, view)]
    views = [view for view in planned if view.dialogue.kind == target.kind]
    of_post = {post: [view for view in views if _presides(post, view)] for post in Post}
    joint = [view for view in of_post[Post.PARTY] if view in of_post[Post.GOVERNMENT]]
    # A plan for one quarter says nothing of those who plan for another.
    missing = [post for post in target.posts if not of_post[post] and request.period.quarter is None]
    known = [view for view in site.views.of_unit(unit) if _has_its_day(request, view) and view.dialogue.kind == target.kind]
    with_day = [post for post in missing if any(_presides(post, view) for view in known)]
    notes = [
        note.format(posts=", ".join(site.words.post[post] for post in posts)) for note, posts in (
            (page.not_registered, [post for post in missing if post not in with_day]),
            (page.not_registered_but_has_day, with_day),
        ) if posts
    ]
    return CommunePlan(
        unit=shown_unit(request, unit),
        party_planned=_all_planned(of_post[Post.PARTY]),
        government_planned=_all_planned(of_post[Post.GOVERNMENT]),
        together=_together(request, len(joint), len(views)),
        topic=_each_once(view.dialogue.topic for view in views),
        venue=_each_once(view.venue.name if view.venue else None for view in views),
        note="; ".join(notes) or None,
    )


def _presides(post: Post, view: DialogueView) -> bool:
    return any(presider.post == post for presider in view.dialogue.presided_by)


def _together(request: Request, joint: int, all: int) -> str | None:
    if all == 0:
        return None
    page = request.page
    return page.joint if joint == all else page.joint_and_separate if joint else page.separate


def _has_its_day(request: Request, view: DialogueView) -> bool:
    """Announced or held, which a plan that nobody registered may have become all the same."""
    return view.when is not None and _counts_in_it(request, view)


def _is_planned(request: Request, view: DialogueView) -> bool:
    registration, period = view.dialogue.registration, request.period
    if registration is None or not _counts_in_it(request, view):
        return False
    if period.quarter is None:
        return True
    first, last = calendar_quarter(period.year, period.quarter)
    return first <= registration.period.first_day <= last


def _rules_period(request: Request) -> RulesPeriod:
    """Of whose rules the plan is."""
    return period_on(request.site.register.rules[request.period.year], request.period.last_day)


def _counts_in_it(request: Request, view: DialogueView) -> bool:
    rules = request.site.register.rules[request.period.year]
    return year_of(view.dialogue) == rules.year and period_of(rules, view.unit, view.dialogue) == _rules_period(request)


def _registered(dialogue: Dialogue) -> Period:
    """Of a dialogue that was registered, as all of a plan are."""
    assert dialogue.registration
    return dialogue.registration.period


def _planned(period: Period) -> Cell:
    """A day as a day, which a spreadsheet can sort; a month or a quarter in words."""
    return period.first_day if period.is_day else period_text(period)


def _all_planned(views: list[DialogueView]) -> Cell:
    planned = [_planned(_registered(view.dialogue)) for view in views]
    if len(planned) == 1:
        return planned[0]
    return "; ".join(short_day(when) if isinstance(when, date) else str(when) for when in planned) or None


def _each_once(texts: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, texts))) or None
