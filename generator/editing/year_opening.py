"""The rules of a new year: last year's, to the letter, with their deadlines and cut-offs a year later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Iterator

import yaml

from generator.reading.yaml_text import TextLoader

_DATED = ("deadlines", "cutoffs")


@dataclass(frozen=True)
class ShiftedDay:
    """``line`` counts from 1 in the rules' file, old and new alike."""

    line: int
    old: date
    new: date


def shifted_rules(text: str, years: int) -> tuple[str, tuple[ShiftedDay, ...]]:
    """The rules' text with each day of its deadlines and cut-offs moved by ``years``, and those days in their order.

    Nothing else is touched: titles of acts and comments that name a year are for people to look at.
    """
    found: list[ShiftedDay] = []
    for node in reversed(list(_dated(yaml.compose(text, TextLoader)))):
        old = date.fromisoformat(node.value)
        new = _moved(old, years)
        start, end = node.start_mark.index, node.end_mark.index
        text = text[:start] + text[start:end].replace(old.isoformat(), new.isoformat()) + text[end:]
        found.append(ShiftedDay(node.start_mark.line + 1, old, new))
    return text, tuple(reversed(found))


def lines_naming(text: str, year: int) -> tuple[int, ...]:
    """Lines, counted from 1, that still speak of the year."""
    return tuple(number for number, line in enumerate(text.splitlines(), 1) if re.search(rf"(?<!\d){year}(?!\d)", line))


def _dated(rules: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The days of the rules, which are fields, as everything that could be read as rules is."""
    assert isinstance(rules, yaml.MappingNode)
    for name, node in rules.value:
        if name.value in _DATED:
            yield from _scalars_that_are_days(node)


def _scalars_that_are_days(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.value):
            yield node
        return
    for part in node.value:
        yield from _scalars_that_are_days(part[1] if isinstance(part, tuple) else part)


def _moved(day: date, years: int) -> date:
    """29 February becomes the last day of a February that has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
