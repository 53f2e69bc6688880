"""Work in another process: what it gives, what it raises, and that it ends with the one that began it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from errno import EAGAIN
from multiprocessing import get_context
from pathlib import Path
from threading import Timer
from time import sleep
from unittest.mock import ANY

import pytest

from generator.keeping import processes
from generator.keeping.processes import batches, beside, in_processes
from tests.places import ROOT


def test_what_is_worked_out_beside_comes_when_it_is_asked_for():
    with beside(lambda: {"a": 1}) as result:
        assert result() == {"a": 1}


def test_its_error_is_raised_where_the_result_is_asked_for_and_told_nowhere_else(capfd: pytest.CaptureFixture[str]):
    with beside(lambda: 1 // 0) as result, pytest.raises(ZeroDivisionError):
        result()
    assert capfd.readouterr() == ("", "")


def test_it_is_ended_with_the_block_and_leaves_nothing_behind():
    program = """if True:
        import gc, os, signal
        from generator.keeping import processes
        processes.PROCESSES = 2
        there = os.listdir("/proc/self/fd")
        with processes.beside(signal.pause):
            pass
        assert (os.listdir("/proc/self/fd"), gc.get_freeze_count()) == (there, 0)
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("nobody is left")
    """
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
    assert ended.stdout == b"nobody is left\n"


def test_what_was_to_be_written_is_not_written_by_both():
    program = """if True:
        import os
        from generator.keeping import processes
        processes.PROCESSES = 2
        said = open(1, "w", buffering=100, closefd=False)
        said.write("once\\n")
        with processes.beside(int):
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # until the other one has ended by itself
    """
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
    assert ended.stdout == b"once\n"


def test_it_is_not_stopped_by_what_stops_the_one_that_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(processes, "PROCESSES", 2)
    with beside(lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [])) as blocked:
        assert signal.SIGINT in blocked()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_it_ends_when_the_one_that_asked_is_killed_before_it_has_taken_a_long_result():
    program = """if True:
        import os, signal
        from generator.keeping.processes import beside
        with beside(lambda: bytes(1_000_000)):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    # The other process holds the output too: it is at its end when both are.
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
    assert ended.returncode == -9


def test_where_no_process_can_begin_all_is_done_here(monkeypatch: pytest.MonkeyPatch):
    def refused() -> int:
        raise BlockingIOError(EAGAIN, "as the system says of one process too many")

    monkeypatch.setattr(os, "fork", refused)
    with beside(os.getpid) as result:
        assert result() == os.getpid()
    assert in_processes(lambda item: (item, os.getpid()), range(9)) == [(item, os.getpid()) for item in range(9)]


def test_one_that_is_stopped_while_the_other_begins_leaves_none_behind():
    program = """if True:
        import os, signal, time
        from generator.keeping import processes
        signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background ignores
        processes.PROCESSES, begin = 2, os.fork
        def stopped():
            other = begin()
            if other:
                os.kill(os.getpid(), signal.SIGINT)
            return other
        os.fork = stopped
        try:
            with processes.beside(lambda: time.sleep(600)):
                print("begun")
        except KeyboardInterrupt:
            try:
                print("left:", os.waitpid(-1, os.WNOHANG))
            except ChildProcessError:
                print("none left")
    """
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=60)
    assert ended.stdout == "none left\n"


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_every_result_stands_at_the_place_of_its_item(count: int):
    assert in_processes(lambda item: (item, os.getpid()), range(count)) == [(item, ANY) for item in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_what_is_to_be_done_first_is_done_once_and_here(count: int):
    done: list[int] = []
    in_processes(lambda item: item, range(count), first=lambda: done.append(os.getpid()))
    assert done == [os.getpid()]


def test_both_processes_take_their_share(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(processes, "PROCESSES", 2)
    both_are_here = get_context("fork").Barrier(2, timeout=60)
    assert len(set(in_processes(lambda item: (both_are_here.wait(), os.getpid())[1], range(2)))) == 2


@pytest.mark.parametrize("size", [1, 10, 21, 22])
def test_batches_hold_all_items_in_their_order(size: int):
    cut = batches(range(21), size)
    assert [item for batch in cut for item in batch] == [*range(21)]
    assert {len(batch) for batch in cut[:-1]} <= {size} and len(cut[-1]) <= size


def test_an_error_over_an_item_is_raised_whichever_process_comes_to_it(capfd: pytest.CaptureFixture[str]):
    with pytest.raises(ZeroDivisionError):
        in_processes(lambda item: 1 // (item - 30), range(60))
    assert capfd.readouterr() == ("", "")


def test_what_the_other_process_took_with_it_when_it_was_killed_is_done_here():
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        sleep(0.001)
        return item

    assert in_processes(work, range(50)) == list(range(50))


def test_one_that_is_killed_at_any_moment_leaves_nobody_waiting():
    program = """if True:
        import os, random, signal
        from generator.keeping.processes import in_processes
        here = os.getpid()
        def work(item):
            if os.getpid() != here and item % 50 == random.randrange(50):
                os.kill(os.getpid(), signal.SIGKILL)
            return item
        for _ in range(60):
            assert in_processes(work, range(3000)) == list(range(3000))
    """
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=120).returncode == 0


def test_the_other_process_begins_nothing_more_when_the_one_that_asked_is_killed(tmp_path: Path):
    program = f"""if True:
        import os, signal, time
        from pathlib import Path
        from generator.keeping import processes
        processes.PROCESSES = 2
        here = os.getpid()
        def work(item):
            Path({str(tmp_path)!r}, str(item)).touch()
            if os.getpid() == here:
                while len(os.listdir({str(tmp_path)!r})) < 2:  # until the other one has begun
                    time.sleep(0.01)
                os.kill(here, signal.SIGKILL)
            while os.getppid() == here:
                time.sleep(0.01)
        processes.in_processes(work, range(1000))
    """
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
    assert (ended.returncode, len(list(tmp_path.iterdir()))) == (-9, 2)


def test_half_a_result_of_a_process_that_was_killed_is_none():
    here, long = os.getpid(), bytes(5_000_000)

    def work() -> bytes:
        if os.getpid() != here:
            Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()  # the pipe is full by then
        return long

    with beside(work) as result:
        sleep(0.5)
        assert result() == long


@pytest.mark.parametrize("number", [1, 2])
def test_how_much_is_in_hand_is_told_and_grows(monkeypatch: pytest.MonkeyPatch, number: int):
    monkeypatch.setattr(processes, "PROCESSES", number)
    told: list[tuple[int, int]] = []
    at_first = [get_context("fork").Barrier(number, timeout=60).wait]

    def work(item: int) -> int:
        if at_first:  # neither does it all while the other one is about to begin
            at_first.pop()()
        return item

    assert in_processes(work, range(40), lambda taken, of: told.append((taken, of))) == list(range(40))
    assert told and told == sorted(told) and {of for _, of in told} == {40} and told[-1][0] <= 40
