"""All tables as one SQLite database, with keys and indexes; the same tables give the same bytes, whichever SQLite writes it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Iterable, Iterator

from generator.releases.published_tables import PublishedTable, PublishedTables
from generator.tables import TABLE_NAMED
from generator.tables.columns import Column, columns

_TYPES: dict[Any, str] = {int: "INTEGER", float: "REAL", bool: "INTEGER"}
_INDEXED = {"dialogues": ("day", "status"), "commitments": ("state", "agency", "due")}
"""What is asked for most, beside the keys."""
_PAGE_SIZE = 4096
_CHANGES, _VALID_FOR, _WRITTEN_BY = slice(24, 28), slice(92, 96), slice(96, 100)
"""Bytes of the header (https://www.sqlite.org/fileformat.html, 1.3) that tell how often and by which SQLite it was written."""
_VERSION = 3_040_000


def sqlite_pack(published: PublishedTables) -> bytes:
    """A table for each of the open data; one more, ``<table>_<column>``, for each list of records that a row holds, its rows
    known by the row's key and ``position``, from 1. A list of values is a JSON array; true is 1."""
    with sqlite3.connect(":memory:") as database:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        database.execute('CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID')
        database.executemany("INSERT INTO about VALUES (?, ?)", [
            (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
            for name, value in published.about.items() if value is not None
        ])
        for table in published.tables:
            _write(database, table)
    content = bytearray(database.serialize())
    database.close()
    content[_CHANGES] = content[_VALID_FOR] = (1).to_bytes(4, "big")
    content[_WRITTEN_BY] = _VERSION.to_bytes(4, "big")
    return bytes(content)


def _write(database: sqlite3.Connection, published: PublishedTable) -> None:
    table = published.table
    flat = [column for column in published.columns if not column.is_nested]
    lines = [_column(column) for column in flat]
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    for name, other in table.refers.items():
        lines.append(f"FOREIGN KEY ({_name(name)}) REFERENCES {_name(other)} ({_names(TABLE_NAMED[other].key)})")
    database.execute(f"CREATE TABLE {_name(table.name)} ({', '.join(lines)})")
    _insert(database, table.name, len(flat), ([_value(row[column.name]) for column in flat] for row in published.rows))
    for indexed in (*(name for name in table.refers if (name,) != table.key), *_INDEXED.get(table.name, ())):
        database.execute(f"CREATE INDEX {_name(f'{table.name}_by_{indexed}')} ON {_name(table.name)} ({_name(indexed)})")
    for column in published.columns:
        if column.is_nested:
            _write_nested(database, published, column)


def _write_nested(database: sqlite3.Connection, published: PublishedTable, column: Column) -> None:
    key = published.table.key
    of_key = {found.name: found for found in published.columns}
    inner, name = columns(column.type), f"{published.table.name}_{column.name}"
    lines = [*(_column(of_key[part]) for part in key), "position INTEGER NOT NULL", *(_column(found) for found in inner)]
    lines.append(f"PRIMARY KEY ({_names((*key, 'position'))})")
    lines.append(f"FOREIGN KEY ({_names(key)}) REFERENCES {_name(published.table.name)} ({_names(key)})")
    database.execute(f"CREATE TABLE {_name(name)} ({', '.join(lines)})")

    def rows() -> Iterator[list[Any]]:
        for row in published.rows:
            for position, entry in enumerate(row[column.name], 1):
                yield [*(row[part] for part in key), position, *(_value(entry[found.name]) for found in inner)]

    _insert(database, name, len(key) + 1 + len(inner), rows())


def _insert(database: sqlite3.Connection, name: str, width: int, rows: Iterable[list[Any]]) -> None:
    database.executemany(f"INSERT INTO {_name(name)} VALUES ({', '.join('?' * width)})", rows)


def _column(column: Column) -> str:
    type = "TEXT" if column.is_list else _TYPES.get(column.type, "TEXT")
    return f"{_name(column.name)} {type}{'' if column.optional else ' NOT NULL'}"


def _value(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'  # of the program's own rows, none of which holds a quote
