"""The documents for whoever changes the program say what is there: rooms, paths, commands, links, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator.commands.cli import commands
from tests.places import CONTENT, OWN
from tests.project.test_imports import ROOMS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
ARCHITECTURE = ROOT / "docs/architecture.md"
COMMANDS = ROOT / "docs/commands.md"
DECISIONS = ROOT / "docs/decisions"
FOLDERS = ("bench", "content", "docs", "generator", "seed", "site_templates", "tests")
OF_A_SITE = [ROOT / "content/pages", *(ROOT / "tests" / name for name in ("golden", "invalid", "browser/handwritten"))]
"""Pages written by hand, whose links are followed on the built site, and what tests give in their place."""
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *(
    path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.md"))
    if not any(path.is_relative_to(pages) for pages in OF_A_SITE)
)]
PATH = re.compile(r"`([\w.-]+/[\w./-]*|[\w.-]+\.(?:toml|yml|md|lock))`")
"""A path of this repository, told from other code by a slash or by its ending."""
MADE = {"site/", "node_modules/", "api/v1/", ".venv/bin", ".cache/build"}
"""What a build makes, and addresses of the site."""
SPELLED_ALIKE = {
    "hong-bang/so-dau", "dialogues/2023/so-dau-doanh-nghiep.yml", "dialogues/2023/trai-chuoi-dinh-ky.yml",
    "application/octet-stream", "text/calendar", "reforms/2023-06-01.yml", "reforms/2025-07-01.yml",
}
"""A unit's id, records of the template, which the sample has none of, and kinds of content."""


def section(document: Path, heading: str) -> str:
    return document.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]


def first_cells(table: str) -> list[str]:
    """Of its rows, without the heading."""
    return [line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if line.startswith("| ")][1:]


def test_the_map_has_the_rooms_in_their_order():
    table, _ = section(ARCHITECTURE, "The map").split("\nAround it:\n")
    assert first_cells(table) == [f"`{room}`" for room in ROOMS]


def test_what_a_stranger_may_change_is_told_of_often_enough_and_never_twice():
    rows = first_cells(section(ARCHITECTURE, "To change … go to …"))
    assert len(rows) == len(set(rows)) >= 25


def test_every_row_leads_to_a_path():
    rows = [line for line in section(ARCHITECTURE, "To change … go to …").splitlines() if line.startswith("| ")][1:]
    assert [row for row in rows if not PATH.search(row.split(" | ")[1])] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_that_is_named_is_there(document: Path):
    named = set(PATH.findall(document.read_text("utf-8"))) - MADE - SPELLED_ALIKE
    beside = CONTENT if document.parent == OWN else document.parent  # what clerks read names records of the sample
    assert sorted(path for path in named if not any((place / path).exists() for place in (ROOT, beside))) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(document: Path):
    links = [link.partition("#") for link in re.findall(r"\]\((?!https?:)([^)]+)\)", document.read_text("utf-8"))]
    found = [((document.parent / path if path else document).resolve(), heading) for path, _, heading in links]
    assert [(path, heading) for path, heading in found if not path.exists() or (heading and heading not in anchors(path))] == []


def anchors(document: Path) -> set[str]:
    """Of its headings, as the hosts of repositories make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_every_command_is_told_of_and_no_other():
    rows = first_cells(section(COMMANDS, "dialogues"))
    told = {name for row in rows for name in re.findall(r"`(?:dialogues )?([a-z-]+)", row)}
    assert told == set(commands.list_commands(click.Context(commands)))


def test_every_make_target_that_people_call_is_told_of():
    (called,) = re.findall(r"^\.PHONY: (site .*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = re.findall(r"`make ([a-z-]+)`", "\n".join(first_cells(section(COMMANDS, "make"))))
    assert set(called.split()) <= set(told)


def test_every_decision_answers_the_same_four_questions():
    headings = ["Question", "Choice", "Figures", "When to think again"]
    pages = {path: re.findall(r"^## (.+)$", path.read_text("utf-8"), re.MULTILINE) for path in DECISIONS.glob("*.md")}
    del pages[DECISIONS / "README.md"]
    assert pages and {path.name: had for path, had in pages.items() if had != headings} == {}


def test_every_decision_is_in_the_list():
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (DECISIONS / "README.md").read_text("utf-8"))
    assert sorted(listed) == sorted(path.name for path in DECISIONS.glob("*.md") if path.name != "README.md")


@pytest.mark.skipif(OWN != CONTENT, reason="the pictures are of the sample, and an office's own README shows none")
def test_the_readme_shows_two_pictures_that_load_on_a_slow_line():
    shown = [ROOT / path for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", README.read_text("utf-8"))]
    assert sorted(shown) == sorted((ROOT / "docs/pictures").iterdir())
    assert len(shown) == 2 and all(0 < path.stat().st_size <= 150_000 for path in shown)


def test_a_new_version_of_the_program_is_in_the_changelog():
    (version,) = re.findall(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    versions = re.findall(r"^## \[(.+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[:2] == ["Unreleased", version]
