"""A sheet's rows as CSV (RFC 4180), with one row of headings, for whoever goes on computing with them."""

from __future__ import annotations

import csv
import io
from datetime import date

from generator.reports.sheet import Cell, ReportSheet
from generator.tables.csv_files import harmless


def sheet_csv(sheet: ReportSheet) -> bytes:
    """UTF-8 with a byte order mark, by which Excel knows it; days as 2023-08-15; without the total, which is no row.

    The last two columns are those of the published tables: the day the figures stand as of, and whether they are a sample.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(column.whole_heading for column in sheet.columns), "as_of", "sample"])
    about = (sheet.as_of.isoformat(), "true" if sheet.sample else "false")
    writer.writerows([*map(_shown, row), *about] for row in sheet.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _shown(cell: Cell) -> str | int | None:
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else cell
