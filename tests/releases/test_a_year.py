"""After a year every honest change is through, every other is refused or told in public, and every release can be verified."""

from __future__ import annotations

import pytest

from tests.releases.a_year import play
from tests.releases.mishaps import MISHAPS

pytestmark = pytest.mark.slow


def test_nothing_is_rewritten_in_silence_and_nothing_honest_is_held_up(tmp_path):
    """A part of the year that ``python -m tests.releases.a_year`` plays."""
    year = play(tmp_path, seed=5, changes=26, dishonest=13, flips=2, tell=lambda line: None)
    assert year.wrong == []
    assert [year.counts[mishap.__name__] for mishap in MISHAPS] == [1] * len(MISHAPS)
    assert len(year.kinds) >= 12
    assert (year.counts["honest changes"], year.counts["dishonest or mistaken changes"]) == (13, 13)
