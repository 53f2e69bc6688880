"""Rules on the corrections of a year's rules, of a unit, of what was sent in a year and of the register's own facts."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator, Mapping, NamedTuple, Sequence

from generator.checks.finding import Check, Finding
from generator.model import Correction, Register
from generator.reading.field_paths import FieldPath
from generator.reading.recorded_facts import FIGURES, SUBMISSIONS, facts_of, not_sent, submission_line, value_since
from generator.text.vietnamese import nearest

_EXAMPLES = {SUBMISSIONS: "was: hong-bang q1 2023-03-14", FIGURES: "was: 276/464"}
_FORMS = {SUBMISSIONS: re.compile(r"\S+ [a-z0-9]+( \d{4}-\d{2}-\d{2})?"), FIGURES: re.compile(r"\d+/\d+")}


class CorrectedFile(NamedTuple):
    """``place`` is that of the record which has the ``corrections`` and ``facts``, () for the file's own. ``lines`` are what
    was sent, each as a correction names it; empty but for a year's submissions."""

    name: str
    place: FieldPath
    corrections: Sequence[Correction]
    facts: Mapping[str, str]
    lines: frozenset[str] = frozenset()


def correction_of_what_stands_beside_dialogues(register: Register, today: date) -> Iterator[Finding]:
    """It names a value of its file, says what had been published in it, and is not of a day to come."""
    for file, place, corrections, facts, lines in _corrected_files(register):
        for position, one in enumerate(corrections):
            at = (*place, "corrections", position)
            if one.corrected_on > today:
                must = f"không được sau ngày {today.isoformat()}"
                yield Finding(file, (*at, "corrected_on"), must, one.corrected_on.isoformat())
            if one.field in _FORMS:
                yield from _of_a_line(file, at, one, lines)
            elif one.field is None:
                yield Finding(file, (*at, "field"), "phải có, là tên trường đã sửa", example="field: name")
            elif one.field not in facts and one.was is None:
                must = "phải là một trường có giá trị của tệp này, gọi như lệnh check gọi"
                yield Finding(file, (*at, "field"), must, one.field, suggestion=nearest(one.field, tuple(facts)))
            elif one.was == value_since(corrections, position, facts):
                must = f"phải là giá trị cũ đã công bố, khác giá trị sau khi sửa; hãy sửa {one.field} rồi mới đính chính"
                yield Finding(file, (*at, "was"), must, one.was)


def _of_a_line(file: str, at: FieldPath, one: Correction, lines: frozenset[str]) -> Iterator[Finding]:
    field = one.field or ""
    if one.was is None or not _FORMS[field].fullmatch(one.was):
        yield Finding(file, (*at, "was"), "phải là điều đã công bố trước khi sửa", one.was, _EXAMPLES[field])
    elif one.was in lines:
        yield Finding(file, (*at, "was"), "phải là lần gửi đã ghi sai và không còn trong tệp", one.was)
    elif field == SUBMISSIONS and one.was.count(" ") == 1 and one.was not in map(not_sent, lines):
        yield Finding(file, (*at, "was"), "phải là báo cáo nay ghi là đã gửi", one.was)


def _corrected_files(register: Register) -> Iterator[CorrectedFile]:
    yield CorrectedFile("register.yml", (), register.facts.corrections, facts_of(register.facts))
    for year, rules in register.rules.items():
        yield CorrectedFile(f"rules/{year}", (), rules.corrections, facts_of(rules))
    for day, reform in register.reforms.items():
        yield CorrectedFile(f"reforms/{day.isoformat()}", (), reform.corrections, facts_of(reform))
    for unit in (unit for unit in register.units.values() if unit.facts.corrections):  # few: their facts alone are gathered
        place = _place_of(register, unit.id)
        yield CorrectedFile(f"units/{unit.file_id}", place, unit.facts.corrections, facts_of(unit))
    for year, sent in register.submissions.items():
        lines = frozenset(map(submission_line, sent))
        yield CorrectedFile(f"submissions/{year}", (), register.submission_corrections.get(year, ()), {}, lines)


def _place_of(register: Register, id: str) -> FieldPath:
    """In its district's file."""
    file, _, own_id = id.partition("/")
    if not own_id:
        return ()
    return "communes", [commune.id for commune in register.units[file].facts.below].index(own_id)


CHECKS: tuple[Check, ...] = (correction_of_what_stands_beside_dialogues,)
