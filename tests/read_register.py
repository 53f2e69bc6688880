"""A register as its files have it, the rules between records not asked: what tests look into."""

from __future__ import annotations

from pathlib import Path

from generator.model import Register
from generator.reading.problems import InvalidRegister
from generator.reading.records import read_records


def read_register(content: Path) -> Register:
    """Raises InvalidRegister."""
    reading = read_records(content)
    if reading.problems or reading.register is None:
        raise InvalidRegister(reading.problems)
    return reading.register
