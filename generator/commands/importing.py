"""The command that reads districts' Excel sheets into records: import."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Iterator

import click

from generator.commands.checked_site import checked_site
from generator.commands.named_units import id_said
from generator.commands.options import FILE, Where, problems_told, where_options
from generator.commands.shown_stages import shown_stages
from generator.editing.record_changes import NotWritten, put_files, try_files
from generator.reading.problems import InvalidRegister

if TYPE_CHECKING:
    from generator.sheets.preview import Preview


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--unit", metavar="MÃ", help="Mã hoặc tên đơn vị gửi bảng, khi bảng không ghi; all: bảng chung của mọi đơn vị.")
@click.option("--year", type=int, metavar="NĂM", help="Năm của bảng, khi bảng không ghi.")
@click.option("--apply", "applied", is_flag=True, help="Ghi vào sổ; không có thì chỉ xem trước.")
@where_options
def import_sheets(files: tuple[Path, ...], unit: str | None, year: int | None, applied: bool, where: Where) -> None:
    """Nhập bảng Excel các đơn vị gửi về (kế hoạch, cuộc đã tổ chức, ý kiến): xem trước, rồi ghi tất cả hoặc không ghi gì."""
    from generator.sheets.importing import preview_import  # openpyxl is slow to import
    from generator.sheets.preview_text import preview_text

    with problems_told(NotWritten):
        site = checked_site(where)
        today = site.today.as_date()
        unit = unit and id_said(unit, site.register.districts(), site.register)
        with shown_stages() as report:
            preview = preview_import(where.content, where.templates, site.register, list(files), unit, year, today, report)
        click.echo(preview_text(preview), nl=False)
        if preview.questions:
            click.secho("Chưa ghi gì. Hãy sửa những chỗ chưa hiểu trong bảng rồi nhập lại.", fg="red", err=True)
            sys.exit(1)
        if not preview.texts and not preview.unchanged:
            click.secho("Không có dòng nào để ghi vào sổ.", fg="yellow")
            return
        if not preview.texts:
            click.secho("Sổ đã có đủ, không có gì để ghi.", fg="green")
            return
        with pointed_to_cells(preview), shown_stages() as report:
            if applied:
                put_files(where.content, preview.texts, today, preview.read, report)
            else:
                try_files(where.content, preview.texts, today, report)
        if applied:
            click.secho(f"Đã ghi {len(preview.texts)} bản ghi.", fg="green")
        else:
            click.echo("Chưa ghi gì. Nếu đúng, hãy chạy lại lệnh này và thêm --apply")


@contextmanager
def pointed_to_cells(preview: Preview) -> Iterator[None]:
    """What `check` would refuse stands in a cell of a sheet, where it is to be mended."""
    try:
        yield
    except NotWritten as refusal:
        if not isinstance(refusal.__cause__, InvalidRegister):
            raise
        lines = [
            f"{place}: {problem.sentence}  [{problem.rule}]" if (place := preview.place_of(problem)) else str(problem)
            for problem in refusal.__cause__.problems
        ]
        raise NotWritten("\n".join(["Chưa ghi gì, vì nếu ghi thì sẽ có lỗi:", *lines])) from refusal


COMMANDS = (import_sheets,)
