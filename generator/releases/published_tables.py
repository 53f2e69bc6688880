"""The tables of open data as a site has published them, all years of each together, to be put into one file."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Iterator

from generator.model.addresses import API
from generator.model.register_facts import Licence
from generator.tables import TABLES, Table
from generator.tables.catalogue import INDEX
from generator.tables.columns import Column, columns, csv_columns

INDEX_FILE = f"{API}{INDEX}.json"


@dataclass(frozen=True)
class PublishedTable:
    """``rows`` are those of the JSON files, the years in their order; ``labels`` says the codes of each row in words."""

    table: Table
    title: str
    rows: tuple[dict[str, Any], ...]
    labels: tuple[dict[str, str], ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return columns(self.table.row)

    @cached_property
    def flat(self) -> tuple[Column, ...]:
        """Those that a cell can hold, codes followed by their words; without what is the same in every row."""
        return tuple(column for column in csv_columns(self.table) if column.says or column.name in self.table.row.model_fields)


@dataclass(frozen=True)
class PublishedTables:
    """``about`` is the head of the index: name, publisher, licence, day, sample."""

    about: dict[str, Any]
    tables: tuple[PublishedTable, ...]


def published_tables(site: Path) -> PublishedTables:
    """Of a built site's folder; raises OSError and KeyError where it is none."""
    index = json.loads((site / INDEX_FILE).read_bytes())
    home, _, _ = index["described_by"].rpartition(API)
    tables = []
    for table in TABLES:
        rows: list[dict[str, Any]] = []
        labels: list[dict[str, str]] = []
        for file in index["files"]:
            path = site / file["address"].removeprefix(home)
            if (file["table"], file["media_type"]) == (table.name, "application/json"):
                rows += json.loads(path.read_bytes())["rows"]
            elif file["table"] == table.name:
                labels += _labels(path.read_text("utf-8-sig"))
        tables.append(PublishedTable(table, _title(index, table), tuple(rows), tuple(labels)))
    return PublishedTables({name: value for name, value in index.items() if name != "files"}, tuple(tables))


def licence_of(site: Path) -> Licence:
    """Of its data; raises OSError and KeyError as ``published_tables``."""
    return Licence.model_validate(json.loads((site / INDEX_FILE).read_bytes())["licence"])


def _labels(text: str) -> Iterator[dict[str, str]]:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield {name: value for name, value in row.items() if name.endswith("_label")}


def _title(index: dict[str, Any], table: Table) -> str:
    """As the first of its files is called, without the year."""
    file = next((file for file in index["files"] if file["table"] == table.name), None)
    if file is None:
        return table.name
    title: str = file["title"]
    return title.removesuffix(f" năm {file['year']}")
