"""The command by which git merges two edits of one record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.options import FILE, problems_told
from generator.editing.merging import merged


@click.command()
@click.argument("base", type=FILE)
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@click.argument("name", default="")
def merge(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Gộp hai bản sửa cùng một tệp, kết quả ghi vào OURS; chỗ hai bên ghi khác nhau thì đánh dấu để chọn.

    git tự gọi lệnh này (do `make` đặt); cũng chạy tay được: BASE là bản hai bên cùng bắt đầu, THEIRS là bản gộp vào.
    """
    with problems_told(UnicodeDecodeError):
        result = merged(*(path.read_bytes().decode("utf-8") for path in (base, ours, theirs)))
        ours.write_bytes(result.text.encode("utf-8"))
    if result.conflicts:
        where = name or ours
        click.secho(
            f"{where}: {len(result.conflicts)} chỗ hai bên ghi khác nhau, đã đánh dấu <<<<<<< … >>>>>>>. "
            "Mở tệp, ở mỗi chỗ giữ bản đúng và xóa các dòng đánh dấu, rồi chạy: dialogues check", fg="red", err=True,
        )
        sys.exit(1)


COMMANDS: tuple[click.Command, ...] = (merge,)
