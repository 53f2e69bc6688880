"""What people write for a day, an hour or a part of a year, as records write it."""

from __future__ import annotations

import pytest

from generator.model.types import parsed_period
from generator.text.said_values import day_said, hour_said, period_said

PERIODS_SAID = {
    "quý IV": "2023-Q4", "Quý 4/2023": "2023-Q4", "quý III năm 2024": "2024-Q3", "Q2-2023": "2023-Q2", "2023-q3": "2023-Q3", "quý tư": "2023-Q4",
    "tháng 10": "2023-10", "T10/2023": "2023-10", "10/2023": "2023-10", "2023-8": "2023-08", "tháng 08, năm 2024": "2024-08",
    "12/10/2023": "2023-10-12", "thứ Năm, 12/10/2023": "2023-10-12", "cuối tháng 10": "2023-10-late", "đầu tháng 3/2023": "2023-03-early",
    "trước tháng 7": "2023-07-before", "6 tháng cuối năm": "2023-H2", "nửa đầu năm 2023": "2023-H1", "III/2023": "2023-Q3",
    "quý V": "quý V", "tháng 13": "tháng 13", "trước tháng 1": "trước tháng 1", "sau Tết": "sau Tết", "8": "8", "12/10": "12/10", "2023": "2023",
    "quý III, IV": "quý III, IV", "": "", "20234": "20234", "12023": "12023",
}
"""Of a record of 2023; what is none of these, or can be read in two ways, stays as it was written."""


@pytest.mark.parametrize("written, read", PERIODS_SAID.items())
def test_a_period_is_read_in_peoples_ways(written, read):
    assert (period_said(written, 2023) or written) == read
    assert read == written or parsed_period(read).text == read


@pytest.mark.parametrize("written", ["quý IV", "tháng 10", "6 tháng cuối năm"])
def test_a_period_without_its_year_is_none_where_nobody_knows_the_year(written):
    assert period_said(written) is None


@pytest.mark.parametrize("written, read", [("8h30p", "08:30"), ("8.30", "08:30"), ("8:30 AM", "08:30"), ("2:15 pm", "14:15"), ("8 giờ 05 phút", "08:05"), ("8.", None)])
def test_an_hour_is_read_in_peoples_ways(written, read):
    assert hour_said(written) == read


@pytest.mark.parametrize("written, read", [("Chủ nhật, ngày 13/8/2023", "2023-08-13"), ("thứ 3, 15-8-2023", "2023-08-15"), ("15/8/23", None), ("15/8", None)])
def test_a_day_is_read_in_peoples_ways(written, read):
    assert day_said(written) == read
