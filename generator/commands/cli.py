"""The commands: build, serve, new, write, and those of generator.commands."""

from __future__ import annotations

import gc
import io
import os
import sys
from datetime import date
from pathlib import Path
from typing import Iterator

import click

from generator.building.build import publish, read_site
from generator.building.delivery import NO_JEKYLL, changed_addresses
from generator.building.plain_site import write_plain_site
from generator.building.today import today_in_vietnam
from generator.checks import review
from generator.commands.options import (
    FOLDER,
    as_of_option,
    content_option,
    full_feeds_told,
    problems_told,
    report,
    strict_option,
    templates_option,
)
from generator.commands.usage import AddressOption, Commands
from generator.editing.new_record import NotCreated, new_record
from generator.files.site_folder import SiteFolder
from generator.files.whole_folder import NotOurs, whole_folder
from generator.keeping.store import Store
from generator.model import Kind, Post
from generator.model.types import PERIOD_EXAMPLES, PERIODS
from generator.reading.problems import ToReview
from generator.reading.records import read_records
from generator.site.formatting import short_day

_KINDS = tuple(kind.value for kind in Kind)
_POSTS = tuple(post.value for post in Post)
BOTH = "both"


def main() -> None:
    """The program: a letter that the terminal does not know is shown as "?", since it is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        commands()
    except SystemExit as ended:
        _leave_at_once(ended)


def _leave_at_once(ended: SystemExit) -> None:
    """Without taking a register apart that nobody needs any more, which takes as long as reading it."""
    if not isinstance(ended.code, int):
        raise ended
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(ended.code)


@click.group(cls=Commands)
def commands() -> None:
    """Sổ đăng ký đối thoại: kiểm tra bản ghi, dựng trang, xem thử."""


@commands.command()
@content_option
@as_of_option
@click.option("--site", type=FOLDER, default="site", show_default=True, help="Thư mục của trang.")
@click.option("--mkdocs", "mkdocs_yml", type=click.Path(path_type=Path, exists=True), default="mkdocs.yml", show_default=True)
@click.option(
    "--cache", type=FOLDER, default=".cache/build", show_default=True,
    help="Thư mục giữ kết quả đã tính; xóa lúc nào cũng được.",
)
@click.option(
    "--changed", type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi vào tệp này các địa chỉ đã đổi, để xóa khỏi bộ đệm.",
)
@click.option("--verify", is_flag=True, help="Đọc lại từng tệp của trang; tệp bị sửa ngoài chương trình thì viết lại.")
@strict_option
def build(
    content: Path, as_of: date | None, site: Path, mkdocs_yml: Path, cache: Path, changed: Path | None, verify: bool,
    strict: bool,
) -> None:
    """Dựng trang, chỉ làm lại những gì đã đổi; trang cũ chỉ được thay khi trang mới đã xong."""
    from generator.mkdocs_plugin.commands import SiteNotBuilt, build_site  # MkDocs is slow to import

    with problems_told(SiteNotBuilt, ToReview):
        if strict and (asked := review(read_records(content), as_of or today_in_vietnam())):
            raise ToReview(asked)
        built = build_site(content, as_of, site, mkdocs_yml, report(), Store(cache), in_doubt=verify)
        addresses = changed_addresses(built.before, built.after)
        if changed:
            changed.write_text("".join(f"{address}\n" for address in addresses), "utf-8")
    if built.site:
        full_feeds_told(built.site, {path: written.size for path, written in built.after.files.items()})
    if built.before.made_from == built.after.made_from and addresses:
        click.secho(f"Bị sửa hoặc mất, không do chương trình, nay đã viết lại: {', '.join(addresses)}", fg="yellow", err=True)
    count = f"{built.after.pages} trang, {len(built.after.files)} tệp, tính đến ngày {short_day(built.after.today)}"
    click.secho(f"Đã dựng vào {site}: {count}; {len(addresses)} tệp thay đổi.", fg="green")


@commands.command()
@content_option
@as_of_option
@click.option(
    "--address", type=AddressOption(), default="127.0.0.1:8000", show_default=True, help="Địa chỉ xem thử trên máy này."
)
@click.option("--mkdocs", "mkdocs_yml", type=click.Path(path_type=Path, exists=True), default="mkdocs.yml", show_default=True)
@templates_option
@click.option("--cache", type=FOLDER, default=".cache", show_default=True, help="Thư mục giữ trang xem thử và kết quả đã tính.")
def serve(
    content: Path, as_of: date | None, address: tuple[str, int], mkdocs_yml: Path, templates: Path, cache: Path
) -> None:
    """Xem thử trên máy này; sửa một bản ghi là trang tự tải lại."""
    from generator.mkdocs_plugin.commands import SiteNotBuilt
    from generator.mkdocs_plugin.preview import serve_site

    gc.enable()  # this one goes on and on
    with problems_told(SiteNotBuilt):
        serve_site(content, as_of, address, mkdocs_yml, templates, cache, click.echo)


@commands.command()
@click.argument("folder", type=FOLDER)
@content_option
@as_of_option
@templates_option
def write(folder: Path, content: Path, as_of: date | None, templates: Path) -> None:
    """Ghi các trang và tệp vào FOLDER bằng mẫu trơn, không cần MkDocs."""
    with problems_told(NotOurs):
        publication = publish(content, as_of=as_of, today=today_in_vietnam(), templates=templates, report=report())
        with whole_folder(folder) as new:
            count = write_plain_site(publication, templates, new)
            SiteFolder(new).write(NO_JEKYLL, b"")
    if publication.site:
        full_feeds_told(publication.site, {file.address: len(file.content) for file in publication.files})
    click.secho(f"Đã ghi {count} trang và tệp vào {folder}.", fg="green")


@commands.command()
@click.argument("unit", required=False)
@click.option("--kind", type=click.Choice(_KINDS), help="Loại.  [mặc định: periodic]")
@click.option(
    "--post", "posts", type=click.Choice(_POSTS), multiple=True,
    help="Chức danh chủ trì; ghi nhiều lần nếu chủ trì chung.  [mặc định: cả hai]",
)
@click.option("--period", help=f"Thời gian dự kiến: {PERIODS}, ví dụ {PERIOD_EXAMPLES}.")
@content_option
@as_of_option
@templates_option
def new(
    unit: str | None, kind: str | None, posts: tuple[str, ...], period: str | None, content: Path, as_of: date | None,
    templates: Path,
) -> None:
    """Tạo bản ghi mới cho UNIT (ví dụ hong-bang/so-dau), có chú giải ở từng trường; không có UNIT thì hỏi từng điều."""
    if unit is None:
        unit = click.prompt("Mã đơn vị, ví dụ hong-bang/so-dau")
        kind = kind or click.prompt("Loại", type=click.Choice(_KINDS), default=_KINDS[0])
        posts = posts or _posts_of(click.prompt("Chủ trì", type=click.Choice((BOTH, *_POSTS)), default=BOTH))
    period = period or click.prompt(f"Thời gian dự kiến ({PERIOD_EXAMPLES})")
    chosen = tuple(map(Post, dict.fromkeys(posts or _POSTS)))
    with problems_told(NotCreated):
        site = read_site(content, as_of=as_of, today=today_in_vietnam(), templates=templates)
        today = site.today.as_date()
        path = new_record(content, templates, site.register, unit, Kind(kind or _KINDS[0]), chosen, period, today)
    click.secho(f"Đã tạo {path}. Hãy mở tệp, điền, rồi chạy: dialogues check", fg="green")


def _posts_of(answer: str) -> tuple[str, ...]:
    return _POSTS if answer == BOTH else (answer,)


def _others() -> Iterator[click.Command]:
    from generator.commands import (
        announcing,
        checking,
        comparing,
        correcting,
        holding,
        importing,
        merging,
        redacting,
        reporting,
        starting,
        years,
    )

    for group in (
        checking, announcing, holding, correcting, redacting, comparing, importing, merging, years, reporting, starting,
    ):
        yield from group.COMMANDS


commands.others = _others
