"""A faulty record is told by the smallest mend that makes it sound, where no rule of a line would tell the right one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model import Dialogue
from generator.reading.declared_fields import all_names
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.record_reading import read_file
from generator.reading.smallest_mend import by_smallest_mend
from generator.reading.yaml_mistakes import GRAMMAR
from tests.places import GOLDEN

CASES = yaml.safe_load(Path(__file__).with_name("mended_slips.yml").read_text("utf-8"))
RECORD = (GOLDEN / "dialogues/2023/hong-bang-dinh-ky-1.yml").read_text("utf-8")


def problems_of(path: str, text: str) -> list[Problem]:
    return list(read_file(RecordFile(path, text.encode(), b"")).problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["wrong"].strip()[:50]))
def test_one_slip_is_told_once_and_by_what_would_mend_it(case):
    sound = (GOLDEN / case["of"]).read_text("utf-8")
    assert sound.count(case["right"]) == 1
    text = sound.replace(case["right"], case["wrong"])
    problem, = problems_of(case["of"], text)
    changed = next(number for number, (new, old) in enumerate(zip(text.split("\n"), sound.split("\n"), strict=False), 1) if new != old)
    assert (problem.line, case["says"] in problem.must) == (changed, True), problem


@pytest.mark.parametrize("right, wrong, at, example", [
    ("venue:\n  name: Hội trường Quận ủy Hồng Bàng", "venue: Hội trường Quận ủy Hồng Bàng", "venue:", "name: Hội trường Quận ủy Hồng Bàng"),
    ("  - summary: Đề nghị di dời", "  - Đề nghị di dời", "  - Đề nghị di dời", "- summary: Đề nghị di dời trạm trung chuyển rác"),
    ("[party, government]", "\n  - party\n  - government\n    deputy: true", "  - government", "- post: government"),
])
def test_a_value_that_lacks_its_fields_name_is_told_with_it(right, wrong, at, example):
    text = RECORD.replace(right, wrong)
    problem, = problems_of("dialogues/2023/hong-bang-dinh-ky-1.yml", text)
    assert (problem.line, problem.example) == (text[: text.index(f"\n{at}")].count("\n") + 2, example), problem


def test_fields_that_all_stand_below_a_name_that_is_none_are_told_once_and_there():
    text = "dialogue:\n" + "".join(f"  {line}\n" for line in RECORD.splitlines())
    problem, = problems_of("dialogues/2023/hong-bang-dinh-ky-1.yml", text)
    assert (problem.line, "thụt ra 2 dấu cách" in problem.must) == (1, True), problem


def test_a_mend_hides_no_field_within_a_text():
    """The line below a conclusion's text, indented as that is, would be more of it."""
    text = RECORD.replace("commitments:\n", "commitments;\n")
    problem, = problems_of("dialogues/2023/hong-bang-dinh-ky-1.yml", text)
    assert (problem.line, problem.example) == (text[: text.index("commitments;")].count("\n") + 1, "commitments:"), problem


def test_of_two_slips_each_is_told():
    text = RECORD.replace("kind: periodic", "kind: thường xuyên").replace("  number: 15-TB/QU", "  nummer: 15-TB/QU")
    assert [problem.rule for problem in problems_of("dialogues/2023/hong-bang-dinh-ky-1.yml", text)] == ["value-is-listed", "field-is-known"]


def read_again(text: str, lines: list[int]) -> list[str]:
    """What is tried of a text that no mend makes sound, where a fault is seen on each of the lines."""
    tried: list[str] = []
    found = [Problem("dialogues/2023/dai.yml", line, 1, "", GRAMMAR, "") for line in lines]
    by_smallest_mend(found, text, all_names(Dialogue), lambda mended, _: tried.append(mended) is not None)
    return tried


def test_a_long_record_is_not_read_again_for_longer_than_somebody_waits():
    text = "commitments:\n" + "  - {id: '1', text: Sửa đường, agency: UBND phường, due: 2023-12-01}\n" * 500 + "xyz abc\n"
    tried = read_again(text, [502])
    assert 1 < len(tried) < 1_000_000 / len(text)


def test_a_record_with_a_fault_on_each_of_very_many_lines_is_not_read_again():
    assert read_again("a: b\n" * 100, list(range(1, 101))) == []
