"""Whether what is to be published keeps what was published: refused, to be corrected in public, or told by a correction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Iterable, Iterator, Mapping

from generator.comparing.days import Days
from generator.comparing.figures_judged import Records, unexplained_figures, years_moved
from generator.comparing.findings import Finding, Weight, said_once, uncorrected
from generator.comparing.mended import Mended
from generator.comparing.records_judged import gone, judged
from generator.comparing.reforms_judged import late_changes
from generator.comparing.rules_judged import new_rules
from generator.comparing.submissions_judged import judged_submissions
from generator.comparing.units_judged import new_unit, told_together
from generator.model.register_facts import RECORDED_LATE_AFTER_DAYS
from generator.reading.recorded_facts import SUBMISSIONS
from generator.tables.promised_records import PromisedRecord
from generator.tables.promises import Promises, records_beyond

AS_OF = "as_of"
"""The field of register.yml that a correction names where a day was published that was still to come."""


@dataclass(frozen=True)
class Judgement:
    """Plain text, a line each, in the clerk's words. ``refused`` must not be; ``uncorrected`` needs a public, dated correction
    with the old value first; ``told`` is what changes from an old value to a new one and passes, since a correction or a
    redaction says so. A redaction's line never has the old value."""

    refused: tuple[str, ...]
    uncorrected: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def passes(self) -> bool:
        return not self.refused and not self.uncorrected


def judge(old: Promises, new: Promises) -> Judgement:
    """Of what a clerk does every day nothing is said. Only files that differ are read; raises UnreadablePromises."""
    return judgement_of(findings(old, new))


def judgement_of(found: Iterable[Finding]) -> Judgement:
    """What the findings come to, by their records; what many events have in common is told once."""
    lines: dict[Weight, list[str]] = defaultdict(list)
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(found, key=lambda finding: finding.record):
        if finding.alike:
            alike[finding.alike].append(finding)
        else:
            lines[finding.weight].append(finding.text)
    refused = (*lines[Weight.REFUSED], *(said_once(text, some) for text, some in alike.items()))
    return Judgement(refused, tuple(lines[Weight.UNCORRECTED]), tuple(lines[Weight.TOLD]))


def changed_records(old: Promises, new: Promises) -> tuple[Mapping[str, PromisedRecord], Mapping[str, PromisedRecord]]:
    """Those of each side, by name, that differ from the other's or are missing there."""
    differing = [address for address in {**old.files, **new.files} if old.files.get(address) != new.files.get(address)]
    both = ((old, new), (new, old))
    sides = [
        {
            record.name: record for address in differing if address in side.files
            for record in records_beyond(side.files[address], other.files.get(address, b""))
        }
        for side, other in both
    ]
    same = {name for name, record in sides[0].items() if sides[1].get(name) == record}
    before, after = ({name: record for name, record in side.items() if name not in same} for side in sides)
    return before, after


def findings(old: Promises, new: Promises) -> Iterator[Finding]:
    before, after = changed_records(old, new)
    known, present = ({record.name: record for record in side.first.records} for side in (old, new))
    days = Days(old.as_of, new.as_of, _late_after(known))
    years = years_moved(old, new, before, after, days)
    yield from lost_addresses(old.first.addresses, new.first.addresses)
    yield from _earlier_day(known, present, days)
    found = [*_of_records(before, after, known, days)]
    for name, record in after.items():
        if name not in before and name.startswith("units/"):
            found += new_unit(record, days, years)
        elif name not in before and name.startswith("rules/"):
            found += new_rules(record, old, days)
        elif name.startswith("reforms/"):
            found += late_changes(record, known, after, days)
    yield from told_together(found, years, days)
    asked = frozenset(finding.of_unit for finding in found)
    yield from unexplained_figures(years, present, before, after, asked, days)


def _of_records(before: Records, after: Records, known: Records, days: Days) -> Iterator[Finding]:
    for name, record in before.items():
        if name not in after:
            yield gone(record)
        elif name.startswith(f"{SUBMISSIONS}/"):
            rules = known.get(f"rules/{name.removeprefix(f'{SUBMISSIONS}/')}")
            yield from judged_submissions(record, after[name], days, rules.due if rules else {})
        else:
            yield from judged(record, after[name], days)


def _late_after(known: Records) -> timedelta:
    """As it was published, so that nobody says in one change that something is not late and records it."""
    facts = known["register"].values
    return timedelta(days=int(facts.get("recorded_late_after_days", RECORDED_LATE_AFTER_DAYS)))


def _earlier_day(known: Records, present: Records, days: Days) -> Iterator[Finding]:
    """What was told of days since then would be told no more; only a day that was never there yet is taken back."""
    if days.today < days.before:
        was, now = known["register"], present["register"]
        told = (AS_OF, days.before.isoformat(), days.today.isoformat())
        yield Mended(was, now, days.earliest_correction).told(*told) or uncorrected(now, *told, days.today)


def lost_addresses(old: Iterable[str], new: Iterable[str]) -> Iterator[Finding]:
    """Of feeds and of pages."""
    for address in sorted(set(old) - set(new)):
        what = "Lịch" if address.endswith(".ics") else "Địa chỉ"
        follow = ", máy của người đang theo dõi sẽ tự bỏ lịch này" if what == "Lịch" else ""
        yield Finding("", Weight.REFUSED, f"{what} {address} sẽ mất{follow}.")
