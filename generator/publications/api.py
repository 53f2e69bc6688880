"""The open data under ``/api/v1/``: every table as JSON with its schema and as CSV, and what describes them."""

from dataclasses import replace
from typing import Any, Iterator, Mapping, Sequence
from urllib.parse import quote

from pydantic import BaseModel, Field

from generator.consequences.outlines import dialogues_by_year, outlined
from generator.keeping.kept_results import runs
from generator.keeping.observed_day import ObservedDay
from generator.model.addresses import API, RECORDS
from generator.model.data_addresses import CATALOGUE, DATA_PACKAGE
from generator.publications.records import beside_dialogues
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.tables import FIGURES, TABLES
from generator.tables.catalogue import INDEX, Download, downloads
from generator.tables.csv_files import TableCsv
from generator.tables.data_package import data_package
from generator.tables.dcat import catalogue
from generator.tables.json_files import Head, document_json, head, schema, schema_address, table_json, table_schema
from generator.tables.table import OfOneDialogue, Table, public_address, years_of_dialogues
from generator.tables.written_rows import WrittenRows, filled, written_rows

Rows = Mapping[str, Mapping[int | None, list[WrittenRows]]]
"""By their table's name and their year."""
_NONE: Rows = {}


class ContentFile(BaseModel, defer_build=True):
    path: str = Field(description="Đường dẫn trong thư mục nội dung")
    address: str = Field(description="Địa chỉ tệp")


class Index(Head):
    place: str = Field(description="Tỉnh, thành phố của sổ")
    files: list[Download] = Field(description="Mọi tệp dữ liệu")
    records: str = Field(
        description="Địa chỉ bản ghi YAML của mỗi cuộc đối thoại, nguyên như đã ghi; thay {dialogue} bằng mã của cuộc đối thoại"
    )
    documents: str = Field(
        description="Địa chỉ tài liệu của mỗi cuộc đối thoại; thay {year}, {dialogue}, {file} bằng năm, mã, tên tệp"
    )
    content: list[ContentFile] = Field(
        description="Mọi tệp khác của sổ (quy định, đơn vị, báo cáo đã nhận, trang viết tay), nguyên như đã ghi, để lập lại sổ"
    )


def publish_years(site: Site) -> Iterator[PublishedFile]:
    """The tables of each year."""
    figures = _figures(site) if site.kept else {}
    for table in TABLES:
        if list(table.years(site)) != [None]:
            yield from _tables(site, table, figures)


def publish_rest(site: Site) -> Iterator[PublishedFile]:
    """The tables that no year has for itself, in which no dialogue shows."""
    for table in TABLES:
        if list(table.years(site)) == [None]:
            yield from _tables(site, table, _of_no_dialogue(site, table))


def publish_descriptions(site: Site) -> Iterator[PublishedFile]:
    """What describes them all; apart, since a release adds to it and so has it made anew."""
    yield _file(f"{API}{INDEX}.json", document_json(_index(site)))
    tables = [(table, year) for table in TABLES for year in table.years(site)]
    yield _file(DATA_PACKAGE, document_json(data_package(site, tables)))
    yield _file(CATALOGUE, document_json(catalogue(site)))


def publish_schemas(site: Site) -> Iterator[PublishedFile]:
    for table in TABLES:
        yield _file(schema_address(table.name), document_json(table_schema(site, table)))
    yield _file(schema_address(INDEX), document_json(schema(site, INDEX, site.words.open_data.index, Index)))


def _tables(site: Site, table: Table, known: Rows = _NONE) -> Iterator[PublishedFile]:
    csv, today = TableCsv(site, table), site.today.as_date()
    rows = known[table.name].items() if table.name in known else _written_rows(site, table, csv)
    for year, written in rows:
        name, there = f"{API}{table.file_name(year)}", [some for some in written if some.in_csv]
        in_json = table_json(site, table, year, (filled(some.in_json, today) for some in there))
        yield PublishedFile(f"{name}.json", in_json)
        yield PublishedFile(f"{name}.csv", csv.content(filled(some.in_csv, today, csv.end_of_line) for some in there))


def _written_rows(site: Site, table: Table, csv: TableCsv) -> Iterator[tuple[int | None, list[WrittenRows]]]:
    if table.of_dialogue is None:
        yield from ((year, [written_rows(csv, rows)]) for year, rows in table.rows(site))
        return
    own = dialogues_by_year(site.register)
    for year in years_of_dialogues(site):
        yield year, _of_dialogues(site, table, csv, year, list(own.get(year, ())), table.of_dialogue)


def _figures(site: Site) -> Rows:
    """All rows of figures of a year's part, or what an earlier build has written of them: those of a year that is over are
    the same on every later day."""
    def written(_: Sequence[str], today: ObservedDay) -> Rows:
        on_day = replace(site, today=today)
        return {table.name: dict(_written_rows(on_day, table, TableCsv(site, table))) for table in FIGURES}

    years = "-".join(map(str, sorted(site.register.rules)))
    assert site.kept
    return site.kept.made_of_each(f"figures-{years}", [list(site.register.dialogues)], written)[0]


def _of_no_dialogue(site: Site, table: Table) -> Rows:
    """All rows of the table, or what an earlier build has written of them: most are the same until a unit's facts turn."""
    def written(_: Sequence[str], today: ObservedDay) -> Rows:
        return {table.name: dict(_written_rows(site.of_no_dialogue(today), table, TableCsv(site, table)))}

    return site.kept.made_of_each(f"rows-{table.name}", [[]], written)[0] if site.kept else written([], site.today)


def _of_dialogues(
    site: Site, table: Table, csv: TableCsv, year: int, ids: Sequence[str], of_dialogue: OfOneDialogue
) -> list[WrittenRows]:
    """Those of a year, or what an earlier build has written of them: most are the same on every later day, but for days
    that are counted."""
    dialogues = outlined(site.register.dialogues)

    def written(some: Sequence[str], today: ObservedDay) -> WrittenRows:
        on_day = site.of_dialogues(dialogues.some(some), today.leaving_counts_open())
        views = on_day.views.dialogues
        return written_rows(csv, (row for id in some for row in of_dialogue(on_day, views[id], year)))

    kept, cut = site.kept, list(runs(ids))
    return kept.made_of_each(f"rows-{table.name}-{year}", cut, written) if kept else [written(some, site.today) for some in cut]


def _index(site: Site) -> dict[str, Any]:
    files = [
        {**download.model_dump(mode="json"), "address": public_address(site, download.address)}
        for download in downloads(site)
    ]
    described = head(site, INDEX, site.words.open_data.index, None)
    content = beside_dialogues(site)
    return {
        **described, "place": site.register.facts.place, "files": files,
        "records": f"{public_address(site, RECORDS)}{{dialogue}}.yml",
        "documents": f"{public_address(site, '')}doi-thoai/{{year}}/{{dialogue}}/{{file}}",
        "content": [{"path": path, "address": public_address(site, quote(content[path]))} for path in sorted(content)],
    }


def _file(address: str, text: str) -> PublishedFile:
    return PublishedFile(address, text.encode("utf-8"))
