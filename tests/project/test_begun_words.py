"""A register of 2026 speaks of the units, the forms and the city that it has: all that it publishes, says and hands to clerks."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import click
import pytest

from generator.building.build import publish
from generator.commands.cli import commands
from generator.editing.new_register import Beginning, beginning_records, office_readme
from generator.editing.unit_lists import library_list
from tests.checks.messages_page import PAGES as PAGES_OF_MESSAGES
from tests.folders import fill, write_yaml
from tests.places import CONTENT, INVALID, ROOT, TEMPLATES

FIRST_DAY, TODAY = date(2026, 1, 1), date(2026, 9, 15)
OF_DISTRICTS = re.compile(r"(?<!\w)(?:quận|huyện|thị trấn)(?!\w)(?! ủy)", re.IGNORECASE)
OF_THE_SAMPLE = re.compile(r"Hải Phòng|haiphong|Ban Dân vận|(?<!\w)Thành ủy", re.IGNORECASE)
OF_2023 = re.compile(r"(?<!\w)DK01(?!\w)")
TYPED = "assets/javascripts/"
"""Scripts know words that people may type, also those of other places and days, and show none of them."""
FENCES = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SAYS_2023 = re.compile(r"năm\s+2023")


def dialogues(units: list[str]) -> dict[str, dict[str, object]]:
    """One in each state, with a result that is told of and promises."""
    about = {"kind": "periodic", "presided_by": ["party", "government"]}
    promise = {"id": "1", "text": "Lắp đèn", "agency": "UBND xã", "due": "2026-08-01"}
    held = {
        "held": {"day": "2026-05-12", "attendance": [{"count": 90}]}, "commitments": [promise],
        "conclusion": {"number": "1-TB/ĐU", "issued_on": "2026-05-15", "published_on": "2026-05-16", "text": "Giao UBND lắp đèn."},
    }
    told = {"announced_on": "2026-08-01", "day": "2026-10-12"}
    states: list[dict[str, object]] = [
        held, {"schedule": [told]}, {"registration": {"registered_on": "2026-02-20", "period": "2026-11"}},
        {"schedule": [told, {"announced_on": "2026-09-01", "state": "cancelled", "reason": "Mưa bão"}]},
        {"schedule": [{"announced_on": "2026-08-01", "day": "2026-09-01"}]},
        {"demand": {"asked_by": "Cử tri thôn Đông", "asked_on": "2026-09-01"}},
    ]
    return {f"{unit}-dinh-ky-1": {"unit": unit, **about, **state} for unit, state in zip(units, states, strict=False)}


@pytest.fixture(scope="module", params=["Hải Phòng", "Cao Bằng"])
def begun(request, tmp_path_factory) -> tuple[str, Path, Beginning]:
    province, content = request.param, tmp_path_factory.mktemp("begun") / "content"
    beginning = Beginning(province, FIRST_DAY, f"Ủy ban MTTQ Việt Nam {province}", "https://doi-thoai.example/")
    shutil.copytree(CONTENT / "pages/so-tay", content / "pages/so-tay")
    fill(content, beginning_records(TEMPLATES, beginning, library_list(province, FIRST_DAY)))
    units = sorted(path.stem for path in (content / "units").iterdir())
    for id, record in dialogues(units).items():
        write_yaml(content / f"dialogues/2026/{id}.yml", record)
    return province, content, beginning


@pytest.fixture(scope="module")
def texts(begun) -> dict[str, str]:
    """What the register publishes, by address, and its own records and pages, by path."""
    _, content, beginning = begun
    made = publish(content, as_of=TODAY, today=TODAY, templates=TEMPLATES)
    found = {page.address: f"{page.title}\n{page.description}\n{page.body}" for page in made.pages}
    found |= {file.address: file.content.decode("utf-8", "replace").replace("\r\n ", "") for file in made.files}
    found = {address: text for address, text in found.items() if not address.startswith(TYPED)}
    found["navigation"] = str(made.navigation)
    found |= {str(path.relative_to(content)): path.read_text("utf-8") for path in content.rglob("*") if path.suffix in (".yml", ".md")}
    found["README.md"] = office_readme(TEMPLATES, beginning, library_list(beginning.province, FIRST_DAY))
    return found


def strays(texts: dict[str, str], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """With what is around each."""
    around = {name: [text[max(0, match.start() - 60) : match.end() + 60] for match in pattern.finditer(text)] for name, text in texts.items()}
    return {name: found for name, found in around.items() if found}


def test_nothing_speaks_of_districts(texts):
    assert strays(texts, OF_DISTRICTS) == {}


def test_the_forms_of_2023_stand_only_where_it_is_said_that_they_are_of_2023(texts):
    assert {name for name in strays(texts, OF_2023) if not SAYS_2023.search(texts[name])} == set()


def test_another_province_never_speaks_of_the_samples_city(begun, texts):
    if begun[0] != "Hải Phòng":
        assert strays({name: FENCES.sub("", text) for name, text in texts.items()}, OF_THE_SAMPLE) == {}


def test_a_page_of_the_handbook_that_shows_a_day_of_2023_says_that_it_does(texts):
    pages = {name: text for name, text in texts.items() if name.startswith("pages/so-tay/") and name.endswith(".md")}
    shown = {name for name, text in pages.items() if re.search(r"2023-\d\d", text)}
    assert {name for name in shown if not SAYS_2023.search(pages[name])} == set() != shown


def helps() -> dict[str, str]:
    context = click.Context(commands)
    named = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    return {name: command.get_help(click.Context(command, info_name=name)) for name, command in named.items() if command}


def test_no_command_and_no_message_speaks_of_districts_or_of_a_form():
    said = helps() | {str(path.relative_to(INVALID)): path.read_text("utf-8") for path in INVALID.glob("*/problems.txt")}
    said |= {name: FENCES.sub("", (CONTENT / "pages/so-tay" / name).read_text("utf-8")) for name in PAGES_OF_MESSAGES}
    said["content/README.md"] = FENCES.sub("", (CONTENT / "README.md").read_text("utf-8"))
    quoted = {name: re.sub(r"'[^']*'|target\.minimum\.\S+", "", text) for name, text in said.items()}  # what a record says
    assert (strays(quoted, OF_DISTRICTS), strays(quoted, OF_2023)) == ({}, {})


def test_no_form_and_no_commission_is_named_in_code():
    code = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py")}
    docless = {name: re.sub(r'"""(?:.|\n)*?"""', "", text) for name, text in code.items()}
    assert strays(docless, re.compile(r"(?<!\w)(?:dk0\d|bc0\d|ban dân vận|ban tuyên giáo)", re.IGNORECASE)) == {}
