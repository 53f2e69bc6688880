"""What a clerk is told of each mistake: cases are folders laid over the golden content, reports are files.

A case holds files to add or replace, ``delete.txt`` with paths to take away, ``links.txt`` with symbolic links to
make (path and target), and ``problems.txt``, the whole report.
"""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from generator import checks
from generator.checks import (
    CHECKS,
    OF_EACH_DIALOGUE,
    REVIEWS,
    agency_rules,
    belonging_rules,
    check,
    comment_rules,
    correction_rules,
    count_rules,
    document_rules,
    other_correction_rules,
    privacy_rules,
    redaction_rules,
    reform_rules,
    register_rules,
    result_rules,
    review,
    review_rules,
    schedule_rules,
    submission_rules,
    take_over_rules,
    text_rules,
    unit_rules,
)
from generator.reading import (
    conflict_marks,
    decoded_text,
    field_problems,
    left_empty,
    page_files,
    page_text,
    record_files,
    record_reading,
    records,
    value_slips,
    yaml_mistakes,
    yaml_text,
)
from generator.reading.problems import InvalidRegister, Problem, review_text
from generator.reading.records import read_records
from tests.places import GOLDEN, INVALID

CASES = sorted(path for path in INVALID.iterdir() if path.is_dir())
AS_OF = date(2023, 9, 15)
ABOUT_THE_CASE = ("problems.txt", "delete.txt", "links.txt")
NOT_RULES = {"utf-8", "utf-8-sig"}
READERS = (record_files, decoded_text, conflict_marks, yaml_mistakes, value_slips, yaml_text, records, record_reading, field_problems, left_empty, page_files, page_text)
CHECKERS = (
    belonging_rules, privacy_rules, register_rules, result_rules, schedule_rules, submission_rules, text_rules, unit_rules,
    agency_rules, correction_rules, count_rules, other_correction_rules, redaction_rules, take_over_rules, reform_rules,
)
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
    monkeypatch.setattr(checks, "FEW_RECORDS", 1)
    monkeypatch.setattr(checks, "RECORDS_TOGETHER", 1)
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


def test_every_rule_has_a_case():
    said = "".join((case / "problems.txt").read_text("utf-8") for case in CASES)
    assert all_rules() - set(re.findall(r"\[([a-z0-9-]+)\]$", said, re.MULTILINE)) == IN_TEST_READING


def all_rules() -> set[str]:
    return {rule for module in (*READERS, *CHECKERS, review_rules, document_rules, comment_rules) for rule in rules_written_in(module)}


def rules_written_in(module: ModuleType) -> list[str]:
    """Names of checks, or the names written in a module that reads: lower-case words with hyphens; in their order."""
    if hasattr(module, "CHECKS"):
        return [rule.__name__.replace("_", "-") for rule in module.CHECKS]
    written = [
        node.value for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", node.value)
    ]
    return [name for name in dict.fromkeys(written) if name not in NOT_RULES]


def test_every_module_of_checks_is_asked():
    assert {rule for module in CHECKERS for rule in module.CHECKS} == set(CHECKS)
    assert set(REVIEWS) == {*review_rules.CHECKS, *agency_rules.REVIEWS}


def test_every_check_has_a_docstring_that_states_the_rule():
    assert [rule.__name__ for rule in (*CHECKS, *REVIEWS) if not (rule.__doc__ or "").strip().endswith((".", ")"))] == []
