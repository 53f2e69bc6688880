"""What clerks do on any day of a year, by the commands that they have for it."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Callable, Iterable

from generator.consequences.status import held_day
from generator.model import Dialogue, Outcome, ScheduleState
from generator.model.register_facts import RECORDED_LATE_AFTER_DAYS
from tests.comparing.edits import loaded, put
from tests.folders import append_to, write_yaml
from tests.releases.city import City

Work = Callable[[City, Random], bool]
"""Whether there was anything of the sort to do, and it was done."""


def _one(city: City, chance: Random, fits: Callable[[Dialogue], object]) -> Dialogue | None:
    found = [one for one in city.register().register.dialogues.values() if fits(one)]
    return chance.choice(found) if found else None


def _done(city: City, *arguments: object) -> bool:
    return city.command(*arguments).exit_code == 0


def _open(one: Dialogue) -> bool:
    return not one.held and not (one.schedule and one.schedule[-1].state == ScheduleState.CANCELLED)


def _announced(city: City, one: Dialogue, past: bool) -> bool:
    """For a day that has come, or for one to come."""
    last = one.schedule[-1].day if one.schedule else None
    return _open(one) and last is not None and (last <= city.day) == past


def a_plan_is_registered(city: City, chance: Random) -> bool:
    units = [unit for unit in city.register().register.units.values() if unit.facts.exists_until is None]
    month = city.day + timedelta(days=chance.randrange(20, 100))
    kind, post = chance.choice(["periodic", "thematic", "ad-hoc"]), chance.choice(["party", "government"])
    return _done(city, "new", chance.choice(units).id, "--kind", kind, "--post", post, "--period", f"{month:%Y-%m}", "--another")


def a_day_is_announced(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: _open(one) and not (one.schedule and one.schedule[-1].day))
    if one is None:
        return False
    day = city.day + timedelta(days=chance.randrange(8, 40))
    why = ("--reason", "Đã bố trí được ngày") if one.schedule else ()
    return _done(city, "announce", one.id, "--day", day, "--start", f"{chance.randrange(7, 15):02}:30", *why)


def a_day_is_moved(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: _announced(city, one, past=False))
    day = city.day + timedelta(days=chance.randrange(8, 60))
    return one is not None and _done(city, "announce", one.id, "--day", day, "--start", "08:00", "--reason", "Trùng kỳ họp")


def one_is_put_off(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: _announced(city, one, past=False))
    return one is not None and _done(city, chance.choice(["postpone", "cancel"]), one.id, "--reason", "Mưa bão")


def one_was_held(city: City, chance: Random) -> bool:
    """Told within the month: what is told later may move figures that are settled."""
    earliest = city.day - timedelta(days=RECORDED_LATE_AFTER_DAYS)
    one = _one(city, chance, lambda one: _announced(city, one, past=True) and (one.schedule[-1].day or earliest) >= earliest)
    return one is not None and _done(
        city, "hold", one.id, "--attendance", chance.randrange(20, 300), "--speakers", chance.randrange(3, 20),
        "--opinions", chance.randrange(20, 60), "--answered-at-meeting", chance.randrange(20),
    )


def a_conclusion_is_issued(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: held_day(one) and not one.conclusion)
    number = f"{chance.randrange(10, 99)}-TB/QU"
    return one is not None and _done(
        city, "conclude", one.id, "--number", number, "--issued-on", city.day, "--sent-on", city.day,
    )


def a_conclusion_is_made_public(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: one.conclusion and one.conclusion.issued_on and not one.conclusion.published_on)
    return one is not None and _done(city, "conclude", one.id, "--published-on", city.day)


def a_commitment_is_made(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: held_day(one))
    due = city.day + timedelta(days=chance.randrange(10, 90))
    return one is not None and _done(
        city, "commit", one.id, "--text", f"Lát lại ngõ {chance.randrange(1, 90)}", "--agency", "UBND quận", "--due", due,
    )


def a_commitment_is_told_of(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: one.commitments)
    if one is None:
        return False
    outcome = chance.choice([*Outcome, Outcome.IN_PROGRESS])
    return _done(city, "update", one.id, chance.choice(one.commitments).id, "--outcome", outcome.value, "--text", "Đã làm")


def an_opinion_is_written_down_or_answered(city: City, chance: Random) -> bool:
    one = _one(city, chance, lambda one: held_day(one))
    if one is None:
        return False
    path = city.content / f"dialogues/{one.year}/{one.id}.yml"
    record = loaded(path)
    unanswered = [place for place, opinion in enumerate(record.get("opinions", []), 1) if "answer" not in opinion]
    if unanswered:
        answer = {"answered_on": city.day.isoformat(), "by": "Phòng Quản lý đô thị", "text": "Đang khảo sát"}
        put(record, f"opinions[{unanswered[0]}].answer", answer)
    else:
        put(record, "opinions[+]", {"summary": f"Đề nghị sửa đèn ngõ {chance.randrange(1, 90)}", "field": "Hạ tầng"})
    write_yaml(path, record)
    return True


def a_report_is_received(city: City, chance: Random) -> bool:
    report = chance.choice(["q1", "q2", "q3", "q4", "annual", "registration"])
    return _done(city, "receive", report, chance.choice(["hong-bang", "bach-long-vi"]), "--year", city.day.year)


def a_year_is_opened(city: City, chance: Random) -> bool:
    return city.day.month == 12 and _done(city, "open-year", city.day.year + 1)


def a_page_is_reworded(city: City, chance: Random) -> bool:
    append_to(city.content / "pages/gioi-thieu.md", f"\nCâu thứ {chance.randrange(1000)}.\n")
    return True


def a_post_falls_vacant(city: City, chance: Random) -> bool:
    """Since a day after the last meeting there, at which somebody was in the post."""
    path = city.content / "units/hong-bang.yml"
    record = loaded(path)
    commune = chance.choice([one for one in record["communes"] if "exists_until" not in one])
    if "vacancies" in commune:
        return False
    held = (
        held_day(one) for one in city.register().register.dialogues.values() if one.unit == f"hong-bang/{commune['id']}"
    )
    since = max([city.day - timedelta(days=chance.randrange(20)), *(day + timedelta(days=1) for day in held if day)])
    commune["vacancies"] = [{"post": "party", "vacant_from": since.isoformat()}]
    write_yaml(path, record)
    return True


EVERYDAY: tuple[Work, ...] = (
    a_plan_is_registered, a_plan_is_registered, a_day_is_announced, a_day_is_announced, a_day_is_moved, one_is_put_off,
    one_was_held, one_was_held, a_conclusion_is_issued, a_conclusion_is_made_public, a_commitment_is_made,
    a_commitment_is_told_of, an_opinion_is_written_down_or_answered, a_report_is_received, a_page_is_reworded,
    a_post_falls_vacant,
)


def worked(city: City, chance: Random, changes: int) -> Iterable[str]:
    """The names of what was done: what does not fit today is not counted, and something else is done."""
    for _ in range(changes):
        if a_year_is_opened(city, chance):
            yield a_year_is_opened.__name__
            continue
        work = chance.choice(EVERYDAY)
        while not work(city, chance):
            work = chance.choice(EVERYDAY)
        yield work.__name__
