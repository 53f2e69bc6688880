"""Which office answers a question about a unit: its own, else that of the unit it lies in, else the city's."""

from __future__ import annotations

from typing import NamedTuple

from generator.keeping.observed_day import AnyDay
from generator.model import Dialogue, Register, Unit
from generator.model.contacts import Contact, UnitContact


class Asked(NamedTuple):
    """``unit`` is the one whose contact it is; None where it is the city's."""

    contact: Contact
    unit: Unit | None


def whom_to_ask(register: Register, unit: Unit, day: AnyDay) -> Asked | None:
    """The nearest that can be reached by more than a visit; None where none can."""
    for one in (unit, register.district_of(unit)):
        if one and (contact := contact_on(one, day)) and contact.can_be_reached:
            return Asked(contact, one)
    city = register.facts.contact
    return Asked(city, None) if city.can_be_reached else None


def whom_to_ask_of(register: Register, dialogue: Dialogue, unit: Unit, day: AnyDay) -> Asked | None:
    """The dialogue's own contact first."""
    own = dialogue.participation.contact
    return Asked(own, unit) if own and own.can_be_reached else whom_to_ask(register, unit, day)


def contact_on(unit: Unit, day: AnyDay) -> UnitContact | None:
    """Its own: the newest of those that hold on the day."""
    holding = [one for one in unit.facts.contacts if one.since is None or one.since <= day]
    return max(holding, key=lambda one: (one.since is not None, one.since), default=None)
