"""What a clerk is told of a value that a field cannot hold: where it stands, and which one was meant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.reading.declared_fields import allowed_values, fields_of, models_in, other_values
from generator.reading.problems import MOST_TOLD
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


@pytest.mark.parametrize(("written", "example"), [
    ("Chủ tịch UBND xã", "presided_by: [government]"), ("Bí thư Đảng ủy", "presided_by: [party]"),
    ("Bí thư và Chủ tịch", "presided_by: [party, government]"), ("party; government", "presided_by: [party, government]"),
    ("Phó Chủ tịch UBND", "presided_by: [{post: government, deputy: true}]"),
    ("Bí thư, phó chủ tịch UBND phường", "presided_by: [party, {post: government, deputy: true}]"),
])
def test_posts_written_as_a_text_are_told_as_the_list_of_just_these(written: str, example: str):
    problem, = read_file(file_of(RECORD.replace("[party, government]", written))).problems
    assert (problem.line, problem.example) == (3, example)


@pytest.mark.parametrize("written", ["Chủ tịch HĐND phường", "Phó Trưởng ban", "Bí thư và Chủ tịch Hội đồng nhân dân"])
def test_posts_of_which_one_is_not_known_are_told_as_no_post_and_only_how_a_list_is_written(written: str):
    problem, = read_file(file_of(RECORD.replace("[party, government]", written))).problems
    assert (problem.line, problem.rule, problem.example) == (3, "value-is-a-list", None)


def test_a_deputy_is_never_told_to_be_the_head():
    problem, = read_file(file_of(RECORD.replace("[party, government]", "[Phó Chủ tịch UBND xã]"))).problems
    assert (problem.line, problem.suggestion) == (3, None)


@pytest.mark.parametrize(("right", "wrong", "example"), [
    ("registration:\n  registered_on: 2023-02-22\n  period: 2023-Q2", "registration: 2023-02-22", "registration: {registered_on: 2023-02-22, period: 2023-08}"),
    ("  contact:\n    office: Văn phòng Quận ủy Hồng Bàng\n    phone: 0225 3000 303\n    email: vanphong@hong-bang.example",
     "  contact: Văn phòng, tầng 2", 'contact: {office: "Văn phòng, tầng 2"}'),
    ("    start: 08:00\n    end: 11:00\n    reason", "    time: 8h-11h\n    reason", "start: 08:00"),
    ("    day: 2023-05-16", "    ngày: 16/5/2023", "day: 2023-05-16"),
])
def test_what_is_shown_as_right_may_stand_in_the_place_of_the_line(right, wrong, example):
    assert RECORD.count(right) == 1
    problem, = read_file(file_of(RECORD.replace(right, wrong))).problems
    assert problem.example == example
    line = wrong.split("\n")[0]
    mended = RECORD.replace(right, wrong.replace(line.strip(), example, 1))
    assert list(read_file(file_of(mended)).problems) == []


@pytest.mark.parametrize("written", ["31/6/23", "2023-31-06", "29.2.23", "2023-30-02", "2023-00-08", "1023-15-08"])
def test_a_day_that_the_calendar_does_not_hold_is_never_told_to_be_meant(written):
    problem, = read_file(file_of(RECORD.replace("    day: 2023-05-16", f"    day: {written}"))).problems
    assert (problem.rule, problem.suggestion) == ("day-exists", None)


def test_hours_in_one_field_are_told_where_both_belong():
    problem, = read_file(file_of(RECORD.replace("    start: 08:00\n    end: 11:00\n    reason", "    time: 8h-11h\n    reason"))).problems
    assert "giờ kết thúc ghi ở end" in problem.must


def test_a_number_that_nobody_counted_is_not_made_one_that_somebody_did():
    problem, = read_file(file_of(RECORD.replace("  speakers: 10", "  speakers: khoảng 10"))).problems
    assert (problem.suggestion, "bỏ trống" in problem.must) == (None, True)


def test_a_field_that_is_written_again_is_told_with_the_line_of_the_first():
    problem, = read_file(file_of(f"{RECORD}schedule:\n  - announced_on: 2023-06-01\n")).problems
    assert f"ở dòng {RECORD[: RECORD.index('schedule:')].count(chr(10)) + 1};" in problem.must


@pytest.mark.parametrize("more", ["x{}: a\n", "x{}:\n"])
def test_of_very_many_faults_the_first_are_told_and_the_rest_is_counted(more):
    problems = read_file(file_of(RECORD + "".join(more.format(number) for number in range(1000)))).problems
    assert (len(problems), problems[-1].must.partition("; và ")[2]) == (MOST_TOLD, f"{1000 - MOST_TOLD} lỗi nữa trong tệp này")


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
