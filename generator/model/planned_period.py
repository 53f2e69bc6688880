"""The part of a year that a dialogue is planned for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, auto


class PeriodKind(IntEnum):
    """``BEFORE``: the months of the year before one of them. No kind is ever written."""

    DAY = auto()
    EARLY_IN_MONTH = auto()
    LATE_IN_MONTH = auto()
    MONTH = auto()
    BEFORE = auto()
    QUARTER = auto()
    HALF_YEAR = auto()


@dataclass(frozen=True, order=True)
class Period:
    """A day, a month, a quarter or another part of a year in which a dialogue is planned (a registration may name no day).

    "2023-03-early" and "2023-03-late" are the first and the last ten days or so of a month, "2023-07-before" the months of
    the year before it, "2023-H1" and "2023-H2" the halves of a year.

    ``first_day`` and ``last_day`` are both inside the period.
    """

    first_day: date
    last_day: date
    text: str
    kind: PeriodKind

    @property
    def is_day(self) -> bool:
        return self.kind == PeriodKind.DAY
