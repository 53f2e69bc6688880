"""Work in another process: what it gives, what it raises, and that it ends with the one that began it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.processes import beside

ROOT = Path(__file__).parents[1]


def test_what_is_worked_out_beside_comes_when_it_is_asked_for():
    with beside(lambda: {"a": 1}) as result:
        assert result() == {"a": 1}


def test_its_error_is_raised_where_the_result_is_asked_for_and_told_nowhere_else(capfd: pytest.CaptureFixture[str]):
    with beside(lambda: 1 // 0) as result, pytest.raises(ZeroDivisionError):
        result()
    assert capfd.readouterr() == ("", "")


def test_it_ends_when_the_one_that_asked_is_killed_before_it_has_taken_a_long_result():
    program = """if True:
        import os, signal
        from generator.processes import beside
        with beside(lambda: bytes(1_000_000)):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    # The other process holds the output too: it is at its end when both are.
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
    assert ended.returncode == -9
