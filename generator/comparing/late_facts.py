"""What is recorded late of a dialogue that the public was told of: what had been told as missed, and what is long past."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator, Mapping

from generator.comparing.days import Days
from generator.comparing.fields_by_entry import by_entry
from generator.comparing.findings import Finding, uncorrected
from generator.comparing.mended import Mended
from generator.model import UNKNOWN_DAY, Outcome
from generator.tables.promised_records import PromisedRecord

_BEFOREHAND = re.compile(r"notified_on|registration\.registered_on|schedule\[\d+\]\.announced_on")
"""What is done before a dialogue, which was told without it."""
_DONE_ON = re.compile(
    rf"{_BEFOREHAND.pattern}"
    r"|conclusion\.(?:issued|sent|published)_on|demand\.answered_on|opinions\[\d+\]\.answer\.answered_on"
    r"|commitments\[[^\]]+\]\.updates\[\d+\]\.updated_on"
)
MISSED = "Trang đã nói là quá hạn, nay thành đúng hạn: thêm"
_Entries = Mapping[str, tuple[str, str]]


def late(days: Days) -> str:
    return f"Ghi muộn hơn {days.late_after.days} ngày sau ngày ấy: thêm"


def late_facts(old: PromisedRecord, new: PromisedRecord, mended: Mended, days: Days) -> Iterator[Finding]:
    """Of what the public knew to be awaited: what comes with a meeting, an opinion or a commitment that is new itself is news.
    That a meeting was held is judged by the figures which it moves."""
    before, after = by_entry(old), by_entry(new)
    for key, (field, value) in after.items():
        if key in before or not _DONE_ON.fullmatch(key) or value == UNKNOWN_DAY or not _was_awaited(key, before, old):
            continue
        day, last_day = date.fromisoformat(value), _last_day(key, before, after, old)
        is_kept_after_all = last_day is not None and days.was_over(last_day) and day <= last_day
        if is_kept_after_all or days.is_late(day):
            why = MISSED if is_kept_after_all else late(days)
            yield mended.told(field, None, value) or uncorrected(new, field, None, value, days.today, why)


def _was_awaited(key: str, before: _Entries, old: PromisedRecord) -> bool:
    if _BEFOREHAND.fullmatch(key):
        return True
    if key.startswith("conclusion."):
        return bool(old.follows)
    entry = re.match(r"\w+(?:\[[^\]]+\])?", key)
    return entry is not None and any(other.startswith(f"{entry[0]}.") for other in before)


def _last_day(key: str, before: _Entries, after: _Entries, old: PromisedRecord) -> date | None:
    """On which it would have been in time, where something set one."""
    found = old.due.get(key)
    if key == "demand.answered_on":
        _, found = before.get("demand.answer_by", ("", None))
    elif key.startswith("commitments["):
        _, outcome = after.get(f"{key.removesuffix('updated_on')}outcome", ("", ""))
        _, due = before.get(f"{key.partition(']')[0]}].due", ("", None))
        found = due if outcome == Outcome.KEPT.value else None
    return date.fromisoformat(found) if found else None
