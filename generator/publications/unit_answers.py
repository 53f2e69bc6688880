"""What a unit's home and the frame for other sites both answer: when its heads next meet the People, and whom to ask."""

from __future__ import annotations

from typing import Mapping

from generator.consequences.answers import PostAnswer, answer_for
from generator.consequences.credits import entries_by_post
from generator.consequences.whom_to_ask import Asked, whom_to_ask
from generator.keeping.memo import once
from generator.model import Unit
from generator.site.site import Site


@once  # since both ask
def answers_of_units(site: Site) -> Mapping[str, list[PostAnswer]]:
    """By the unit's id, for each post of the rules of the year shown, in their order."""
    entries, first_day = entries_by_post([site.progress(site.year)]), site.period.first_day

    def answer(unit: Unit) -> list[PostAnswer]:
        own = site.views.of_unit(unit)
        return [
            answer_for(unit, post, own, entries.get((first_day, unit.id, post)), site.today)
            for post in site.rules.target.posts
        ]

    return {unit.id: answer(unit) for unit in site.units}


def asked_about(site: Site, unit: Unit) -> Asked | None:
    """None where nobody can be reached, or there is no such unit today."""
    return whom_to_ask(site.register, unit, site.today) if unit.exists_on(site.today) else None


def registration_is_closed(site: Site) -> bool:
    """A duty to be done before a day is late on the day itself."""
    before = site.rules.deadlines.registration_before
    return before is not None and before <= site.today
