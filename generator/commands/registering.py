"""The command that begins a record: what a unit plans, with every field explained."""

from __future__ import annotations

import sys
from datetime import date

import click

from generator.commands.checked_site import checked_site
from generator.commands.lenient import LenientChoice, PeriodOption, part_of
from generator.commands.named_units import id_said
from generator.commands.options import Where, problems_told, where_options
from generator.editing.new_record import NotCreated, new_record, plans_alike
from generator.model import Dialogue, Kind, Post
from generator.model.types import PERIOD_EXAMPLES, PERIODS
from generator.reading.declared_fields import fields_of

BOTH = "both"
_POSTS = tuple(post.value for post in Post)
_KIND = LenientChoice([kind.value for kind in Kind], fields_of(Dialogue)["kind"])
_POST, _POST_OR_BOTH = LenientChoice(_POSTS), LenientChoice((BOTH, *_POSTS), words={BOTH: "cả hai"})


@click.command()
@click.argument("unit", required=False)
@click.option("--kind", type=_KIND, help="Loại.  [mặc định: periodic]")
@click.option(
    "--post", "posts", type=_POST, multiple=True,
    help="Chức danh chủ trì; ghi nhiều lần nếu chủ trì chung.  [mặc định: cả hai]",
)
@click.option(
    "--period", type=PeriodOption(), metavar="THỜI GIAN", help=f"Thời gian dự kiến: {PERIODS}, ví dụ {PERIOD_EXAMPLES}.",
)
@click.option("--another", is_flag=True, help="Một cuộc nữa, dù đơn vị đã có kế hoạch cùng loại trong thời gian ấy.")
@where_options
def new(
    unit: str | None, kind: str | None, posts: tuple[str, ...], period: str | None, another: bool, where: Where
) -> None:
    """Tạo bản ghi mới cho UNIT (mã hoặc tên), có chú giải ở từng trường; không có UNIT thì hỏi từng điều."""
    if unit is None:
        unit = click.prompt("Mã hoặc tên đơn vị, ví dụ hong-bang/so-dau")
        kind = kind or click.prompt("Loại", type=_KIND, default=Kind.PERIODIC.value)
        posts = posts or _posts_of(click.prompt("Chủ trì", type=_POST_OR_BOTH, default=BOTH))
    period = period or click.prompt(f"Thời gian dự kiến ({PERIOD_EXAMPLES})", type=PeriodOption())
    asked, chosen = Kind(kind or Kind.PERIODIC), tuple(map(Post, dict.fromkeys(posts or _POSTS)))
    with problems_told(NotCreated):
        site = checked_site(where)
        today = site.today.as_date()
        unit = id_said(unit, (one for one in site.register.units.values() if not one.has_ended_by(today)), site.register)
        period = _to_come(period, today)
        if not another:
            _ask_whether_another(plans_alike(site.register, unit, asked, chosen, period))
        path = new_record(where.content, where.templates, site.register, unit, asked, chosen, period, today)
    click.secho(f"Đã tạo {path}. Hãy mở tệp, điền, rồi chạy: dialogues check", fg="green")


def _ask_whether_another(planned: tuple[Dialogue, ...]) -> None:
    """A script is asked nothing: it says so beforehand. Raises NotCreated."""
    if not planned:
        return
    found = "; ".join(
        f"{one.id} ({one.registration.period.text}{', ' if one.topic else ''}{one.topic or ''})"
        for one in planned if one.registration
    )
    if not sys.stdin.isatty():
        raise NotCreated(
            f"đơn vị đã có kế hoạch cùng loại trong thời gian ấy: {found}. Là cuộc ấy thì ghi tiếp vào bản ghi của nó, "
            "ví dụ bằng dialogues announce; là một cuộc nữa thì thêm --another"
        )
    click.echo(f"Đơn vị đã có kế hoạch cùng loại trong thời gian ấy: {found}.")
    if not click.confirm("Đây là một cuộc nữa, không phải cuộc ấy"):
        raise NotCreated("chưa tạo gì; hãy ghi tiếp vào bản ghi đã có")


def _to_come(period: str, today: date) -> str:
    """A part of a year that is named without one is meant of this year, unless it is over."""
    said = part_of(today.year, period)
    return said.text if said and said.last_day >= today else period


def _posts_of(answer: str) -> tuple[str, ...]:
    return _POSTS if answer == BOTH else (answer,)


COMMANDS: tuple[click.Command, ...] = (new,)
