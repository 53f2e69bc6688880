"""The levels of units, and what follows from each: a row for every one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.model.rows import row_for_each


class Level(StrEnum):
    """Levels of government until 30/06/2025; from 01/07/2025 there is no district (Law 72/2025/QH15)."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"

    @property
    def owes(self) -> bool:
        return _LEVELS[self].owes

    @property
    def gathers(self) -> bool:
        return _LEVELS[self].gathers

    @property
    def notifies(self) -> bool:
        return _LEVELS[self].notifies

    @property
    def is_nearest(self) -> bool:
        """Whether it is where people say they live."""
        return self.owes and not self.gathers


class _LevelRow(NamedTuple):
    """``owes``: its heads owe dialogues, and it reports on them. ``gathers``: it lists units below it, and its pages, feeds
    and figures hold theirs too. ``notifies``: it tells the city's commission of a dialogue beforehand (guidance of 2023)."""

    owes: bool
    gathers: bool
    notifies: bool


_LEVELS = row_for_each(Level, {
    Level.PROVINCE: _LevelRow(owes=False, gathers=False, notifies=False),
    Level.DISTRICT: _LevelRow(owes=True, gathers=True, notifies=True),
    Level.COMMUNE: _LevelRow(owes=True, gathers=False, notifies=False),
})
LEVELS_THAT_OWE = tuple(level for level in Level if level.owes)
