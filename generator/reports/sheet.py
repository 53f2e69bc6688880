"""A report as a table: what stands above, in and below it, before it is written as a workbook or as CSV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import compress
from pathlib import Path

from generator.reports.forms import FormColumn

Cell = str | int | date | None
"""None is an empty cell: unknown is not zero."""


@dataclass(frozen=True)
class ReportSheet:
    """``left`` and ``right`` are the lines of the two upper corners; ``total`` has a cell for each column.

    ``made_for`` is the last day whose dialogues these figures include; ``as_of`` the day on which all else stands as it
    is told here. They are all that the file says of when it was made. ``letter`` is the Word template of the text that goes
    with it.
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    titles: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None
    notes: tuple[str, ...]
    place_and_day: str
    signatures: tuple[str, ...]
    sign_here: str
    made_for: date
    as_of: date
    sample: bool
    addressee: str
    letter: Path | None
    is_plan: bool = False

    def printed(self) -> ReportSheet:
        """Without the columns that are for the CSV file alone."""
        shown = [not column.only_csv for column in self.columns]
        return replace(
            self, columns=tuple(compress(self.columns, shown)), rows=tuple(tuple(compress(row, shown)) for row in self.rows),
            total=self.total and tuple(compress(self.total, shown)),
        )
