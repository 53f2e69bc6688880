"""What a person has to look at: it may be right, and is more often a slip. It stops no build unless that is asked for."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Iterator

from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.status import held_day, known_day
from generator.consequences.whom_to_ask import whom_to_ask
from generator.model import Register
from generator.model.held import CountOf
from generator.reading.field_paths import FieldPath

_DAY_IN_NAME = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d-?(?:0[1-9]|1[0-2])(?:-?(?:0[1-9]|[12]\d|3[01]))?|\d{1,2}-\d{1,2}-(?:19|20)?\d\d"
    r"|(?<![a-z])thang-\d{1,2}|ngay-\d{1,2}-\d{1,2})(?!\d)"
)
_FIRST_START = time(6)
_LAST_START = time(20, 30)
"""Between these hours people are asked to a meeting, in Asia/Ho_Chi_Minh."""
_LONG_BEFORE = 300
"""Days; a plan is registered in the year of its meeting."""
_DAYS_BEFORE = ("opinions_from", "opinions_until", "attend_until")
_NAMED = 3
"""Units in a message; more would hide what is to be done."""


def speakers_are_among_those_present(register: Register, today: date) -> Iterator[Finding]:
    """More spoke than came: a digit too many, or a count of opinions where speakers are asked for."""
    for dialogue in register.dialogues.values():
        held = dialogue.held
        if held and held.speakers and held.attendance and all(part.of is not CountOf.HOUSEHOLDS for part in held.attendance):
            present = sum(part.count for part in held.attendance)
            if held.speakers > present:
                must = f"nhiều hơn {present} người dự"
                yield in_dialogue(dialogue, ("held", "speakers"), must, str(held.speakers))


def hour_is_one_of_a_meeting(register: Register, today: date) -> Iterator[Finding]:
    """A meeting at three in the night is one at three in the afternoon."""
    for dialogue in register.dialogues.values():
        starts: list[tuple[FieldPath, time | None]] = [
            (("schedule", position, "start"), entry.start) for position, entry in enumerate(dialogue.schedule)
        ]
        if dialogue.held:
            starts.append((("held", "start"), dialogue.held.start))
        for path, start in starts:
            if start and not _FIRST_START <= start <= _LAST_START:
                must = "giờ ít khi họp; buổi chiều thì ghi 13:00 đến 17:00"
                yield in_dialogue(dialogue, path, must, f"{start:%H:%M}")


def plan_is_registered_before_it_is_announced(register: Register, today: date) -> Iterator[Finding]:
    """Plans are registered first (the guidance, 2023); a day in the wrong field looks like this too."""
    for dialogue in register.dialogues.values():
        announced = [
            day for entry in dialogue.schedule
            if (day := known_day(entry.announced_on)) and not _is_long_before(day, entry.day)
        ]
        registered = known_day(dialogue.registration.registered_on) if dialogue.registration else None
        if registered and announced and registered > min(announced):
            must = f"đăng ký sau ngày thông báo lịch đầu tiên ({min(announced)})"
            yield in_dialogue(dialogue, ("registration", "registered_on"), must, registered.isoformat())


def fact_is_near_its_meeting(register: Register, today: date) -> Iterator[Finding]:
    """What is announced or answered the better part of a year before the meeting has most often last year's number."""
    for dialogue in register.dialogues.values():
        meetings = [entry.day for entry in dialogue.schedule if entry.day]
        meeting = held_day(dialogue) or max(meetings, default=None)
        facts: list[tuple[FieldPath, date | None, date | None]] = [
            (("schedule", position, "announced_on"), known_day(entry.announced_on), entry.day)
            for position, entry in enumerate(dialogue.schedule)
        ]
        facts += [(("participation", name), getattr(dialogue.participation, name), meeting) for name in _DAYS_BEFORE]
        facts += [
            (("opinions", position, "answer", "answered_on"), opinion.answer.answered_on, meeting)
            for position, opinion in enumerate(dialogue.opinions) if opinion.answer
        ]
        for path, day, of_meeting in facts:
            if day and of_meeting and _is_long_before(day, of_meeting):
                must = f"trước ngày đối thoại ({of_meeting}) gần một năm hay hơn; hãy xem lại năm"
                yield in_dialogue(dialogue, path, must, day.isoformat())


def _is_long_before(day: date, meeting: date | None) -> bool:
    return meeting is not None and (meeting - day).days > _LONG_BEFORE


def file_name_holds_no_day(register: Register, today: date) -> Iterator[Finding]:
    """The name of a record is its address and stays when its day is moved; a day in it would be wrong then."""
    for dialogue in register.dialogues.values():
        own = "|".join(dialogue.unit.split("/"))  # "dai-thang-1" holds no month
        if _DAY_IN_NAME.search(re.sub(rf"(?<![a-z0-9])(?:{own})(?![a-z])", "", dialogue.id)):
            must = "tên tệp có ngày tháng; ngày đối thoại có thể dời mà tên tệp giữ mãi, nên đặt theo đơn vị, loại và số thứ tự"
            yield Finding(f"dialogues/{dialogue.id}", (), must, dialogue.id, f"{dialogue.unit.replace('/', '-')}-dinh-ky-1.yml")


def every_unit_can_be_asked(register: Register, today: date) -> Iterator[Finding]:
    """Where neither a unit nor the one it lies in nor the city can be called, written to or asked on a page, a question
    is a dead end."""
    unreached = [unit.name for unit in register.units_counted_on(today) if not whom_to_ask(register, unit, today)]
    if unreached:
        named = ", ".join(unreached[:_NAMED]) + (" …" if len(unreached) > _NAMED else "")
        must = f"chưa có phone, email, page, mà {len(unreached)} đơn vị chưa có contacts ({named}): người dân không có nơi hỏi"
        yield Finding("register.yml", ("contact",), must, None, "phone: 0225 3000 000")


REVIEWS: tuple[Check, ...] = (
    speakers_are_among_those_present, hour_is_one_of_a_meeting, plan_is_registered_before_it_is_announced,
    fact_is_near_its_meeting, file_name_holds_no_day, every_unit_can_be_asked,
)
