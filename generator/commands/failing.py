"""What a person sees where the program itself is wrong."""

from __future__ import annotations

import traceback
from tempfile import NamedTemporaryFile
from types import TracebackType

import click


def tell_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake of the program's: a sentence for whoever typed the command, and a file for whoever mends the program."""
    with NamedTemporaryFile("w", prefix="dialogues-", suffix=".txt", encoding="utf-8", delete=False) as file:
        file.writelines(traceback.format_exception(kind, error, trace))
    told = "Chương trình gặp lỗi ngoài dự kiến; sổ và trang đang công bố vẫn nguyên."
    click.secho(f"{told} Hãy gửi tệp {file.name} cho người giữ máy.", fg="red", err=True)
