"""The commands that tell a record what took place and what came of it: hold, conclude, commit, update, take-over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Unpack

import click

from generator.commands.additions import Fields, Where, add, adding_command, day_text, part_of_day_option
from generator.commands.lenient import COUNTED_WORDS, OUTCOME_WORDS, HourOption, LenientChoice
from generator.commands.options import day_option, problems_told
from generator.consequences.status import last_announced
from generator.editing.record_changes import NotWritten
from generator.editing.record_entries import commitment_place, next_commitment_id, refuse_before_its_day, refuse_held_again
from generator.model import CountOf, Dialogue, Outcome, Precision


@adding_command(
    day_option("--day", "Ngày đã tổ chức, nếu khác ngày đã thông báo."),
    day_option("--reported-on", "Ngày kết quả được ghi vào sổ, nếu chậm hơn ngày tổ chức; mặc định: hôm nay."),
    click.option("--start", type=HourOption(), metavar="GIỜ", help="Giờ bắt đầu thực tế."),
    click.option("--end", type=HourOption(), metavar="GIỜ", help="Giờ kết thúc thực tế."),
    part_of_day_option,
    click.option("--attended", multiple=True, metavar="CHỨC-DANH", help="Lãnh đạo dự mà không chủ trì; ghi nhiều lần được."),
    click.option("--attendance", metavar="SỐ", help="Số người dự."),
    click.option(
        "--of", type=LenientChoice([of.value for of in CountOf], COUNTED_WORDS),
        help="Đếm người, hộ hay đại biểu.  [mặc định: người]",
    ),
    click.option("--about", "precision", flag_value=Precision.ABOUT.value, help="Số người dự là khoảng chừng."),
    click.option("--almost", "precision", flag_value=Precision.ALMOST.value, help="Gần số đó."),
    click.option("--more-than", "precision", flag_value=Precision.MORE_THAN.value, help="Trên số đó."),
    click.option("--less-than", "precision", flag_value=Precision.LESS_THAN.value, help="Dưới số đó."),
    click.option("--speakers", metavar="SỐ", help="Lượt phát biểu."),
    click.option("--opinions", "total", metavar="SỐ", help="Tổng số lượt ý kiến."),
    click.option(
        "--opinions-precision", type=click.Choice([precision.value for precision in Precision]),
        help="Tổng số lượt ý kiến là con số đúng, khoảng, gần, trên hay dưới.  [mặc định: đúng]",
    ),
    click.option("--before", metavar="SỐ", help="Ý kiến gửi trước hội nghị."),
    click.option("--at-meeting", metavar="SỐ", help="Ý kiến tại hội nghị."),
    click.option("--answered-at-meeting", metavar="SỐ", help="Đã trả lời tại hội nghị."),
    click.option("--answered-later", metavar="SỐ", help="Giải quyết sau."),
    click.option("--passed-up", metavar="SỐ", help="Vượt thẩm quyền, đã chuyển cấp trên."),
    click.option("--summary", help="Diễn biến và kết quả, bằng lời trung tính."),
)
def hold(
    id: str, day: date | None, reported_on: date | None, start: str | None, end: str | None, part_of_day: str | None,
    attended: tuple[str, ...], attendance: str | None, of: str | None, precision: str | None, speakers: str | None,
    summary: str | None, total: str | None, opinions_precision: str | None, before: str | None, at_meeting: str | None,
    answered_at_meeting: str | None, answered_later: str | None, passed_up: str | None, content: Path, as_of: date | None,
    templates: Path,
) -> None:
    """Ghi rằng cuộc đối thoại ID đã được tổ chức, với những số liệu đã biết; số chưa biết thì không ghi."""
    if (of or precision) and not attendance:
        raise click.UsageError("--of, --about, --almost, --more-than, --less-than đi cùng --attendance")
    if opinions_precision and not total:
        raise click.UsageError("--opinions-precision đi cùng --opinions")
    opinions = {
        "total": total, "total_precision": opinions_precision, "before": before, "at_meeting": at_meeting,
        "answered_at_meeting": answered_at_meeting,
        "answered_later": answered_later, "passed_up": passed_up,
    }
    held = {
        "day": day_text(day), "start": start, "end": end, "part_of_day": part_of_day,
        "attended": list(attended),
        "attendance": [{"count": attendance, "of": of, "precision": precision}] if attendance else None,
        "speakers": speakers, "opinions": opinions if any(opinions.values()) else None, "summary": summary,
    }
    where = Where(content=content, as_of=as_of, templates=templates)

    def fields(dialogue: Dialogue, today: date) -> Fields:
        refuse_held_again(dialogue, day, attendance)
        if dialogue.held and not any((*held.values(), reported_on)):
            raise NotWritten(
                f"bản ghi '{dialogue.id}' đã ghi là đã tổ chức; muốn ghi thêm thì cho số liệu, ví dụ: "
                f"dialogues hold {dialogue.id} --attendance 200"
            )
        if day is None:
            refuse_before_its_day(dialogue, today)
        announced = last_announced(dialogue)
        known = day or (announced and announced.day)
        told = reported_on or (today if known and known < today and not dialogue.held else None)
        return {"held": {**held, "reported_on": day_text(told)}}
    add(id, where, fields)


@adding_command(
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
    text_file: Path | None, **where: Unpack[Where],
) -> None:
    """Ghi Thông báo kết luận của bản ghi ID; chạy lại để ghi thêm ngày gửi, ngày công khai."""
    with problems_told(NotWritten):
        conclusion = {
            "number": number, "issued_on": day_text(issued_on), "sent_on": day_text(sent_on),
            "published_on": day_text(published_on), "text": _read(text_file) if text_file else None,
        }
    if not any(conclusion.values()):
        raise click.UsageError("hãy cho ít nhất một trong: --number, --issued-on, --sent-on, --published-on, --text-file")
    add(id, where, lambda dialogue, today: {"conclusion": conclusion})


@adding_command(
    click.option("--text", required=True, help="Nội dung cam kết, như đã phát biểu."),
    click.option("--agency", required=True, help="Cơ quan chủ trì giải quyết."),
    day_option("--due", "Hạn xử lý, nếu có nêu."),
    click.option("--id", "commitment", metavar="MÃ", help="Mã của cam kết; mặc định: số tiếp theo."),
)
def commit(id: str, text: str, agency: str, due: date | None, commitment: str | None, **where: Unpack[Where]) -> None:
    """Ghi một cam kết đưa ra tại cuộc đối thoại ID."""
    def fields(dialogue: Dialogue, today: date) -> Fields:
        own_id = commitment or next_commitment_id(dialogue.commitments)
        return {"commitments": [{"id": own_id, "text": text, "agency": agency, "due": day_text(due)}]}
    add(id, where, fields)


@adding_command(
    click.argument("commitment"),
    click.option(
        "--outcome", type=LenientChoice([outcome.value for outcome in Outcome], OUTCOME_WORDS), required=True, help="Kết quả."
    ),
    click.option("--text", required=True, help="Đã làm gì, hoặc lý do."),
    click.option("--evidence", nargs=2, metavar="TÊN ĐỊA-CHỈ", help="Tên và địa chỉ trang của tài liệu chứng minh."),
    day_option("--updated-on", "Ngày cập nhật; mặc định: hôm nay."),
)
def update(
    id: str, commitment: str, outcome: str, text: str, evidence: tuple[str, str] | None, updated_on: date | None,
    **where: Unpack[Where],
) -> None:
    """Ghi kết quả thực hiện COMMITMENT (mã cam kết) của bản ghi ID."""
    shown = [{"title": evidence[0], "url": evidence[1]}] if evidence else None
    add(
        id, where,
        lambda dialogue, today: {"updates": [
            {"updated_on": day_text(updated_on or today), "outcome": outcome, "text": text, "evidence": shown}
        ]},
        at=lambda dialogue: commitment_place(dialogue, commitment),
    )


@adding_command(
    click.argument("commitment"),
    click.argument("unit"),
    day_option("--on", "Ngày nhận tiếp; mặc định: hôm nay."),
    click.option("--reason", help="Vì sao đơn vị này nhận, khi không phải là đơn vị kế tiếp."),
)
def take_over(
    id: str, commitment: str, unit: str, reason: str | None, content: Path, as_of: date | None, templates: Path, **given: date,
) -> None:
    """Ghi rằng UNIT nhận tiếp COMMITMENT (mã cam kết) của bản ghi ID, vì đơn vị đã cam kết không còn."""
    add(
        id, Where(content=content, as_of=as_of, templates=templates),
        lambda dialogue, today: {"taken_over_by": [
            {"unit": unit, "taken_over_on": day_text(given["on"] or today), "reason": reason}
        ]},
        at=lambda dialogue: commitment_place(dialogue, commitment),
    )


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise NotWritten(f"{file}: phải là tệp chữ lưu bằng bảng mã UTF-8") from None


COMMANDS = (hold, conclude, commit, update, take_over)
