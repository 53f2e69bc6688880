"""Writes one planned dialogue's record, from its registration to its commitments."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, Mapping

from seed import follow_up, meeting
from seed.offices import contact_of, deputy_of, gaps, in_full, in_words, venue_of
from seed.plans import Plan
from seed.schedule import Life, live
from seed.stock import chance, phrase, stock, weighted
from seed.units import Commune
from seed.yaml_writer import write_yaml

HEADS = {"party": "Bí thư", "government": "Chủ tịch UBND"}
STARTS = {"morning": "08:00", "afternoon": "14:00", "evening": "19:30"}
KINDS = {"periodic": "định kỳ", "thematic": "theo chuyên đề", "ad-hoc": "đột xuất"}


def dialogue_file(plan: Plan, seed: int, as_of: date) -> tuple[str, str]:
    """The record's path below the content folder, and its text; the same for the same plan, seed and day."""
    return written(plan, dialogue_record(plan, Random(f"{seed} {plan.id}"), as_of))


def written(plan: Plan, record: Mapping[str, Any]) -> tuple[str, str]:
    """The record's path below the content folder, and its text."""
    heads = " và ".join(HEADS[post] for post in plan.posts)
    comment = f"Đối thoại {KINDS[plan.kind]} của {heads} {in_full(plan.unit)} (dữ liệu mẫu)."
    return f"dialogues/{plan.year}/{plan.id}.yml", write_yaml(record, comment)


def dialogue_record(plan: Plan, random: Random, as_of: date) -> dict[str, Any]:
    unit, words = plan.unit, {**gaps(random, plan.unit, plan.places), "year": str(plan.year)}
    story = stock("stories")[plan.story]
    life = live(random, story, plan.kind, plan.year, as_of, words, plan.not_before)
    matters = meeting.matters_for(random, plan.theme.get("fields"), unit, random.randint(2, 4))
    mode = weighted(random, {"in-person": 91, "mixed": 6, "online": 3})
    planned = life.announcements or life.held_on
    record: dict[str, Any] = {
        "unit": unit.whole_id,
        "kind": plan.kind,
        "presided_by": list(plan.posts),
        "topic": _topic(plan, random, matters, words),
        "subjects": [matter["subject"] for matter in matters] if chance(random, 65) or not plan.theme else [],
        "audiences": plan.theme.get("audiences", []),
        "mode": mode if planned else None,
        "venue": venue_of(random, unit, words["area"], mode, plan.id) if planned else None,
        "serves": list(plan.serves),
        "area": (area := _area(random, plan, words)),
        "participation": _participation(plan, random, life, _invited(words, area)) if life.announcements else None,
        **_commission(plan, random, life, as_of),
        "registration": life.registration,
        "schedule": life.announcements,
    }
    if life.held_on:
        record |= _results(plan, random, life.held_on, matters, as_of, words, life)
    if life.announcements and chance(random, 25):
        bases = stock("phrases")["legal_bases"][: random.randint(1, 3)]
        record["legal_basis"] = [basis.format(**words) for basis in bases]
    if plan.replaces:
        record["note"] = stock("phrases")["successor_note"].format(id=plan.replaces)
    if life.held_on and (as_of - life.held_on).days > 12 and chance(random, 2.5):
        corrected_on = life.held_on + timedelta(days=random.randint(6, 12))
        record["corrections"] = [{"corrected_on": corrected_on, **one} for one in _corrected(random, record["held"])]
    return record


def _corrected(random: Random, held: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One of the figures that the record has, if any, with what had been published of it."""
    counted, opinions = held["attendance"], held["opinions"]
    was = {
        **({"held.attendance[1].count": counted[0]["count"] + 30} if counted else {}),
        **({"held.speakers": held["speakers"] - 1} if held["speakers"] else {}),
        **({"held.opinions.before": None} if "before" in opinions else {}),
    }
    told = [{"field": field, "was": old, "text": stock("phrases")["corrections"][field]} for field, old in was.items()]
    return [random.choice(told)] if told else []


def _topic(plan: Plan, random: Random, matters: list[Mapping[str, Any]], words: Mapping[str, str]) -> str | None:
    if plan.theme:
        return plan.theme["topic"].format(**words)
    subject = matters[0]["subject"]
    filled = {**words, "subject": subject[0].lower() + subject[1:]}
    return phrase(random, "periodic_topics", filled) if chance(random, 70) else None


def _area(random: Random, plan: Plan, words: Mapping[str, str]) -> str | None:
    if plan.serves or not isinstance(plan.unit, Commune) or not chance(random, 22):
        return None
    other = random.choice(plan.places)
    return words["area"] if other == words["area"] else f"{words['area']} và {other}"


def _invited(words: Mapping[str, str], area: str | None) -> Mapping[str, str]:
    """Whoever is asked to come is of the whole area."""
    return {**words, "area": area.replace(" và ", ", ")} if area else words


def _participation(plan: Plan, random: Random, life: Life, words: Mapping[str, str]) -> dict[str, Any]:
    names = stock("register")["audiences"]
    audiences = "; ".join(names[audience] for audience in plan.theme.get("audiences", []))
    pattern = stock("phrases")["audience_who"]
    known = [entry["announced_on"] for entry in life.announcements if entry["announced_on"] != "unknown"]
    opens = known[-1] if known else None
    closes = life.day - timedelta(days=random.randint(2, 4))
    if plan.serves:
        words = {**words, "unit": ", ".join(plan.places)}
    part: dict[str, Any] = {
        "who": pattern.format(audience=audiences, **words) if audiences else phrase(random, "who", words)
    }
    if opens and opens < closes and chance(random, 85):
        part |= {"opinions_from": opens, "opinions_until": closes}
        part["opinions_to"] = stock("phrases")["opinions_to"].format(unit=in_words(plan.unit))
    if chance(random, 30):
        part |= {"attend_until": closes, "attend_to": stock("phrases")["attend_to"].format(**words)}
    return {**part, "contact": contact_of(plan.unit)} if chance(random, 80) else part


def _commission(plan: Plan, random: Random, life: Life, as_of: date) -> dict[str, Any]:
    """The district tells the commission beforehand, which sends somebody (the guidance of 2023)."""
    known = [entry["announced_on"] for entry in life.announcements if entry["announced_on"] != "unknown"]
    if isinstance(plan.unit, Commune) or not known or chance(random, 10):
        return {}
    observer = random.choice(stock("phrases")["observers"]) if chance(random, 75) else None
    return {"notified_on": min(known[-1] + timedelta(days=random.randint(0, 3)), as_of), "observer": observer}


def _results(
    plan: Plan, random: Random, held_on: date, matters: list[Mapping[str, Any]], as_of: date,
    words: Mapping[str, str], life: Life,
) -> dict[str, Any]:
    unit = plan.unit
    count = random.randint(1, 3) if isinstance(unit, Commune) else random.randint(3, 5)
    raised = meeting.raise_matters(random, unit, plan.places, matters, count)
    held = _held_at(random, held_on, life)
    if "deputy" in stock("stories")[plan.story]:
        held["presided_by"] = _with_deputy(plan)
    counts = meeting.opinion_counts(random, raised)
    held |= {
        "attendance": meeting.attendance(random, unit),
        "speakers": random.randint(5, 21) if chance(random, 75) else None,
        "opinions": counts,
        "summary": meeting.summary(random, raised, words) if chance(random, 55) else None,
    }
    if not any(held.values()):
        held["day"] = held_on
    made = follow_up.commitments(random, raised, held_on, as_of, words)
    return {
        "held": held,
        "conclusion": follow_up.conclusion(random, unit, plan.posts, raised, made, held_on, as_of, words),
        "opinions": meeting.opinions(random, raised, held_on, as_of),
        "commitments": made,
    }


def _held_at(random: Random, held_on: date, life: Life) -> dict[str, Any]:
    """The day where none was announced, the hour where only a part of the day was; else mostly as announced."""
    part_of_day = life.announcements[-1].get("part_of_day") if life.announcements else None
    if part_of_day:
        known = {"start": STARTS[part_of_day]} if chance(random, 50) else {"part_of_day": part_of_day}
        return {"day": held_on, **known}
    if not life.announcements or chance(random, 15):
        return {"day": held_on}
    return {}


def _with_deputy(plan: Plan) -> list[Any]:
    """The last post in the list is stood in for; its title names the office, never a person."""
    *present, absent = plan.posts
    return [*present, {"post": absent, "deputy": True, "title": deputy_of(plan.unit, absent)}]
