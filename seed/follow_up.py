"""What follows a sample meeting: the conclusion notice on its way, and commitments kept, late or left open."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, Mapping

from generator.site.short_days import short_day
from seed.calendar_days import month_end, working_day, working_day_after
from seed.meeting import Raised
from seed.offices import notice_number
from seed.stock import chance, phrase, weighted
from seed.units import Commune, District

SEND_WITHIN_DAYS = 10


def commitments(
    random: Random, raised: list[Raised], held_on: date, as_of: date, words: Mapping[str, str]
) -> list[dict[str, Any]]:
    made = []
    for one in raised:
        if "commitment" in one.case and chance(random, 82):
            due = _due(random, held_on)
            updates = _updates(random, one, held_on, due, as_of, words)
            text = one.text("commitment")
            made.append({"id": len(made) + 1, "text": text, "agency": one.agency, "due": due, "updates": updates})
    return made


def conclusion(
    random: Random, unit: District, posts: tuple[str, ...], raised: list[Raised], made: list[dict[str, Any]],
    held_on: date, as_of: date, words: Mapping[str, str],
) -> dict[str, Any] | None:
    """District level: sent to the commission in time, late, or not at all. Commune level: published, mostly."""
    if isinstance(unit, Commune):
        course = weighted(random, {"published": 68, "issued": 14, "none": 18})
    else:
        course = weighted(random, {"in-time": 58, "late": 16, "not-sent": 10, "none": 16})
    issued_on = working_day(held_on + timedelta(days=random.randint(2, 8)))
    issued_on = max(issued_on, held_on)
    if course == "none" or issued_on > as_of:
        return None
    sent_on = None
    if course == "in-time":
        limit = held_on + timedelta(days=SEND_WITHIN_DAYS)
        sent_on = min(working_day_after(issued_on, random.randint(0, 3)), limit)
    elif course == "late":
        sent_on = working_day_after(held_on, SEND_WITHIN_DAYS + random.randint(1, 12))
    published_on = None
    if course != "issued" and chance(random, 88):
        published_on = working_day_after(issued_on, random.randint(1, 12))
    return {
        "number": notice_number(random, unit, posts),
        "issued_on": issued_on,
        "sent_on": sent_on if sent_on and sent_on <= as_of else None,
        "published_on": published_on if published_on and published_on <= as_of else None,
        "text": _conclusion_text(random, raised, made, words),
    }


def _conclusion_text(
    random: Random, raised: list[Raised], made: list[dict[str, Any]], words: Mapping[str, str]
) -> str:
    by_text = {one.text("commitment"): one.field for one in raised if "commitment" in one.case}
    points = []
    for commitment in made:
        due = commitment["due"]
        until = f", hoàn thành chậm nhất ngày {short_day(due)}" if due else ""
        text, agency = commitment["text"], commitment["agency"]
        points.append(f"**{by_text[text]}**: {text}. Giao {agency} chủ trì{until}.")
    points.append(phrase(random, "conclusion_general", words))
    listed = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    opening, closing = phrase(random, "conclusion_openings", words), phrase(random, "conclusion_closings", words)
    return f"{opening}:\n\n{listed}\n\n{closing}"


def _due(random: Random, held_on: date) -> date | None:
    if chance(random, 8):
        return None
    due = held_on + timedelta(days=random.randint(15, 130))
    return month_end(due) if chance(random, 55) else due


def _updates(
    random: Random, one: Raised, held_on: date, due: date | None, as_of: date, words: Mapping[str, str]
) -> list[dict[str, Any]]:
    due_is_past = due is not None and due < as_of
    course = weighted(random, (
        {"kept": 46, "kept-late": 15, "begun": 14, "silent": 7, "not-kept": 8, "passed-up": 10} if due_is_past
        else {"kept": 26, "begun": 32, "silent": 38, "passed-up": 4}
    ))
    end = due if due_is_past else as_of
    first = held_on + timedelta(days=5)
    if course == "kept-late":
        first, end = due + timedelta(days=1), as_of
    elif course == "not-kept":
        first = max(first, due - timedelta(days=9))
    if course == "silent" or first > end:
        return []
    day = working_day(first + timedelta(days=random.randint(0, min((end - first).days, 75))))
    day = day if day > held_on and (course != "kept-late" or day > due) else first
    texts = {
        "kept": one.case["kept"].format(**one.words), "kept-late": one.case["kept"].format(**one.words),
        "not-kept": phrase(random, "not_kept", words), "passed-up": phrase(random, "passed_up", words),
        "begun": phrase(random, "in_progress", words),
    }
    outcome = {"kept-late": "kept", "begun": "in-progress"}.get(course, course)
    updates = [{"updated_on": day, "outcome": outcome, "text": texts[course]}]
    earlier = day - timedelta(days=random.randint(5, 20))
    if course != "begun" and earlier > held_on and chance(random, 35):
        begun = phrase(random, "in_progress", words)
        updates.insert(0, {"updated_on": earlier, "outcome": "in-progress", "text": begun})
    return updates
