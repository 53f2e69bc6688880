"""What a terminal shows of commands that are typed into it in the sample's folder, as a page that can be photographed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.places import CONTENT, ROOT

COLUMNS, ROWS = 86, 24
PROMPT = "$ "
ALREADY_DONE = "make() { command make --no-print-directory -o .venv/site-ready -o .venv/test-ready -o system-ready -o lint -o types \"$@\"; }"
"""What was installed and looked at before is not again, in a test."""
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>])")
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cửa sổ lệnh</title>
<style>body { margin: 0; background: #fff } article { margin: 12px; padding: 12px 16px; border-radius: 6px; background: #1d2430; color: #e8edf2 }
pre { margin: 0; font: 12.5px/1.5 "Noto Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere } b { color: #9fd0ff }</style>
<article><pre>%s</pre></article></html>"""


def folder_of_the_register(folder: Path) -> Path:
    """A folder in which the register's own commands are typed: what they read is the sample, what they write is the folder's."""
    folder.mkdir()
    for name in ("Makefile", "generator", "mkdocs.yml", "pyproject.toml", "requirements.lock", "site_templates"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "content").symlink_to(CONTENT)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def page_of(folder: Path, *commands: str) -> str:
    return PAGE % "\n".join(f"<b>{PROMPT}{escape(command)}</b>\n{escape(printed(folder, command))}" for command in commands)


def printed(folder: Path, command: str) -> str:
    """What is left on the screen of a terminal whose shell has run it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    shell = subprocess.Popen(
        ["sh", "-c", f"{ALREADY_DONE}\n{command}"], cwd=folder, env=environment(folder),
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )
    os.close(theirs)
    written = b"".join(read_until_closed(ours))
    os.close(ours)
    shell.wait()
    lines = ESCAPE.sub("", written.decode("utf-8")).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rpartition("\r")[2] for line in lines)


def environment(folder: Path) -> dict[str, str]:
    """A person's, who looks on: no pipeline, no process of a test."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "CI", "MAKE", "MFLAGS", "PYTHON"))}
    return given | {"PATH": f"{folder / '.venv/bin'}:{os.environ['PATH']}", "TERM": "xterm", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}


def read_until_closed(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:  # how Linux tells that nobody writes to it any more
            return
        if not read:
            return
        yield read
