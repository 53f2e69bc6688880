"""What is said where a command runs in a folder that is no register's: the same by all commands."""

from __future__ import annotations

import errno
from pathlib import Path

FOLDERS = ("content", "site_templates")
"""A register's own, which commands take where they are told no other."""
_OF_A_REGISTER = (*FOLDERS, "mkdocs.yml")


def no_register_text() -> str | None:
    """What the working folder lacks and what to do; None where it is a register's."""
    if missing := [f"{name}/" for name in FOLDERS if not Path(name).is_dir()]:
        return (
            f"Thư mục này không phải thư mục của sổ: không có {' và '.join(missing)}. Hãy chạy lệnh ở thư mục của sổ, hoặc chỉ "
            "rõ --content, --templates nếu lệnh có; chưa có sổ thì lập bằng dialogues start THƯ_MỤC."
        )
    return None


def is_of_a_register(error: OSError) -> bool:
    """Whether a file, or a template, which has no number, is not there that stands in the folder of each register."""
    is_its_own = not error.filename or Path(str(error.filename)).parts[0] in _OF_A_REGISTER
    return error.errno in (None, errno.ENOENT) and is_its_own
