"""The rules between records, in one list, and their findings at their places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterator

from generator.checks import (
    belonging_rules, privacy_rules, register_rules, result_rules, schedule_rules, submission_rules, unit_rules,
)
from generator.checks.finding import Check, Finding
from generator.field_problems import RecordText
from generator.problems import Problem
from generator.record_files import RecordFile
from generator.records import Reading

CHECKS: tuple[Check, ...] = (
    *register_rules.CHECKS, *unit_rules.CHECKS, *belonging_rules.CHECKS, *schedule_rules.CHECKS, *result_rules.CHECKS,
    *submission_rules.CHECKS, *privacy_rules.CHECKS,
)

OF_ONE_RECORD = frozenset(privacy_rules.CHECKS)
"""Rules that need nothing but the record itself: what an earlier build found sound need not be asked again."""


def check(reading: Reading, today: date) -> Iterator[Problem]:
    """Every problem of a reading: of its files, and of its records together as far as they could be read.

    ``today`` is a day in Asia/Ho_Chi_Minh: nothing recorded as done may lie after it.
    """
    yield from reading.problems
    if reading.register is None:
        return
    new = {id: dialogue for id, dialogue in reading.register.dialogues.items() if id not in reading.known}
    for rule in CHECKS:
        register = replace(reading.register, dialogues=new) if rule in OF_ONE_RECORD else reading.register
        for finding in rule(register, today):
            yield _problem(reading, rule, finding)


def _problem(reading: Reading, rule: Check, finding: Finding) -> Problem:
    text = reading.texts.get(finding.record) or RecordText(RecordFile.empty(finding.record))
    return text.problem(
        finding.path, rule.__name__.replace("_", "-"), finding.must, found=finding.found, example=finding.example,
        suggestion=finding.suggestion, at_name=finding.at_name,
    )
