"""How far long work is: on one line of a terminal, gone when it is done; elsewhere, and of short work, not a word."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from generator.building.build import review_register
from tests.places import GOLDEN, ROOT

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

LONG = """
import signal
from generator.commands import shown_stages as module
module.SHORT_SECONDS = 0.01
with module.shown_stages() as report:
    report("Đang dựng (3/8 phần)")
    if signal.getsignal(signal.SIGALRM) != signal.SIG_DFL:
        signal.pause()
print("xong")
"""
SHORT = LONG.replace("module.SHORT_SECONDS = 0.01", "").replace("signal.pause()", "pass")
OF_A_COMMAND = """
from generator.commands import cli, shown_stages
shown_stages.SHORT_SECONDS = shown_stages._BETWEEN_SECONDS = 0.001
cli.main()
"""


def _in_a_terminal(program: str, *arguments: str, **environment: str) -> str:
    """What stands on a terminal that shows what the program says, both streams together."""
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name != "CI"} | environment
    running = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=theirs, stderr=theirs, cwd=ROOT, env=surroundings)
    os.close(theirs)
    said = b""
    try:
        while more := os.read(ours, 65536):
            said += more
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    assert running.wait() == 0, said
    return re.sub(r"(\r\x1b\[K[^\r]+)\1+", r"\1", said.decode())  # it is told again and again while a slow machine does other work


def test_in_a_terminal_a_long_stage_stands_on_a_line_that_goes_again():
    assert _in_a_terminal(LONG).replace("\r\x1b[KĐang dựng (3/8 phần) …", "", 1) == "\r\x1b[Kxong\r\n"


def test_a_terminal_without_utf_8_gets_its_own_letters_and_no_bytes_that_steer_it():
    said = _in_a_terminal(LONG.replace('print("xong")', ""), PYTHONIOENCODING="latin-1")
    assert said == "\r\x1b[K?ang d?ng (3/8 ph?n) ?\r\x1b[K"


def test_work_goes_on_where_its_terminal_is_gone():
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name != "CI"}
    program = LONG.replace("signal.pause()", "print('đang', flush=True); sys.stdin.read(); signal.pause()").replace("import signal", "import signal, sys")
    pipe = subprocess.PIPE
    running = subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=theirs, cwd=ROOT, env=surroundings)
    os.close(theirs)
    running.stdout.readline()
    os.close(ours)
    assert running.communicate()[0].decode() == "xong\n"


def test_short_work_says_nothing_in_a_terminal():
    assert _in_a_terminal(SHORT) == "xong\r\n"


def test_the_machine_of_a_pipeline_hears_nothing():
    assert _in_a_terminal(LONG, CI="true") == "xong\r\n"


def test_a_pipe_gets_nothing():
    done = subprocess.run([sys.executable, "-c", LONG], capture_output=True, cwd=ROOT, check=True)
    assert (done.stdout.decode(), done.stderr) == ("xong\n", b"")


def test_a_command_tells_what_it_does_and_leaves_its_result_alone_on_the_line():
    said = _in_a_terminal(OF_A_COMMAND, "check", "--content", str(GOLDEN))
    told, _, result = said.rpartition("\r\x1b[K")
    assert "Đang đọc bản ghi" in told and "Đang" not in result and "Không có lỗi" in result


def test_reading_and_checking_tell_how_many_parts_of_how_many(monkeypatch):
    monkeypatch.setattr("generator.reading.records.FEW_FILES", 1)
    monkeypatch.setattr("generator.keeping.processes.PROCESSES", 1)
    heard: list[str] = []
    review_register(GOLDEN, as_of=None, today=None, report=heard.append)
    assert heard[:2] == ["Đang đọc bản ghi", "Đang đọc bản ghi (1/2 phần)"] and "Đang đọc bản ghi (2/2 phần)" in heard
    assert "Đang kiểm tra (1/1 phần)" in heard
