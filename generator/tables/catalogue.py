"""What the open data holds: its files for a list of downloads, and its fields for the dictionary."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from generator.consequences.snapshot import Snapshot
from generator.model.addresses import API
from generator.site.site import Site
from generator.tables import TABLES
from generator.tables.columns import Column, columns, csv_columns
from generator.tables.json_files import schema_address
from generator.tables.table import Table

INDEX = "index"
INDEX_TITLE = "Danh mục dữ liệu mở"


class Download(BaseModel):
    """A published file; its address is relative to the site's root, and whole in the published index."""

    model_config = ConfigDict(frozen=True)

    address: str = Field(description="Địa chỉ tệp")
    title: str = Field(description="Tên")
    media_type: str = Field(description="Kiểu nội dung")
    description: str = Field(description="Tệp có gì")
    table: str | None = Field(description="Tên bảng; trống nếu tệp không phải một bảng")
    year: int | None = Field(description="Năm; trống nếu tệp không theo năm")


@dataclass(frozen=True)
class DescribedField:
    """``codes`` are a field's values, each with its word ("" for one that explains itself). JSON alone has lists of
    records; CSV alone has codes in words, and the "as of" day and the sample flag in every line."""

    name: str
    type: str
    description: str
    optional: bool
    codes: tuple[tuple[str, str], ...]
    in_json: bool
    in_csv: bool


@dataclass(frozen=True)
class DescribedTable:
    name: str
    title: str
    description: str
    schema: str
    fields: tuple[DescribedField, ...]


def downloads(snapshot: Snapshot) -> tuple[Download, ...]:
    """Every file of the open data: the tables by year, each as CSV and JSON, then what describes them."""
    return (
        *(download for table in TABLES for year in table.years(snapshot) for download in _files(table, year)),
        Download(
            address=f"{API}{INDEX}.json", title=INDEX_TITLE, media_type="application/json",
            description="Danh sách mọi tệp, cho chương trình đọc", table=None, year=None,
        ),
        Download(
            address=f"{API}datapackage.json", title="Data Package", media_type="application/json",
            description="Mô tả các tệp CSV theo chuẩn Frictionless Data Package", table=None, year=None,
        ),
        *(_schema(table.name, table.title) for table in TABLES),
        _schema(INDEX, INDEX_TITLE),
    )


def dictionary(site: Site) -> tuple[DescribedTable, ...]:
    """Every table with its fields, in the order of the CSV columns and then those of JSON alone."""
    return tuple(
        DescribedTable(table.name, table.title, table.description, schema_address(table.name), _fields(site, table))
        for table in TABLES
    )


def _files(table: Table, year: int | None) -> tuple[Download, ...]:
    title = table.title if year is None else f"{table.title} năm {year}"
    return tuple(
        Download(
            address=f"{API}{table.file_name(year)}.{ending}", title=title, media_type=media_type,
            description=table.description, table=table.name, year=year,
        )
        for ending, media_type in (("csv", "text/csv"), ("json", "application/json"))
    )


def _schema(name: str, title: str) -> Download:
    return Download(
        address=schema_address(name), title=f"JSON Schema: {title}", media_type="application/schema+json",
        description="Cấu trúc tệp JSON, cho chương trình kiểm tra", table=None, year=None,
    )


def _fields(site: Site, table: Table) -> tuple[DescribedField, ...]:
    in_json, in_csv = columns(table.row), csv_columns(table)
    return tuple(
        DescribedField(
            column.name, column.type_words, column.description, column.optional, _codes(site, column),
            column in in_json, column in in_csv,
        )
        for column in (*in_csv, *(column for column in in_json if column.is_nested))
    )


def _codes(site: Site, column: Column) -> tuple[tuple[str, str], ...]:
    words = getattr(site.words, column.section) if column.section else {}
    return tuple((code, words.get(code, "")) for code in column.codes)
