"""A table as CSV (RFC 4180) that a spreadsheet opens with its accents right, and that cannot run a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import Any, Callable, Sequence

from generator.site import Site
from generator.tables.columns import Column, columns, csv_columns
from generator.tables.table import Table
from generator.words import Section

# Spreadsheets take such a cell for a formula, some in its full-width form or after white space too (OWASP, CSV Injection).
_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠｜％]|[\t\r\n]")


def table_csv(site: Site, table: Table, rows: Sequence[dict[str, Any]]) -> str:
    """``rows`` are the values of the JSON file; the text starts with a byte order mark, by which Excel knows UTF-8."""
    shown = csv_columns(table)
    sections = {column.name: getattr(site.words, column.section) for column in columns(table.row) if column.section}
    cells = [(column.says or column.name, _writer(column, sections.get(column.says or ""))) for column in shown]
    about = {"as_of": site.today.isoformat(), "sample": site.register.facts.sample}
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in shown)
    for row in rows:
        row = {**row, **about}
        # None becomes an empty cell.
        writer.writerow([None if row[name] is None else write(row[name]) for name, write in cells])
    return text.getvalue()


def _writer(column: Column, section: Section | None) -> Callable[[Any], Any]:
    """How a value of the column is written: with ``section``, in words instead of as a code."""
    if column.is_list:
        return lambda codes: harmless("; ".join([section[code] for code in codes] if section else codes))
    if section:
        return section.__getitem__
    if column.type is bool:
        return lambda value: "true" if value else "false"
    return harmless if column.type is str else _as_it_is


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _as_it_is(value: Any) -> Any:
    """Numbers, days and codes cannot hold a formula."""
    return value
