"""What people write for a day, an hour or a part of a year, as records write it."""

from __future__ import annotations

import pytest
import yaml

from generator.model.types import parsed_period
from generator.text.said_values import day_said, hour_said, period_said
from tests.places import TESTS

CASES = yaml.load((TESTS / "text/said_values.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("written, read", CASES["days"].items())
def test_a_day_is_read_in_peoples_ways(written, read):
    assert (day_said(written) or written) == read


@pytest.mark.parametrize("written, read", CASES["hours"].items())
def test_an_hour_is_read_in_peoples_ways(written, read):
    assert (hour_said(written) or written) == read


@pytest.mark.parametrize("written, read", CASES["periods"].items())
def test_a_period_is_read_in_peoples_ways(written, read):
    assert (period_said(written, 2023) or written) == read
    assert read == written or parsed_period(read).text == read


@pytest.mark.parametrize("written", ["quý IV", "tháng 10", "6 tháng cuối năm"])
def test_a_period_without_its_year_is_none_where_nobody_knows_the_year(written):
    assert period_said(written) is None


def test_what_is_none_is_not_read_as_it_stands():
    assert (day_said("mai"), hour_said("sáng"), period_said("sau Tết", 2023)) == (None, None, None)
