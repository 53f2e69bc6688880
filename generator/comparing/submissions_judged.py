"""What was sent in a year against what had been published of it: taken back, or sent after all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Iterator, Mapping

from generator.comparing.days import Days
from generator.comparing.findings import Finding, uncorrected
from generator.comparing.late_facts import MISSED, late
from generator.comparing.mended import Mended
from generator.reading.recorded_facts import SUBMISSIONS, not_sent
from generator.tables.promised_records import PromisedRecord


def judged_submissions(
    old: PromisedRecord, new: PromisedRecord, days: Days, due: Mapping[str, str]
) -> Iterator[Finding]:
    """What was sent is known by what it says, wherever in the list it stands. ``due`` has the last day of each report, as it
    was published: what had been told as not sent by then is told in public where it was sent in time after all."""
    mended = Mended(old, new, days.earliest_correction)
    yield from mended.broken()
    before, after = Counter(old.values.values()), Counter(new.values.values())
    for line in sorted((before - after).elements()):
        yield mended.told(SUBMISSIONS, line, None) or uncorrected(new, SUBMISSIONS, line, None, days.today)
    told = {not_sent(line) for line in before}
    for line in sorted((after - before).elements()):
        if not_sent(line) in told:
            continue  # it stands in place of one that was taken back
        _, report, written = line.split(" ")
        day, last_day = date.fromisoformat(written), due.get(report)
        is_sent_after_all = last_day is not None and days.was_over(date.fromisoformat(last_day)) and written <= last_day
        if is_sent_after_all or days.is_late(day):
            was, why = not_sent(line), MISSED if is_sent_after_all else late(days)
            yield mended.told(SUBMISSIONS, was, line) or uncorrected(new, SUBMISSIONS, was, line, days.today, why)
