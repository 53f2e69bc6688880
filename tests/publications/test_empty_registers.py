"""Registers in which nothing has happened yet, or nothing can any more: each page says what will stand there, and shows no table,
chart or count of nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.building.build import Publication, publish
from generator.checks import check
from generator.editing.new_register import Beginning, beginning_records
from generator.editing.unit_lists import library_list
from generator.reading.records import read_records
from tests.folders import fill
from tests.places import GOLDEN, TEMPLATES

TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
NUMBER = re.compile(r'<td class="number"[^>]*>\s*([^<]*?)\s*</td>')
ROWS = re.compile(r"<tbody>(.*?)</tbody>", re.DOTALL)
A_PLAN = """\
unit: hong-bang/so-dau
kind: periodic
presided_by: [party, government]
registration: {registered_on: 2023-02-20, period: 2023-Q3}
"""


def of_golden(content: Path) -> None:
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "documents"))
    facts = content / "register.yml"
    facts.write_text(re.sub(r"^as_of:.*\n", "", facts.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def with_a_plan(content: Path) -> None:
    of_golden(content)
    fill(content, {"dialogues/2023/so-dau-1.yml": A_PLAN})


def all_closed(content: Path) -> None:
    of_golden(content)
    for path in (content / "units").iterdir():
        text = re.sub(r"^communes:\n(?: .*\n|$)*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(f"{text}exists_until: 2023-03-31\n", "utf-8")


def begun(content: Path) -> None:
    beginning = Beginning("Cao Bằng", date(2026, 1, 1), "Ủy ban MTTQ Việt Nam Cao Bằng", "https://doi-thoai.example/")
    fill(content, beginning_records(TEMPLATES, beginning, library_list("Cao Bằng", date(2026, 1, 1))))


REGISTERS: dict[str, tuple[Callable[[Path], None], date]] = {
    "opened": (of_golden, date(2023, 1, 2)), "nothing held": (of_golden, date(2023, 10, 1)), "one plan": (with_a_plan, date(2023, 3, 1)),
    "over": (of_golden, date(2024, 1, 2)), "all closed": (all_closed, date(2023, 6, 1)), "begun": (begun, date(2026, 1, 1)),
}


@pytest.fixture(scope="module", params=REGISTERS)
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, date]:
    make, today = REGISTERS[request.param]
    content = tmp_path_factory.mktemp("empty") / "content"
    make(content)
    return request.param, content, today


@pytest.fixture(scope="module")
def published(empty: tuple[str, Path, date]) -> Publication:
    _, content, today = empty
    return publish(content, as_of=today, today=today, templates=TEMPLATES)


def test_it_passes_the_check(empty: tuple[str, Path, date]) -> None:
    _, content, today = empty
    assert [str(problem) for problem in check(read_records(content), today)] == []


def test_no_table_or_list_is_empty(published: Publication) -> None:
    """But for those that a script fills."""
    nothing = re.compile(r"(?<!data-found role=\"status\"></p>\n)<(tbody|ul|ol|dl|select)(?![^>]* data-)[^>]*>\s*</\1>")
    assert {page.address: found[0] for page in published.pages if (found := nothing.search(page.body))} == {}


def test_no_table_counts_nothing_but_nothing(published: Publication) -> None:
    found = {}
    for page in published.pages:
        for table in TABLE.findall(page.body):
            numbers = [number for rows in ROWS.findall(table) for number in NUMBER.findall(rows)]
            if numbers and not any(re.search("[1-9]", number) for number in numbers):
                found[page.address] = table[:160]
    assert found == {}


def test_no_sentence_counts_nothing(published: Publication) -> None:
    nothing = re.compile(r"(?<![\d.,/])0 cuộc[^<]*")
    assert {page.address: found[0] for page in published.pages if (found := nothing.search(page.body))} == {}


def test_the_pace_is_drawn_from_the_first_plan_on(empty: tuple[str, Path, date], published: Publication) -> None:
    drawn = {page.address for page in published.pages if 'id="nhip-do-ten' in page.body}
    assert bool(drawn) == (empty[0] == "one plan"), drawn
