"""The command that corrects in public what a record said wrongly."""

from __future__ import annotations

from datetime import date

import click

from generator.commands.additions import adding_command
from generator.commands.checked_site import checked_site
from generator.commands.options import Where, day_option, problems_told
from generator.editing.record_changes import NotWritten
from generator.editing.record_corrections import add_correction
from generator.editing.record_entries import dialogue_named


@adding_command(
    click.argument("text"),
    click.option("--field", required=True, metavar="TRƯỜNG", help="Trường ghi sai, ví dụ venue.name, \"schedule[1].day\"."),
    click.option("--now", metavar="GIÁ-TRỊ", help="Giá trị đúng; lệnh ghi nó vào trường và nhớ giá trị cũ."),
    click.option("--was", metavar="GIÁ-TRỊ", help="Giá trị cũ đã công bố, khi trường đã được sửa trong tệp."),
    day_option("--corrected-on", "Ngày đính chính; mặc định: hôm nay."),
)
def correct(
    id: str, text: str, field: str, now: str | None, was: str | None, corrected_on: date | None, where: Where
) -> None:
    """Đính chính một trường của bản ghi ID; TEXT là vì sao sửa.

    Trường đã sửa trong tệp mà trước đó chưa ghi gì thì không cho --now, cũng không cho --was.
    """
    if now is not None and was is not None:
        raise click.UsageError("chỉ cho một trong hai: --now (lệnh sửa trường) hoặc --was (trường đã sửa trong tệp)")
    with problems_told(NotWritten):
        site = checked_site(where)
        dialogue, today = dialogue_named(site.register, id), site.today.as_date()
        path = add_correction(where.content, dialogue, field, was, now, text, corrected_on or today, today)
    click.secho(f"Đã ghi vào {where.content / path}.", fg="green")


COMMANDS = (correct,)
