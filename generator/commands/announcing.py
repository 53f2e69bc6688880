"""The commands that tell a record what its schedule is: announce, postpone, cancel."""

from __future__ import annotations

from datetime import date
from typing import Unpack

import click

from generator.commands.additions import Where, add, adding_command, day_text, part_of_day_option
from generator.commands.lenient import HourOption
from generator.commands.options import day_option
from generator.editing.record_entries import announcement
from generator.editing.yaml_additions import Given
from generator.model import ScheduleState

_announced_on = day_option("--announced-on", "Ngày thông báo; mặc định: hôm nay.")
_reason = click.option("--reason", required=True, help="Lý do, như đã thông báo.")

_notice = (
    click.option("--notice-number", metavar="SỐ", help="Số văn bản ấn định hoặc thay đổi ngày, ví dụ 12/TB-UBND."),
    day_option("--notice-issued-on", "Ngày ban hành văn bản ấy."),
)


@adding_command(
    day_option("--day", "Ngày đối thoại.", required=True),
    click.option("--start", type=HourOption(), metavar="GIỜ", help="Giờ bắt đầu, ví dụ 08:00 hoặc 8h."),
    click.option("--end", type=HourOption(), metavar="GIỜ", help="Giờ kết thúc."),
    part_of_day_option,
    click.option("--venue", help="Nơi tổ chức mới, nếu thay đổi."),
    click.option("--further-site", multiple=True, metavar="NƠI", help="Điểm cầu, địa điểm khác; ghi nhiều lần được."),
    click.option("--co-organiser", multiple=True, metavar="CƠ-QUAN", help="Cơ quan cùng tổ chức; ghi nhiều lần được."),
    *_notice,
    click.option("--reason", help="Lý do; bắt buộc khi đã có thông báo trước."),
    day_option("--notified-on", "Ngày báo Ban, nơi có quy định phải báo trước."),
    _announced_on,
)
def announce(
    id: str, day: date, start: str | None, end: str | None, part_of_day: str | None, venue: str | None,
    further_site: tuple[str, ...], co_organiser: tuple[str, ...], notice_number: str | None, notice_issued_on: date | None,
    reason: str | None, notified_on: date | None, announced_on: date | None, **where: Unpack[Where],
) -> None:
    """Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."""
    entry: dict[str, Given] = {
        "day": day_text(day), "start": start, "end": end, "part_of_day": part_of_day,
        "venue": {"name": venue} if venue else None, "notice": _paper(notice_number, notice_issued_on), "reason": reason,
    }
    own: dict[str, Given] = {
        "co_organisers": list(co_organiser), "further_sites": list(further_site), "notified_on": day_text(notified_on),
    }
    add(id, where, lambda dialogue, today: own | announcement(dialogue, announced_on or today, entry))


@adding_command(*_notice, _reason, _announced_on)
def postpone(
    id: str, notice_number: str | None, notice_issued_on: date | None, reason: str, announced_on: date | None,
    **where: Unpack[Where],
) -> None:
    """Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."""
    entry = _state(ScheduleState.POSTPONED, _paper(notice_number, notice_issued_on), reason)
    add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


@adding_command(*_notice, _reason, _announced_on)
def cancel(
    id: str, notice_number: str | None, notice_issued_on: date | None, reason: str, announced_on: date | None,
    **where: Unpack[Where],
) -> None:
    """Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."""
    entry = _state(ScheduleState.CANCELLED, _paper(notice_number, notice_issued_on), reason)
    add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


def _state(state: ScheduleState, paper: Given, reason: str) -> dict[str, Given]:
    return {"state": state.value, "notice": paper, "reason": reason}


def _paper(number: str | None, issued_on: date | None) -> Given:
    if issued_on and not number:
        raise click.UsageError("--notice-issued-on đi cùng --notice-number")
    return {"number": number, "issued_on": day_text(issued_on)} if number else None


COMMANDS = (announce, postpone, cancel)
