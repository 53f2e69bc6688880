"""How long after a record is saved its page shows it, under ``dialogues serve``: from the save to the page over HTTP."""

from __future__ import annotations

import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Sequence
from urllib.error import URLError

ADDRESS = "127.0.0.1:8765"
MOST_WAIT = 600.0
"""Seconds for the first build; a saved page takes less than one."""


def seconds_to_show(program: Path, options: Sequence[str], record: Path, saves: int) -> list[float]:
    """Of each of some saves of one record, in turn with the builds that follow them. Raises TimeoutError, and
    ChildProcessError where the server ends."""
    server = subprocess.Popen(
        [str(program), "serve", *options, "--address", ADDRESS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        page = f"http://{ADDRESS}/doi-thoai/{record.parent.name}/{record.stem}/"
        _wait_for(page, "")
        text = record.read_text("utf-8")
        taken = []
        for number in range(saves):
            mark = f"Ghi chú số {number}"
            record.write_text(f"{text}note: {mark}\n", "utf-8")
            saved = time.perf_counter()
            _wait_for(page, mark)
            taken.append(time.perf_counter() - saved)
            if "Đã dựng lại.\n" not in iter(server.stdout.readline, ""):
                raise ChildProcessError(f"{program} serve ended")
        record.write_text(text, "utf-8")
        return taken
    finally:
        server.kill()
        server.wait()


def _wait_for(page: str, words: str) -> None:
    until = time.perf_counter() + MOST_WAIT
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(page) as answer:
                if words in answer.read().decode():
                    return
        except URLError:
            pass
        time.sleep(0.01)
    raise TimeoutError(f"{page}: {words}")
