"""The commands: build, serve, write, and those that are listed; each imports what it needs when it runs."""

from __future__ import annotations

import gc
import io
import os
import sys
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Callable

import click

from generator.building.today import today_in_vietnam
from generator.commands.listed import LISTED
from generator.commands.notices import full_feeds_told
from generator.commands.options import FOLDER, Where, as_of_option, content_option, problems_told, strict_option, where_options
from generator.commands.shells import shell_options
from generator.commands.shown_stages import shown_stages
from generator.commands.usage import HELP, AddressOption, Commands
from generator.keeping.store import Store
from generator.reading.problems import ToReview
from generator.site.short_days import short_day

if TYPE_CHECKING:
    from generator.building.site_build import Theme


def main() -> None:
    """The program: a letter that the terminal does not know is shown as "?", since it is no reason to fail."""
    _say_to_nobody_where_nobody_listens()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.excepthook = _tell_failure
    try:
        commands()
    except SystemExit as ended:
        _leave_at_once(ended)


def _say_to_nobody_where_nobody_listens() -> None:
    """What began the program may have closed what it reads from and writes to, which Python then calls None."""
    sys.stdin, sys.stdout, sys.stderr = sys.stdin or _nobody("r"), sys.stdout or _nobody("w"), sys.stderr or _nobody("w")


def _nobody(mode: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")


def _tell_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from generator.commands.failing import tell_failure

    tell_failure(kind, error, trace)


def _leave_at_once(ended: SystemExit) -> None:
    """Without taking a register apart that nobody needs any more, which takes as long as reading it."""
    if not isinstance(ended.code, int):
        raise ended
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(ended.code)


@click.group(cls=Commands, add_help_option=False)
@click.help_option("--help", help=HELP)
def commands() -> None:
    """Sổ đăng ký đối thoại: kiểm tra bản ghi, dựng trang, xem thử."""


@commands.command()
@content_option
@as_of_option
@click.option("--site", type=FOLDER, default="site", show_default=True, help="Thư mục của trang.")
@shell_options
@click.option(
    "--cache", type=FOLDER, default=".cache/build", show_default=True,
    help="Thư mục giữ kết quả đã tính; xóa lúc nào cũng được.",
)
@click.option(
    "--changed", type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi vào tệp này các địa chỉ đã đổi, và các địa chỉ mỗi lần phát hành viết lại, để xóa khỏi bộ đệm.",
)
@click.option("--verify", is_flag=True, help="Đọc lại từng tệp của trang; tệp bị sửa ngoài chương trình thì viết lại.")
@strict_option
def build(
    content: Path, as_of: date | None, site: Path, theme: Callable[[], Theme], cache: Path, changed: Path | None, verify: bool,
    strict: bool,
) -> None:
    """Dựng trang, chỉ làm lại những gì đã đổi; trang cũ chỉ được thay khi trang mới đã xong."""
    from generator.building.changed_addresses import addresses_to_purge, changed_addresses
    from generator.building.site_build import SiteNotBuilt, build_whole_site

    with problems_told(SiteNotBuilt, ToReview):
        if strict:
            _refuse_what_is_to_be_reviewed(content, as_of)
        around = theme()
        with shown_stages() as report:
            built = build_whole_site(around, content, as_of, site, today_in_vietnam(), report, Store(cache), in_doubt=verify)
        addresses = changed_addresses(built.before, built.after)
        if changed:
            changed.write_text("".join(f"{address}\n" for address in addresses_to_purge(built.before, built.after)), "utf-8")
    if built.site:
        full_feeds_told(built.site, {path: written.size for path, written in built.after.files.items()})
    if built.before.made_from == built.after.made_from and addresses:
        click.secho(f"Bị sửa hoặc mất, không do chương trình, nay đã viết lại: {', '.join(addresses)}", fg="yellow", err=True)
    count = f"{built.after.pages} trang, {len(built.after.files)} tệp, tính đến ngày {short_day(built.after.today)}"
    click.secho(f"Đã dựng vào {site}: {count}; {len(addresses)} tệp thay đổi.", fg="green")


def _refuse_what_is_to_be_reviewed(content: Path, as_of: date | None) -> None:
    from generator.checks import review
    from generator.reading.records import read_records

    if asked := review(read_records(content), as_of or today_in_vietnam()):
        raise ToReview(asked)


@commands.command()
@content_option
@as_of_option
@click.option(
    "--address", type=AddressOption(), default="127.0.0.1:8000", show_default=True, help="Địa chỉ xem thử trên máy này."
)
@shell_options
@click.option("--cache", type=FOLDER, default=".cache", show_default=True, help="Thư mục giữ trang xem thử và kết quả đã tính.")
def serve(content: Path, as_of: date | None, address: tuple[str, int], theme: Callable[[], Theme], cache: Path) -> None:
    """Xem thử trên máy này; sửa một bản ghi là trang tự tải lại."""
    from generator.building.preview import serve_site
    from generator.building.site_build import Built, SiteNotBuilt, build_whole_site
    from generator.files.serving import AddressTaken

    around = theme()

    def build() -> Built:
        return build_whole_site(
            around, content, as_of, cache / "serve", today_in_vietnam(), store=Store(cache / "build"), in_any_case=True
        )

    gc.enable()  # this one goes on and on
    with problems_told(SiteNotBuilt, AddressTaken):
        serve_site(build, cache / "serve", content, around.templates(), address, click.echo)


@commands.command()
@click.argument("folder", type=FOLDER)
@where_options
def write(folder: Path, where: Where) -> None:
    """Ghi các trang và tệp vào FOLDER bằng mẫu trơn, không cần MkDocs."""
    from generator.building.build import publish
    from generator.building.delivery import NO_JEKYLL
    from generator.building.plain_site import write_plain_site
    from generator.files.site_folder import SiteFolder
    from generator.files.whole_folder import NotOurs, whole_folder

    with problems_told(NotOurs), shown_stages() as report:
        publication = publish(
            where.content, as_of=where.as_of, today=today_in_vietnam(), templates=where.templates, report=report
        )
        report("Đang dựng và viết trang")
        with whole_folder(folder) as new:
            count = write_plain_site(publication, where.templates, new)
            SiteFolder(new).write(NO_JEKYLL, b"")
    if publication.site:
        full_feeds_told(publication.site, {file.address: len(file.content) for file in publication.files})
    click.secho(f"Đã ghi {count} trang và tệp vào {folder}.", fg="green")


commands.listed = LISTED
