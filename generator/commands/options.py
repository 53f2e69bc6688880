"""What the commands share: their options, and how problems are told. Every command imports it, so it imports little itself."""

from __future__ import annotations

import errno
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Callable, Iterator

import click

import generator
from generator.commands.lenient import DayOption
from generator.commands.working_folder import is_of_a_register, no_register_text
from generator.reading.problems import InvalidRegister

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
ROOT = Path(generator.__file__).parents[1]
"""Where the program lies, with its templates and what else a register begins with."""

Decorator = Callable[[Callable[..., None]], Callable[..., None]]
"""What click makes of an option: it goes above a command's function."""


def day_option(name: str, help: str, required: bool = False) -> Decorator:
    """An option whose value is a date in Asia/Ho_Chi_Minh, or None."""
    return click.option(name, type=DayOption(), metavar="NGÀY/THÁNG/NĂM", help=help, required=required)


content_option = click.option(
    "--content", type=click.Path(path_type=Path, file_okay=False, exists=True), default="content", show_default=True,
    help="Thư mục nội dung.",
)
as_of_option = day_option(
    "--as-of", "Tính như vào ngày này; mặc định: ngày cố định trong register.yml, nếu không có thì hôm nay."
)
templates_option = click.option(
    "--templates", type=FOLDER, default="site_templates", show_default=True, help="Thư mục mẫu trang."
)


@dataclass(frozen=True)
class Where:
    """Where the records are, the day as of which they are asked, None for their own, and the templates to show them with."""

    content: Path
    as_of: date | None
    templates: Path


def where_options(function: Callable[..., None]) -> Callable[..., None]:
    """The three options, for a function that is handed them as ``where``."""
    @wraps(function)
    def with_where(*, content: Path, as_of: date | None, templates: Path, **given: Any) -> None:
        function(where=Where(content, as_of, templates), **given)

    return content_option(as_of_option(templates_option(with_where)))


strict_option = click.option("--strict", is_flag=True, help="Có chỗ cần xem lại thì cũng dừng.")


@contextmanager
def problems_told(*others: type[Exception], status: int = 1) -> Iterator[None]:
    """Problems go to the error stream as they are, without a traceback; ``status`` is the exit code. An error in a template
    has its place, which a traceback hides among the places of the program."""
    told: tuple[type[Exception], ...] = (InvalidRegister, *others)
    try:
        yield
    except told as error:
        click.secho(str(error), fg="red", err=True)
        sys.exit(status)
    except OSError as error:
        click.secho(_os_error_text(error), fg="red", err=True)
        sys.exit(status)
    except Exception as error:
        from generator.site.plain_templates import place_in_template

        if not (place := place_in_template(error)):
            raise
        click.secho(f"Mẫu trang có lỗi: {place}: {type(error).__name__}: {error}", fg="red", err=True)
        sys.exit(status)


_OS_ERRORS = {
    errno.ENOENT: "không có tệp hoặc thư mục này; hãy xem lệnh có chạy ở thư mục của sổ không",
    errno.EACCES: "không có quyền mở hoặc ghi",
    errno.EPERM: "không có quyền mở hoặc ghi", errno.EROFS: "nơi này chỉ đọc, không ghi được",
    errno.EEXIST: "đã có tệp hoặc thư mục tên này", errno.EISDIR: "là thư mục, không phải tệp",
    errno.ENOTDIR: "phải là thư mục", errno.ENOSPC: "ổ đĩa đã đầy; hãy xóa bớt rồi chạy lại",
    errno.EDQUOT: "đã hết phần đĩa được dùng; hãy xóa bớt rồi chạy lại", errno.ENAMETOOLONG: "tên quá dài",
    errno.EMFILE: "máy đang mở quá nhiều tệp; hãy đóng bớt chương trình rồi chạy lại",
    errno.ELOOP: "liên kết dẫn vòng quanh, không tới tệp nào", errno.ETXTBSY: "tệp đang được chương trình khác dùng",
}


def _os_error_text(error: OSError) -> str:
    """In the clerk's words; what has none is told as the system says it, without its number."""
    if is_of_a_register(error) and (no_register := no_register_text()):
        return no_register
    where = f" {error.filename}" if error.filename else ""
    template = getattr(error, "name", None) if error.errno is None else None  # Jinja's TemplateNotFound is one too
    said = f"không có mẫu {template}" if template else _OS_ERRORS.get(error.errno or 0) or error.strerror or str(error)
    return f"Không đọc hoặc ghi được{where}: {said}"
