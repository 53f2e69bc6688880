"""A day that notes what it is asked, and so knows on which other days every answer would have been the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Callable

_LAST = date.max.toordinal()


class SameDays:
    """The days, as ordinals, on which all answers given so far hold."""

    def __init__(self) -> None:
        self.first, self.last = 1, _LAST

    @property
    def without_end(self) -> bool:
        """Whether no later day can change an answer."""
        return self.last == _LAST


class ObservedDay(date):
    """The ``day``, to be compared with others and moved by days like any; whatever else is asked of it fixes the day.

    ``ahead`` is how many days it lies after the day that ``same`` is about.
    """

    plain: date
    same: SameDays
    _ahead: int
    _ordinal: int

    def __new__(cls, day: date, same: SameDays | None = None, ahead: int = 0) -> ObservedDay:
        self = super().__new__(cls, day.year, day.month, day.day)
        self.plain, self.same, self._ahead = date(day.year, day.month, day.day), same or SameDays(), ahead
        self._ordinal = self.plain.toordinal()
        return self

    def _is_before(self, ordinal: int) -> bool:
        if self._ordinal < ordinal:
            self.same.last = min(self.same.last, ordinal - 1 - self._ahead)
            return True
        self.same.first = max(self.same.first, ordinal - self._ahead)
        return False

    def _fixed(self) -> date:
        self._is_before(self._ordinal)
        self._is_before(self._ordinal + 1)
        return self.plain

    def __lt__(self, other: Any) -> bool:
        return self._is_before(ordinal) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return not self._is_before(ordinal) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return self._is_before(ordinal + 1) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return not self._is_before(ordinal + 1) if (ordinal := _ordinal_of(other)) else NotImplemented

    def __eq__(self, other: Any) -> bool:
        if not (ordinal := _ordinal_of(other)):
            return NotImplemented
        return not self._is_before(ordinal) and self._is_before(ordinal + 1)

    def __ne__(self, other: Any) -> bool:  # which ``date`` has of its own
        return not equal if (equal := self.__eq__(other)) is not NotImplemented else NotImplemented

    def __add__(self, other: Any) -> ObservedDay:
        if not isinstance(other, timedelta):
            return NotImplemented
        return ObservedDay(self.plain + other, self.same, self._ahead + other.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> ObservedDay | timedelta:
        return self + -other if isinstance(other, timedelta) else self._fixed() - other

    def __rsub__(self, other: Any) -> timedelta:
        return other - self._fixed()

    @property
    def year(self) -> int:
        """Answers the same all the year round."""
        self._is_before(date(self.plain.year, 1, 1).toordinal())
        self._is_before(date(self.plain.year, 12, 31).toordinal() + 1)
        return self.plain.year

    month = property(lambda self: self._fixed().month)
    day = property(lambda self: self._fixed().day)

    def __reduce_ex__(self, protocol: int) -> tuple:
        return self._fixed().__reduce_ex__(protocol)


def _ordinal_of(other: Any) -> int | None:
    """Another observed day stands fixed, so that no comparison goes unnoted on its side."""
    if not isinstance(other, date) or isinstance(other, datetime):
        return None
    return (other._fixed() if isinstance(other, ObservedDay) else other).toordinal()


def _fixing(name: str) -> Callable[..., Any]:
    return lambda self, *given, **named: getattr(self._fixed(), name)(*given, **named)


for _name in (
    "__hash__", "__str__", "__repr__", "__format__", "ctime", "isocalendar", "isoformat", "isoweekday", "replace", "strftime",
    "timetuple", "toordinal", "weekday",
):
    setattr(ObservedDay, _name, _fixing(_name))
