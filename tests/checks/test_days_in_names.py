"""Which names of records hold a day, which would be wrong once it is moved, and which only look so."""

from __future__ import annotations

import pytest

from generator.checks.review_rules import file_name_holds_no_day
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_register


def asked(id: str, own: str) -> bool:
    """Of a dialogue of the commune with that id of its own."""
    register = a_register(a_dialogue(id, unit=f"hong-bang/{own}"), units=[a_district(), a_commune(f"hong-bang/{own}", "Xã Một")])
    return [finding.found for finding in file_name_holds_no_day(register, TODAY)] == [id]


@pytest.mark.parametrize("id", [
    "so-dau-2023-08-15", "so-dau-20230815", "so-dau-2023-08", "so-dau-202308", "2023-12-so-dau", "so-dau-1999-10-31", "so-dau-15-8-2023",
    "so-dau-15-08-23", "1-8-2023-so-dau", "so-dau-thang-8", "so-dau-thang-12-lan-2", "thang-8-so-dau", "so-dau-ngay-15-8",
])
def test_a_day_or_a_month_is_asked_about_however_it_is_written(id: str):
    assert asked(id, "so-dau")


@pytest.mark.parametrize("id", [
    "hong-bang-so-dau-dinh-ky-1", "so-dau-12", "so-dau-1-2", "so-dau-2023", "so-dau-thang-2023", "so-dau-hangthang-8", "so-dau-2023-13",
    "so-dau-12023-08", "so-dau-20230845", "so-dau-2023-081", "so-dau-115-8-2023", "so-dau-15-8-20231", "so-dau-ngay-15", "so-dau-2123-08", "so-dau-nam-2023-2",
])
def test_other_numbers_and_words_are_no_day(id: str):
    assert not asked(id, "so-dau")


@pytest.mark.parametrize(("own", "id", "is_asked"), [
    ("dai-thang", "hong-bang-dai-thang-1", False), ("dai-thang", "dai-thang-1-thang-8", True), ("so-dau", "dai-thang-1", True),
    ("ngay", "ngay-15-8", False), ("ang", "ang-thang-8", True), ("tha", "tha-thang-8", True), ("3", "3-2023-08", True),
])
def test_a_day_in_the_name_of_the_unit_is_none_and_what_only_holds_that_name_is_no_unit(own: str, id: str, is_asked: bool):
    assert asked(id, own) == is_asked
