"""The commands that tell a record what its schedule is: announce, postpone, cancel."""

from __future__ import annotations

from datetime import date
from typing import Unpack

import click

from generator.commands.additions import Where, add, adding_command, day_text, part_of_day_option
from generator.commands.options import day_option
from generator.editing.record_entries import announcement
from generator.model import ScheduleState

_announced_on = day_option("--announced-on", "Ngày thông báo; mặc định: hôm nay.")
_reason = click.option("--reason", required=True, help="Lý do, như đã thông báo.")


@adding_command(
    day_option("--day", "Ngày đối thoại.", required=True),
    click.option("--start", metavar="GIỜ", help="Giờ bắt đầu, ví dụ 08:00."),
    click.option("--end", metavar="GIỜ", help="Giờ kết thúc."),
    part_of_day_option,
    click.option("--venue", help="Nơi tổ chức mới, nếu thay đổi."),
    click.option("--reason", help="Lý do; bắt buộc khi đã có thông báo trước."),
    day_option("--notified-on", "Ngày báo Ban (cuộc cấp huyện)."),
    _announced_on,
)
def announce(
    id: str, day: date, start: str | None, end: str | None, part_of_day: str | None, venue: str | None,
    reason: str | None, notified_on: date | None, announced_on: date | None, **where: Unpack[Where],
) -> None:
    """Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."""
    entry = {
        "day": day_text(day), "start": start, "end": end, "part_of_day": part_of_day,
        "venue": {"name": venue} if venue else None, "reason": reason,
    }
    notified = {"notified_on": day_text(notified_on)}
    add(id, where, lambda dialogue, today: notified | announcement(dialogue, announced_on or today, entry))


@adding_command(_reason, _announced_on)
def postpone(id: str, reason: str, announced_on: date | None, **where: Unpack[Where]) -> None:
    """Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."""
    entry = {"state": ScheduleState.POSTPONED.value, "reason": reason}
    add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


@adding_command(_reason, _announced_on)
def cancel(id: str, reason: str, announced_on: date | None, **where: Unpack[Where]) -> None:
    """Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."""
    entry = {"state": ScheduleState.CANCELLED.value, "reason": reason}
    add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


COMMANDS = (announce, postpone, cancel)
