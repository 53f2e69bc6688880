"""The open data: JSON keeps to its schema, CSV opens in a spreadsheet, and both say what the pages say."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.keeping.observed_day import ObservedDay
from generator.model import Handling, Level, Post
from generator.publications import api
from generator.site.site import Site
from generator.tables import TABLES
from generator.tables.catalogue import dictionary, downloads
from generator.tables.columns import csv_columns
from generator.tables.versions import VERSION, VERSIONS
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, published_by, some_rules
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed

BACH_LONG_VI = "bach-long-vi"
PROMISED = yaml.safe_load((Path(__file__).parent / "version-1.yml").read_text("utf-8"))


def test_a_year_with_rules_has_its_tables_before_it_has_any_dialogue():
    published = {file.address: file.content for file in published_by(api, a_site(a_dialogue(), rules=[some_rules(2022), some_rules(2023)]))}
    assert json.loads(published["api/v1/dialogues-2022.json"])["rows"] == []


def a_varied_site(**register: object) -> Site:
    """Two districts, one without a commune, and dialogues in every state."""
    units = (a_district(), a_commune(), a_commune("hong-bang/thuong-ly", "Phường Thượng Lý"),
             a_district(BACH_LONG_VI, "Huyện Bạch Long Vĩ"))
    return a_site(
        a_held_dialogue(
            "day-du", conclusion=a_conclusion(sent_on="2023-08-20", document={"file": "kl.pdf", "title": "Thông báo"}),
            commitments=[a_commitment(an_update("2023-09-01")), a_commitment(id="2", due=None)],
            held={"attendance": [{"count": 200, "precision": "more-than"}, {"count": 50, "of": "households"}],
                  "opinions": {"total": 12}, "speakers": 0},
            opinions=[{"summary": "Đề nghị sửa đường", "handling": "later", "answer": {"text": "Đã giao"}}],
            sources=[{"title": "Bài viết", "url": "https://example.org/a"}],
        ),
        a_held_dialogue("cap-huyen", "2023-09-01", unit="hong-bang"),
        a_dialogue("sap-toi", an_announcement()),
        a_dialogue("da-hoan", an_announcement(), postponed(), unit="hong-bang/thuong-ly"),
        a_dialogue("da-huy", an_announcement(), cancelled(), kind="thematic"),
        a_dialogue("doi-ngay", an_announcement(), an_announcement("2023-09-25", "2023-09-02", reason="Trùng lịch")),
        a_dialogue("dang-ky", registration=a_registration(), presided_by=[{"post": "party", "deputy": True}]),
        **{"units": units, **register},
    )


def published(site: Site) -> dict[str, str]:
    return {file.address.removeprefix("api/v1/"): file.content.decode("utf-8") for file in published_by(api, site)}


@pytest.fixture(scope="module")
def site() -> Site:
    return a_varied_site()


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, str]:
    return published(site)


def json_rows(files: dict[str, str], name: str) -> list[dict]:
    return json.loads(files[f"{name}.json"])["rows"]


def csv_rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].removeprefix("\ufeff"), newline="")))


def the_row(rows: list[dict], **wanted: object) -> dict:
    [row] = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    return row


@pytest.mark.parametrize("name", [*(table.name for table in TABLES), "index"])
def test_every_json_file_keeps_to_its_published_schema(files, name):
    schema = json.loads(files[f"schema/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    of_table = [text for address, text in files.items() if address in (f"{name}.json", f"{name}-2023.json")]
    [content] = map(json.loads, of_table)
    assert content["described_by"] == schema["$id"] == f"https://doithoai.example/api/v1/schema/{name}.schema.json"
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(content)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_schema_refuses_a_row_with_a_field_missing_and_admits_one_that_a_later_version_adds(site, files, table):
    validator = jsonschema.Draft202012Validator(json.loads(files[f"schema/{table.name}.schema.json"]))
    years = list(table.years(site))
    content = json.loads(files[f"{table.file_name(years[0])}.json"])
    first = content["rows"][0]
    for name in first:
        broken = {**content, "rows": [{other: value for other, value in first.items() if other != name}]}
        assert not validator.is_valid(broken), name
    assert validator.is_valid({**content, "rows": [{**first, "unheard-of": 1}], "unheard-of": 1})


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_schema_names_every_field_that_is_published(site, files, table):
    definitions = json.loads(files[f"schema/{table.name}.schema.json"])["$defs"]
    named = definitions[table.row.__name__]["properties"].keys()
    years = list(table.years(site))
    assert all(row.keys() == named for row in json.loads(files[f"{table.file_name(years[0])}.json"])["rows"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_column_and_no_code_of_version_1_is_gone_or_has_another_place(table):
    """``version-1.yml`` is what has been promised. What is added goes to the end of a row, into a new version, and there."""
    promised = PROMISED[table.name]
    found = [column for column in csv_columns(table) if not column.says and column.name not in ("as_of", "sample")]
    names = [column.name for column in found]
    assert names == list(promised), "what is new goes to the end, with a new entry in generator/tables/versions.py"
    assert {column.name: list(column.codes) for column in found if column.codes} == {
        name: codes for name, codes in promised.items() if codes
    }


def test_the_newest_version_is_promised_whole():
    assert PROMISED["version"] == VERSION

def test_a_field_has_the_same_description_in_schema_data_package_and_dictionary(site, files):
    packaged = {resource["name"]: resource["schema"]["fields"] for resource in json.loads(files["datapackage.json"])["resources"]}
    for table, described in zip(TABLES, dictionary(site), strict=True):
        in_dictionary = {field.name: field.description for field in described.fields}
        definitions = json.loads(files[f"schema/{table.name}.schema.json"])["$defs"]
        in_schema = definitions[table.row.__name__]["properties"]
        in_package = next(fields for name, fields in packaged.items() if name in (table.name, f"{table.name}-2023"))
        assert {name: field["description"] for name, field in in_schema.items()}.items() <= in_dictionary.items()
        assert {field["name"]: field["description"] for field in in_package}.items() <= in_dictionary.items()
        assert all(in_dictionary.values())


def test_a_commitment_that_nobody_reported_on_keeps_its_code_and_says_so_beside_it(files):
    told = [
        [str(row[name]).lower() for name in ("state", "state_label", "reported")]
        for rows in (json_rows(files, "commitments-2023"), csv_rows(files, "commitments-2023"))
        for row in rows if row["dialogue"] == "day-du" and row["commitment"] == "2"
    ]
    assert told == [["open", "chưa có cập nhật", "false"]] * 2


def test_the_codes_of_a_commitments_state_are_those_of_the_first_version(files):
    codes = json.loads(files["schema/commitments.schema.json"])["$defs"]["CommitmentState"]["enum"]
    assert codes == ["open", "due-soon", "overdue", "kept", "kept-late", "not-kept", "passed-up"]


def test_a_unit_has_the_area_that_pages_show_it_in_and_so_has_what_lies_in_it():
    site = a_site(a_dialogue(), areas=[{"name": "Nội thành", "units": ["hong-bang"]}])
    rows = json_rows(published(site), "units")
    assert {row["unit"]: row["area"] for row in rows} == {"hong-bang": "Nội thành", "hong-bang/so-dau": "Nội thành"}
    assert {row["area"] for row in json_rows(published(a_site(a_dialogue())), "units")} == {None}


@pytest.mark.parametrize("day", [date(2023, 9, 15), date(2023, 11, 20), date(2024, 2, 1)])
def test_json_csv_and_pages_say_the_same_figures(site, day):
    site = Site(site.register, ObservedDay(day), site.templates)
    files = published(site)
    cutoffs = {"today": None, "annual-report": date(2023, 11, 15), "year-end": date(2023, 12, 31)}
    in_json, in_csv = json_rows(files, "progress-2023"), csv_rows(files, "progress-2023")
    assert [(int(row["done"]), int(row["owed"])) for row in in_csv] == [(row["done"], row["owed"]) for row in in_json]
    for cutoff, cutoff_day in cutoffs.items():
        progress = site.progress(2023, min(cutoff_day or day, day))
        total = the_row(in_json, cutoff=cutoff, district=None, level=None, post=None)
        assert (total["done"], total["owed"], total["percent"]) == (
            progress.total.done, progress.total.owed, progress.total.percent
        )
        assert total["day"] == progress.day.isoformat()
        for (level, post), share in progress.by_level_and_post.items():
            row = the_row(in_json, cutoff=cutoff, district=None, level=level, post=post)
            assert (row["done"], row["owed"]) == (share.done, share.owed)
        for found in progress.districts:
            for level, share in ((None, found.total), (Level.DISTRICT, found.own), (Level.COMMUNE, found.communes)):
                row = the_row(in_json, cutoff=cutoff, district=found.district.id, level=level, post=None)
                assert (row["done"], row["owed"]) == (share.done, share.owed)


def test_the_ledger_adds_up_to_the_progress(files):
    owed = [row for row in csv_rows(files, "ledger-2023") if row["owed"] == "true"]
    total = the_row(json_rows(files, "progress-2023"), cutoff="today", district=None, level=None, post=None)
    assert (sum(row["credited"] == "true" for row in owed), len(owed)) == (total["done"], total["owed"])


def test_a_district_without_communes_owes_nothing_at_that_level_which_is_neither_0_nor_100_percent(files):
    row = the_row(
        csv_rows(files, "progress-2023"), cutoff="today", district=BACH_LONG_VI, level="commune"
    )
    assert (row["done"], row["owed"], row["percent"]) == ("0", "0", "")


def test_a_count_that_nobody_gave_is_null_and_a_count_of_none_is_zero(files):
    unknown = the_row(json_rows(files, "dialogues-2023"), dialogue="cap-huyen")
    known = the_row(json_rows(files, "dialogues-2023"), dialogue="day-du")
    assert (unknown["people"], unknown["speakers"], unknown["attendance_is_exact"]) == (None, None, None)
    assert (known["people"], known["households"], known["delegates"], known["speakers"]) == (200, 50, None, 0)
    assert the_row(csv_rows(files, "dialogues-2023"), dialogue="cap-huyen")["people"] == ""
    assert the_row(csv_rows(files, "dialogues-2023"), dialogue="day-du")["speakers"] == "0"


def test_a_number_given_as_more_than_is_not_said_to_be_exact(files):
    row = the_row(json_rows(files, "dialogues-2023"), dialogue="day-du")
    assert row["attendance_is_exact"] is False
    assert [count["precision"] for count in row["attendance"]] == ["more-than", "exact"]


def test_a_known_hour_is_given_with_the_offset_of_viet_nam_and_an_unknown_one_is_null():
    files = published(a_site(a_dialogue("ro-gio", an_announcement()), a_dialogue("chua-ro", an_announcement(part_of_day="morning"))))
    rows = json_rows(files, "dialogues-2023")
    assert the_row(rows, dialogue="ro-gio")["starts_at"] == "2023-09-20T08:00:00+07:00"
    assert the_row(rows, dialogue="chua-ro")["starts_at"] is None


def test_a_postponed_dialogue_has_no_day_and_names_the_day_undone(files):
    row = the_row(json_rows(files, "dialogues-2023"), dialogue="da-hoan")
    assert (row["status"], row["day"], row["day_undone"]) == ("postponed", None, "2023-09-20")


def test_a_dialogue_held_without_a_notice_is_listed_as_overdue(files):
    rows = json_rows(files, "conclusions-2023")
    row = the_row(rows, dialogue="cap-huyen")
    assert (row["send_state"], row["send_due"], row["send_days"]) == ("overdue", "2023-09-11", 4)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "|", "＝", "＋", "－", "＠", "  ="])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless_in_csv_and_is_exact_in_json(start):
    text = start + "HYPERLINK(A1)"
    files = published(a_site(a_held_dialogue(commitments=[a_commitment(text=text)])))
    assert csv_rows(files, "commitments-2023")[0]["text"] == "'" + text
    assert json_rows(files, "commitments-2023")[0]["text"] == text


def test_a_list_that_starts_like_a_formula_is_made_harmless_too():
    files = published(a_site(a_held_dialogue(subjects=["=1+1", "Đường ngõ 12"])))
    assert csv_rows(files, "dialogues-2023")[0]["subjects"] == "'=1+1; Đường ngõ 12"


@pytest.mark.parametrize("text", [
    "a;=PWN", ",=PWN", "a;@PWN", "a; =PWN", "a\t=PWN", 'a;"=PWN"', "a; \t＝PWN", ";-PWN", "a;b;+PWN", '=HYPERLINK("http://PWN")', "＝PWN",
])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_a_spreadsheet_splits_the_line(text, separator):
    files = published(a_site(a_held_dialogue(topic=text, subjects=["Chợ", text], commitments=[a_commitment(text=text)])))
    for name in ("dialogues-2023", "commitments-2023"):
        file = files[f"{name}.csv"].removeprefix("\ufeff")
        lines = [*csv.reader(io.StringIO(file, newline=""), delimiter=separator), *(line.split(separator) for line in file.split("\r\n"))]
        assert "PWN" in file
        assert [cell for cells in lines for cell in cells if "PWN" in cell and cell.lstrip(' \t"')[:1] in "=+-@＝"] == []


def test_what_is_no_formula_is_exact_in_csv():
    text = "Chợ; đường, ngõ - hẻm; 5 % hộ, giá 3-4; a=b"
    assert csv_rows(published(a_site(a_held_dialogue(topic=text))), "dialogues-2023")[0]["topic"] == text


def test_a_negative_number_stays_a_number():
    files = published(a_site(a_dialogue("muon", an_announcement("2023-08-01", "2023-08-03"))))
    assert csv_rows(files, "dialogues-2023")[0]["notice_days"] == "-2"


@pytest.mark.parametrize("name", ["units", "dialogues-2023", "ledger-2023", "progress-2023", "pace-2023",
                                  "conclusions-2023", "commitments-2023"])
def test_a_csv_file_is_utf_8_with_a_byte_order_mark_and_crlf_and_every_line_is_as_long_as_its_header(files, name):
    text = files[f"{name}.csv"]
    assert text.startswith("\ufeff") and text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    header, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert lines and {len(line) for line in lines} == {len(header)}


def test_text_of_several_lines_comes_back_from_csv_as_it_went_in():
    text = "Giao UBND phường:\n1. Sửa đường, \"ngõ 12\"\n2. Báo cáo"
    files = published(a_site(a_held_dialogue(conclusion=a_conclusion(text=text))))
    assert csv_rows(files, "conclusions-2023")[0]["text"] == text


def test_codes_stand_beside_their_words_in_csv(files):
    row = the_row(csv_rows(files, "dialogues-2023"), dialogue="doi-ngay")
    assert (row["status"], row["status_label"]) == ("rescheduled", "Thay đổi thời gian")
    assert (row["posts"], row["posts_label"]) == ("party; government", "Bí thư; Chủ tịch UBND")


def test_sample_data_says_so_in_every_file():
    files = published(a_varied_site(sample=True))
    for address, text in files.items():
        if address.endswith(".csv"):
            assert {row["sample"] for row in csv_rows(files, address.removesuffix(".csv"))} == {"true"}, address
        elif not address.startswith("schema/"):
            content = json.loads(text)
            assert content.get("sample") is True or "(dữ liệu mẫu)" in content["dct:title"]["@value"], address


def test_every_json_file_says_its_day_its_licence_and_its_version(files):
    for address, text in files.items():
        if address.endswith(".json") and address != "datapackage.json" and not address.startswith("schema/"):
            content = json.loads(text)
            assert (content["as_of"], content["licence"]["name"], content["version"]) == ("2023-09-15", "CC BY 4.0", VERSION)


def test_figures_come_with_the_rules_and_their_legal_basis(files):
    rules = json.loads(files["progress-2023.json"])["rules"]
    assert rules["target"]["minimum"] == {"district": 1, "commune": 1}
    assert rules["commitment_due_soon_days"] == 14
    assert rules["legal_basis"][rules["target"]["basis"]]["title"] == "Hướng dẫn năm 2023"


def test_the_index_lists_every_file_that_is_published(site, files):
    listed = [file["address"] for file in json.loads(files["index.json"])["files"]]
    assert {f"https://doithoai.example/api/v1/{address}" for address in files} <= set(listed)
    assert [download.address for download in downloads(site)] == [
        address.removeprefix("https://doithoai.example/") for address in listed
    ]


def test_the_data_package_describes_each_csv_column_in_its_order(files):
    for resource in json.loads(files["datapackage.json"])["resources"]:
        header, _ = files[resource["path"]].removeprefix("\ufeff").split("\r\n", 1)
        assert [field["name"] for field in resource["schema"]["fields"]] == header.split(",")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_two_rows_have_the_same_key(site, table):
    rows = [tuple(getattr(row, name) for name in table.key) for _, rows in table.rows(site) for row in rows]
    assert len(set(rows)) == len(rows) and all(all(key) for key in rows)


def test_a_dialogue_of_a_year_without_rules_is_published_without_figures():
    files = published(a_site(a_held_dialogue("cu", "2018-10-17", year=2018), rules=[some_rules()]))
    assert json.loads(files["dialogues-2018.json"])["rows"][0]["dialogue"] == "cu"
    assert json.loads(files["dialogues-2018.json"])["rules"] is None
    assert "ledger-2018.json" not in files


def test_posts_of_the_ledger_are_those_of_the_rules(files):
    rows = json_rows(files, "ledger-2023")
    assert [row["post"] for row in rows if row["unit"] == "hong-bang"] == [Post.PARTY, Post.GOVERNMENT]


def test_the_words_of_a_code_that_no_column_says_are_those_of_pages(site, files):
    told = json.loads(files["schema/dialogues.schema.json"])["$defs"]["OpinionAnswered"]["properties"]["handling"]["description"]
    assert all(f"{code} ({site.words.handling[code][0].lower()}{site.words.handling[code][1:]})" in told for code in Handling)


def test_what_each_version_has_added_is_told(site):
    assert list(site.words.open_data.versions) == list(VERSIONS)
