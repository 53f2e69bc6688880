"""The commands that tell a record what has happened: announce, postpone, cancel, hold, conclude, commit, update."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable, Mapping

import click

from generator.build import read_site
from generator.commands.options import as_of_option, content_option, day_option, problems_told, report, templates_option
from generator.editing import (
    add_to_record, announcement, commitment_place, dialogue_named, next_commitment_id, refuse_before_its_day,
)
from generator.field_paths import Path as FieldPath
from generator.model import CountOf, Dialogue, Outcome, PartOfDay, Precision, ScheduleState
from generator.record_changes import NotWritten
from generator.today import today_in_vietnam
from generator.yaml_additions import Value

Fields = Mapping[str, Value | None]
_WHERE = (content_option, as_of_option, templates_option)
_id = click.argument("id")
_announced_on = day_option("--announced-on", "Ngày thông báo; mặc định: hôm nay.")
_reason = click.option("--reason", required=True, help="Lý do, như đã thông báo.")
_part_of_day = click.option(
    "--part-of-day", type=click.Choice([part.value for part in PartOfDay]), help="Buổi, khi chưa rõ giờ."
)


def _command(*options: Callable) -> Callable:
    """A command with these options, after the record's id and before where the records are."""
    def make(function: Callable) -> click.Command:
        for option in reversed((_id, *options, *_WHERE)):
            function = option(function)
        return click.command()(function)
    return make


@_command(
    day_option("--day", "Ngày đối thoại.", required=True),
    click.option("--start", metavar="GIỜ", help="Giờ bắt đầu, ví dụ 08:00."),
    click.option("--end", metavar="GIỜ", help="Giờ kết thúc."),
    _part_of_day,
    click.option("--venue", help="Nơi tổ chức mới, nếu thay đổi."),
    click.option("--reason", help="Lý do; bắt buộc khi đã có thông báo trước."),
    day_option("--notified-on", "Ngày báo Ban (cuộc cấp huyện)."),
    _announced_on,
)
def announce(
    id: str, day: date, start: str | None, end: str | None, part_of_day: str | None, venue: str | None,
    reason: str | None, notified_on: date | None, announced_on: date | None, **where: object,
) -> None:
    """Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."""
    entry = {
        "day": _text(day), "start": start, "end": end, "part_of_day": part_of_day,
        "venue": {"name": venue} if venue else None, "reason": reason,
    }
    notified = {"notified_on": _text(notified_on)}
    _add(id, where, lambda dialogue, today: notified | announcement(dialogue, announced_on or today, entry))


@_command(_reason, _announced_on)
def postpone(id: str, reason: str, announced_on: date | None, **where: object) -> None:
    """Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."""
    entry = {"state": ScheduleState.POSTPONED.value, "reason": reason}
    _add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


@_command(_reason, _announced_on)
def cancel(id: str, reason: str, announced_on: date | None, **where: object) -> None:
    """Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."""
    entry = {"state": ScheduleState.CANCELLED.value, "reason": reason}
    _add(id, where, lambda dialogue, today: announcement(dialogue, announced_on or today, entry))


@_command(
    day_option("--day", "Ngày đã tổ chức, nếu khác ngày đã thông báo."),
    click.option("--start", metavar="GIỜ", help="Giờ bắt đầu thực tế."),
    click.option("--end", metavar="GIỜ", help="Giờ kết thúc thực tế."),
    _part_of_day,
    click.option("--attendance", metavar="SỐ", help="Số người dự."),
    click.option(
        "--of", type=click.Choice([of.value for of in CountOf]), help="Đếm người, hộ hay đại biểu.  [mặc định: người]"
    ),
    click.option("--about", "precision", flag_value=Precision.ABOUT.value, help="Số người dự là khoảng chừng."),
    click.option("--more-than", "precision", flag_value=Precision.MORE_THAN.value, help="Trên số đó."),
    click.option("--less-than", "precision", flag_value=Precision.LESS_THAN.value, help="Dưới số đó."),
    click.option("--speakers", metavar="SỐ", help="Lượt phát biểu."),
    click.option("--opinions", "total", metavar="SỐ", help="Tổng số lượt ý kiến."),
    click.option("--before", metavar="SỐ", help="Ý kiến gửi trước hội nghị."),
    click.option("--at-meeting", metavar="SỐ", help="Ý kiến tại hội nghị."),
    click.option("--answered-at-meeting", metavar="SỐ", help="Đã trả lời tại hội nghị."),
    click.option("--answered-later", metavar="SỐ", help="Giải quyết sau."),
    click.option("--passed-up", metavar="SỐ", help="Vượt thẩm quyền, đã chuyển cấp trên."),
    click.option("--summary", help="Diễn biến và kết quả, bằng lời trung tính."),
)
def hold(
    id: str, day: date | None, start: str | None, end: str | None, part_of_day: str | None, attendance: str | None,
    of: str | None, precision: str | None, speakers: str | None, summary: str | None, total: str | None,
    before: str | None, at_meeting: str | None, answered_at_meeting: str | None, answered_later: str | None,
    passed_up: str | None, content: Path, as_of: date | None, templates: Path,
) -> None:
    """Ghi rằng cuộc đối thoại ID đã được tổ chức, với những số liệu đã biết; số chưa biết thì không ghi."""
    if (of or precision) and not attendance:
        raise click.UsageError("--of, --about, --more-than, --less-than đi cùng --attendance")
    opinions = {
        "total": total, "before": before, "at_meeting": at_meeting, "answered_at_meeting": answered_at_meeting,
        "answered_later": answered_later, "passed_up": passed_up,
    }
    held = {
        "day": _text(day), "start": start, "end": end, "part_of_day": part_of_day,
        "attendance": [{"count": attendance, "of": of, "precision": precision}] if attendance else None,
        "speakers": speakers, "opinions": opinions if any(opinions.values()) else None, "summary": summary,
    }
    where = {"content": content, "as_of": as_of, "templates": templates}

    def fields(dialogue: Dialogue, today: date) -> Fields:
        if day is None:
            refuse_before_its_day(dialogue, today)
        return {"held": held}
    _add(id, where, fields)


@_command(
    click.option("--number", metavar="SỐ", help="Số, ký hiệu, ví dụ 15-TB/QU."),
    day_option("--issued-on", "Ngày ban hành."),
    day_option("--sent-on", "Ngày gửi Ban."),
    day_option("--published-on", "Ngày công khai."),
    click.option(
        "--text-file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Tệp chữ (UTF-8) chứa nội dung kết luận.",
    ),
)
def conclude(
    id: str, number: str | None, issued_on: date | None, sent_on: date | None, published_on: date | None,
    text_file: Path | None, **where: object,
) -> None:
    """Ghi Thông báo kết luận của bản ghi ID; chạy lại để ghi thêm ngày gửi, ngày công khai."""
    with problems_told(NotWritten):
        conclusion = {
            "number": number, "issued_on": _text(issued_on), "sent_on": _text(sent_on),
            "published_on": _text(published_on), "text": _read(text_file) if text_file else None,
        }
    if not any(conclusion.values()):
        raise click.UsageError("hãy cho ít nhất một trong: --number, --issued-on, --sent-on, --published-on, --text-file")
    _add(id, where, lambda dialogue, today: {"conclusion": conclusion})


@_command(
    click.option("--text", required=True, help="Nội dung cam kết, như đã phát biểu."),
    click.option("--agency", required=True, help="Cơ quan chủ trì giải quyết."),
    day_option("--due", "Hạn xử lý, nếu có nêu."),
    click.option("--id", "commitment", metavar="MÃ", help="Mã của cam kết; mặc định: số tiếp theo."),
)
def commit(id: str, text: str, agency: str, due: date | None, commitment: str | None, **where: object) -> None:
    """Ghi một cam kết đưa ra tại cuộc đối thoại ID."""
    def fields(dialogue: Dialogue, today: date) -> Fields:
        own_id = commitment or next_commitment_id(dialogue.commitments)
        return {"commitments": [{"id": own_id, "text": text, "agency": agency, "due": _text(due)}]}
    _add(id, where, fields)


@_command(
    click.argument("commitment"),
    click.option("--outcome", type=click.Choice([outcome.value for outcome in Outcome]), required=True, help="Kết quả."),
    click.option("--text", required=True, help="Đã làm gì, hoặc lý do."),
    click.option("--evidence", nargs=2, metavar="TÊN ĐỊA-CHỈ", help="Tên và địa chỉ trang của tài liệu chứng minh."),
    day_option("--updated-on", "Ngày cập nhật; mặc định: hôm nay."),
)
def update(
    id: str, commitment: str, outcome: str, text: str, evidence: tuple[str, str] | None, updated_on: date | None,
    **where: object,
) -> None:
    """Ghi kết quả thực hiện COMMITMENT (mã cam kết) của bản ghi ID."""
    shown = [{"title": evidence[0], "url": evidence[1]}] if evidence else None
    _add(
        id, where,
        lambda dialogue, today: {"updates": [
            {"updated_on": _text(updated_on or today), "outcome": outcome, "text": text, "evidence": shown}
        ]},
        at=lambda dialogue: commitment_place(dialogue, commitment),
    )


def _add(
    id: str, where: Mapping[str, object], fields: Callable[[Dialogue, date], Fields],
    at: Callable[[Dialogue], FieldPath] = lambda dialogue: (),
) -> None:
    """``fields`` and their place follow from the record and the day on which this is done."""
    content = where["content"]
    with problems_told(NotWritten):
        site = read_site(
            content, as_of=where["as_of"], today=today_in_vietnam(), templates=where["templates"], report=report()
        )
        dialogue = dialogue_named(site.register, id)
        path = add_to_record(content, dialogue, fields(dialogue, site.today), site.today, at(dialogue))
    click.secho(f"Đã ghi vào {content / path}.", fg="green")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise NotWritten(f"{file}: phải là tệp chữ lưu bằng bảng mã UTF-8") from None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


COMMANDS = (announce, postpone, cancel, hold, conclude, commit, update)
