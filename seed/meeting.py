"""What a sample meeting was about and how it went: matters raised, people, opinions and answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Mapping

from seed.calendar_days import working_day_after
from seed.offices import gaps, surroundings_of
from seed.stock import chance, fits, phrase, stock, weighted
from seed.units import Commune, District

ATTENDANCE = {"exact": 40, "about": 22, "more": 12, "households": 6, "delegates": 6, "both": 4, "unknown": 10}


@dataclass(frozen=True)
class Raised:
    """One matter as it was raised: a case of ``matters.yml`` with the words of its place."""

    field: str
    agency: str
    case: Mapping[str, str]
    words: Mapping[str, str]

    def text(self, name: str) -> str:
        return self.case[name].format(**self.words)

    @property
    def handling(self) -> str:
        return self.case.get("handling") or ("later" if "commitment" in self.case else "at-meeting")


def matters_for(
    random: Random, fields: list[str] | None, unit: District, count: int
) -> list[Mapping[str, Any]]:
    """Matters of the wanted fields, or of any that fit the place, no field twice."""
    fitting = [matter for matter in stock("matters") if fits(matter, surroundings_of(unit))]
    wanted = [matter for matter in fitting if not fields or matter["field"] in fields] or fitting
    return random.sample(wanted, min(count, len(wanted)))


def raise_matters(
    random: Random, unit: District, places: tuple[str, ...], matters: list[Mapping[str, Any]], count: int
) -> list[Raised]:
    """``count`` cases at most, no case twice, each in one of the ``places``."""
    surroundings = surroundings_of(unit)
    cases = [(matter, case) for matter in matters for case in matter["cases"] if fits(case, surroundings)]
    raised = []
    for matter, case in random.sample(cases, min(count, len(cases))):
        words = gaps(random, unit, places)
        agency = case.get("agency", matter["agency"])[0 if isinstance(unit, Commune) else 1].format(**words)
        raised.append(Raised(matter["field"], agency, case, words))
    return raised


def attendance(random: Random, unit: District) -> list[dict[str, Any]]:
    """Counts as sources give them: exact, about, more than, households, delegates, two counts, or none."""
    people = random.randint(60, 240) if isinstance(unit, Commune) else random.randint(120, 420)
    tens = people // 10 * 10
    pattern = weighted(random, ATTENDANCE)
    counts: dict[str, list[dict[str, Any]]] = {
        "exact": [{"count": people}],
        "about": [{"count": tens, "precision": "about"}],
        "more": [{"count": tens, "precision": "more-than"}],
        "households": [{"count": people // 2, "of": "households"}],
        "delegates": [{"count": people, "of": "delegates"}],
        "both": [{"count": people // 3, "of": "delegates"}, {"count": tens, "precision": "about"}],
        "unknown": [],
    }
    if pattern == "exact" and chance(random, 10):
        counts["exact"][0]["note"] = random.choice(stock("phrases")["attendance_note"])
    return counts[pattern]


def opinion_counts(random: Random, raised: list[Raised]) -> dict[str, int]:
    """Never fewer than are told in the record; sometimes only the total is known, sometimes nothing."""
    pattern = weighted(random, {"all": 66, "total": 18, "none": 16})
    total = len(raised) + random.randint(3, 22)
    if pattern != "all":
        return {"total": total} if pattern == "total" else {}
    listed = [one.handling for one in raised]
    later = listed.count("later") + random.randint(0, 2)
    passed_up = listed.count("passed-up") + random.choice([0, 0, 1])
    before = random.randint(0, total - 2)
    return {
        "total": total, "before": before, "at_meeting": total - before,
        "answered_at_meeting": max(total - later - passed_up, 0), "answered_later": later, "passed_up": passed_up,
    }


def opinions(random: Random, raised: list[Raised], held_on: date, as_of: date) -> list[dict[str, Any]]:
    return [_opinion(random, one, held_on, as_of) for one in raised]


def _opinion(random: Random, one: Raised, held_on: date, as_of: date) -> dict[str, Any]:
    area = one.words["area"]
    told = {
        "summary": one.text("opinion"),
        "field": one.field,
        "area": area[0].upper() + area[1:] if "{area}" in one.case["opinion"] else None,
        "handling": one.handling,
    }
    answered_on = held_on if one.handling == "at-meeting" else working_day_after(held_on, random.randint(4, 24))
    if answered_on > as_of or chance(random, 8):
        return told
    answer: dict[str, Any] = {"answered_on": answered_on, "by": one.agency, "text": one.text("answer")}
    if one.handling != "at-meeting" and chance(random, 60):
        answer["document_number"] = f"{random.randint(30, 480)}/UBND-{random.choice(['VP', 'ĐC', 'VX', 'TH'])}"
    return {**told, "answer": answer}


def summary(random: Random, raised: list[Raised], words: Mapping[str, str]) -> str:
    fields = list(dict.fromkeys(one.field[0].lower() + one.field[1:] for one in raised))
    return phrase(random, "summaries", {**words, "fields": ", ".join(fields)})
