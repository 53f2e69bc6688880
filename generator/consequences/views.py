"""A dialogue and a commitment as pages list them: what follows from each on a day, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.consequences.clocks import Clock, Step, conclusion_clock, running_until
from generator.consequences.commitment_standing import CommitmentStanding, has_ended
from generator.consequences.states import STATUSES, Status, StatusRow
from generator.consequences.status import When, last_announced, machine_time, status_of
from generator.consequences.turning_days import changed_on
from generator.keeping.observed_day import ObservedDay
from generator.model import Commitment, Dialogue, Presider, Register, TakeOver, Unit, Venue


@dataclass(frozen=True)
class DialogueView:
    """A dialogue as it stands on the "as of" day. Nothing that depends on the day is worked out before it is asked for, so that
    what is made of other things holds on more days.

    ``when`` is its time, None when it has none. ``page`` is the address of its page.
    """

    dialogue: Dialogue
    unit: Unit
    district: Unit
    when: When | None
    presiders: tuple[Presider, ...]
    venue: Venue | None
    page: str
    register: Register = field(repr=False, compare=False)
    today: ObservedDay = field(repr=False, compare=False)

    @cached_property
    def status(self) -> Status:
        return status_of(self.dialogue, self.today)

    @cached_property
    def undone(self) -> When | None:
        """The time that a postponement or a cancellation took back."""
        return last_announced(self.dialogue) if self.row.undoes_day else None

    @cached_property
    def send(self) -> Clock:
        """Of sending the conclusion notice to the commission."""
        return conclusion_clock(self.register, self.dialogue, Step.SEND, self.today)

    @cached_property
    def publish(self) -> Clock:
        """Of publishing the conclusion notice."""
        return conclusion_clock(self.register, self.dialogue, Step.PUBLISH, self.today)

    @cached_property
    def changed_on(self) -> date | None:
        """When what is shown of it last became another; it stands in the lists of its unit, its district, its quarter."""
        return changed_on(self.register, self.dialogue, self.today)

    @property
    def owes_its_conclusion(self) -> bool:
        """Whether its conclusion notice has still to be sent or published, on whatever day."""
        return any(running_until(self.register, self.dialogue))

    @property
    def is_of_an_old_unit(self) -> bool:
        """Whether the unit that held it is no more."""
        return self.unit.has_ended_by(self.today)

    @property
    def has_outlived_its_unit(self) -> bool:
        """Whether it was planned or postponed by a unit that is no more, and nobody has recorded what became of it."""
        return self.row.may_come and self.is_of_an_old_unit

    @cached_property
    def row(self) -> StatusRow:
        """What follows from its status."""
        return STATUSES[self.status]

    @property
    def is_upcoming(self) -> bool:
        return self.row.is_upcoming

    @property
    def day(self) -> date:
        """Of one that has a time, as each has that is upcoming or whose result is awaited."""
        assert self.when
        return self.when.day

    @property
    def machine_time(self) -> str | None:
        """For ``<time datetime>``: "2023-08-15T08:00:00+07:00", or the day alone where the hour is not known."""
        when = self.when or self.undone
        return machine_time(when) if when else None


class CommitmentView(NamedTuple):
    """A commitment as it stands on the "as of" day; ``place`` is its address on its dialogue's page."""

    dialogue: DialogueView
    commitment: Commitment
    standing: CommitmentStanding
    place: str

    @property
    def is_open(self) -> bool:
        return not has_ended(self.commitment)

    @property
    def is_of_an_old_unit(self) -> bool:
        """Whether the unit that made it is no more."""
        return self.dialogue.is_of_an_old_unit

    @property
    def taken_over(self) -> TakeOver | None:
        """Who answers for it since, where another unit does."""
        return self.commitment.taken_over_by[-1] if self.commitment.taken_over_by else None

    @property
    def taker(self) -> Unit | None:
        return self.dialogue.register.unit_with_id(self.taken_over.unit) if self.taken_over else None
