"""The event of a dialogue against the one that phones hold (RFC 5545): its UID, SEQUENCE, DTSTAMP and words."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.comparing.findings import Finding, Weight, entry, refused
from generator.comparing.mended import Mended
from generator.consequences.event_history import is_of_event
from generator.tables.promised_records import PromisedEvent, PromisedRecord


def judged_event(old: PromisedRecord, new: PromisedRecord, mended: Mended, silent: bool, today: date) -> Iterator[Finding]:
    """``silent``: the record is refused already for what it says otherwise; then its event is not judged beside it."""
    was, now = old.event, new.event
    if was is None:
        return
    if now is None or now.uid != was.uid:
        unsaid = "UID đã công bố không còn trong lịch nào: điện thoại sẽ coi là sự kiện mới, và giữ cả sự kiện cũ"
        yield Finding(new.name, Weight.REFUSED, unsaid, alike=unsaid)
    elif now.sequence < was.sequence:
        yield refused(new, (
            f"SEQUENCE của sự kiện giảm từ {was.sequence} xuống {now.sequence}, điện thoại sẽ giữ lịch cũ. "
            "Hãy để nguyên các thông báo cũ."
        ))
    elif now.stamp < was.stamp:
        yield refused(new, (
            "DTSTAMP của sự kiện lùi lại, điện thoại sẽ giữ nội dung cũ. Không bỏ bớt những gì đã ghi; "
            "ghi sai thì sửa và thêm một mục vào corrections."
        ))
    elif not silent:
        yield from _in_silence(old, new, was, now, today)


def _in_silence(
    old: PromisedRecord, new: PromisedRecord, was: PromisedEvent, now: PromisedEvent, today: date
) -> Iterator[Finding]:
    fields = {**old.values, **new.values}
    changed = {field: old.values.get(field) for field in fields if old.values.get(field) != new.values.get(field)}
    moved = (was.start, was.end, was.status) != (now.start, now.end, now.status)
    if moved and not changed:
        unsaid = "Sự kiện đổi giờ, đổi ngày hoặc đổi trạng thái mà không có thông báo nào"
        yield Finding(new.name, Weight.REFUSED, unsaid, alike=unsaid)
    elif moved and now.sequence == was.sequence:
        yield _unnoticed(new, "SEQUENCE", {field: value for field, value in changed.items() if is_of_event(field)}, today)
    elif now.content != was.content and now.stamp == was.stamp:
        if changed:
            yield _unnoticed(new, "DTSTAMP", changed, today)
        else:
            unsaid = (
                "Sự kiện đổi lời theo tên đơn vị, theo register.yml hoặc theo chương trình mà DTSTAMP giữ nguyên: một số "
                f"điện thoại sẽ giữ nội dung cũ. Ghi feeds_changed_on: {today.isoformat()} trong register.yml thì chúng được "
                "cập nhật"
            )
            yield Finding(new.name, Weight.REFUSED, unsaid, alike=unsaid)


def _unnoticed(record: PromisedRecord, stamp: str, changed: dict[str, str | None], today: date) -> Finding:
    shown = " và ".join(entry(field, was, today) for field, was in changed.items())
    return refused(record, (
        f"sự kiện đổi mà {stamp} giữ nguyên, một số điện thoại sẽ giữ nội dung cũ. "
        f"Hãy thêm vào corrections{f': {shown}' if shown else '.'}"
    ))
