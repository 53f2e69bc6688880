"""A report as a table: what stands above, in and below it, before it is written as a workbook or as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.reports.forms import FormColumn

Cell = str | int | date | None
"""None is an empty cell: unknown is not zero."""


@dataclass(frozen=True)
class Sheet:
    """``left`` and ``right`` are the lines of the two upper corners; ``total`` has a cell for each column.

    ``made_for`` is the day whose figures these are; it is all the file says of when it was made.
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
