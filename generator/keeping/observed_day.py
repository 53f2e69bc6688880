"""The day that the register is seen on: it notes what it is asked, and so knows on which other days every answer would
have been the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NoReturn, TypeAlias
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_LAST = date.max.toordinal()


class SameDays:
    """The days, as ordinals, on which all answers given so far hold."""

    def __init__(self) -> None:
        self.first, self.last = 1, _LAST

    @property
    def without_end(self) -> bool:
        """Whether no later day can change an answer."""
        return self.last == _LAST


class ObservedDay:
    """A day in Asia/Ho_Chi_Minh, to be compared with others and moved by days. It is no ``date``, since whatever takes one
    may read it without asking: all else is a TypeError or an AttributeError, also where it would be shown as text.

    ``ahead`` is how many days it lies after the day that ``same`` is about.
    """

    __slots__ = ("__ahead", "__ordinal", "__plain", "same")

    def __init__(self, day: date, same: SameDays | None = None, ahead: int = 0) -> None:
        self.__plain, self.__ordinal, self.__ahead = date(day.year, day.month, day.day), day.toordinal(), ahead
        self.same = same or SameDays()

    @property
    def year(self) -> int:
        """Answers the same all the year round."""
        self.__is_before(date(self.__plain.year, 1, 1).toordinal())
        self.__is_before(date(self.__plain.year, 12, 31).toordinal() + 1)
        return self.__plain.year

    @property
    def first_of_month(self) -> date:
        """Answers the same all the month."""
        first = self.__plain.replace(day=1)
        self.__is_before(first.toordinal())
        self.__is_before((first + timedelta(days=31)).replace(day=1).toordinal())
        return first

    def as_date(self) -> date:
        """To be shown, or counted from; no other day gives this answer."""
        self.__is_before(self.__ordinal)
        self.__is_before(self.__ordinal + 1)
        return self.__plain

    def __is_before(self, ordinal: int) -> bool:
        if self.__ordinal < ordinal:
            self.same.last = min(self.same.last, ordinal - 1 - self.__ahead)
            return True
        self.same.first = max(self.same.first, ordinal - self.__ahead)
        return False

    def __lt__(self, other: AnyDay) -> bool:
        return self.__is_before(ordinal) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __ge__(self, other: AnyDay) -> bool:
        return not self.__is_before(ordinal) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __le__(self, other: AnyDay) -> bool:
        return self.__is_before(ordinal + 1) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __gt__(self, other: AnyDay) -> bool:
        return not self.__is_before(ordinal + 1) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __eq__(self, other: object) -> bool:
        if not (ordinal := _ordinal_of(other)):
            return NotImplemented
        return not self.__is_before(ordinal) and self.__is_before(ordinal + 1)

    __hash__ = None  # type: ignore[assignment]  # as Python itself says that a thing has none

    def __add__(self, other: timedelta) -> ObservedDay:
        if not isinstance(other, timedelta):
            return NotImplemented
        return ObservedDay(self.__plain + other, self.same, self.__ahead + other.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        """Moved back by days; or how long after another day it lies, which no other day answers the same."""
        return self + -other if isinstance(other, timedelta) else self.as_date() - _date_of(other)

    def __rsub__(self, other: date) -> timedelta:
        return _date_of(other) - self.as_date()

    def days_from(self, day: date) -> int:
        """How many days it lies from ``day``, before or after it; no other day gives this answer."""
        return abs((self.as_date() - day).days)

    def leaving_counts_open(self) -> CountingDay:
        return CountingDay(self.__plain, self.same, self.__ahead)

    def __repr__(self) -> str:
        return "ObservedDay(…)"  # whatever day it is

    def __refuse(self, *given: object) -> NoReturn:
        raise TypeError("an observed day is shown, kept and copied by what it gives as_date()")

    __str__ = __format__ = __getstate__ = __reduce__ = __reduce_ex__ = __refuse


class CountingDay(ObservedDay):
    """The same day for what is kept with its counts of days open: says which day one is from, as a number that
    ``counted_from`` tells apart from all that records come to."""

    __slots__ = ()

    def days_from(self, day: date) -> int:
        return _COUNTED - day.toordinal()


_COUNTED = -1_000_000_000


def counted_from(number: object) -> int | None:
    """The ordinal of the day from which days are to be counted; None where it is a number like any other."""
    return _COUNTED - number if isinstance(number, int) and number < _COUNTED else None


AnyDay: TypeAlias = date | ObservedDay
"""The day that the register is seen on, or one that a record or a rule names."""


def _ordinal_of(other: object) -> int | None:
    """Another observed day stands fixed, so that no comparison goes unnoted on its side."""
    if isinstance(other, ObservedDay):
        return other.as_date().toordinal()
    return other.toordinal() if isinstance(other, date) and not isinstance(other, datetime) else None


def _date_of(other: object) -> date:
    if ordinal := _ordinal_of(other):
        return date.fromordinal(ordinal)
    raise TypeError(f"no day: {other!r}")
