"""The open data in one file each, and whoever reads them: other programs' readers, over what a release has published."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl
import pandas
import pytest
from frictionless import Package
from pyshacl import validate

from generator.releases.packs import packs_of
from generator.releases.published_tables import published_tables
from generator.tables import TABLES
from tests.folders import files_of
from tests.places import TEMPLATES, TESTS
from tests.releases.sites import copied, last_release, released, served

API = "api/v1"


@pytest.fixture(scope="module")
def published(golden_site, tmp_path_factory) -> Path:
    """The golden register, released."""
    site = copied(golden_site, tmp_path_factory.mktemp("packs") / "site")
    released(site)
    return site


@pytest.fixture(scope="module")
def database(published):
    with sqlite3.connect(published / API / "register.sqlite") as connection:
        yield connection


def json_rows(site: Path, name: str) -> list[dict]:
    return json.loads((site / API / f"{name}.json").read_bytes())["rows"]


class TestAllOfThem:
    def test_are_the_same_bytes_wherever_they_are_made(self, published, tmp_path):
        other = copied(published, tmp_path / "other")
        assert packs_of(other, TEMPLATES) == packs_of(published, TEMPLATES)

    def test_stand_in_the_sums_of_the_release(self, published):
        assert {f"{API}/register.{kind}" for kind in ("zip", "sqlite", "xlsx")} <= last_release(published).sums.by_path.keys()

    def test_are_listed_first_on_the_page_with_their_sizes(self, published):
        page = (published / "du-lieu/index.html").read_text("utf-8")
        listed = re.findall(r'href="\.\./api/v1/([^"]+)"', page)
        assert listed[:3] == ["register.zip", "register.sqlite", "register.xlsx"]
        size = (published / API / "register.zip").stat().st_size / 1e6
        assert f"({size:.1f} MB)".replace(".", ",") in page

    def test_say_that_they_are_a_sample(self, published, database):
        book = openpyxl.load_workbook(published / API / "register.xlsx", read_only=True)
        assert [cell.value for cell in next(book.worksheets[0].iter_rows())] == [
            "Dữ liệu mẫu", "Đây là dữ liệu mẫu, không phải số liệu thật.",
        ]
        assert database.execute("SELECT value FROM about WHERE name = 'sample'").fetchall() == [("true",)]


class TestTheZip:
    def test_has_every_table_and_schema_as_published(self, published):
        with ZipFile(published / API / "register.zip") as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        assert {f"{table.file_name(year)}.{ending}" for table, year in (
            (table, None if table.name == "units" else 2023) for table in TABLES
        ) for ending in ("csv", "json")} <= files.keys()
        assert all((published / API / name).read_bytes() == content for name, content in files.items())

    def test_is_a_data_package_of_its_own(self, published, tmp_path):
        with ZipFile(published / API / "register.zip") as archive:
            archive.extractall(tmp_path)
        report = Package(str(tmp_path / "datapackage.json")).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


class TestTheDatabase:
    def test_keeps_its_own_keys(self, database):
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
    def test_has_every_row(self, database, published, table):
        name = table.file_name(None if table.name == "units" else 2023)
        (count,) = database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        assert count == len(json_rows(published, name)) > 0

    def test_has_a_row_for_each_announcement(self, database, published):
        expected = [
            (row["dialogue"], position, entry["day"]) for row in json_rows(published, "dialogues-2023")
            for position, entry in enumerate(row["schedule"], 1)
        ]
        assert database.execute("SELECT dialogue, position, day FROM dialogues_schedule").fetchall() == sorted(expected)

    def test_keeps_a_codes_leading_zero(self, database):
        codes = [code for (code,) in database.execute("SELECT code FROM units WHERE code IS NOT NULL")]
        assert all(isinstance(code, str) for code in codes) and codes

    def test_is_the_same_whichever_sqlite_wrote_it(self, published):
        content = (published / API / "register.sqlite").read_bytes()
        assert content[24:28] == content[92:96] == b"\0\0\0\1" and content[96:100] == (3_040_000).to_bytes(4, "big")

    def test_is_shown_by_datasette(self, published):
        shown = subprocess.run(
            [sys.executable, "-m", "datasette", published / API / "register.sqlite", "--get", "/register/units.json?_shape=array"],
            capture_output=True, check=True,
        )
        assert len(json.loads(shown.stdout)) == len(json_rows(published, "units"))


class TestTheWorkbook:
    def test_has_a_sheet_for_each_table_with_every_row(self, published):
        book = openpyxl.load_workbook(published / API / "register.xlsx", read_only=True)
        assert book.sheetnames[1:] == [table.name for table in TABLES]
        for table in published_tables(published).tables:
            assert sum(1 for _ in book[table.table.name].iter_rows()) == len(table.rows) + 2

    def test_says_all_that_it_is_to_be_cited_by(self, published):
        first = openpyxl.load_workbook(published / API / "register.xlsx").worksheets[0]
        told = dict(first.iter_rows(max_col=2, values_only=True))
        index = json.loads((published / API / "index.json").read_bytes())
        assert [told[name] for name in ("Sổ", "Cơ quan xuất bản", "Địa chỉ", "Tính đến ngày", "Giấy phép")] == [
            index["register_name"], index["publisher"], "https://doi-thoai.example/", "15/9/2023", index["licence"]["name"],
        ]

    def test_keeps_text_as_text(self, published):
        book = openpyxl.load_workbook(published / API / "register.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert cells and not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]

    def test_says_codes_in_words_beside_them(self, published):
        sheet = openpyxl.load_workbook(published / API / "register.xlsx")["dialogues"]
        heading = [cell.value for cell in sheet[1]]
        row = [cell.value for cell in sheet[3]]
        place = heading.index("status")
        assert heading[place + 1] == "status_label" and row[place] and row[place + 1] and row[place] != row[place + 1]

    @pytest.mark.parametrize("field, shown", [("day", "dd/mm/yyyy"), ("starts_at", "dd/mm/yyyy hh:mm")])
    def test_has_days_and_hours_that_an_office_can_sort_and_subtract(self, published, field, shown):
        sheet = openpyxl.load_workbook(published / API / "register.xlsx")["dialogues"]
        [column] = [cells for cells in sheet.iter_cols() if cells[0].value == field]
        there = [cell for cell in column[2:] if cell.value is not None]
        told = [row[field] for row in json_rows(published, "dialogues-2023") if row[field]]
        assert {cell.number_format for cell in there} == {shown}
        assert sorted(cell.value for cell in there) == sorted(datetime.fromisoformat(one).replace(tzinfo=None) for one in told)

    def test_has_columns_as_wide_as_a_name_and_says_in_full_what_they_mean(self, published):
        sheet = openpyxl.load_workbook(published / API / "register.xlsx")["units"]
        names = [cell for cell in sheet["B"] if cell.row > 2]
        assert sheet.column_dimensions["B"].width >= max(len(cell.value) for cell in names)
        assert all(cell.alignment.wrap_text for cell in sheet[2])
        known = [(cell, sheet.column_dimensions[cell.column_letter].width) for cell in sheet[2]]
        lines = sheet.row_dimensions[2].height / 15
        assert lines <= 8 and all(len(cell.value) <= lines * width for cell, width in known if width > 13)

    def test_does_not_warn_of_each_code_that_it_is_text(self, published):
        with ZipFile(published / API / "register.xlsx") as archive:
            sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        assert re.search(r'<ignoredError sqref="A3:[A-Z]+\d+" numberStoredAsText="1"', sheet)


class TestTheDataPackage:
    def test_is_valid_and_its_data_satisfy_types_keys_and_sums(self, published):
        report = Package(str(published / API / "datapackage.json")).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])

    def test_finds_a_file_that_is_another(self, published, tmp_path):
        site = copied(published, tmp_path / "site")
        file = site / API / "units.csv"
        file.write_bytes(file.read_bytes().replace("Phường".encode(), b"Phuong", 1))
        assert not Package(str(site / API / "datapackage.json")).validate().valid

    def test_finds_a_dialogue_of_no_unit(self, published, tmp_path):
        site = copied(published, tmp_path / "site")
        package = json.loads((site / API / "datapackage.json").read_bytes())
        for resource in package["resources"]:
            del resource["bytes"], resource["hash"]
        (site / API / "datapackage.json").write_text(json.dumps(package), "utf-8")
        lines = (site / API / "units.csv").read_text("utf-8-sig").splitlines(keepends=True)
        (site / API / "units.csv").write_text("".join(line for line in lines if not line.startswith("hong-bang/ha-ly,")), "utf-8")
        assert not Package(str(site / API / "datapackage.json")).validate().valid

    def test_says_in_its_title_that_it_is_a_sample(self, published):
        package = json.loads((published / API / "datapackage.json").read_bytes())
        assert package["title"].endswith("(dữ liệu mẫu)") and package["description"].startswith("Dữ liệu mẫu")


def test_the_catalogue_has_what_a_portal_asks_for(published):
    conforms, _, found = validate(
        str(published / API / "catalog.jsonld"), data_graph_format="json-ld", shacl_graph=str(TESTS / "tables/dcat.shacl.ttl"),
    )
    assert conforms, found


def test_the_catalogues_of_a_portal_say_that_it_is_a_sample(published):
    catalogue = json.loads((published / API / "catalog.jsonld").read_bytes())
    for described in (catalogue, *catalogue["dcat:dataset"]):
        assert "(dữ liệu mẫu)" in described["dct:title"]["@value"] and "Dữ liệu mẫu" in described["dct:description"]["@value"]


def test_the_index_lists_every_file_but_records_and_those_that_promises_lists(published):
    index = json.loads((published / API / "index.json").read_bytes())
    listed = {address.partition("/api/v1/")[2] for address in (one["address"] for one in (*index["content"], *index["files"]))}
    there = {path.relative_to(published / API).as_posix() for path in (published / API).rglob("*") if path.is_file()}
    assert listed == {path for path in there if not path.startswith(("promises/", "records/"))}


class TestReaders:
    def test_pandas_reads_every_table(self, published):
        for path in sorted((published / API).glob("*.csv")):
            frame = pandas.read_csv(path)
            rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
            assert (list(frame.columns), len(frame)) == (rows[0], len(rows) - 1)

    def test_pandas_keeps_a_code_that_it_guesses_the_type_of(self, published):
        frame = pandas.read_csv(published / API / "units.csv")
        known = [row["code"] for row in json_rows(published, "units")]
        assert [code.removeprefix("gso-") for code in frame["code_text"]] == known

    def test_duckdb_reads_every_table(self, published):
        for path in sorted((published / API).glob("*.csv")):
            [(count,)] = duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()
            assert count == len(list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))) - 1

    def test_a_spreadsheet_on_the_net_gets_a_table_of_equal_lines(self, published):
        """What IMPORTDATA asks of an address: a CSV in UTF-8, each line as long as the first."""
        rows = list(csv.reader(io.StringIO((published / API / "progress-2023.csv").read_text("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1


@pytest.fixture(scope="module")
def examples(published) -> list[tuple[str, str]]:
    """Of the page of downloads, by who runs them."""
    page = (published / "du-lieu/index.html").read_text("utf-8")
    return [(kind, unescape(text)) for kind, text in re.findall(r'<code data-example="(\w+)">(.*?)</code>', page, re.S)]


class TestTheExamplesOfThePage:
    """Run as they stand there, but for the address."""

    def test_are_there_for_each_kind_of_reader(self, examples):
        assert [kind for kind, _ in examples] == ["sh", "sh", "python", "python", "sh", "sheet"]

    @pytest.mark.parametrize("number, says", [
        (0, '"owed":'), (1, '{"release":1,"changed":[]}'), (2, "hong-bang"), (3, "kept"), (4, "|"),
    ])
    def test_run(self, published, examples, tmp_path, number, says):
        kind, text = examples[number]
        if kind == "sh" and not all(map(shutil.which, ("curl", "jq", "sqlite3"))):
            pytest.fail("curl, jq and sqlite3 are missing: run make system-ready")
        with served(published) as address:
            program = text.replace(self.home(published), address)
            command = ["sh", "-c", program] if kind == "sh" else [sys.executable, "-c", program]
            done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})
        assert done.returncode == 0 and says in done.stdout, done.stderr

    def test_count_by_district_what_the_table_of_progress_says(self, published, examples):
        program = examples[2][1].replace(self.home(published), f"{published}/").replace("print(", "found = (")
        known: dict[str, Any] = {}
        exec(program, known)
        expected = {
            row["district"]: (row["done"], row["owed"]) for row in json_rows(published, "progress-2023")
            if row["cutoff"] == "today" and row["district"] and not row["level"]
        }
        assert {district: tuple(counts) for (_, district), *counts in known["found"].itertuples()} == expected != {}

    def test_tell_of_moves_as_often_as_the_rows_count_them_and_of_no_hour_that_was_added(self, published, examples):
        query = re.search(r"'(SELECT .*)'", examples[4][1], re.S).group(1)
        with sqlite3.connect(":memory:") as database:
            database.deserialize((published / API / "register.sqlite").read_bytes())
            database.executescript("""
                CREATE TEMP TABLE said_again AS SELECT * FROM dialogues_schedule
                WHERE day IS NOT NULL AND (dialogue, position) IN (SELECT dialogue, max(position) FROM dialogues_schedule GROUP BY 1);
                UPDATE said_again SET position = position + 1, starts_at = day || 'T08:00:00+07:00';
                INSERT INTO dialogues_schedule SELECT * FROM said_again;
            """)
            found = database.execute(query).fetchall()
        moves = sum(row["moves"] for row in json_rows(published, "dialogues-2023"))
        assert len([row for row in found if row[2] is None]) == moves > 0

    def test_of_a_spreadsheet_names_a_file_that_is_there(self, published, examples):
        address = re.fullmatch(r'=IMPORTDATA\("(.+)"\)', examples[5][1]).group(1)
        assert (published / address.removeprefix(self.home(published))).is_file()

    def home(self, site: Path) -> str:
        return json.loads((site / API / "index.json").read_bytes())["described_by"].partition("api/v1/")[0]


def test_a_release_that_is_refused_leaves_no_pack(site):
    was = files_of(site)
    (site / "du-lieu/index.html").write_text("", "utf-8")
    with pytest.raises(Exception, match="bản gộp"):
        released(site)
    assert files_of(site).keys() == was.keys()
