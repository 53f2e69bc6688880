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

_MARK = b"\0"
"""Stands before and after what is filled in: the ordinal of a day that days are counted from, or nothing for what ends a
line of CSV. No record can hold it."""
_IN_JSON = re.compile(rb'"\\u0000(\d+)\\u0000"')


class WrittenRows(NamedTuple):
    """Some rows in JSON and in CSV, in UTF-8, from the same values, so that a figure cannot differ between them."""

    in_json: bytes
    in_csv: bytes


def written_rows(csv: TableCsv, rows: Iterable[Row]) -> WrittenRows:
    """A day that leaves its counts open has them filled in later."""
    in_json, in_csv = [], []
    for row in rows:
        values = {name: _marked(value) for name, value in row.model_dump(mode="json").items()}
        in_json.append(b"    " + _IN_JSON.sub(_MARK + rb"\1" + _MARK, to_json(values)))
        in_csv.append(csv.line(values).encode() + 2 * _MARK)
    return WrittenRows(b",\n".join(in_json), b"".join(in_csv))


def _marked(value: Any) -> Any:
    day = counted_from(value)
    return value if day is None else f"\0{day}\0"


def filled(text: bytes, today: date, end_of_line: bytes = b"") -> bytes:
    """Either text of some rows as it is on a day."""
    parts, day = text.split(_MARK), today.toordinal()
    parts[1::2] = [b"%d" % abs(day - int(mark)) if mark else end_of_line for mark in parts[1::2]]
    return b"".join(parts)
