"""What a page of several registers makes of states that were read: which day, which period, how many rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from generator.joining.kept_state import RegisterState
from generator.joining.nation import JoinedRegister, Nation
from generator.joining.nation_files import UNFOLDED, nation_files
from generator.joining.published_data import ProgressFile
from tests.places import TEMPLATES

DAY = date(2025, 9, 15)


def a_nation(**state: Any) -> Nation:
    """With the one register Cao Bằng, which is real."""
    read = RegisterState.model_validate({
        "register_name": "Sổ", "publisher": "Tỉnh ủy", "address": "https://a.example/", "licence": {"name": "CC BY"},
        "sample": False, "version": "1.5", "release": 1, "line": "", "as_of": DAY, "figures": [], "upcoming": [], **state,
    })
    return Nation(day=DAY, registers=[JoinedRegister(name="Cao Bằng", failure=None, failed_since=None, state=read)])


def coming(*days: date) -> list[dict[str, Any]]:
    return [
        {"day": day, "time": None, "part_of_day": None, "unit_name": "Xã A", "topic": None, "venue": None,
         "page": f"https://a.example/{number}/"} for number, day in enumerate(days)
    ]


def seen_at_once(nation: Nation) -> int:
    """Dialogues that stand on the page before what is folded."""
    return nation_files(nation, TEMPLATES)["index.html"].decode().partition("<details")[0].count(">Xã A</a>")


def test_what_is_to_come_on_the_day_itself_is_still_to_come():
    nation = a_nation(upcoming=coming(DAY - timedelta(days=1), DAY))
    assert [one.day for _, one in nation.upcoming()] == [DAY]


def test_of_a_year_of_two_periods_the_last_is_added_up():
    periods = [(date(2025, 1, 1), date(2025, 6, 30), 300, 364), (date(2025, 7, 1), date(2025, 12, 31), 50, 228)]
    share = a_nation(figures=[
        {"year": 2025, "period_from": first, "period_until": last, "day": min(last, DAY), "done": done, "owed": owed, "basis": "Luật"}
        for first, last, done, owed in periods
    ]).share(2025)
    assert (share.done, share.owed) == (50, 228)


@pytest.mark.parametrize("first_day, title", [
    (None, "Hướng dẫn"), (date(2025, 6, 30), "Hướng dẫn"), (date(2025, 7, 1), "Luật"), (date(2025, 9, 1), "Luật"),
])
def test_the_act_is_that_of_the_period_from_its_first_day_on(first_day: date | None, title: str):
    rules = {
        "legal_basis": {"old": {"title": "Hướng dẫn"}, "new": {"title": "Luật"}}, "target": {"basis": "old"},
        "periods": [{"first_day": "2025-07-01", "target": {"basis": "new"}}],
    }
    assert ProgressFile.model_validate({"rules": rules, "rows": []}).basis_of(first_day) == title


@pytest.mark.parametrize("a_day, seen", [(UNFOLDED, UNFOLDED), (UNFOLDED - 1, 2 * (UNFOLDED - 1))])
def test_whole_days_are_seen_until_there_are_enough(a_day: int, seen: int):
    days = [DAY + timedelta(days=number) for number in range(3) for _ in range(a_day)]
    assert seen_at_once(a_nation(upcoming=coming(*days))) == seen
