"""Descriptions are cut where the standard library would cut them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.shortening import shortened

PIECES = st.sampled_from([
    "Đối", "thoại", "định kỳ", "a", "-", "--", "—", "A-B", "bí-thư-đảng-ủy", "x" * 30, "2023-09-15", ",", ".", "…", " ", "  ",
    "\n", "\t", "\u00a0", "\u2028", "\x1f", "https://ví-dụ.example/đường-dẫn",
])


@given(st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join) | st.text(), st.integers(1, 60))
def test_a_text_is_cut_where_the_standard_library_cuts_it(text, length):
    assert shortened(text, length) == textwrap.shorten(text, length, placeholder="…")


@pytest.mark.parametrize("text, length, cut", [
    ("Bao giờ đối thoại", 17, "Bao giờ đối thoại"),
    ("Bao giờ đối thoại", 16, "Bao giờ đối…"),
    ("Bao giờ đối thoại", 12, "Bao giờ đối…"),
    ("Bao giờ đối thoại", 11, "Bao giờ…"),
    ("Cuộc bí-thư-đảng-ủy", 12, "Cuộc bí-…"),
    ("Thôngbáo", 5, "…"),
])
def test_a_text_ends_after_its_last_whole_word(text, length, cut):
    assert shortened(text, length) == cut
