"""Rules on who holds a dialogue, when it is announced and when it is held."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.status import held_day, known_day, last_announced, presiders_of
from generator.model import Announcement, Dialogue, Held, Presider, Register
from generator.reading.field_paths import FieldPath


def record_says_something(register: Register, today: date) -> Iterator[Finding]:
    """A record begins with what voters ask for, a registration, an announcement or the meeting itself."""
    for dialogue in _dialogues(register):
        if not (dialogue.demand or dialogue.registration or dialogue.schedule or dialogue.held):
            yield in_dialogue(dialogue, (), "phải có demand, registration, schedule hoặc held")


def demand_is_answered_after_it_came(register: Register, today: date) -> Iterator[Finding]:
    """What voters ask for is answered on or after the day they asked, and said with its day (Law 72/2025/QH15, Art. 43)."""
    for dialogue in _dialogues(register):
        if not (demand := dialogue.demand):
            continue
        for name in ("answer_by", "answered_on"):
            day = getattr(demand, name)
            if day and day < demand.asked_on:
                must = f"không được trước ngày nhận đề nghị ({demand.asked_on})"
                yield in_dialogue(dialogue, ("demand", name), must, day.isoformat())
        if demand.answer and not demand.answered_on:
            must = "phải có ngày trả lời khi có answer"
            yield in_dialogue(dialogue, ("demand", "answered_on"), must, example="answered_on: 2025-08-15")


def post_presides_once(register: Register, today: date) -> Iterator[Finding]:
    """Each post stands once in a list of presiders."""
    for dialogue, path, presiders in _presider_lists(register):
        for post, times in Counter(presider.post for presider in presiders).items():
            if times > 1:
                yield in_dialogue(dialogue, path, "mỗi chức danh chỉ ghi một lần", f"{post.value}, {post.value}")


def presider_holds_the_post(register: Register, today: date) -> Iterator[Finding]:
    """Nobody presides in person for a post that is vacant on that day."""
    for dialogue in _dialogues(register):
        unit, day = register.units.get(dialogue.unit), held_day(dialogue)
        if unit is None or day is None:
            continue
        path: FieldPath = ("held", "presided_by") if dialogue.held and dialogue.held.presided_by else ("presided_by",)
        for position, presider in enumerate(presiders_of(dialogue)):
            if not presider.deputy and unit.is_vacant_on(presider.post, day):
                must = f"chức danh này khuyết vào ngày {day}; nếu cấp phó chủ trì thay, ghi deputy: true"
                yield in_dialogue(dialogue, (*path, position), must, presider.post.value, "{post: government, deputy: true}")


def announcement_is_a_time_or_a_state(register: Register, today: date) -> Iterator[Finding]:
    """An announcement says a day, or that the dialogue is postponed or cancelled, and not both."""
    for dialogue, path, entry in _announcements(register):
        if (entry.day is None) == (entry.state is None):
            must = "mỗi thông báo phải có day (ngày) hoặc state (postponed, cancelled), không cả hai"
            yield in_dialogue(dialogue, path, must, example="day: 2023-08-15")


def hours_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """An end follows its start; a part of the day stands only where the hour is not known."""
    for dialogue, path, entry in _announcements(register):
        yield from _hours(dialogue, path, entry)
    for dialogue in _dialogues(register):
        if dialogue.held:
            yield from _hours(dialogue, ("held",), dialogue.held)


def change_has_a_reason(register: Register, today: date) -> Iterator[Finding]:
    """Every announcement after the first says why, and so does each postponement and cancellation."""
    for dialogue, path, entry in _announcements(register):
        if entry.reason is None and (path[-1] != 0 or entry.state is not None):
            example = "reason: Trùng lịch họp Hội đồng nhân dân"
            yield in_dialogue(dialogue, (*path, "reason"), "phải có lý do của thay đổi", example=example)


def announcements_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """New announcements are added at the end of the list; none is made after the day it announces."""
    for dialogue in _dialogues(register):
        newest: date | None = None
        for position, entry in enumerate(dialogue.schedule):
            announced = known_day(entry.announced_on)
            path = ("schedule", position, "announced_on")
            if announced and newest and announced < newest:
                yield in_dialogue(dialogue, path, f"không được trước thông báo ở trên ({newest})", announced.isoformat())
            if announced and entry.day and announced > entry.day:
                yield in_dialogue(dialogue, path, f"không được sau ngày đối thoại ({entry.day})", announced.isoformat())
            newest = max(filter(None, (newest, announced)), default=None)


def held_as_announced(register: Register, today: date) -> Iterator[Finding]:
    """A dialogue that was held was not postponed or cancelled last, was announced before it was held and reported no
    earlier, and its day is known or its absence explained."""
    for dialogue in _dialogues(register):
        held = dialogue.held
        if held and dialogue.schedule and dialogue.schedule[-1].state:
            must = "không thể có held khi thông báo cuối là tạm hoãn hoặc hủy; hãy thêm thông báo ngày mới"
            yield in_dialogue(dialogue, ("held",), must, at_name=True)
        for position, entry in enumerate(dialogue.schedule):
            announced_on = known_day(entry.announced_on)
            if held and held.day and announced_on and announced_on > held.day and held.day.year >= dialogue.year:
                must = f"không thông báo lịch sau ngày đã tổ chức ({held.day}); "
                must += "ghi sai ngày thì sửa và thêm một mục vào corrections"
                yield in_dialogue(dialogue, ("schedule", position, "announced_on"), must, announced_on.isoformat())
        day = held_day(dialogue)
        if held and day and held.reported_on and held.reported_on < day:
            must = f"không được trước ngày đã tổ chức ({day})"
            yield in_dialogue(dialogue, ("held", "reported_on"), must, held.reported_on.isoformat())
        if held and held.day is None and held.day_note is None and last_announced(dialogue) is None:
            must = "phải có ngày đã tổ chức, hoặc day_note nói vì sao không rõ ngày"
            yield in_dialogue(dialogue, ("held", "day"), must, example="day: 2023-08-15")


def _hours(dialogue: Dialogue, path: FieldPath, entry: Announcement | Held) -> Iterator[Finding]:
    if isinstance(entry, Announcement) and entry.state and (entry.start or entry.part_of_day):
        name = "start" if entry.start else "part_of_day"
        yield in_dialogue(dialogue, (*path, name), "không ghi giờ hay buổi khi tạm hoãn hoặc hủy", at_name=True)
        return
    if entry.end and not entry.start:
        yield in_dialogue(dialogue, (*path, "start"), "phải có giờ bắt đầu khi có giờ kết thúc", example="start: 08:00")
    elif entry.end and entry.start and entry.end <= entry.start:
        yield in_dialogue(dialogue, (*path, "end"), f"phải sau giờ bắt đầu ({entry.start:%H:%M})", f"{entry.end:%H:%M}")
    if entry.part_of_day and entry.start:
        yield in_dialogue(dialogue, (*path, "part_of_day"), "chỉ ghi buổi khi chưa rõ giờ", entry.part_of_day.value)


def _announcements(register: Register) -> Iterator[tuple[Dialogue, FieldPath, Announcement]]:
    for dialogue in _dialogues(register):
        for position, entry in enumerate(dialogue.schedule):
            yield dialogue, ("schedule", position), entry


def _presider_lists(register: Register) -> Iterator[tuple[Dialogue, FieldPath, tuple[Presider, ...]]]:
    for dialogue in _dialogues(register):
        yield dialogue, ("presided_by",), dialogue.presided_by
        if dialogue.held and dialogue.held.presided_by:
            yield dialogue, ("held", "presided_by"), dialogue.held.presided_by


def _dialogues(register: Register) -> Iterator[Dialogue]:
    return iter(register.dialogues.values())


CHECKS: tuple[Check, ...] = (
    record_says_something, demand_is_answered_after_it_came, post_presides_once, presider_holds_the_post,
    announcement_is_a_time_or_a_state, hours_are_in_order, change_has_a_reason, announcements_are_in_order, held_as_announced,
)
