"""The words and numbers that sample dialogues are made of, read from ``stock/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Mapping

import yaml

STOCK = Path(__file__).parent / "stock"


@cache
def stock(name: str) -> Any:
    """The content of ``stock/<name>.yml``, all scalars as text, as the register reads them."""
    return yaml.load((STOCK / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def phrase(random: Random, name: str, words: Mapping[str, str], group: str | None = None) -> str:
    """One of the ready sentences called ``name``, its gaps filled."""
    phrases = stock("phrases")[group][name] if group else stock("phrases")[name]
    return random.choice(phrases).format(**words)


def fits(entry: Mapping[str, Any], surroundings: frozenset[str]) -> bool:
    """Whether a matter, case or theme can come up in a town, a village or by the sea."""
    return "where" not in entry or entry["where"] in surroundings


def chance(random: Random, percent: float) -> bool:
    return random.random() * 100 < percent


def weighted(random: Random, weights: Mapping[Any, float]) -> Any:
    return random.choices(list(weights), list(weights.values()))[0]
