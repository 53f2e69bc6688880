"""What a clerk is told of each mistake: cases are folders laid over the golden content, reports are files.

A case holds files to add or replace, ``delete.txt`` with paths to take away, ``links.txt`` with symbolic links to
make (path and target), and ``problems.txt``, the whole report.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks import CHECKS, OF_EACH_DIALOGUE, REVIEWS, check, checking, comment_rules, document_rules, review
from generator.reading import records
from generator.reading.problems import InvalidRegister, Problem, review_text
from generator.reading.records import read_records
from tests.checks.rule_modules import MODULES, all_rules, holds_rules
from tests.places import GENERATOR, GOLDEN, INVALID

CASES = sorted(path for path in INVALID.iterdir() if path.is_dir())
AS_OF = date(2023, 9, 15)
ABOUT_THE_CASE = ("problems.txt", "delete.txt", "links.txt")
IN_TEST_READING = {"file-is-small"}  # its file would be megabytes of repository


def laid_over_golden(case: Path, folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(GOLDEN, content)
    shutil.copytree(case, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ABOUT_THE_CASE))
    for (path,) in lines_of(case / "delete.txt"):
        shutil.rmtree(content / path) if (content / path).is_dir() else (content / path).unlink()
    for path, target in lines_of(case / "links.txt"):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).symlink_to(target)
    return content


def lines_of(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def problems_of(content: Path) -> tuple[Problem, ...]:
    """What is wrong or, where nothing is, what is to be looked at."""
    reading = read_records(content)
    return tuple(check(reading, AS_OF)) or review(reading, AS_OF)


def report(content: Path) -> str:
    problems = problems_of(content)
    return f"{review_text(problems) if all(problem.only_asks for problem in problems) else InvalidRegister(problems)}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_report_says_what_is_wrong_and_where(case, tmp_path, compare):
    compare(case / "problems.txt", report(laid_over_golden(case, tmp_path)).encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_two_processes_say_what_one_says(case, tmp_path, monkeypatch):
    monkeypatch.setattr(records, "FEW_FILES", 1)
    monkeypatch.setattr(checking, "FEW_RECORDS", 1)
    monkeypatch.setattr(checking, "RECORDS_TOGETHER", 1)
    assert report(laid_over_golden(case, tmp_path)) == (case / "problems.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_rule_of_each_dialogue_looks_at_no_other_dialogue_and_no_document(case, tmp_path):
    if register := read_records(laid_over_golden(case, tmp_path)).register:
        alone = [replace(register, dialogues={id: dialogue}, documents=frozenset(), submissions={}) for id, dialogue in register.dialogues.items()]
        for rule in OF_EACH_DIALOGUE:
            assert list(rule(register, AS_OF)) == [finding for one in alone for finding in rule(one, AS_OF)]


def test_the_golden_content_has_no_problem_and_nothing_to_look_at():
    assert problems_of(GOLDEN) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_named_after_a_rule_breaks_that_rule(case):
    rules = [rule for rule in all_rules() if case.name.startswith(rule)]
    said = (case / "problems.txt").read_text("utf-8")
    assert not rules or any(f"[{rule}]" in said for rule in rules)


def test_every_rule_has_a_case_and_no_case_breaks_another():
    said = "".join((case / "problems.txt").read_text("utf-8") for case in CASES)
    assert set(re.findall(r"\[([a-z0-9-]+)\]$", said, re.MULTILINE)) | IN_TEST_READING == all_rules()


def test_the_rules_of_every_module_are_asked():
    of_checks = {Path(module.__file__).name: module for module in MODULES if holds_rules(module)}
    assert of_checks.keys() == {path.name for path in (GENERATOR / "checks").glob("*_rules.py")}
    asked_of_texts = {*comment_rules.CHECKS, *document_rules.CHECKS}
    written = {rule for module in of_checks.values() for rule in (*getattr(module, "CHECKS", ()), *getattr(module, "REVIEWS", ()))}
    assert written == {*CHECKS, *REVIEWS, *asked_of_texts}


def test_every_check_has_a_docstring_that_states_the_rule():
    assert [rule.__name__ for rule in (*CHECKS, *REVIEWS) if not (rule.__doc__ or "").strip().endswith((".", ")"))] == []
