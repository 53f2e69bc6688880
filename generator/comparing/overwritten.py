"""What was published of a dialogue and is written over: refused unless a correction says what it was, with the entry to add."""

from __future__ import annotations

import re
from typing import Any, Container, Iterator

from generator.calendars.calendar_events import calendar_event
from generator.consequences.event_history import event_states, is_of_event, sequence_of
from generator.consequences.status import held_day
from generator.editing.typed_commands import correct_command
from generator.editing.yaml_additions import on_one_line
from generator.model import Correction, Dialogue
from generator.reading.dialogue_fields import path_of, pattern_of, recorded_values, value_at, written_value
from generator.reading.field_paths import FieldPath, written_path
from generator.site.correction_words import field_text, value_before, value_text
from generator.site.site import Site

_PROMISED = re.compile(r"registration\.period|kind|topic|presided_by|mode|venue\.\w+|further_sites")
"""What people go by who mean to come: the time planned, the place, who presides and of what they speak."""
_COUNTED = "kind"
"""Whether it counts towards a target, which is told of what was held too."""
_OF_THE_SCHEDULE = (
    "Đổi lịch thì giữ nguyên thông báo cũ và thêm thông báo mới, kèm lý do (dialogues announce); ghi sai thì thêm"
)
_OTHERWISE = "Ghi sai thì sửa và thêm"


def overwritten(old: Dialogue, new: Dialogue, site: Site) -> Iterator[str]:
    """Each with what to do instead; ``new`` is of the ``site``, whose day dates the corrections that are proposed."""
    if new.corrections[: len(old.corrections)] != old.corrections:
        yield f"Bản ghi {old.id}: một mục đính chính cũ bị sửa hoặc bỏ. Hãy để nguyên và thêm mục mới ở cuối corrections."
    if len(new.schedule) < len(old.schedule):
        yield (
            f"Bản ghi {old.id}: một thông báo lịch đã công bố bị bỏ. Hãy để nguyên các thông báo cũ; "
            "không còn đúng thì thêm thông báo mới, kèm lý do."
        )
    changed = _changed(old, new)
    promised = {path: was for path, was in changed.items() if _is_promised(old, path, was)}
    for path, was in promised.items():
        yield _refusal(new, path, was, value_at(new, path), site, _OF_THE_SCHEDULE if path[0] == "schedule" else _OTHERWISE)
    days = held_day(old), held_day(new)
    if days[0] and days[0] != days[1] and not promised and not _tells_of_day(old, new):
        yield _refusal(new, ("held", "day"), days[0], days[1], site, _OTHERWISE)
    elif _is_unnoticed_move(old, new) and not promised:
        moved = {path: was for path, was in changed.items() if is_of_event(written_path(path))}
        yield _unnoticed(new, "SEQUENCE", moved, site)


def unstamped(old: Site, new: Site, ids: Container[str]) -> Iterator[str]:
    """Of these records, those whose events say something else under an old stamp: some calendars would keep the old words."""
    for id, dialogue in new.register.dialogues.items():
        before = old.register.dialogues.get(id)
        if before is None or before == dialogue or id not in ids:
            continue
        event_before, event = calendar_event(old, before), calendar_event(new, dialogue)
        if event_before and event and event_before.revised == event.revised and event_before.content != event.content:
            yield _unnoticed(dialogue, "DTSTAMP", _changed(before, dialogue), new)


def _changed(old: Dialogue, new: Dialogue) -> dict[FieldPath, Any]:
    """What was published in each field that says something else and of which no new correction says so; None where it held
    nothing."""
    before, after = recorded_values(old), recorded_values(new)
    changed = {path: before.get(path) for path in {**before, **after} if before.get(path) != after.get(path)}
    corrected = [_said(one) for one in new.corrections[len(old.corrections):]]
    return {path: was for path, was in changed.items() if _is_there(new, path) and (path, was) not in corrected}


def _is_promised(old: Dialogue, path: FieldPath, was: Any) -> bool:
    """An announcement is, whole, for ever; the rest as far as it was told, until the dialogue is held, and its kind after
    that too."""
    if path[0] == "schedule":
        return isinstance(path[1], int) and path[1] < len(old.schedule)
    is_open = old.held is None or path[0] == _COUNTED
    return is_open and was is not None and bool(_PROMISED.fullmatch(pattern_of(path)))


def _said(correction: Correction) -> tuple[FieldPath | None, Any]:
    path = path_of(correction.field) if correction.field else None
    return path, path and value_before(correction, path)


def _is_there(dialogue: Dialogue, path: FieldPath) -> bool:
    """A correction cannot name what stood in an entry of a list that is gone."""
    try:
        value_at(dialogue, path)
    except IndexError:
        return False
    return True


def _tells_of_day(old: Dialogue, new: Dialogue) -> bool:
    said = (_said(one) for one in new.corrections[len(old.corrections):])
    return any(path and path[-1] == "day" and was == held_day(old) for path, was in said)


def _is_unnoticed_move(old: Dialogue, new: Dialogue) -> bool:
    states = event_states(old), event_states(new)
    return bool(
        states[0] and states[1] and states[1][-1].is_another(states[0][-1]) and sequence_of(new) <= sequence_of(old)
    )


def _refusal(dialogue: Dialogue, path: FieldPath, was: Any, now: Any, site: Site, instead: str) -> str:
    shown = [
        value_text(path, value, dialogue, site.register, site.words) if value is not None else "(không ghi)"
        for value in (was, now)
    ]
    return (
        f"Bản ghi {dialogue.id}: {field_text(dialogue, path, site.words)} đã công bố là {shown[0]}, nay ghi {shown[1]} "
        f"mà không nói gì. {instead} vào corrections: {_entry(path, was, site)}; "
        f"lệnh: {correct_command(dialogue.id, written_path(path), was=written_value(was))}"
    )


def _unnoticed(dialogue: Dialogue, stamp: str, changed: dict[FieldPath, Any], site: Site) -> str:
    return (
        f"Bản ghi {dialogue.id}: sự kiện đổi mà {stamp} giữ nguyên, một số điện thoại sẽ giữ nội dung cũ. "
        f"Hãy thêm vào corrections{_entries(changed, site)}"
    )


def _entries(changed: dict[FieldPath, Any], site: Site) -> str:
    shown = " và ".join(_entry(path, was, site) for path, was in changed.items())
    return f": {shown}" if shown else "."


def _entry(path: FieldPath, was: Any, site: Site) -> str:
    """As it is pasted into the record's list."""
    entry = {"corrected_on": site.today.as_date().isoformat(), "field": written_path(path)}
    old = written_value(was)
    return f"- {on_one_line({**entry, **({'was': old} if old is not None else {}), 'text': 'Vì sao sửa'})}"
