"""The command that a repository's host runs on sheets put into its inbox: inbox."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.commands.checked_site import checked_site
from generator.commands.importing import pointed_to_cells
from generator.commands.options import FOLDER, Where, problems_told, where_options
from generator.commands.shown_stages import shown_stages
from generator.editing.record_changes import NotWritten, put_files
from generator.files.revisions import NoSuchRevision

NOTHING_SENT = 3


@click.command()
@click.argument("commit")
@click.option("--out", type=FOLDER, required=True, help="Thư mục để lời đề nghị; có tệp draft là còn phải sửa bảng.")
@where_options
def inbox(commit: str, out: Path, where: Where) -> None:
    """Nhập các bảng ở content/inbox của COMMIT vào thư mục nội dung, soạn lời đề nghị cho người duyệt; máy chủ kho chạy."""
    from generator.sheets.importing import preview_import  # openpyxl is slow to import
    from generator.sheets.inbox import put_beside, read_inbox
    from generator.sheets.proposal import proposal

    with problems_told(NotWritten, NoSuchRevision), TemporaryDirectory(prefix="dialogues-") as folder:
        sent = read_inbox(commit, where.content)
        if not sent.receipts and not sent.questions:
            click.echo("Không có bảng nào trong hộp thư.")
            sys.exit(NOTHING_SENT)
        site = checked_site(where)
        files, today = put_beside(sent.sheets, Path(folder)), site.today.as_date()
        with shown_stages() as report:
            preview = preview_import(where.content, where.templates, site.register, files, None, None, today, report)
        preview.questions[:0] = sent.questions
        refused = ""
        try:
            if preview.texts and not preview.questions:
                with pointed_to_cells(preview), shown_stages() as report:
                    put_files(where.content, preview.texts, today, preview.read, report)
        except NotWritten as refusal:
            refused = str(refusal)
        made = proposal(preview, [line.partition("  ")[2].strip() for line in sent.receipts.values()], refused)
        for path, line in sent.receipts.items():
            (where.content / path).parent.mkdir(exist_ok=True)
            (where.content / path).write_text(line, "utf-8")
        out.mkdir(parents=True, exist_ok=True)
        (out / "title").write_text(f"{made.title}\n", "utf-8")
        (out / "text.md").write_text(made.text, "utf-8")
        (out / "draft").unlink(missing_ok=True)
        if not made.may_be_taken:
            (out / "draft").touch()
    click.secho(made.title, fg="green" if made.may_be_taken else "yellow")


COMMANDS: tuple[click.Command, ...] = (inbox,)
