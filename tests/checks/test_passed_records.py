"""What every rule has passed is not asked of again as long as it and all that the rules look at stay as they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks import OF_EACH_DIALOGUE, OF_ONE_RECORD, check
from generator.keeping.observed_day import ObservedDay
from generator.keeping.store import Store
from generator.reading.known_records import KnownRecords
from generator.reading.records import Reading, read_records
from tests.folders import append_to, replace_in
from tests.places import GOLDEN

AS_OF = date(2023, 9, 15)


@pytest.fixture(scope="module")
def golden() -> Reading:
    return read_records(GOLDEN)


@pytest.mark.parametrize("rule", (*OF_EACH_DIALOGUE, *OF_ONE_RECORD))
def test_no_rule_refuses_on_a_later_day_what_it_has_passed(golden, rule):
    today = ObservedDay(AS_OF)
    assert golden.register and list(rule(golden.register, today)) == [] and today.same.without_end


def passed(content: Path, folder: Path, day: date, keeps: bool = False) -> set[str]:
    """Paths of the dialogues that need not be asked about on the day; ``keeps``: every rule passes them then."""
    kept = KnownRecords(Store(folder), b"program")
    reading = read_records(content, kept)
    found = kept.passed(reading.files, day)
    if keeps and reading.register:
        kept.keep(reading.files, reading.register.dialogues, day)
    return {*found}


def test_a_record_is_asked_about_on_an_earlier_day_than_it_was_passed_on_and_on_no_later_one(tmp_path):
    every = {f"dialogues/{path.parent.name}/{path.name}" for path in (GOLDEN / "dialogues").glob("*/*.yml")}
    assert passed(GOLDEN, tmp_path, AS_OF, keeps=True) == set()
    assert passed(GOLDEN, tmp_path, date(2023, 9, 16), keeps=True) == every == passed(GOLDEN, tmp_path, AS_OF)
    assert passed(GOLDEN, tmp_path, date(2023, 9, 14)) == set()


def test_a_record_that_has_changed_is_asked_about_and_no_other(content, tmp_path):
    passed(content, tmp_path, AS_OF, keeps=True)
    before, changed = passed(content, tmp_path, AS_OF), "dialogues/2023/ha-ly-dinh-ky.yml"
    append_to(content / changed, "# more\n")
    assert changed in before and passed(content, tmp_path, AS_OF) == before - {changed}


def test_every_record_is_asked_about_beside_other_rules(content, tmp_path):
    passed(content, tmp_path, AS_OF, keeps=True)
    append_to(content / "rules/2023.yml", "# more\n")
    assert passed(content, tmp_path, AS_OF) == set()


@pytest.mark.parametrize("changed", ["rules/2023.yml", "submissions/2023.yml"])
def test_what_is_no_dialogue_is_asked_about_until_it_has_passed_and_when_any_of_it_has_changed(content, tmp_path, changed):
    beside = [
        "agencies.yml", "register.yml", "submissions/2023.yml", "rules/2023.yml", "units/hong-bang.yml", "reforms/2025-07-01.yml",
    ]
    (content / "agencies.yml").write_text("fields:\n  dien: Điện\n", "utf-8")
    for folder in ("reforms", "submissions"):
        (content / folder).mkdir()
    (content / "submissions/2023.yml").write_text(
        "submissions:\n  - unit: hong-bang\n    report: registration\n    sent_on: 2023-02-21\n", "utf-8",
    )
    (content / beside[-1]).write_text("note: Hỏi 0912 345 678\n", "utf-8")
    replace_in(content / "rules/2023.yml", "năm 2023 của Ban Dân vận Thành ủy", "năm 2023, hỏi 0912 345 678")
    replace_in(content / "units/hong-bang.yml", "Văn phòng UBND quận Hồng Bàng", "Văn phòng UBND quận, 0912 345 678")
    for path in beside:
        append_to(content / path, "# hỏi 0912 345 679\n")

    def told(day: date = AS_OF) -> set[tuple[str, str]]:
        kept = KnownRecords(Store(tmp_path), b"program")
        return {(problem.path, problem.rule) for problem in check(read_records(content, kept), day, kept)}

    refused = {(path, "comment-holds-no-personal-data") for path in beside}
    refused |= {(path, "text-holds-no-phone-or-identity-number") for path in beside[3:]}
    assert told() == refused
    passed(content, tmp_path, AS_OF, keeps=True)  # as if they had
    assert (told(), told(date(2023, 9, 14))) == (set(), refused)
    append_to(content / changed, "# more\n")
    assert told() == refused
