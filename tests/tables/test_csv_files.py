"""No cell of a CSV file is a formula, however its text goes on, and nothing else in it is touched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.tables.csv_files import harmless

SIGNS = "=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪"
TEXTS = st.text(st.sampled_from(";,\t\r\n \u00a0\"aĐ1." + SIGNS)) | st.text()


def guarded(text: str) -> str:
    """By the rule itself, letter by letter."""
    def begins(rest: str, around: str) -> bool:
        return next((letter for letter in rest if not (letter.isspace() or letter in around)), " ") in SIGNS

    cells = "".join(
        f"{letter}'" if letter in ";,\t\r\n" and begins(text[place + 1:], '"') else letter for place, letter in enumerate(text)
    )
    return f"'{cells}" if text[:1] in ("\t", "\r", "\n") or begins(text, "") else cells


@given(TEXTS)
def test_an_apostrophe_stands_where_a_formula_would_begin_and_nowhere_else(text):
    assert harmless(text) == guarded(text)


def test_a_run_of_tabs_however_long_is_read_once():
    """Where each was looked at as often as there are tabs before it, this would take a quarter of an hour."""
    tabs = "\t" * 500_000
    assert (harmless(f"a{tabs}b"), harmless(f"a{tabs}=")) == (f"a{tabs}b", "a" + "\t'" * 500_000 + "=")
