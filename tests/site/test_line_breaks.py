"""Where a line may not break."""

from __future__ import annotations

from generator.site.line_breaks import masthead
from generator.site.words import Words
from tests.places import TEMPLATES


def test_the_registers_name_breaks_within_none_of_the_words_that_read_oddly_in_halves():
    words = Words.read(TEMPLATES / "words.yml")
    assert masthead("Sổ đối thoại với Nhân dân thành phố A", words) == "Sổ đối\u00a0thoại với Nhân\u00a0dân thành\u00a0phố A"
