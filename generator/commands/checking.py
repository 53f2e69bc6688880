"""The command that reads and checks every record, and tells what is to be looked at."""

from __future__ import annotations

import click

from generator.building.build import review_register
from generator.building.today import today_in_vietnam
from generator.commands.notices import missing_rules_told
from generator.commands.options import Where, problems_told, strict_option, where_options
from generator.commands.shown_stages import shown_stages
from generator.reading.problem_formats import PROBLEM_FORMATS
from generator.reading.problems import InvalidRegister, Problem, ToReview, review_text


@click.command()
@where_options
@click.option(
    "--format", "form", type=click.Choice(tuple(PROBLEM_FORMATS)),
    help="Ghi lỗi ra cho máy đọc: github (chú giải), gitlab (Code Quality), markdown (bảng tóm tắt).",
)
@strict_option
def check(where: Where, form: str | None, strict: bool) -> None:
    """Kiểm tra mọi bản ghi, không dựng gì; nêu cả những chỗ không sai nhưng cần người xem lại."""
    def tell(problems: tuple[Problem, ...]) -> None:
        if form:
            click.echo(PROBLEM_FORMATS[form](problems, where.content.as_posix()), nl=False)

    with problems_told(ToReview):
        try:
            with shown_stages() as report:
                today = today_in_vietnam()
                snapshot, asked = review_register(where.content, as_of=where.as_of, today=today, report=report)
        except InvalidRegister as error:
            tell(error.problems)
            raise
        tell(asked)
        if asked and strict:
            raise ToReview(asked)
    missing_rules_told(snapshot)
    if asked:
        click.secho(review_text(asked), fg="yellow", err=True)
    counts = f"{len(snapshot.register.units)} đơn vị, {len(snapshot.register.dialogues)} cuộc đối thoại"
    click.secho(f"Không có lỗi: {counts}.", fg="green", err=form is not None)


COMMANDS = (check,)
