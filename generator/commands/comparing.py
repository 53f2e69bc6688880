"""The command that tells what a change of the records means to the public, as a merge request is told."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.checks import check
from generator.commands.checked_site import checked_site
from generator.commands.options import Where, problems_told, where_options
from generator.commands.shown_stages import shown_stages
from generator.comparing.difference_text import markdown, plain_text
from generator.comparing.public_difference import Difference, difference
from generator.files.revisions import NoSuchRevision, content_of
from generator.keeping.stages import counted
from generator.reading.problems import InvalidRegister
from generator.reading.records import read_records
from generator.site.site import Site

_FORMATS = {"text": plain_text, "markdown": markdown}


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True, help="Dạng chữ.")
@where_options
def diff(old: str, new: str | None, form: str, where: Where) -> None:
    """Cho biết người dân sẽ thấy gì khi đổi từ OLD sang NEW.

    OLD và NEW là thư mục nội dung hoặc một bản (revision) của git; không cho NEW thì so với thư mục nội dung hiện nay.
    Có điều không được làm (xóa bản ghi, mất lịch…) thì kết thúc với mã 1.
    """
    with (
        problems_told(NoSuchRevision),
        content_of(old, where.content) as before, content_of(new or str(where.content), where.content) as after,
    ):
        found = _difference(before, replace(where, content=after))
    click.echo(_FORMATS[form](found), nl=False)
    sys.exit(1 if found.refused else 0)


def _difference(before: Path, after: Where) -> Difference:
    """The new records must be sound; of old ones that are not, what can be read is compared."""
    site = checked_site(after)
    with shown_stages() as report:
        reading = read_records(before, told=counted(report, "Đang đọc bản ghi cũ", "phần"))
    if reading.register is None:
        raise InvalidRegister(reading.problems)
    sound = not any(check(reading, site.today.as_date(), of_documents=False))
    old_site = Site(reading.register, site.today, after.templates, before / "documents", before / "pages")
    return difference(old_site, site, sound)


COMMANDS = (diff,)
