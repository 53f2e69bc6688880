"""Strategies for whole registers as clerks' files: valid by construction, with texts that nobody should write."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.folders import write_yaml

AS_OF = date(2023, 9, 15)
UNITS = ("hong-bang", "hong-bang/so-dau", "hong-bang/ha-ly", "hong-bang/thuong-ly", "bach-long-vi")
VACANT = "hong-bang/thuong-ly"
"""Its party post is vacant from June in the golden content: there nobody presides for it in person."""

_words = st.sampled_from((
    "đất", "đai", "Nhân dân", "<script>alert()</script>", "</title>", "{{ register }}", "{% raw %}", "{# x", "&amp;",
    '"', "'", "=SUM(A:A)", "-", "|", "*", "_", "`", "[x](javascript:x)", "]]>", "\\n", "\\", ";", ",", "😀", "%s", "# tiêu",
    "<!--", "-->", "https://x.example/?a=b&c=d", "{: onclick=x }",
))
texts = st.lists(_words, max_size=6).map(lambda words: " ".join(("Đối thoại", *words)))


def days(first: date, last: date = AS_OF) -> st.SearchStrategy[date]:
    return st.dates(first, max(first, last))


@st.composite
def dialogues(draw: st.DrawFn) -> dict[str, Any]:
    """A dialogue's fields, from a mere registration to kept commitments; every day in it fits the others."""
    unit = draw(st.sampled_from(UNITS))
    posts = draw(st.permutations(("party", "government")))[: draw(st.integers(1, 2))]
    record: dict[str, Any] = {
        "unit": unit,
        "kind": draw(st.sampled_from(("periodic", "thematic", "ad-hoc"))),
        "presided_by": [
            {"post": post, "deputy": "true" if (unit, post) == (VACANT, "party") or draw(st.booleans()) else "false"}
            for post in posts
        ],
        "topic": draw(texts),
        "mode": draw(st.sampled_from(("in-person", "online", "mixed"))),
    }
    if draw(st.booleans()):
        record["venue"] = {"name": draw(texts), "address": draw(texts)}
    if draw(st.booleans()):
        period = draw(st.sampled_from(("2023-10", "2023-Q4", "2023-Q2", "2023-11-20", "2024-Q1")))
        registered_on = draw(st.one_of(st.just("unknown"), days(date(2023, 1, 1), date(2023, 3, 1)).map(str)))
        record["registration"] = {"registered_on": registered_on, "period": period}
    record["schedule"] = draw(_schedules(unit))
    record |= draw(_results(record))
    if not (record.get("registration") or record["schedule"] or record.get("held")):
        record["registration"] = {"registered_on": "unknown", "period": "2023-Q3"}
    return record


@st.composite
def _schedules(draw: st.DrawFn, unit: str) -> list[dict[str, Any]]:
    announced = date(2023, 3, 2)
    schedule: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 4))):
        announced = draw(days(announced, min(AS_OF, announced + timedelta(60))))
        entry: dict[str, Any] = {"announced_on": draw(st.sampled_from((str(announced), "unknown")))}
        if draw(st.integers(0, 3)):
            entry["day"] = str(announced + timedelta(draw(st.integers(0, 120))))
            hours = (({"start": "08:00", "end": "11:00"}), {"start": "14:30"}, {"part_of_day": "morning"}, {})
            entry |= draw(st.sampled_from(hours))
        else:
            entry["state"] = draw(st.sampled_from(("postponed", "cancelled")))
        if schedule or "state" in entry:
            entry["reason"] = draw(texts)
        schedule.append(entry)
    return schedule


@st.composite
def _results(draw: st.DrawFn, record: dict[str, Any]) -> dict[str, Any]:
    """Nothing for a dialogue that cannot have taken place by the "as of" day."""
    last = record["schedule"][-1] if record["schedule"] else None
    if draw(st.booleans()) or (last and ("day" not in last or last["day"] > str(AS_OF))):
        return {}
    held: dict[str, Any] = {"attendance": [{"count": str(draw(st.integers(0, 5000))), "precision": "about"}]}
    day = date.fromisoformat(last["day"]) if last else draw(st.one_of(st.none(), days(date(2023, 1, 5))))
    if last is None:
        held |= {"day": str(day)} if day else {"day_note": draw(texts)}
    after = day or date(2023, 1, 5)
    results: dict[str, Any] = {"held": held}
    if draw(st.booleans()):
        issued = draw(days(after))
        results["conclusion"] = {"issued_on": str(issued), "sent_on": str(draw(days(issued))), "text": draw(texts)}
    results["opinions"] = [{"summary": draw(texts)} for _ in range(draw(st.integers(0, 2)))]
    results["commitments"] = [
        {"id": str(number), "text": draw(texts), "agency": draw(texts), "due": str(draw(days(after, date(2024, 6, 1)))),
         "updates": [{
             "updated_on": str(draw(days(after))), "text": draw(texts),
             "outcome": draw(st.sampled_from(("in-progress", "kept", "not-kept", "passed-up"))),
         }] if draw(st.booleans()) else []}
        for number in range(1, 1 + draw(st.integers(0, 2)))
    ]
    return results


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """Rules of a year that differ in everything the ledger depends on."""
    truth = st.sampled_from(("true", "false"))
    return {
        "posts": draw(st.sampled_from((["party", "government"], ["party"], ["government", "party"]))),
        "minimum": {"district": str(draw(st.integers(0, 2))), "commune": str(draw(st.integers(0, 2)))},
        "joint_counts_for_both": draw(truth), "one_person_counts_for_both": draw(truth), "deputy_counts": draw(truth),
        "vacant_post_owes": draw(truth), "basis": "huong-dan-2023",
    }


registers = st.fixed_dictionaries({
    "dialogues": st.lists(dialogues(), max_size=6), "target": targets(),
})


def write_register(register: dict[str, Any], content: Path) -> None:
    """Into a content folder that holds the golden facts and units and no dialogue but those of the last register."""
    folder = content / "dialogues" / "2023"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for number, dialogue in enumerate(register["dialogues"], 1):
        write_yaml(folder / f"cuoc-{number}.yml", dialogue)
    rules = content / "rules" / "2023.yml"
    write_yaml(rules, {**yaml.load(rules.read_text("utf-8"), yaml.BaseLoader), "target": register["target"]})
