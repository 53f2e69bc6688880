"""Descriptions are cut where the standard library would cut them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.shortening import cut, shortened, single_spaced

PIECES = st.sampled_from([
    "Đối", "thoại", "định kỳ", "a", "-", "--", "—", "A-B", "bí-thư-đảng-ủy", "x" * 30, "2023-09-15", ",", ".", "…", " ", "  ",
    "\n", "\t", "\u00a0", "\u2028", "\x1f", "https://ví-dụ.example/đường-dẫn",
])


TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join) | st.text()


@given(TEXTS, st.integers(1, 40))
def test_a_text_is_cut_where_the_standard_library_cuts_it(text, length):
    assert shortened(text, length) == textwrap.shorten(text, length, placeholder="…")


@given(TEXTS, st.integers(1, 300))
def test_no_word_however_long_takes_more_with_it_than_a_word_has_letters(text, length):
    text = single_spaced(text)
    found = shortened(text, length)
    assert found == text or (text.startswith(found[:-1]) and found[-1] == "…" and length >= len(found) >= length - 41)


@pytest.mark.parametrize("shorten", [shortened, cut])
def test_a_word_that_is_longer_than_anybodys_is_cut_within(shorten):
    assert shorten(f"Kết luận: {'x' * 300} và đường", 250) == f"Kết luận: {'x' * 239}…"


@pytest.mark.parametrize("shorten", [shortened, cut])
def test_a_letter_keeps_its_marks_where_a_word_is_cut_within(shorten):
    assert shorten("x\u0323" * 200, 100) == "x\u0323" * 49 + "…"


def test_lines_stay_where_a_text_is_cut():
    assert cut("1. Sửa đường\n2. Lắp đèn chiếu sáng", 25) == "1. Sửa đường\n2. Lắp đèn…"


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
