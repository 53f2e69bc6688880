"""What nobody recorded at the time and is said now to have been so all along: each adds one fact that is dated back.

Raises IndexError where there is nothing of the sort yet.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Callable

from generator.consequences.status import held_day
from generator.model import Outcome
from generator.tables.promises import file_of_figures, read_file
from tests.comparing.edits import loaded
from tests.folders import write_yaml
from tests.releases.chosen_fields import edited
from tests.releases.city import City


def a_report_was_sent_in_time_after_all(city: City, chance: Random) -> str:
    """One whose last day is past, of a year that is kept track of."""
    path = city.content / f"submissions/{chance.choice(sorted(city.content.glob('submissions/*.yml'))).stem}.yml"
    sent = {(one["unit"], one["report"]) for one in loaded(path)["submissions"]}
    deadlines = loaded(city.content / f"rules/{path.stem}.yml").get("deadlines", {})
    before = dict(zip(("q1", "q2", "q3", "q4"), deadlines.get("quarterly_before", ()), strict=False))
    past = [
        (unit, report, date.fromisoformat(day) - timedelta(days=1)) for report, day in before.items()
        for unit in ("hong-bang", "bach-long-vi") if date.fromisoformat(day) < city.day and (unit, report) not in sent
    ]
    unit, report, day = chance.choice(past)
    return edited(path, "submissions[+]", {"unit": unit, "report": report, "sent_on": day.isoformat()})


def a_conclusion_was_sent_in_time_after_all(city: City, chance: Random) -> str:
    """Of a district's meeting, which the rules ask it of within ten days."""
    one = chance.choice([
        one for one in city.register().register.dialogues.values()
        if "/" not in one.unit and (day := held_day(one)) and one.conclusion and not one.conclusion.sent_on
        and day + timedelta(days=15) < city.day
    ])
    on_the_day = held_day(one)
    assert on_the_day
    return edited(city.content / f"dialogues/{one.year}/{one.id}.yml", "conclusion.sent_on", on_the_day.isoformat())


def a_commitment_was_kept_in_time_after_all(city: City, chance: Random) -> str:
    one, place = chance.choice([
        (one, place) for one in city.register().register.dialogues.values() for place, of in enumerate(one.commitments, 1)
        if of.due and of.due < city.day and (not of.updates or (
            of.updates[-1].outcome == Outcome.IN_PROGRESS and of.updates[-1].updated_on <= of.due
        ))
    ])
    due = one.commitments[place - 1].due
    assert due
    update = {"updated_on": due.isoformat(), "outcome": "kept", "text": "Đã làm xong"}
    path = city.content / f"dialogues/{one.year}/{one.id}.yml"
    updates = loaded(path)["commitments"][place - 1].get("updates", [])
    return edited(path, f"commitments[{place}].updates", [*updates, update])


def an_answer_was_given_long_ago(city: City, chance: Random) -> str:
    one, place = chance.choice([
        (one, place) for one in city.register().register.dialogues.values() for place, of in enumerate(one.opinions, 1)
        if not of.answer and (day := held_day(one)) and day + timedelta(days=40) < city.day
    ])
    on_the_day = held_day(one)
    assert on_the_day
    answer = {"answered_on": on_the_day.isoformat(), "by": "Phòng Quản lý đô thị", "text": "Đã giải quyết"}
    return edited(city.content / f"dialogues/{one.year}/{one.id}.yml", f"opinions[{place}].answer", answer)


def a_meeting_was_held_before_a_cut_off_that_is_settled(city: City, chance: Random) -> str:
    """By the one unit of the golden register whose posts have nothing yet, in a year that is over."""
    year = (city.day - timedelta(days=32)).year - 1
    if not (city.content / f"rules/{year}.yml").exists():
        raise IndexError(year)
    name = f"dialogues/{year}/thuong-ly-{chance.randrange(10 ** 6)}.yml"
    unit = chance.choice(["hong-bang/thuong-ly", "hong-bang/ha-ly", "bach-long-vi"])
    post = chance.choice(["party", "government"])
    write_yaml(city.content / name, {
        "unit": unit, "kind": "periodic", "presided_by": [post], "held": {"day": f"{year}-11-{chance.randrange(1, 14):02}"},
    })
    signs = read_file((city.host / file_of_figures(year)).read_bytes()).figures[0].posts
    if city.built():
        raise IndexError(name)  # the post was vacant, or the unit no more
    if read_file((city.site / file_of_figures(year)).read_bytes()).figures[0].posts == signs:
        raise IndexError(year)  # the post had done it
    return name


def a_ward_was_closed_long_ago(city: City, chance: Random) -> str:
    """For which nothing had been announced since."""
    since = (city.day - timedelta(days=chance.randrange(60, 90))).isoformat()
    return edited(city.content / "units/hong-bang.yml", f"communes[{chance.randrange(1, 4)}].exists_until", since)


def a_ward_came_from_another_long_ago(city: City, chance: Random) -> str:
    other = chance.choice(["hong-bang/trai-chuoi", "bach-long-vi"])
    return edited(city.content / "units/hong-bang.yml", f"communes[{chance.randrange(1, 3)}].predecessors", [other])


def a_ward_was_there_long_before(city: City, chance: Random) -> str:
    number = chance.randrange(1000)
    ward = {"id": f"moi-{number}", "name": f"Phường Mới {number}", "type": "phường"}
    return edited(city.content / "units/hong-bang.yml", "communes[+]", ward)


BACKDATED: tuple[Callable[[City, Random], str], ...] = (
    a_report_was_sent_in_time_after_all, a_conclusion_was_sent_in_time_after_all, a_commitment_was_kept_in_time_after_all,
    an_answer_was_given_long_ago, a_meeting_was_held_before_a_cut_off_that_is_settled, a_ward_was_closed_long_ago,
    a_ward_came_from_another_long_ago, a_ward_was_there_long_before,
)
