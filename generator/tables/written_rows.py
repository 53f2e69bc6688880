"""The rows of a table as its files hold them, without what the day alone decides: it is filled in when a file is made, so that
rows can be kept for all days."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Iterable, NamedTuple

from pydantic_core import to_json

from generator.keeping.observed_day import counted_from
from generator.tables.csv_files import TableCsv
from generator.tables.table import Row

_MARK = "\0"
"""Stands before and after what is filled in: the ordinal of a day that days are counted from, or nothing for what ends a
line of CSV. No record can hold it."""
_IN_JSON = re.compile(r'"\\u0000(\d+)\\u0000"')


class WrittenRows(NamedTuple):
    """Some rows in JSON and in CSV, from the same values, so that a figure cannot differ between them."""

    in_json: str
    in_csv: str


def written_rows(csv: TableCsv, rows: Iterable[Row]) -> WrittenRows:
    """A day that leaves its counts open has them filled in later."""
    in_json, in_csv = [], []
    for row in rows:
        values = {name: _marked(value) for name, value in row.model_dump(mode="json").items()}
        in_json.append("    " + _IN_JSON.sub(rf"{_MARK}\1{_MARK}", to_json(values).decode()))
        in_csv.append(csv.line(values) + 2 * _MARK)
    return WrittenRows(",\n".join(in_json), "".join(in_csv))


def _marked(value: Any) -> Any:
    day = counted_from(value)
    return value if day is None else f"{_MARK}{day}{_MARK}"


def filled(text: str, today: date, end_of_line: str = "") -> str:
    """Either text of some rows as it is on a day."""
    parts, day = text.split(_MARK), today.toordinal()
    parts[1::2] = [str(abs(day - int(mark))) if mark else end_of_line for mark in parts[1::2]]
    return "".join(parts)
