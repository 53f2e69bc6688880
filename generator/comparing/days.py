"""The days between which a change is judged: what was past when the public was last told, and what is recorded late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

CORRECTED_LATE_BY = timedelta(days=31)
"""A correction is made when the record is; one dated back further is hidden among old ones."""


@dataclass(frozen=True)
class Days:
    """``before`` is the day that was published last, ``today`` that of what is to be published; both of Asia/Ho_Chi_Minh. A
    fact may become known ``late_after`` its own day: later than that it is no news but a rewriting."""

    before: date
    today: date
    late_after: timedelta

    @property
    def earliest_correction(self) -> date:
        return min(self.before, self.today) - CORRECTED_LATE_BY

    def is_late(self, day: date) -> bool:
        """Whether what is recorded now of that day is recorded late."""
        return day < self.before - self.late_after

    def was_over(self, last_day: date) -> bool:
        """Whether the public had been told that this last day has passed."""
        return last_day < self.before
