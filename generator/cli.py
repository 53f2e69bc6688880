"""The commands: check, build, serve, new, write."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Iterator

import click

from generator.build import Report, publish, read_site
from generator.model import Kind, Post
from generator.new_record import NotCreated, new_record
from generator.plain_site import write_plain_site
from generator.problems import InvalidRegister
from generator.today import today_in_vietnam
from generator.whole_folder import NotOurs, whole_folder

_FOLDER = click.Path(path_type=Path, file_okay=False)
_content = click.option(
    "--content", type=click.Path(path_type=Path, file_okay=False, exists=True), default="content", show_default=True,
    help="Thư mục nội dung.",
)
_as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="NĂM-THÁNG-NGÀY",
    callback=lambda context, option, value: value.date() if isinstance(value, datetime) else None,
    help="Tính như vào ngày này; mặc định: ngày cố định trong register.yml, nếu không có thì hôm nay.",
)
_templates = click.option("--templates", type=_FOLDER, default="site_templates", show_default=True, help="Thư mục mẫu trang.")


def main() -> None:
    """The program: a letter that the terminal does not know is shown as "?", since it is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    commands()


@click.group()
def commands() -> None:
    """Sổ đăng ký đối thoại: kiểm tra bản ghi, dựng trang, xem thử."""


@commands.command()
@_content
@_as_of
@_templates
def check(content: Path, as_of: date | None, templates: Path) -> None:
    """Kiểm tra mọi bản ghi, không dựng gì."""
    with _problems_told():
        site = read_site(content, as_of=as_of, today=today_in_vietnam(), templates=templates, report=_report())
    register = site.register
    click.secho(f"Không có lỗi: {len(register.units)} đơn vị, {len(register.dialogues)} cuộc đối thoại.", fg="green")


@commands.command()
@_content
@_as_of
@click.option("--site", type=_FOLDER, default="site", show_default=True, help="Thư mục của trang.")
@click.option("--mkdocs", "mkdocs_yml", type=click.Path(path_type=Path, exists=True), default="mkdocs.yml", show_default=True)
def build(content: Path, as_of: date | None, site: Path, mkdocs_yml: Path) -> None:
    """Dựng cả trang; trang cũ chỉ được thay khi trang mới đã xong."""
    from generator.mkdocs_plugin.commands import SiteNotBuilt, build_site  # MkDocs is slow to import

    with _problems_told(SiteNotBuilt):
        publication = build_site(content, as_of, site, mkdocs_yml, _report())
    count = f"{len(publication.pages)} trang, {len(publication.files)} tệp, tính đến ngày {publication.as_of:%d/%m/%Y}"
    click.secho(f"Đã dựng vào {site}: {count}.", fg="green")


@commands.command()
@_content
@_as_of
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ xem thử trên máy này.")
@click.option("--mkdocs", "mkdocs_yml", type=click.Path(path_type=Path, exists=True), default="mkdocs.yml", show_default=True)
def serve(content: Path, as_of: date | None, address: str, mkdocs_yml: Path) -> None:
    """Xem thử trên máy này; sửa một bản ghi là trang tự tải lại."""
    from generator.mkdocs_plugin.commands import SiteNotBuilt, serve_site

    click.echo(f"Xem thử tại http://{address}/ (dừng bằng Ctrl+C)")
    with _problems_told(SiteNotBuilt):
        serve_site(content, as_of, address, mkdocs_yml)


@commands.command()
@click.argument("folder", type=_FOLDER)
@_content
@_as_of
@_templates
def write(folder: Path, content: Path, as_of: date | None, templates: Path) -> None:
    """Ghi các trang và tệp vào FOLDER bằng mẫu trơn, không cần MkDocs."""
    with _problems_told(NotOurs):
        publication = publish(content, as_of=as_of, today=today_in_vietnam(), templates=templates, report=_report())
        with whole_folder(folder) as new:
            count = write_plain_site(publication, templates, new)
    click.secho(f"Đã ghi {count} trang và tệp vào {folder}.", fg="green")


@commands.command()
@click.argument("unit")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default=Kind.PERIODIC.value, show_default=True, help="Loại.")
@click.option(
    "--post", "posts", type=click.Choice([post.value for post in Post]), multiple=True, default=[post.value for post in Post],
    help="Chức danh chủ trì; ghi nhiều lần nếu chủ trì chung.  [mặc định: cả hai]",
)
@click.option(
    "--period", prompt="Thời gian dự kiến (2023-08-15, 2023-08 hoặc 2023-Q3)", help="Ngày, tháng hoặc quý dự kiến.",
)
@_content
@_as_of
@_templates
def new(
    unit: str, kind: str, posts: tuple[str, ...], period: str, content: Path, as_of: date | None, templates: Path,
) -> None:
    """Tạo bản ghi mới cho UNIT (ví dụ hong-bang/so-dau), có chú giải ở từng trường."""
    with _problems_told(NotCreated):
        site = read_site(content, as_of=as_of, today=today_in_vietnam(), templates=templates)
        path = new_record(
            content, templates, site.register, unit, Kind(kind), tuple(map(Post, dict.fromkeys(posts))), period, site.today
        )
    click.secho(f"Đã tạo {path}. Hãy mở tệp, điền, rồi chạy: dialogues check", fg="green")


@contextmanager
def _problems_told(*others: type[Exception]) -> Iterator[None]:
    """Problems go to the error stream as they are, without a traceback; exit code 1."""
    try:
        yield
    except (InvalidRegister, *others) as error:
        click.secho(str(error), fg="red", err=True)
        sys.exit(1)
    except OSError as error:
        click.secho(f"Không đọc hoặc ghi được: {error}", fg="red", err=True)
        sys.exit(1)


def _report() -> Report:
    """Stages on the error stream, for a person at a terminal; a log gets only the result."""
    if not sys.stderr.isatty():
        return lambda stage: None
    return lambda stage: click.secho(f"{stage} …", dim=True, err=True)
