"""A day in figures, apart from all other formats since it needs nothing of the register's."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(20_000)  # a register has few days, and shows them often
def short_day(day: date) -> str:
    """"05/3/2023", "15/02/2023": a zero before days below 10 and before months 1 and 2 only."""
    return f"{day.day:02}/{month_number(day.month)}/{day.year}"


def month_number(month: int) -> str:
    """"02", "3"; see ``short_day``."""
    return f"{month:02}" if month < 3 else str(month)
