"""``datapackage.json``, by which programs read the CSV files with their types (Frictionless Data Package, v1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Iterable, Iterator

from generator.model.data_addresses import DATA_PACKAGE
from generator.site.site import Site
from generator.site.titles import Described
from generator.tables import TABLE_NAMED
from generator.tables.columns import Column, csv_columns
from generator.tables.dataset import dataset_of
from generator.tables.table import Table, public_address
from generator.tables.versions import VERSION

_TYPES = {int: "integer", float: "number", bool: "boolean", date: "date", datetime: "datetime"}


def data_package(site: Site, files: Iterable[tuple[Table, int | None]]) -> dict[str, Any]:
    """``files`` are the tables published as CSV beside it, with their years."""
    facts, described = site.register.facts, dataset_of(site)
    licence = {"title": facts.licence.name} | ({"path": facts.licence.url} if facts.licence.url else {})
    return {
        "profile": "tabular-data-package", "name": "dialogue-register", "id": public_address(site, DATA_PACKAGE),
        "title": described.title,
        "description": described.description, "keywords": list(described.keywords), "homepage": facts.address,
        "version": VERSION,
        "created": f"{site.today.as_date().isoformat()}T00:00:00+07:00", "sample": facts.sample,
        "licenses": [licence], "contributors": [{"title": facts.publisher, "path": facts.address, "role": "publisher"}],
        "resources": [_resource(site, table, year, table.named(site.words)) for table, year in files],
    }


def _resource(site: Site, table: Table, year: int | None, named: Described) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource", "name": table.file_name(year), "path": f"{table.file_name(year)}.csv",
        "title": named.title if year is None else f"{named.title}, {year}", "description": named.description,
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in csv_columns(table)], "missingValues": [""],
            "primaryKey": list(table.key), "foreignKeys": [*_foreign_keys(site, table, year)],
        },
    }


def _foreign_keys(site: Site, table: Table, year: int | None) -> Iterator[dict[str, Any]]:
    for column, name in table.refers.items():
        other = TABLE_NAMED[name]
        [key] = other.key
        resource = other.file_name(year if year in other.years(site) else None)
        same = "" if resource == table.file_name(year) else resource  # "" is the table itself, by the standard
        yield {"fields": [column], "reference": {"resource": same, "fields": [key]}}


def _field(column: Column) -> dict[str, Any]:
    type = "string" if column.is_list else _TYPES.get(column.type, "string")
    constraints: dict[str, Any] = {} if column.optional or column.is_list else {"required": True}
    if column.codes and not column.is_list:
        constraints["enum"] = list(column.codes)
    return {
        "name": column.name, "type": type, "description": column.description,
        **({"format": "any"} if type == "datetime" else {}),  # the default format is UTC only; ours says +07:00
        **({"constraints": constraints} if constraints else {}),
    }
