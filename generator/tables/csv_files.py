"""A table as CSV (RFC 4180) that a spreadsheet opens with its accents right, and that cannot run a formula."""

from __future__ import annotations

import csv
import io
import re
from operator import itemgetter
from typing import Any, Callable, Iterable

from generator.site.site import Site
from generator.site.words import Section
from generator.tables.columns import Column, columns, csv_columns
from generator.tables.table import Table

# Spreadsheets take such a cell for a formula, some in another width or after white space too (OWASP, CSV Injection).
_SIGN = r"[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪]"
_FORMULA = re.compile(rf"\s*{_SIGN}|[\t\r\n]")
# A cell begins here too where the list separator is another, as a Vietnamese Windows has ";"; quotes around it are dropped.
_SEPARATOR = re.compile(r"[;,\t\r\n]")
_INNER_START = re.compile(rf"{_SEPARATOR.pattern}[\s\"]*+({_SIGN})?")  # the whole run, so that no letter is looked at twice


class TableCsv:
    """A table's CSV file, line by line; it starts with a byte order mark, by which Excel knows UTF-8."""

    def __init__(self, site: Site, table: Table) -> None:
        shown = csv_columns(table)
        sections = {column.name: getattr(site.words, column.section) for column in columns(table.row) if column.section}
        about = {"as_of": site.today.as_date().isoformat(), "sample": "true" if site.register.facts.sample else "false"}
        own = [column for column in shown if column.name not in about]
        self._values = itemgetter(*(column.says or column.name for column in own))
        writers = [_writer(column, sections.get(column.says or "")) for column in own]
        self._writers = [(place, write) for place, write in enumerate(writers) if write]
        self._first = [*(column.name for column in own), *about]
        self.end_of_line = ("".join(f",{value}" for value in about.values()) + "\r\n").encode()
        self._text = io.StringIO(newline="")
        self._written = csv.writer(self._text, lineterminator="\r\n")  # whose signs are quoted in a cell

    def line(self, row: dict[str, Any]) -> str:
        """Of ``row``, which holds the values of the JSON file; None becomes an empty cell. Without ``end_of_line``, where each
        says of the file what the day decides."""
        cells = [*self._values(row)]
        for place, write in self._writers:
            if cells[place] is not None:
                cells[place] = write(cells[place])
        return self._line(cells)

    def content(self, lines: Iterable[bytes]) -> bytes:
        """The file with these lines, their ends among them."""
        return b"".join((f"\ufeff{self._line(self._first)}\r\n".encode(), *lines))

    def _line(self, cells: Iterable[Any]) -> str:
        self._text.seek(0)
        self._text.truncate()
        self._written.writerow(cells)
        return self._text.getvalue().removesuffix("\r\n")


def _writer(column: Column, section: Section | None) -> Callable[[Any], str] | None:
    """How a value of the column is written: with ``section``, in words instead of as a code; None for as it is."""
    if column.is_list:
        return lambda codes: harmless("; ".join([section[code] for code in codes] if section else codes))
    if section:
        return section.__getitem__
    if column.type is bool:
        return lambda value: "true" if value else "false"
    return harmless if column.type is str else None  # numbers, days and codes cannot hold a formula


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it, or what it comes to when lines are split at ";" or a tab, for a formula: an
    apostrophe stands before each. Most begin with a letter, and are none."""
    inner = _INNER_START.sub(_harmless_start, text)
    return f"'{inner}" if not text[:1].isalnum() and _FORMULA.match(text) else inner


def _harmless_start(run: re.Match[str]) -> str:
    return _SEPARATOR.sub(r"\g<0>'", run[0]) if run[1] else run[0]
