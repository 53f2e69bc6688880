"""What the open data holds: its files for a list of downloads, and its fields for the dictionary."""

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from generator.model.addresses import API
from generator.model.data_addresses import CATALOGUE, DATA_PACKAGE, PACKS, RECORD_CHANGES
from generator.reading.record_schema import MODELS
from generator.site.open_data_titles import OpenData
from generator.site.site import Site
from generator.tables import TABLES
from generator.tables.columns import Column, about_columns, columns, csv_columns, type_words
from generator.tables.json_files import schema_address
from generator.tables.table import Table

INDEX = "index"
PROMISES = f"{API}promises.json"
SCHEMA_TYPE = "application/schema+json"
OTHER_SCHEMAS = ("promises", "release", "changes", "next-dialogue")
"""Of files that hold no table."""
PACK_TYPES = {
    "zip": "application/zip", "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Download(BaseModel):
    """A published file; its address is relative to the site's root, and whole in the published index."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    address: str = Field(description="Địa chỉ tệp")
    title: str = Field(description="Tên")
    media_type: str = Field(description="Kiểu nội dung")
    description: str = Field(description="Tệp có gì")
    table: str | None = Field(description="Tên bảng; trống nếu tệp không phải một bảng")
    year: int | None = Field(description="Năm; trống nếu tệp không theo năm")


class DescribedField(NamedTuple):
    """``codes`` are a field's values, each with its word ("" for one that explains itself). JSON and the database have lists of
    records; CSV and the workbook have codes in words, and CSV alone has in every line what is ``of_file``: its day, and whether
    it is a sample."""

    name: str
    type: str
    description: str
    optional: bool
    codes: tuple[tuple[str, str], ...]
    of_file: bool


class DescribedTable(NamedTuple):
    name: str
    title: str
    description: str
    schema: str
    fields: tuple[DescribedField, ...]


def downloads(site: Site) -> tuple[Download, ...]:
    """Every file of the open data: the tables by year, each as CSV and JSON, then what describes them."""
    words = site.words.open_data
    return (
        *packs(site),
        *(download for table in TABLES for year in table.years(site) for download in _files(site, table, year)),
        _other(f"{API}{INDEX}.json", words.index, words.index_holds),
        _other(DATA_PACKAGE, "Data Package", words.data_package_holds),
        _other(CATALOGUE, words.catalogue, words.catalogue_holds, "application/ld+json"),
        _other(RECORD_CHANGES, words.changes, words.changes_holds),
        _other(PROMISES, "promises.json", words.promises),
        *(_schema(table.name, table.named(site.words).title, words) for table in TABLES),
        _schema(INDEX, words.index, words),
        *(_schema(name, name, words) for name in OTHER_SCHEMAS),
        *(_schema(f"record/{name}", f"record/{name}", words) for name in MODELS),
    )


def packs(site: Site) -> tuple[Download, ...]:
    """All tables in one file each; there once the site is released."""
    named = site.words.open_data.packs
    return tuple(
        _other(PACKS[kind], described.title, described.description, PACK_TYPES[kind])
        for kind, described in (("zip", named.zip), ("sqlite", named.sqlite), ("xlsx", named.xlsx))
    )


def dictionary(site: Site) -> tuple[DescribedTable, ...]:
    """Every table with its fields, in the order of the CSV columns and then those of JSON alone."""
    return tuple(
        DescribedTable(table.name, named.title, named.description, schema_address(table.name), _fields(site, table))
        for table in TABLES for named in (table.named(site.words),)
    )


def _files(site: Site, table: Table, year: int | None) -> tuple[Download, ...]:
    named = table.named(site.words)
    title = named.title if year is None else site.words.open_data.of_year.format(title=named.title, year=year)
    return tuple(
        Download(
            address=f"{API}{table.file_name(year)}.{ending}", title=title, media_type=media_type,
            description=named.description, table=table.name, year=year,
        )
        for ending, media_type in (("csv", "text/csv"), ("json", "application/json"))
    )


def _other(address: str, title: str, description: str, media_type: str = "application/json") -> Download:
    """A file that is no table."""
    return Download(address=address, title=title, media_type=media_type, description=description, table=None, year=None)


def _schema(name: str, title: str, words: OpenData) -> Download:
    return Download(
        address=schema_address(name), title=f"JSON Schema: {title}", media_type=SCHEMA_TYPE,
        description=words.schema_holds, table=None, year=None,
    )


def _fields(site: Site, table: Table) -> tuple[DescribedField, ...]:
    nested = [column for column in columns(table.row) if column.is_nested]
    return tuple(
        DescribedField(
            column.name, type_words(column, site.words.column_types), column.description, column.optional, _codes(site, column),
            column in about_columns(),
        )
        for column in (*csv_columns(table), *nested)
    )


def _codes(site: Site, column: Column) -> tuple[tuple[str, str], ...]:
    words = getattr(site.words, column.section) if column.section else {}
    codes = column.codes
    if column.section == "level":  # no word of a level that never was
        levels = {unit.level.value for unit in site.register.units.values()}
        codes = tuple(code for code in codes if code in levels)
    return tuple((code, words.get(code, "")) for code in codes if words or code not in column.description)
