"""Whole commands run in turn, so that a machine that drifts drifts for all of them alike."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Callable


@dataclass(frozen=True)
class Contender:
    """A command and the folder it fills; ``prepare`` runs before each run and is not measured."""

    name: str
    command: tuple[str, ...]
    output: Path | None = None
    prepare: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Result:
    """Seconds of each run by the wall clock and of its processors; the largest process's memory and the output's size
    in bytes."""

    name: str
    seconds: tuple[float, ...]
    processor: tuple[float, ...]
    memory: int
    files: int
    size: int

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """The slowest run as a multiple of the fastest."""
        return max(self.seconds) / min(self.seconds)

    @property
    def is_noisy(self) -> bool:
        """A run a third slower than the fastest: the machine was doing something else."""
        return self.spread > 1.33


def run_in_turn(contenders: list[Contender], repeats: int) -> list[Result]:
    """A B A B …, after one run of each that does not count. Raises CalledProcessError."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    processor: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    memory: dict[str, int] = dict.fromkeys(seconds, 0)
    for repeat in range(repeats + 1):
        for contender in contenders:
            took, used, most = _run(contender)
            if repeat:
                seconds[contender.name].append(took)
                processor[contender.name].append(used)
                memory[contender.name] = max(memory[contender.name], most)
    return [
        Result(
            contender.name, tuple(seconds[contender.name]), tuple(processor[contender.name]), memory[contender.name],
            *_size(contender.output),
        )
        for contender in contenders
    ]


def _run(contender: Contender) -> tuple[float, float, int]:
    contender.prepare()
    os.sync()  # so that no run waits for what another one has written
    began = time.perf_counter()
    process = subprocess.Popen(
        contender.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},  # as Python is by itself
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, contender.command, stderr=errors)
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def put_away(gone: Path, *folders: Path) -> None:
    """Into ``gone``, to be deleted in the end only: where as many files have just been deleted, some file systems take twice as
    long to make new ones, whoever makes them."""
    gone.mkdir(exist_ok=True)
    for folder in folders:
        if folder.exists():
            folder.rename(gone / str(time.time_ns()))


def _size(folder: Path | None) -> tuple[int, int]:
    if folder is None:
        return 0, 0
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
