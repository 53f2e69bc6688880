"""What a clerk is told of a value that a field cannot hold: where it stands, and which one was meant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.reading.declared_fields import allowed_values, fields_of, models_in, other_values
from generator.reading.record_files import RecordFile
from generator.reading.record_reading import MODELS, read_file
from generator.reading.record_text import RecordText
from tests.places import GOLDEN

CASES = yaml.load(Path(__file__).with_name("told_values.yml").read_text("utf-8"), yaml.BaseLoader)
PATH = "dialogues/2023/hong-bang-dinh-ky-1.yml"
RECORD = (GOLDEN / PATH).read_text("utf-8")


def file_of(text: str) -> RecordFile:
    return RecordFile(PATH, text.encode(), b"")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["wrong"].split("\n")[-1].strip())
def test_a_value_is_told_with_the_one_that_was_meant(case):
    assert RECORD.count(case["right"]) == 1
    text = RECORD.replace(case["right"], case["wrong"])
    problem, = read_file(file_of(text)).problems
    changed = next(number for number, (new, old) in enumerate(zip(text.split("\n"), RECORD.split("\n"), strict=False), 1) if new != old)
    assert (problem.line, problem.suggestion) == (changed, case["meant"])


def test_listed_values_are_told_with_what_they_say():
    problem, = read_file(file_of(RECORD.replace("kind: periodic", "kind: xyz"))).problems
    assert problem.must == "phải là một trong: periodic (định kỳ), thematic (theo chuyên đề), ad-hoc (đột xuất)"


def test_posts_written_as_fields_are_told_as_the_list_they_should_be():
    text = RECORD.replace("presided_by: [party, government]", "presided_by:\n  party: true\n  government: true")
    problem, = read_file(file_of(text)).problems
    assert (problem.line, problem.example) == (3, "presided_by: [party, government]")


def test_what_is_found_in_a_text_of_several_lines_is_told_on_its_own_line():
    record = RecordText(file_of("conclusion:\n  text: |\n    1. Sửa cống.\n    2. Gọi 0912 345 678.\n  number: 5\n"))
    told = [record.problem(("conclusion", "text"), "rule", "must", found=found) for found in ("0912 345 678", "Sửa", "number")]
    assert [(problem.line, problem.column) for problem in told] == [(4, 12), (3, 8), (2, 9)]


def _listed(model: type) -> set[tuple[str, ...]]:
    """The values of each field that lists them."""
    values: set[tuple[str, ...]] = set()
    for field in fields_of(model).values():
        values |= {allowed_values(field, {"expected": ""})}.union(*map(_listed, models_in(field.annotation)))
    return values


LISTED = set().union(*map(_listed, MODELS.values()))


def test_other_words_are_of_values_that_are_listed():
    assert other_values().keys() <= {value for values in LISTED for value in values}


def test_no_two_values_of_a_field_have_a_word_in_common():
    words = {values: Counter(word for value in values for word in other_values().get(value, ())) for values in LISTED}
    assert {values: [word for word, times in own.items() if times > 1] for values, own in words.items() if max(own.values(), default=0) > 1} == {}
