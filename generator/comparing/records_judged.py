"""One record against what was published of it: what is gone, overwritten, corrected or redacted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Iterator

from generator.comparing.days import Days
from generator.comparing.days_to_come import fields_of_days_to_come
from generator.comparing.events_judged import judged_event
from generator.comparing.fields_by_entry import by_entry, entry_of
from generator.comparing.findings import Finding, Weight, refused, uncorrected, value_text
from generator.comparing.freely_rewritten import is_free
from generator.comparing.late_facts import late_facts
from generator.comparing.mended import Mended
from generator.comparing.units_judged import is_late_of_unit, is_of_changed_fact
from generator.tables.promised_records import PromisedRecord

_MEANS_NOTHING_ALONE = {
    "held.opinions.total_precision": "held.opinions.total",
}
"""Fields that have a value before anything is told: what they are of."""
_ADDED_IN_PUBLIC = re.compile(
    r"rules/\d+ (?!legal_basis\.).*|dialogues/\S+ (?:schedule\[\d+\]|held)\..*"
)
"""What counts differently once it is there: it is corrected, as a value that changes is. Of a dialogue only what an
announcement had left out, and what follows from what was held."""
_HELD_AND_FOLLOWS = re.compile(r"held\.(?:day|presided_by|venue\.\w+)")
_PERIOD = re.compile(r"periods\[\d+\]")
"""Of a year's rules: a law changes them from a day on. Up to the last publication the public was told the others."""
_IN_THE_SCHEDULE = (
    "Đổi lịch thì giữ nguyên thông báo cũ và thêm thông báo mới, kèm lý do (dialogues announce); ghi sai thì thêm"
)


def judged(old: PromisedRecord, new: PromisedRecord, days: Days) -> Iterator[Finding]:
    """What was sent in a year is judged by ``judged_submissions``."""
    mended = Mended(old, new, days.earliest_correction)
    yield from mended.broken()
    if old.address != new.address:
        yield refused(new, f"địa chỉ {old.address} sẽ mất, nay là {new.address}. Hãy để tệp ở chỗ cũ.")
    found: list[Finding] = []
    if old.values != new.values:
        found += _values(old, new, mended, days)
        found += late_facts(old, new, mended, days)
    found += _following(old, new, mended, days.today, {finding.field for finding in found})
    found += _documents(old, new, mended, days.today)
    yield from found
    silent = any(finding.weight != Weight.TOLD for finding in found)
    yield from judged_event(old, new, mended, silent=silent, today=days.today)


def gone(record: PromisedRecord) -> Finding:
    """A record that is there no more."""
    kind, _, id = record.name.partition("/")
    if kind == "dialogues":
        year = (record.address or "").split("/")[1]
        return Finding(record.name, Weight.REFUSED, (
            f"Bản ghi {id} bị xóa hoặc đổi tên: cuộc đối thoại đã đưa lên trang thì không xóa mà hủy. Hãy khôi phục tệp "
            f"dialogues/{year}/{id}.yml, rồi chạy: dialogues cancel {id} --reason \"…\""
        ))
    if kind == "units":
        return Finding(record.name, Weight.REFUSED, (
            f"Đơn vị {id} bị xóa hoặc đổi mã: trang {record.address} và lịch của đơn vị sẽ mất. "
            "Đơn vị không còn thì ghi exists_until."
        ))
    return refused(record, "tệp đã công bố bị xóa. Hãy khôi phục.")


def _values(old: PromisedRecord, new: PromisedRecord, mended: Mended, days: Days) -> Iterator[Finding]:
    fields = by_entry(old), by_entry(new)
    lost: set[str] = set()
    grown = fields_of_days_to_come(old, new, days.before)
    for key, (field, was) in fields[0].items():
        now_field, now = fields[1].get(key, (field, None))
        if now == was or is_free(field) or field.startswith(grown):
            continue
        if now is None and (entry := entry_of(key)) and not any(other.startswith(f"{entry}.") for other in fields[1]):
            if entry not in lost:
                lost.add(entry)
                yield refused(new, _entry_lost(entry, field, was))
        elif _means_something(field, old) and not is_of_changed_fact(field, was, old, new):
            yield from _changed(new, now_field, was, now, mended, days.today)
    for key, (field, now) in fields[1].items():
        if key in fields[0] or field.startswith(grown):
            continue
        if new.name.startswith("units/"):
            if is_late_of_unit(field, now, old, new, days):
                unit = new.name.removeprefix("units/")
                yield from (replace(found, of_unit=unit) for found in _changed(new, field, None, now, mended, days.today))
        elif _is_rewriting(field, old, new, days.before):
            followed = None if mended.says(field, None) else old.follows.get(field)
            yield from _changed(new, field, followed, now, mended, days.today)


def _changed(
    new: PromisedRecord, field: str, was: str | None, now: str | None, mended: Mended, today: date
) -> Iterator[Finding]:
    if new.name == "register" and field == "uid_domain":
        events = "mọi sự kiện trên lịch của người dân sẽ bị coi là sự kiện mới."
        yield refused(new, f"uid_domain đã đổi từ {was} thành {now}: {events}")
        return
    instead = _IN_THE_SCHEDULE if field.startswith("schedule[") else ""
    yield mended.told(field, was, now) or uncorrected(new, field, was, now, today, instead)


def _is_rewriting(field: str, old: PromisedRecord, new: PromisedRecord, before: date) -> bool:
    """Whether a value that is added changes what had been told."""
    if (period := _PERIOD.match(field)) and (began := f"{period[0]}.first_day") not in old.values:
        return date.fromisoformat(new.values[began]) <= before
    if not _ADDED_IN_PUBLIC.fullmatch(f"{old.name} {field}"):
        return False
    if field.startswith("schedule["):
        return f"{entry_of(field)}.announced_on" in old.values
    if field.startswith("held."):
        return bool(_HELD_AND_FOLLOWS.fullmatch(field)) and bool(old.follows)
    return True


def _means_something(field: str, old: PromisedRecord) -> bool:
    return field not in _MEANS_NOTHING_ALONE or _MEANS_NOTHING_ALONE[field] in old.values


def _entry_lost(entry: str, field: str, was: str) -> str:
    if entry.startswith("schedule["):
        return (
            "một thông báo lịch đã công bố bị bỏ. Hãy để nguyên các thông báo cũ; "
            "không còn đúng thì thêm thông báo mới, kèm lý do."
        )
    return f"mục {entry} đã công bố bị bỏ ({field}: {value_text(was)}). Hãy để nguyên; ghi sai thì sửa và đính chính."


def _following(
    old: PromisedRecord, new: PromisedRecord, mended: Mended, today: date, found: set[str]
) -> Iterator[Finding]:
    """The day it was held on and who presided, which follow from the plan too: however they came to change. ``found`` are the
    fields of which something is said already."""
    for field, was in old.follows.items():
        now = new.follows.get(field)
        same = re.compile(r"held\.day|schedule\[\d+\]\.day" if field == "held.day" else r"(?:held\.)?presided_by")
        if now in (was, None) or any(mended.says(one, was) for one in mended.fields if same.fullmatch(one)):
            continue
        if not any(map(same.fullmatch, found)):
            yield uncorrected(new, field, was, now, today)


def _documents(old: PromisedRecord, new: PromisedRecord, mended: Mended, today: date) -> Iterator[Finding]:
    for name, digest in old.documents.items():
        now = new.documents.get(name)
        if now == digest:
            continue
        named = [field for field, value in {**old.values, **new.values}.items() if value == name and field.endswith(".file")]
        if now is None:
            if not any(mended.covers(field, name) for field in (*named, *_files(old))):
                yield refused(new, f"văn bản {name} đã công bố không còn để tải về. Hãy khôi phục tệp.")
            continue
        was = f"sha256:{digest}"
        told = [line for field in named if (line := mended.told(field, was, f"sha256:{now}"))]
        if told:
            yield told[0]
        elif named:
            instead = "Văn bản mới thì đặt tên khác; thay văn bản sai thì thêm"
            yield uncorrected(new, named[0], was, f"sha256:{now}", today, instead, document=name)
        else:
            yield refused(new, f"văn bản {name} bị thay bằng tệp khác mà giữ nguyên tên. Hãy đặt tên khác cho văn bản mới.")


def _files(record: PromisedRecord) -> list[str]:
    return [field for field in record.values if field.endswith(".file")]
