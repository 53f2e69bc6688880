"""Reading files as clerks really save them: what is mended in silence, and what no file may do to the program."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.model import Period, PeriodKind
from generator.model.types import PERIOD_EXAMPLES, PERIODS
from generator.reading.decoded_text import suspicions
from generator.reading.problems import InvalidRegister, Problem
from generator.reading.record_files import MOST_BYTES, RecordFile
from generator.reading.record_schema import record_schema
from generator.reading.records import read_records
from generator.reading.yaml_text import read_yaml
from tests.checks.test_invalid import laid_over_golden
from tests.folders import append_to
from tests.places import GOLDEN
from tests.read_register import read_register

DIALOGUE = """\
unit: hong-bang/so-dau
kind: periodic
presided_by: [party, government]
topic: Trật tự đô thị ở phường Sở Dầu
registration: {registered_on: 2023-02-20, period: 2023-Q3}
"""


@pytest.fixture
def content(tmp_path) -> Path:
    nothing_over = tmp_path / "case"
    nothing_over.mkdir()
    return laid_over_golden(nothing_over, tmp_path)


@pytest.fixture
def read(content):
    """The dialogue read from these bytes."""
    def read_bytes(written: bytes):
        (content / "dialogues" / "2023" / "thu.yml").write_bytes(written)
        return read_register(content).dialogues["thu"]
    return read_bytes


@pytest.fixture
def problems(content):
    """The problems of a content folder with one more file."""
    def problems_with(path: str, written: bytes) -> list[Problem]:
        (content / path).write_bytes(written)
        return list(check(read_records(content), date(2023, 9, 15)))
    return problems_with


@pytest.mark.parametrize("saved", [
    DIALOGUE.encode("utf-8-sig"),
    DIALOGUE.replace("\n", "\r\n").encode(),
    DIALOGUE.replace("\n", "\r").encode(),
    unicodedata.normalize("NFD", DIALOGUE).encode(),
    DIALOGUE.replace("Trật", "Tr\u200bật").encode(),
    DIALOGUE.rstrip().encode(),
    ("---\n" + DIALOGUE).encode(),
], ids=["a byte order mark", "Windows line ends", "old Mac line ends", "decomposed letters", "a zero-width space",
        "no line end", "a document mark"])
def test_a_record_reads_the_same_however_an_editor_saved_it(read, saved):
    assert read(saved) == read(DIALOGUE.encode())


def test_text_is_composed(read):
    assert read(unicodedata.normalize("NFD", DIALOGUE).encode()).topic == "Trật tự đô thị ở phường Sở Dầu"


def test_hours_codes_and_words_stay_what_was_written():
    written = "a: 19:00\nb: 00001\nc: no\nd: 1e3\ne: 2023-08-15\nf: 0x1F\ng: null\n"
    assert list(read_yaml(written)[0].values()) == ["19:00", "00001", "no", "1e3", "2023-08-15", "0x1F", "null"]


def test_an_empty_value_is_an_absent_field():
    assert read_yaml("topic:\nkind: periodic\nnote: ''\n")[0] == {"kind": "periodic"}


def without_empty_fields(tree):
    if isinstance(tree, dict):
        return {name: kept for name, value in tree.items() if (kept := without_empty_fields(value)) != ""}
    return [without_empty_fields(value) for value in tree] if isinstance(tree, list) else tree.strip()


def paths_in(tree, path=()):
    yield path
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from paths_in(value, (*path, key))


words = st.text(st.sampled_from("ađ0-:#,[]{}'\"|>&*!%@` \n?é"), max_size=8)
trees = st.recursive(words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8)


@settings(max_examples=200, derandomize=True)
@given(tree=trees, flow=st.sampled_from([None, True, False]), style=st.sampled_from([None, "'", '"', "|", ">"]))
def test_a_tree_is_the_librarys_own_and_each_of_its_values_has_a_place(tree, flow, style):
    written = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style=style)
    read, mistakes = read_yaml(written)
    assert mistakes or read == without_empty_fields(yaml.load(written, yaml.BaseLoader))
    places = {}
    assert read_yaml(written, places) == (read, mistakes)
    assert mistakes or {*paths_in(read)} <= places.keys()


@settings(max_examples=300, derandomize=True)
@given(text=st.text(st.sampled_from("aeouyđÐéâáàùêñöÃÆ»¿º§®µ¸\u202e\u2028\x07\ue000\uf0b7\U0010fffd \n")))
def test_a_line_is_told_to_be_strange_whether_or_not_the_whole_text_is_looked_at_first(text):
    file = RecordFile("x.yml", text.encode(), b"")
    lines = unicodedata.normalize("NFC", text).split("\n")
    assert list(file.decoded()[1]) == [problem for line, written in enumerate(lines, 1) for problem in suspicions("x.yml", line, written)]


def test_an_hour_without_quotes_is_an_hour(read):
    written = DIALOGUE + "schedule:\n  - {announced_on: 2023-09-01, day: 2023-10-01, start: 08:30}\n"
    assert read(written.encode()).schedule[0].start == time(8, 30)


@pytest.mark.parametrize(("written", "first", "last", "kind"), [
    ("2023-08-15", date(2023, 8, 15), date(2023, 8, 15), PeriodKind.DAY),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28), PeriodKind.MONTH),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
    ("2023-12", date(2023, 12, 1), date(2023, 12, 31), PeriodKind.MONTH),
    ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31), PeriodKind.QUARTER),
    ("2023-H1", date(2023, 1, 1), date(2023, 6, 30), PeriodKind.HALF_YEAR),
    ("2023-H2", date(2023, 7, 1), date(2023, 12, 31), PeriodKind.HALF_YEAR),
    ("2023-02-late", date(2023, 2, 21), date(2023, 2, 28), PeriodKind.LATE_IN_MONTH),
    ("2023-02-early", date(2023, 2, 1), date(2023, 2, 10), PeriodKind.EARLY_IN_MONTH),
    ("2023-07-before", date(2023, 1, 1), date(2023, 6, 30), PeriodKind.BEFORE),
])
def test_a_period_is_a_day_or_a_named_part_of_a_year(read, written, first, last, kind):
    assert read(DIALOGUE.replace("2023-Q3", written).encode()).registration.period == Period(first, last, written, kind)


def test_every_way_to_write_a_period_that_a_clerk_is_told_is_one(read):
    for written in re.split(", | hoặc ", PERIOD_EXAMPLES):
        assert read(DIALOGUE.replace("2023-Q3", written).encode()).registration.period.text == written
    ways = re.split(r", |\bhoặc ", PERIODS)
    assert len(re.split(", | hoặc ", PERIOD_EXAMPLES)) == len([way for way in ways if way.strip()])


def test_nothing_is_before_the_first_month_of_a_year_for_an_editor_either(problems):
    assert [one.rule for one in problems("dialogues/2023/thu.yml", DIALOGUE.replace("2023-Q3", "2023-01-before").encode())] == ["period-has-its-form"]
    pattern = record_schema("dialogue")["definitions"]["Registration"]["properties"]["period"]["pattern"]
    assert not re.search(pattern, "2023-01-before") and re.search(pattern, "2023-02-before")


def test_a_post_alone_presides_in_person(read):
    assert [presider.deputy for presider in read(DIALOGUE.encode()).presided_by] == [False, False]


def test_a_file_of_megabytes_is_refused_unread(problems):
    assert [problem.rule for problem in problems("dialogues/2023/lon.yml", b"#" * (MOST_BYTES + 1))] == ["file-is-small"]


@pytest.mark.parametrize("name", [".so-dau.yml.swp", "Thumbs.db", "desktop.ini"])
def test_a_file_of_the_editor_or_of_windows_is_nobodys_record(problems, name):
    assert problems(f"dialogues/2023/{name}", b"\0") == []


def test_all_problems_are_told_at_once_sorted_and_counted():
    problems = [Problem("b.yml", 2, 1, "x", "r", "sai"), Problem("a.yml", 10, 1, "x", "r", "sai"), Problem("a.yml", 9, 1, "x", "r", "sai")]
    assert str(InvalidRegister([*problems, problems[0]])).splitlines() == [
        "a.yml:9:1: x: sai  [r]", "a.yml:10:1: x: sai  [r]", "b.yml:2:1: x: sai  [r]",
        "3 lỗi trong 2 tệp. Chưa có gì được xuất bản. Sửa xong hãy chạy lại, có thể còn lỗi khác.",
    ]


def test_an_invalid_register_is_not_given_out(content):
    (content / "dialogues" / "2023" / "thu.yml").write_bytes(b"kind: x\n")
    with pytest.raises(InvalidRegister, match=r"dialogues/2023/thu\.yml:1:7: kind"):
        read_register(content)


def test_a_content_folder_that_does_not_exist_lacks_its_register(tmp_path):
    assert [problem.rule for problem in read_records(tmp_path / "none").problems] == ["register-exists"]


def test_units_keep_the_order_of_codes_and_files():
    assert list(read_register(GOLDEN).units) == [
        "hong-bang", "hong-bang/so-dau", "hong-bang/thuong-ly", "hong-bang/ha-ly", "hong-bang/trai-chuoi", "bach-long-vi",
    ]


def test_a_field_is_written_by_its_old_name_for_ever(content):
    append_to(content / "rules" / "2023.yml", "commitment_due_soon_days: 30\n")
    assert read_register(content).rules[2023].due_soon_days == 30


def test_the_name_that_the_program_has_for_a_field_is_no_field(content):
    append_to(content / "rules" / "2023.yml", "due_soon_days: 30\n")
    (problem,) = read_records(content).problems
    assert (problem.field, problem.rule) == ("due_soon_days", "field-is-known")


def test_a_value_is_refused_under_the_name_that_the_field_is_written_by(content):
    append_to(content / "rules" / "2023.yml", "commitment_due_soon_days: hai tuần\n")
    (problem,) = read_records(content).problems
    assert problem.field == "commitment_due_soon_days" and problem.found == "hai tuần"


@pytest.mark.parametrize("letter, read_as", [("\u00d0", "Đ"), ("\u00f0", "đ"), ("\u0189", "Đ")])
def test_a_letter_that_looks_like_đ_is_read_as_it(read, letter, read_as):
    assert read(f"{DIALOGUE}note: Ngõ {letter}ồng Tâm\n".encode()).note == f"Ngõ {read_as}ồng Tâm"


def test_a_letter_of_tcvn3_is_still_told_from_đ():
    assert [problem.rule for problem in RecordFile("x.yml", "topic: Khu Vùc §Êt b»ng Ð\n".encode(), b"").decoded()[1]] == ["text-is-unicode"]
