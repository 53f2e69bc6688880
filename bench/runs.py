"""Whole commands run in turn, so that a machine that drifts drifts for all of them alike."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Mapping


@dataclass(frozen=True)
class Contender:
    """A command and the folder it fills, which is emptied before each run."""

    name: str
    command: tuple[str, ...]
    output: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """Seconds of each run by the wall clock; the largest process's memory and the output's size in bytes."""

    name: str
    seconds: tuple[float, ...]
    memory: int
    files: int
    size: int

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def is_noisy(self) -> bool:
        """A run a third slower than the fastest: the machine was doing something else."""
        return max(self.seconds) > 1.33 * min(self.seconds)


def run_in_turn(contenders: list[Contender], repeats: int) -> list[Result]:
    """A B A B …, after one run of each that does not count. Raises CalledProcessError."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    memory: dict[str, int] = dict.fromkeys(seconds, 0)
    for repeat in range(repeats + 1):
        for contender in contenders:
            took, most = _run(contender)
            if repeat:
                seconds[contender.name].append(took)
                memory[contender.name] = max(memory[contender.name], most)
    return [
        Result(contender.name, tuple(seconds[contender.name]), memory[contender.name], *_size(contender.output))
        for contender in contenders
    ]


def _run(contender: Contender) -> tuple[float, int]:
    shutil.rmtree(contender.output, ignore_errors=True)
    began = time.perf_counter()
    process = subprocess.Popen(
        contender.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **contender.environment}
    )
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, contender.command, stderr=errors)
    return took, usage.ru_maxrss * 1024


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
