"""The command that takes published personal data out of a record."""

from __future__ import annotations

from datetime import date

import click

from generator.building.today import today_in_vietnam
from generator.commands.additions import adding_command
from generator.commands.options import Where, day_option, problems_told
from generator.commands.shown_stages import shown_stages
from generator.editing.record_changes import NotWritten
from generator.editing.record_entries import dialogue_named
from generator.editing.record_redactions import redact as redact_record
from generator.reading.problems import InvalidRegister
from generator.reading.records import read_records


@adding_command(
    click.option("--field", "fields", required=True, multiple=True, metavar="TRƯỜNG",
                 help="Trường có dữ liệu cá nhân, ví dụ \"opinions[2].summary\"; cho được nhiều lần."),
    click.option("--now", "texts", required=True, multiple=True, metavar="CHỮ",
                 help="Chữ còn lại, có [đã gỡ] ở chỗ đã gỡ; mỗi --field một --now."),
    click.option("--reason", required=True, metavar="LÝ-DO", help="Vì sao gỡ; không nhắc lại điều đã gỡ."),
    day_option("--redacted-on", "Ngày gỡ; mặc định: hôm nay."),
)
def redact(
    id: str, fields: tuple[str, ...], texts: tuple[str, ...], reason: str, redacted_on: date | None, where: Where
) -> None:
    """Gỡ dữ liệu cá nhân đã lỡ công bố trong bản ghi ID.

    Trang đính chính chỉ nói đã gỡ ở đâu, ngày nào, vì sao. Ghi sai thì dùng lệnh correct.
    """
    if len(fields) != len(texts):
        raise click.UsageError("mỗi --field phải có một --now")
    with problems_told(NotWritten), shown_stages() as report:
        report("Đang đọc bản ghi")
        reading = read_records(where.content)  # not the checked site: the rules may refuse what is to be taken out
        if reading.register is None:
            raise InvalidRegister(reading.problems)
        today = where.as_of or reading.register.facts.as_of or today_in_vietnam()
        dialogue = dialogue_named(reading.register, id)
        now = dict(zip(fields, texts, strict=True))
        path = redact_record(where.content, dialogue, now, reason, redacted_on or today, today)
    click.secho(f"Đã ghi vào {where.content / path}.", fg="green")
    click.echo("Điều đã gỡ còn trong lịch sử git của sổ: hãy báo người bảo trì.")


COMMANDS = (redact,)
