"""The days off of a new year, as the library of holidays knows them, written into its rules for people to correct."""

from __future__ import annotations

from datetime import date
from typing import Iterator

import yaml

from generator.reading.yaml_text import TextLoader

_FIELD = "holidays"
_NOTE = "# Ngoài thứ Bảy, Chủ nhật; có hai tháng đầu năm sau. Hãy sửa theo thông báo nghỉ lễ, Tết của năm."


def with_holidays(text: str, year: int) -> str:
    """The rules' text with the list of the year's days off in place of the one it has, at its end.

    A term of the year may end in the first months of the next, so the list goes on to the end of February.
    """
    kept = _without(text.splitlines(keepends=True), text)
    kept += ["" if not kept or kept[-1].endswith("\n") else "\n", f"{_FIELD}:\n", f"  {_NOTE}\n"]
    return "".join([*kept, *(f"  - {day}  # {name}\n" for day, name in _days_off(year))])


def _without(lines: list[str], text: str) -> list[str]:
    rules = yaml.compose(text, TextLoader)
    assert isinstance(rules, yaml.MappingNode)
    for name, node in rules.value:
        if name.value == _FIELD:
            last = node.value[-1] if node.value and not node.flow_style else node
            del lines[name.start_mark.line : last.end_mark.line + 1]
    return lines


def _days_off(year: int) -> Iterator[tuple[date, str]]:
    from holidays import country_holidays  # slow to import, and no other command needs it

    found = country_holidays("VN", years=(year, year + 1), language="vi")
    for day, name in sorted(found.items()):
        if day < date(year + 1, 3, 1):
            yield day, name
